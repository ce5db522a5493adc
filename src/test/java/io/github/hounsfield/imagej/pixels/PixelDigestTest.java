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

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.hounsfield.plane.Plane;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * A digest is the sum of a plane's values and that of their squares, by hand arithmetic, for planes of any length. For
 * 16 bits it is that of {@link ShortSums}.
 */
class PixelDigestTest {

	private static void assertDigest(final long sum, final long squares, final Object plane) {
		assertEquals(sum << 32 | squares & 0xFFFFFFFFL, PixelDigest.of(Plane.ofPixels(plane)));
	}

	@Test
	void sumsAndSquaresOfAFewValues() {
		assertDigest(0, 0, new short[0]);
		assertDigest(-5, 9 + 16 + 36 + 100, new short[] { 3, -4, 6, -10, 0 });
	}

	@Test
	void longPlanesOfOneValue() {
		for (final int length : new int[] { 1, 4095, 4096, 4097, 8192, 12_345, 512 * 512 })
			for (final int value : new int[] { 1, -1, 1000, 32767, -32768 }) {
				final short[] plane = new short[length];
				Arrays.fill(plane, (short) value);
				assertDigest((long) length * value, (long) length * value * value, plane);
			}
	}

	@Test
	void theTailCountsAndSoDoesEachPlace() {
		for (int at = 0; at < 4200; at += 13) {
			final short[] plane = new short[4200];
			plane[at] = -300;
			assertDigest(-300, 90_000, plane);
		}
	}

	@Test
	void otherTypesToo() {
		assertDigest(-1, 5, new byte[] { 1, -2 });
		assertDigest(-1, 5, new int[] { 1, -2 });
		final long one = Float.floatToRawIntBits(1);
		assertDigest(2 * one, 2 * one * one, new float[] { 1, 1 });
	}
}
