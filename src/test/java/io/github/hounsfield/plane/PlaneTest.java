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
package io.github.hounsfield.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/**
 * A {@link Plane} shares its array, refuses an array of another kind than its type's, and gives and takes the values
 * that its {@link PlaneType} says; expected values by hand.
 */
class PlaneTest {

	private static final short[] SHORTS = { 0, 1, -1, -32768 };

	@Test
	void sharesTheArray() {
		final Plane plane = Plane.of(PlaneType.INT16, SHORTS);
		assertSame(SHORTS, plane.shorts());
		assertSame(SHORTS, plane.as(PlaneType.UINT16).array());
		assertEquals(4, plane.length());
	}

	@Test
	void elementsMeanWhatTheTypeSays() {
		assertArrayEquals(new double[] { 0, 1, -1, -32768 }, Plane.of(PlaneType.INT16, SHORTS).values());
		assertArrayEquals(new double[] { 0, 1, 65535, 32768 }, Plane.ofPixels(SHORTS).values());
		assertArrayEquals(new double[] { -32768, -32767, 32767, 0 }, Plane.of(PlaneType.OFFSET16, SHORTS).values());
		assertEquals(4294967295.0, Plane.of(PlaneType.UINT32, new int[] { 0, -1 }).valueAt(1));
	}

	@Test
	void refusesAnArrayOfAnotherKind() {
		assertEquals("a plane of INT16 is a byte[]; expected a short[]", assertThrows(IllegalArgumentException.class,
			() -> Plane.of(PlaneType.INT16, new byte[1])).getMessage());
		assertThrows(IllegalArgumentException.class, () -> Plane.of(PlaneType.INT16, SHORTS).as(PlaneType.FLOAT32));
		assertThrows(IllegalArgumentException.class, () -> Plane.ofPixels(new double[1]));
	}

	@Test
	void takesTheNearestValueThatTheTypeHolds() {
		final double[] values = { -40000, -1.6, 2.5, Double.NaN, 70000 };
		assertArrayEquals(new double[] { -32768, -2, 2, 0, 32767 }, Plane.nearest(PlaneType.OFFSET16, values).values());
		assertArrayEquals(new double[] { 0, 0, 2, 0, 255 }, Plane.nearest(PlaneType.UINT8, values).values());
		assertThrows(IllegalArgumentException.class, () -> Plane.nearest(PlaneType.INT32, values));
	}

	@Test
	void picksElementsAndFillsWhereThereIsNone() {
		final int[] from = { 3, -1, 0 };
		final Plane picked = Plane.of(PlaneType.INT16, SHORTS).pick(3, i -> from[i], Plane.of(PlaneType.INT16, new short[] {
			7 }));
		assertArrayEquals(new short[] { -32768, 7, 0 }, picked.shorts());
		assertEquals(PlaneType.INT16, picked.type());
		assertArrayEquals(new int[] { 5 }, Plane.of(PlaneType.RGB, new int[] { 5 }).copy().ints());
	}

	@Test
	void hasEveryPatternOfBitsOnce() {
		final double[] values = Plane.ofAllBits(PlaneType.INT8).values();
		assertEquals(256, values.length);
		assertEquals(127, values[127]);
		assertEquals(-128, values[128]);
		assertEquals(-1, Plane.ofAllBits(PlaneType.INT16).valueAt(65535));
	}
}
