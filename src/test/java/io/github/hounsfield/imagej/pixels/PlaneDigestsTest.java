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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import org.junit.jupiter.api.Test;

/**
 * {@link PlaneDigests} gives the lines that were made when a plane was noted, and makes those of any other plane when
 * they are asked for; sums by hand.
 */
class PlaneDigestsTest {

	/** 1 + 2 + 3 + 4 is 10, and 1 + 4 + 9 + 16 is 30. */
	private static final String DIGEST = "Hounsfield  Pixel digest: 0000000a0000001e\n";

	private static Plane plane() {
		return Plane.of(PlaneType.OFFSET16, new short[] { 1, 2, 3, 4 });
	}

	@Test
	void linesAreOfThePixelsThatWereNoted() {
		final PlaneDigests digests = new PlaneDigests(2, 2);
		final Plane plane = plane();
		digests.note(plane);
		final String noted = digests.of(plane, 2, 2);
		assertTrue(noted.startsWith(DIGEST + "Hounsfield  Pixel places: 2x2 "), noted);
		plane.shorts()[0] = 9;
		assertEquals(noted, digests.of(plane, 2, 2));
		assertNotEquals(noted, new PlaneDigests(2, 2).of(plane, 2, 2));
	}

	@Test
	void linesOfAnotherPlaneAreMadeWhenAskedFor() {
		final PlaneDigests digests = new PlaneDigests(2, 2);
		digests.note(Plane.of(PlaneType.OFFSET16, new short[4]));
		final String lines = digests.of(plane(), 4, 1);
		assertTrue(lines.startsWith(DIGEST + "Hounsfield  Pixel places: 4x1 "), lines);
		assertTrue(lines.endsWith("\n"), lines);
	}

	@Test
	void coloursAndMasksHaveNone() {
		assertFalse(PlaneDigests.has(PlaneType.RGB));
		assertFalse(PlaneDigests.has(PlaneType.MASK));
		assertTrue(PlaneDigests.has(PlaneType.UINT8));
		assertTrue(PlaneDigests.has(PlaneType.FLOAT32));
	}
}
