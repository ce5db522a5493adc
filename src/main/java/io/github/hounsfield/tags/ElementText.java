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
package io.github.hounsfield.tags;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.Vr;
import io.github.hounsfield.dicom.Wording;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The value of an element as one text: values with backslashes between (PS3.5 section 6.4), numbers in full precision,
 * tags as {@code (0020,0032)}. A value that is no text is described in brackets: {@code (2 items)},
 * {@code (1024 bytes)}.
 */
final class ElementText {

	/** More numbers are a table of the device, described by its size. */
	static final int MOST_NUMBERS = 64;

	/** More bytes are described by their count. */
	static final int MOST_BYTES = 64;

	/** So many bytes of unknown kind that read as characters are text. Fewer may be a number. */
	private static final int LEAST_CHARACTERS = 4;

	private ElementText() {}

	/** @return empty where the element is; never null */
	static String of(final DataSet dataSet, final Element element) {
		try {
			if (element.vr() == Vr.SQ) return element.isEmpty() ? "" : counted(element.items().size(), "item");
			if (element.isEmpty()) return "";
			if (element.bulk() != null) return element.bulk().encapsulated() ? "(fragments)" : counted(element.length(),
				"byte");
			return switch (element.vr().kind()) {
				case BYTES -> bytes(element.vr(), dataSet.bytes(element.tag()));
				case TEXT, CHARACTERS, PARAGRAPHS -> String.join("\\", dataSet.strings(element.tag()));
				default -> numbers(dataSet, element);
			};
		}
		catch (final DicomException e) {
			return "(unreadable: " + e.reason(Wording.NEUTRAL) + ")";
		}
	}

	private static String counted(final long count, final String what) {
		return "(" + count + " " + what + (count == 1 ? ")" : "s)");
	}

	private static String numbers(final DataSet dataSet, final Element element) throws DicomException {
		final int size = element.vr().kind().size();
		if (element.length() / size > MOST_NUMBERS) return counted(element.length(), "byte");
		final double[] values = dataSet.numbers(element.tag());
		final ByteBuffer bits = ByteBuffer.wrap(dataSet.bytes(element.tag())).order(element.isBigEndian()
			? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		final IntFunction<String> text = switch (element.vr().kind()) {
			case TAGS -> i -> Tag.toString((int) (long) values[i]);
			case INT64 -> i -> Long.toString(bits.getLong(8 * i));
			case UINT64 -> i -> Long.toUnsignedString(bits.getLong(8 * i));
			case FLOAT32 -> i -> isWhole(values[i]) ? Long.toString((long) values[i]) : Float.toString((float) values[i]);
			default -> i -> isWhole(values[i]) ? Long.toString((long) values[i]) : Double.toString(values[i]);
		};
		return IntStream.range(0, values.length).mapToObj(text).collect(Collectors.joining("\\"));
	}

	private static boolean isWhole(final double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e15 && (value != 0 || 1 / value > 0);
	}

	/** The text of UN: its characters if it holds nothing else, otherwise hexadecimal digits, first byte first. */
	private static String bytes(final Vr vr, final byte[] bytes) {
		final String text = new String(bytes, StandardCharsets.ISO_8859_1);
		int end = text.length();
		while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0))
			end--;
		final boolean printable = text.substring(0, end).chars().allMatch(c -> c >= ' ' && c <= '~');
		if (vr == Vr.UN && printable && end > 0 && bytes.length >= LEAST_CHARACTERS) return text.substring(0, end);
		if (bytes.length > MOST_BYTES) return counted(bytes.length, "byte");
		final StringBuilder digits = new StringBuilder("0x");
		for (final byte b : bytes)
			digits.append(String.format("%02X", b & 0xFF));
		return digits.toString();
	}
}
