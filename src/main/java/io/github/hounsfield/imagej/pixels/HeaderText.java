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

import io.github.hounsfield.attributes.Attributes;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A header as ImageJ's own DICOM reader writes it into the Info property and the slice labels, one element a line:
 * {@code 0018,0050  Slice Thickness: 1.25}; elements in sequences have a {@code >} before their name. ImageJ's
 * {@code DicomTools.getTag} and the macro function {@code getTag} read this text; it survives Save As TIFF. Immutable.
 */
public final class HeaderText {

	/** Characters of a tag, and the column at which the name begins. */
	private static final int ID = 9;
	private static final int NAME = 11;

	private final String text;

	private HeaderText(final String text) {
		this.text = text;
	}

	/** @param text Info property or slice label, null where the image has none */
	public static HeaderText parse(final String text) {
		return new HeaderText(text == null ? "" : text);
	}

	/** Adds an element. Characters that would break the line become spaces. */
	static void line(final StringBuilder text, final int tag, final String name, final String value) {
		id(text, tag);
		text.append("  ").append(name).append(": ");
		for (int i = 0; i < value.length(); i++) {
			final char c = value.charAt(i);
			text.append(c < ' ' ? ' ' : c);
		}
		text.append('\n');
	}

	/** The tag in ImageJ's notation: {@code 0018,0050}. */
	private static String id(final int tag) {
		final StringBuilder id = new StringBuilder(9);
		id(id, tag);
		return id.toString();
	}

	private static void id(final StringBuilder text, final int tag) {
		for (int shift = 28; shift >= 0; shift -= 4) {
			if (shift == 12) text.append(',');
			text.append(Character.toUpperCase(Character.forDigit(tag >>> shift & 0xF, 16)));
		}
	}

	/** Whether there is any element in it. */
	public boolean isEmpty() {
		return value(Tag.SOPClassUID).isEmpty() && value(Tag.Rows).isEmpty();
	}

	/** Whether there is a line for an element outside sequences, even without a value. */
	public boolean has(final int tag) {
		return find(tag) >= 0;
	}

	/**
	 * The value of an element outside sequences without spaces around it; empty where it is absent or blank.
	 *
	 * @throws ImageException if the element comes with several values; ImageJ's own reader mixes the frames of a
	 *          multi-frame file so
	 */
	public Optional<String> value(final int tag) {
		final int first = find(tag);
		if (first < 0) return Optional.empty();
		final String value = valueAt(first);
		for (int next = find(tag, end(first)); next >= 0; next = find(tag, end(next)))
			if (!valueAt(next).equals(value)) throw new ImageException(Dictionary.describe(tag) +
				" stands in the image's header with several values, " + value + " and " + valueAt(next) +
				", for several frames", Remedy.OPEN_WITH_THIS_READER);
		return value.isEmpty() ? Optional.empty() : Optional.of(value);
	}

	private String valueAt(final int start) {
		final int colon = text.indexOf(':', start);
		final int end = end(start);
		return colon < 0 || colon >= end ? "" : text.substring(colon + 1, end).trim();
	}

	/**
	 * The values of an element as numbers; none where it is absent or blank.
	 *
	 * @throws ImageException where one of them is no number
	 */
	public double[] numbers(final int tag) {
		return parseNumbers(tag, value(tag));
	}

	/**
	 * The values of all elements outside sequences by tag; empty for an element without a value. If an element comes
	 * twice, the first counts.
	 */
	public Map<Integer, String> elements() {
		final Map<Integer, String> elements = new TreeMap<>(Integer::compareUnsigned);
		for (int at = 0; at < text.length(); at = end(at) + 1) {
			final int end = end(at);
			if (end - at <= NAME || text.charAt(at + NAME) == '>' || !isTag(at)) continue;
			final int tag = Integer.parseUnsignedInt(text.substring(at, at + 4) + text.substring(at + 5, at + ID), 16);
			elements.putIfAbsent(tag, valueAt(at));
		}
		return elements;
	}

