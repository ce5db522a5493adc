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
package io.github.hounsfield.intensity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PS3.3 C.7.5.1.1.2. */
class PaddingTest {

	private static final Rescale GE = new Rescale(1, -1024);

	@ParameterizedTest(name = "value {0} to {1}, {2} bits, signed {3}: {4} is padding, {5} is not")
	@CsvSource({
		"-2000, -2000, 16, true, -2000, -1999",
		// written as US in an image of signed values, and as SS in one of unsigned values
		"63536, 63536, 16, true, -2000, 63536", "-2000, -2000, 16, false, 63536, -2000",
		"-2000, -1024, 16, true, -1024, -1023", "-1024, -2000, 16, true, -2000, -2001",
		// a range over zero
		"65436, 100, 16, true, -100, -101", "-100, 100, 16, true, 0, 101",
		"0, 5, 16, false, 5, 6", "255, 250, 8, false, 252, 249", "-1, -1, 8, false, 255, -1", "255, 255, 8, true, -1, 255",
		"4294965296, 4294965296, 32, true, -2000, 2000" })
	void holdsWhatIsInTheRangeModuloBitsAllocated(final long value, final long limit, final int bits,
		final boolean signed, final double inside, final double outside)
	{
		final Padding padding = Padding.ofPixelPaddingRange(value, limit, bits, signed);
		assertTrue(padding.contains(inside));
		assertFalse(padding.contains(outside));
	}

	@ParameterizedTest
	@CsvSource({ "0", "-1", "33", "64" })
	void rejectsBitsThatNoStoredValueHas(final int bits) {
		assertThrows(IntensityException.class, () -> Padding.ofPixelPaddingRange(0, 0, bits, false));
	}

	@Test
	void takesFloatValuesAsTheyAre() {
		assertTrue(Padding.ofRange(2.5, -1.5).contains(-1.5));
		assertTrue(Padding.ofRange(2.5, -1.5).contains(2.5));
		assertFalse(Padding.ofRange(2.5, -1.5).contains(2.6));
		assertFalse(Padding.ofRange(2.5, -1.5).contains(Double.NaN));
		assertTrue(Padding.ofValue(Double.NaN).contains(Double.NaN));
		assertFalse(Padding.ofValue(Double.NaN).contains(0));
	}

	@Test
	void rejectsRangesThatAreHalfNotANumber() {
		assertThrows(IntensityException.class, () -> new Padding.Range(0, Double.NaN));
		assertThrows(IntensityException.class, () -> new Padding.Range(1, 0));
	}

	@Test
	void joinsRanges() {
		final Padding both = Padding.ofValue(-2000).or(Padding.ofRange(5, 7));
		assertTrue(both.contains(-2000));
		assertTrue(both.contains(6));
		assertFalse(both.contains(0));
		assertEquals(both, both.or(Padding.ofValue(-2000)));
		assertEquals(both, both.or(Padding.NONE));
		assertEquals(both, Padding.NONE.or(both));
		assertTrue(Padding.NONE.isNone());
		assertFalse(Padding.NONE.contains(Double.NaN));
	}

	@Test
	void findsTheUndeclaredValueOutsideTheFieldOfView() {
		final short[] slice = { -2000, 5, -2000, 24, 900, 24, -2000, 7, -2000 };
		assertEquals(Padding.ofValue(-2000), Padding.outsideFieldOfView(Plane.of(PlaneType.INT16, slice), 3, 3, GE));
	}

	@Test
	void takesNoCornerForPaddingThatADetectorCouldGive() {
		// -100 - 1024 = -1124: not below the limit
		assertEquals(Padding.NONE, Padding.outsideFieldOfView(GE, -100, -100, -100, -100));
		assertEquals(Padding.ofValue(-101), Padding.outsideFieldOfView(GE, -101, -101, -101, -101));
		assertEquals(Padding.NONE, Padding.outsideFieldOfView(GE, -2000, -2000, -2000, -1999));
	}

	@Test
	void namesEveryModeOfPadding() {
		assertEquals(PaddingMode.AIR, PaddingMode.ofLabel("Air (-1000 HU)"));
		assertEquals(PaddingMode.ZERO_BEFORE_RESCALE, PaddingMode.ofLabel("Zero before rescale"));
		assertEquals(PaddingMode.NAN, PaddingMode.ofLabel("NaN"));
		assertEquals(PaddingMode.KEEP, PaddingMode.ofLabel("Keep"));
		final String message = assertThrows(IntensityException.class, () -> PaddingMode.ofLabel("air")).getMessage();
		assertEquals("padding is 'air'; expected one of 'Air (-1000 HU)', 'Zero before rescale', 'NaN', 'Keep'", message);
	}
}
