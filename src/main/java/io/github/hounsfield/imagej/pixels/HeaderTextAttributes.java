/*-
 * #%L
 * Hounsfield: medical CT in Fiji and ImageJ.
 * %%
 * Copyright (C) 2026 Hounsfield developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.hounsfield.imagej.pixels;

import io.github.hounsfield.attributes.AttributeException;
import io.github.hounsfield.attributes.Attributes;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The attributes that ImageJ keeps as text. */
final class HeaderTextAttributes implements Attributes {

	private final HeaderText text;

	HeaderTextAttributes(final HeaderText text) {
		this.text = text;
	}

	private static <T> T read(final int tag, final Supplier<T> value) {
		try {
			return value.get();
		}
		catch (final ImageException e) {
			throw new AttributeException(tag, e);
		}
	}

	private static List<String> split(final Optional<String> value) {
		return value.map(all -> Arrays.stream(all.split("\\\\", -1)).map(String::trim).toList()).orElse(List.of());
	}

	private static int[] entries(final double[] numbers, final int count) {
		return Arrays.stream(numbers).limit(count).mapToInt(entry -> (int) entry & 0xFFFF).toArray();
	}

	@Override
	public boolean has(final int tag) {
		return text.has(tag) && read(tag, () -> text.value(tag)).isPresent();
	}

	@Override
	public double[] numbers(final int tag) {
		return read(tag, () -> text.numbers(tag));
	}

	/** ImageJ's own reader leaves out the first of several windows, but not its name. */
	@Override
	public List<String> texts(final int tag) {
		final List<String> all = split(read(tag, () -> text.value(tag)));
		if (tag != Tag.WindowCenterWidthExplanation || ValueMeaning.of(text.toString()) != null) return all;
		return all.size() > 1 && all.size() == numbers(Tag.WindowCenter).length + 1 ? all.subList(1, all.size()) : all;
	}

	@Override
	public List<Attributes> items(final int sequence) {
		return read(sequence, () -> text.items(sequence)).stream().map(item -> (Attributes) new Item(item)).toList();
	}

	@Override
	public int[] lutData(final int count, final int bits) {
		return entries(numbers(Tag.LUTData), count);
	}

	@Override
	public AttributeException problem(final int tag, final String found, final String expected) {
		return inHeader(tag, found, expected);
	}

	private static AttributeException inHeader(final int tag, final String found, final String expected) {
		return new AttributeException(tag, Problem.of(Dictionary.describe(tag) + " in the image's header " + (found
			.equals("missing") ? "is missing" : found))
			.expected(expected));
	}

	/** An item of a sequence. */
	private record Item(Map<Integer, String> elements) implements Attributes {

		private Optional<String> value(final int tag) {
			return Optional.ofNullable(elements.get(tag)).filter(value -> !value.isEmpty());
		}

		@Override
		public boolean has(final int tag) {
			return value(tag).isPresent();
		}

		@Override
		public double[] numbers(final int tag) {
			return read(tag, () -> HeaderText.parseNumbers(tag, value(tag)));
		}

		@Override
		public List<String> texts(final int tag) {
			return split(value(tag));
		}

		/** The text does not tell sequences within sequences apart. */
		@Override
		public List<Attributes> items(final int sequence) {
			return List.of();
		}

		@Override
		public int[] lutData(final int count, final int bits) {
			if (!has(Tag.LUTData)) throw problem(Tag.LUTData, "missing", "a table");
			return entries(numbers(Tag.LUTData), count);
		}

		@Override
		public AttributeException problem(final int tag, final String found, final String expected) {
			return inHeader(tag, found, expected);
		}
	}
}
