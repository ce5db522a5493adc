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

import io.github.hounsfield.plane.Plane;
import java.util.OptionalLong;

/**
 * This suite's line in the header of a slice: a digest of the pixels as they were read. ImageJ's changes of pixels do
 * not change the label, so the digest shows a filter or Insert. It holds the sum of the values and the sum of their
 * squares, each modulo 2^32. Flips and turns by 90 degrees do not change it. It takes one pass over a plane, as fast as
 * memory allows. It is no protection against deceit.
 */
final class PixelDigest {

	private static final String KEY = "Hounsfield  Pixel digest: ";
	private static final int HEX = 16;
	private static final int DIGITS = 16;

	private PixelDigest() {}

	/** The header's text, with the digest of a plane. */
	static String mark(final String header, final Plane plane) {
		final String hex = Long.toHexString(of(plane));
		return header + KEY + "0".repeat(DIGITS - hex.length()) + hex + "\n";
	}

	/** @return the digest that a header's text names; empty where it names none */
	static OptionalLong of(final HeaderText header) {
		final String text = header.toString();
		final int start = text.lastIndexOf(KEY);
		final int end = start + KEY.length() + DIGITS;
		if (start < 0 || end > text.length()) return OptionalLong.empty();
		try {
			return OptionalLong.of(Long.parseUnsignedLong(text.substring(start + KEY.length(), end), HEX));
		}
		catch (final NumberFormatException e) {
			return OptionalLong.empty();
		}
	}

	/** @param plane of values that ImageJ has */
	static long of(final Plane plane) {
		return switch (plane.type()) {
			case RGB -> of(plane.ints());
			case FLOAT32 -> of(plane.floats());
			default -> plane.type().bits() == 8 ? of(plane.bytes()) : new ShortSums(plane.shorts()).joined();
		};
	}

	private static long of(final byte[] plane) {
		int sum = 0;
		int squares = 0;
		for (final byte value : plane) {
			sum += value;
			squares += value * value;
		}
		return join(sum, squares);
	}

	private static long of(final int[] plane) {
		int sum = 0;
		int squares = 0;
		for (final int value : plane) {
			sum += value;
			squares += value * value;
		}
		return join(sum, squares);
	}

	private static long of(final float[] plane) {
		int sum = 0;
		int squares = 0;
		for (final float value : plane) {
			final int bits = Float.floatToRawIntBits(value);
			sum += bits;
			squares += bits * bits;
		}
		return join(sum, squares);
	}

	/** @param sum of the values, and of their squares, modulo 2^32 */
	static long join(final int sum, final int squares) {
		return (long) sum << 32 | squares & 0xFFFFFFFFL;
	}
}
