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
package io.github.hounsfield.derived;

import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Elements;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.Vr;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values of one source image's header as text, backslashes between several. Without sequences and private elements.
 * Immutable.
 */
public final class SourceHeader {

	/** The longest decimal string (PS3.5 table 6.2-1). */
	private static final int LONGEST_DECIMAL = 16;

	private final NavigableMap<Integer, String> values;

	/** @param values text for each tag of the outermost data set, empty for an element without a value; copied */
	public SourceHeader(final Map<Integer, String> values) {
		final NavigableMap<Integer, String> sorted = new TreeMap<>(Integer::compareUnsigned);
		sorted.putAll(values);
		this.values = Collections.unmodifiableNavigableMap(sorted);
	}

	/** All values in the order of tags. */
	NavigableMap<Integer, String> values() {
		return values;
	}

	/** Whether the element is there, even without a value. */
	public boolean has(final int tag) {
		return values.containsKey(tag);
	}

	/** The value, where it is not blank. */
	public Optional<String> text(final int tag) {
		return Optional.ofNullable(values.get(tag)).map(String::trim).filter(text -> !text.isEmpty());
	}

	/** One of several values, counted from 0, where it is there and not blank. */
	Optional<String> text(final int tag, final int index) {
		final String[] all = text(tag).map(text -> text.split("\\\\", -1)).orElse(new String[0]);
		return index < all.length && !all[index].isBlank() ? Optional.of(all[index].trim()) : Optional.empty();
	}

	/** A UID, where the value is one (PS3.5 section 9.1). */
	Optional<String> uid(final int tag) {
		return text(tag).filter(text -> text.matches("[0-9.]{1,64}"));
	}

	/** The first value as a number, where it is one. */
	public Optional<Double> number(final int tag) {
		try {
			return text(tag, 0).map(Double::valueOf).filter(Double::isFinite);
		}
		catch (final NumberFormatException e) {
			return Optional.empty();
		}
	}

	/** Whether any value needs characters beyond ASCII. */
	boolean needsUnicode(final int tag) {
		return values.containsKey(tag) && !StandardCharsets.US_ASCII.newEncoder().canEncode(values.get(tag));
	}

	/**
	 * The element with this value; text in UTF-8.
	 *
	 * @return empty where there is none, where text cannot say the value (bytes, sequences), or where it does not fit
	 */
	Optional<Element> element(final int tag) {
		if (!has(tag) || Tag.isPrivate(tag)) return Optional.empty();
		final Vr vr = Dictionary.vr(tag);
		final String text = values.get(tag).trim();
		if (vr == Vr.SQ || vr == Vr.UN || vr.kind() == Vr.Kind.BYTES || Dictionary.isSignedByPixels(tag)) return Optional
			.empty();
		if (text.isEmpty()) return Optional.of(Elements.empty(tag));
		try {
			return switch (vr) {
				case US, SS, UL, SL -> Optional.of(Elements.integers(tag, integers(text)));
				case FD, FL -> Optional.of(Elements.decimals(tag, decimals(text)));
				case DS -> Optional.of(Elements.text(tag, decimalStrings(text)));
				default -> vr.kind() == Vr.Kind.TEXT || vr.kind() == Vr.Kind.CHARACTERS || vr.kind() == Vr.Kind.PARAGRAPHS
					? Optional.of(Elements.bytes(tag, text.getBytes(StandardCharsets.UTF_8))) : Optional.empty();
			};
		}
		catch (final IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	private static long[] integers(final String text) {
		final String[] parts = text.split("\\\\");
		final long[] numbers = new long[parts.length];
		for (int i = 0; i < parts.length; i++) {
			final double number = Double.parseDouble(parts[i].trim());
			if (number != Math.rint(number)) throw new NumberFormatException("found a fraction; expected a whole number");
			numbers[i] = (long) number;
		}
		return numbers;
	}

	private static double[] decimals(final String text) {
		final String[] parts = text.split("\\\\");
		final double[] numbers = new double[parts.length];
		for (int i = 0; i < parts.length; i++)
			numbers[i] = Double.parseDouble(parts[i].trim());
		return numbers;
	}

	/** The numbers as they stand. Those too long for the VR are rounded to 16 characters. */
	private static String[] decimalStrings(final String text) {
		final String[] parts = text.split("\\\\", -1);
		for (int i = 0; i < parts.length; i++) {
			parts[i] = parts[i].trim();
			if (parts[i].length() > LONGEST_DECIMAL) parts[i] = Elements.decimal(Double.parseDouble(parts[i]));
		}
		return parts;
	}
}
