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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The smallest and largest stored value of a plane: those that a look at each finds, none where there is padding. */
class StoredPlaneTest {

	private static StoredFormat format(final boolean signed, final int... padding) {
		return new StoredFormat(16, 16, signed, padding.length > 0 ? OptionalInt.of(padding[0]) : OptionalInt.empty(),
			OptionalInt.empty(), StoredFormat.MONOCHROME2);
	}

	private static StoredPlane plane(final int[] values, final StoredFormat format) {
		final ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		for (final int value : values)
			bytes.putShort((short) value);
		return StoredPlane.of(bytes.array(), format);
	}

	private static void assertExtremes(final int smallest, final int largest, final StoredPlane plane) {
		assertEquals(smallest + " to " + largest, plane.smallest() + " to " + plane.largest());
	}

	@Test
	void theSignDecidesWhichIsLess() {
		final int[] values = { 5, 0x8000, 0x7FFF, 0xFFFF };
		assertExtremes(-32768, 32767, plane(values, format(true)));
		assertExtremes(5, 65535, plane(values, format(false)));
	}

	@Test
	void withPaddingNeitherIsSaid() {
		final StoredPlane plane = plane(new int[] { -2000, -1024, 7 }, format(true, -2000));
		assertTrue(plane.smallest() > plane.largest());
	}

	@Test
	void aSingleValueIsFoundWhereverItStands() {
		for (final boolean signed : new boolean[] { true, false })
			for (int at = 0; at < 5000; at += 7) {
				final int[] values = new int[5000];
				Arrays.fill(values, 100);
				values[at] = 99;
				assertExtremes(99, 100, plane(values, format(signed)));
				values[at] = 101;
				assertExtremes(100, 101, plane(values, format(signed)));
				values[(at + 1) % 5000] = 50;
				assertExtremes(50, 101, plane(values, format(signed)));
			}
	}

	@Test
	void valuesByChanceAreThoseOfALookAtEach() {
		final Random random = new Random(11);
		for (int turn = 0; turn < 300; turn++) {
			final boolean signed = random.nextBoolean();
			final int least = signed ? -32768 : 0;
			final int most = least + 65535;
			final int from = least + random.nextInt(65536);
			final int width = 1 + random.nextInt(most - from + 1);
			final int[] values = random.ints(1 + random.nextInt(6000)).map(i -> from + Math.floorMod(i, width)).toArray();
			assertExtremes(Arrays.stream(values).min().getAsInt(), Arrays.stream(values).max().getAsInt(), plane(values, format(
				signed)));
		}
	}
}
