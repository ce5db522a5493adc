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
package io.github.hounsfield.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Turns the bytes of an element into text and numbers (PS3.5 sections 6.1 and 6.2). */
final class Values {

	/** Longest part of a value that a message repeats. */
	private static final int QUOTED = 40;

	private Values() {}

	static byte[] bytes(final DataSet dataSet, final Element element) throws DicomException {
		try {
			return element.bytes();
		}
		catch (final DicomException e) {
			throw e;
		}
		catch (final IOException e) {
			throw new DicomException(Problem.in(dataSet.source()).tag(element.tag()).found("cannot be read:").quote(String
				.valueOf(e.getMessage())), e);
		}
	}

	static List<String> strings(final DataSet dataSet, final Element element) throws DicomException {
		final byte[] bytes = bytes(dataSet, element);
		return switch (element.vr().kind()) {
			case TEXT -> split(ascii(bytes));
			case CHARACTERS -> element.vr() == Vr.PN ? dataSet.characterSet().decodeNames(bytes) : dataSet.characterSet()
				.decodeValues(bytes);
			case PARAGRAPHS -> List.of(trimEnd(dataSet.characterSet().decode(bytes)));
			case BYTES -> split(dataSet.characterSet().decode(bytes));
			case ITEMS -> throw dataSet.problem(element.tag(), "found a sequence", "text");
			default -> {
				final List<String> values = new ArrayList<>();
				for (final double value : numbers(dataSet, element))
					values.add(value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double
						.toString(value));
				yield values;
			}
		};
	}

	static double[] numbers(final DataSet dataSet, final Element element) throws DicomException {
		final byte[] bytes = bytes(dataSet, element);
		final Vr.Kind kind = element.vr().kind();
		if (kind == Vr.Kind.ITEMS) throw dataSet.problem(element.tag(), "found a sequence", "numbers");
		if (kind == Vr.Kind.BYTES || kind.size() == 1) {
			final double[] plain = PlainDecimals.of(bytes);
			return plain != null ? plain : parse(dataSet, element, split(ascii(bytes)));
		}
		if (bytes.length % kind.size() != 0) throw dataSet.problem(element.tag(), "found " + bytes.length + " bytes",
			"a multiple of " + kind.size() + " for " + element.vr());
		final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(element.isBigEndian() ? ByteOrder.BIG_ENDIAN
			: ByteOrder.LITTLE_ENDIAN);
		final double[] values = new double[bytes.length / kind.size()];
		for (int i = 0; i < values.length; i++)
			values[i] = switch (kind) {
				case INT16 -> buffer.getShort();
				case UINT16 -> buffer.getShort() & 0xFFFF;
				case INT32 -> buffer.getInt();
				case UINT32 -> buffer.getInt() & 0xFFFFFFFFL;
				case INT64 -> buffer.getLong();
				case UINT64 -> unsigned(buffer.getLong());
				case FLOAT32 -> buffer.getFloat();
				case FLOAT64 -> buffer.getDouble();
				case TAGS -> ((buffer.getShort() & 0xFFFFL) << 16) + (buffer.getShort() & 0xFFFF);
				default -> throw new IllegalStateException(kind.name());
			};
		return values;
	}

	private static double unsigned(final long value) {
		return value >= 0 ? value : (value >>> 1) * 2.0 + (value & 1);
	}

	private static double[] parse(final DataSet dataSet, final Element element, final List<String> texts)
		throws DicomException
	{
		final double[] values = new double[texts.size()];
		for (int i = 0; i < values.length; i++) {
			final String text = texts.get(i);
			if (!isDecimal(text)) throw new DicomException(dataSet.place(element.tag()).found("found").quote('"' + quote(
				text) + '"').expected("a decimal number"));
			values[i] = Double.parseDouble(text);
		}
		return values;
	}

	/** Whether a text is a decimal string of PS3.5 table 6.2-1. Java alone would also take NaN, hexadecimal and 1f. */
	private static boolean isDecimal(final String text) {
		int i = 0;
		final int n = text.length();
		if (i < n && (text.charAt(i) == '+' || text.charAt(i) == '-')) i++;
		int digits = 0;
		for (boolean point = false; i < n && (isDigit(text.charAt(i)) || !point && text.charAt(i) == '.'); i++)
			if (text.charAt(i) == '.') point = true;
			else digits++;
		if (digits == 0) return false;
		if (i == n) return true;
		if (text.charAt(i) != 'e' && text.charAt(i) != 'E') return false;
		i++;
		if (i < n && (text.charAt(i) == '+' || text.charAt(i) == '-')) i++;
		final int exponent = i;
		while (i < n && isDigit(text.charAt(i)))
			i++;
		return i == n && i > exponent;
	}

	private static boolean isDigit(final char c) {
		return c >= '0' && c <= '9';
	}

	private static String quote(final String text) {
		return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "...";
	}

	static String ascii(final byte[] bytes) {
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

	/** Values between backslashes, without the spaces and zero bytes around them; none of an empty text. */
	static List<String> split(final String text) {
		final List<String> values = TextValues.split(text);
		return values.size() == 1 && values.get(0).isEmpty() ? List.of() : values;
	}

	static String trim(final String text) {
		return TextValues.trim(text);
	}

	private static String trimEnd(final String text) {
		int end = text.length();
		while (end > 0 && text.charAt(end - 1) <= ' ')
			end--;
		return text.substring(0, end);
	}
}
