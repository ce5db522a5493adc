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

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Makes elements for the writer. The VR is the dictionary's, and numbers are little endian. A value that does not fit
 * the VR is a mistake of the program: an {@link IllegalArgumentException}.
 */
public final class Elements {

	/** The longest decimal string (PS3.5 table 6.2-1). */
	private static final int LONGEST_DECIMAL = 16;

	private Elements() {}

	/**
	 * Text of ASCII characters.
	 *
	 * @param values are joined by backslashes
	 */
	public static Element text(final int tag, final String... values) {
		final String text = String.join("\\", values);
		if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) throw new IllegalArgumentException(Dictionary
			.describe(tag) + ": found characters beyond ASCII; expected bytes in the data set's character set");
		return bytes(tag, text.getBytes(StandardCharsets.US_ASCII));
	}

	/** @param value not copied, must not change; text is in the data set's character set */
	public static Element bytes(final int tag, final byte[] value) {
		return Element.of(tag, vr(tag), -1, value, false);
	}

	/** An element without a value. */
	public static Element empty(final int tag) {
		return vr(tag) == Vr.SQ ? sequence(tag) : bytes(tag, new byte[0]);
	}

	public static Element sequence(final int tag, final DataSet... items) {
		if (vr(tag) != Vr.SQ) throw new IllegalArgumentException(Dictionary.describe(tag) + " is no sequence");
		return Element.ofItems(tag, -1, List.of(items));
	}

	/** Whole numbers of US, SS, UL, SL, AT or IS. Use {@link #signed} for an US that follows Pixel Representation. */
	public static Element integers(final int tag, final long... values) {
		return integers(tag, vr(tag), values);
	}

	/**
	 * Whole numbers of an element that PS3.6 calls "US or SS". Pixel Representation decides.
	 *
	 * @param signed whether Pixel Representation is 1
	 */
	public static Element signed(final int tag, final boolean signed, final long... values) {
		if (!Dictionary.isSignedByPixels(tag)) throw new IllegalArgumentException(Dictionary.describe(tag) +
			" does not follow Pixel Representation");
		return integers(tag, signed ? Vr.SS : Vr.US, values);
	}

	private static Element integers(final int tag, final Vr vr, final long... values) {
		if (vr == Vr.IS) return text(tag, Arrays.stream(values).mapToObj(value -> Long.toString(check(tag, value,
			Integer.MIN_VALUE, Integer.MAX_VALUE))).toArray(String[]::new));
		final ByteBuffer buffer = buffer(vr, values.length);
		for (final long value : values)
			switch (vr) {
				case US -> buffer.putShort((short) check(tag, value, 0, 0xFFFF));
				case SS -> buffer.putShort((short) check(tag, value, Short.MIN_VALUE, Short.MAX_VALUE));
				case UL -> buffer.putInt((int) check(tag, value, 0, 0xFFFFFFFFL));
				case SL -> buffer.putInt((int) check(tag, value, Integer.MIN_VALUE, Integer.MAX_VALUE));
				case AT -> buffer.putShort((short) (value >>> 16)).putShort((short) value);
				default -> throw new IllegalArgumentException(Dictionary.describe(tag) + " is " + vr +
					"; expected whole numbers");
			}
		return Element.of(tag, vr, -1, buffer.array(), false);
	}

	/** Numbers of DS, FD or FL. For DS see {@link #decimal}. */
	public static Element decimals(final int tag, final double... values) {
		final Vr vr = vr(tag);
		if (vr == Vr.DS) return text(tag, Arrays.stream(values).mapToObj(Elements::decimal).toArray(String[]::new));
		final ByteBuffer buffer = buffer(vr, values.length);
		for (final double value : values)
			switch (vr) {
				case FD -> buffer.putDouble(value);
				case FL -> buffer.putFloat((float) value);
				default -> throw new IllegalArgumentException(Dictionary.describe(tag) + " is " + vr + "; expected numbers");
			}
		return Element.of(tag, vr, -1, buffer.array(), false);
	}

	/**
	 * A decimal string (DS, PS3.5 section 6.2). It is the shortest that reads back as the same number. If that has more
	 * than 16 characters, it is the nearest of 16 characters.
	 */
	public static String decimal(final double value) {
		if (!Double.isFinite(value)) throw new IllegalArgumentException("found " + value + "; expected a finite number");
		final BigDecimal exact = new BigDecimal(Double.toString(value == 0 ? 0 : value)).stripTrailingZeros();
		final String plain = exact.toPlainString();
		if (plain.length() <= LONGEST_DECIMAL) return plain;
		String best = null;
		for (int digits = 1; digits <= LONGEST_DECIMAL; digits++)
			for (final String text : new String[] { String.format(Locale.ROOT, "%." + (digits - 1) + "e", value), round(exact,
				digits) })
				if (text.length() <= LONGEST_DECIMAL && (best == null || error(text, value) < error(best, value))) best = text;
		return best;
	}

	/** @param digits after the point */
	private static String round(final BigDecimal value, final int digits) {
		return value.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
	}

	private static double error(final String text, final double value) {
		return Math.abs(Double.parseDouble(text) - value);
	}

	private static ByteBuffer buffer(final Vr vr, final int count) {
		return ByteBuffer.allocate(count * vr.kind().size()).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static long check(final int tag, final long value, final long least, final long most) {
		if (value < least || value > most) throw new IllegalArgumentException(Dictionary.describe(tag) + ": found " + value +
			"; expected " + least + " to " + most);
		return value;
	}

	private static Vr vr(final int tag) {
		final Vr vr = Dictionary.vr(tag);
		if (vr == Vr.UN) throw new IllegalArgumentException(Tag.toString(tag) + " is not in the dictionary");
		return vr;
	}
}