	private boolean isTag(final int start) {
		for (int i = 0; i < ID; i++)
			if (i == 4 ? text.charAt(start + i) != ',' : Character.digit(text.charAt(start + i), 16) < 0) return false;
		return true;
	}

	/** What rules of PS3.3 read of this header. */
	public Attributes attributes() {
		return new HeaderTextAttributes(this);
	}

	/**
	 * The one value of an element as a number; empty where it is absent or blank.
	 *
	 * @throws ImageException where it is no number, or there are several
	 */
	public OptionalDouble number(final int tag) {
		final double[] numbers = numbers(tag);
		if (numbers.length > 1) throw new ImageException(Dictionary.describe(tag) + " in the image's header has " +
			numbers.length + " values", "one");
		return numbers.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(numbers[0]);
	}

	static double[] parseNumbers(final int tag, final Optional<String> value) {
		if (value.isEmpty()) return new double[0];
		final String[] texts = value.get().split("\\\\");
		final double[] numbers = new double[texts.length];
		for (int i = 0; i < texts.length; i++)
			try {
				numbers[i] = Double.parseDouble(texts[i].trim());
			}
			catch (final NumberFormatException e) {
				throw new ImageException(Dictionary.describe(tag) + " in the image's header is \"" + texts[i] +
					"\"", "a number");
			}
		return numbers;
	}

	/**
	 * The items of a sequence of tables, as tag to value. A new item begins if tags no longer ascend.
	 *
	 * @throws ImageException where ImageJ's own reader wrote them, not marked as items, in its own way
	 */
	List<Map<Integer, String>> items(final int sequence) {
		final List<Map<Integer, String>> items = new ArrayList<>();
		final int start = find(sequence);
		if (start < 0) return items;
		String last = "";
		for (int at = end(start) + 1; at + NAME < text.length() && text.charAt(at + NAME) == '>'; at = end(at) + 1) {
			final String id = text.substring(at, at + ID);
			if (items.isEmpty() || id.compareTo(last) <= 0) items.add(new TreeMap<>());
			last = id;
			items.get(items.size() - 1).put(Integer.parseUnsignedInt(id.replace(",", ""), 16), text.substring(text.indexOf(':',
				at) + 1, end(at)).trim());
		}
		if (items.isEmpty() && has(Tag.LUTDescriptor)) throw new ImageException(Dictionary.describe(sequence) +
			" cannot be read in the image's header, which is that of ImageJ's own reader", Remedy.OPEN_WITH_THIS_READER);
		return items;
	}

	/** This text with another value of one element. An absent element is added at the end. */
	public HeaderText with(final int tag, final String value) {
		final Dictionary.Entry entry = Dictionary.find(tag);
		final StringBuilder line = new StringBuilder();
		line(line, tag, entry == null ? "" : entry.name(), value);
		final int start = find(tag);
		if (start >= 0) return new HeaderText(text.substring(0, start) + line + text.substring(Math.min(text.length(), end(
			start) + 1)));
		return new HeaderText(text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + line);
	}

	/** This text without one element. */
	public HeaderText without(final int tag) {
		final int start = find(tag);
		return start < 0 ? this : new HeaderText(text.substring(0, start) + text.substring(Math.min(text.length(), end(
			start) + 1)));
	}

	/** The text itself. */
	@Override
	public String toString() {
		return text;
	}

	private int find(final int tag) {
		return find(tag, 0);
	}

	private int find(final int tag, final int from) {
		final String id = id(tag);
		for (int at = text.indexOf(id, from); at >= 0; at = text.indexOf(id, at + 1))
			if ((at == 0 || text.charAt(at - 1) == '\n') && at + NAME < text.length() && text.charAt(at + NAME) != '>')
				return at;
		return -1;
	}

	private int end(final int start) {
		final int end = text.indexOf('\n', start);
		return end < 0 ? text.length() : end;
	}
}
