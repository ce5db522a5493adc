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
package io.github.hounsfield.lung;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.intensity.SliceTransforms;
import io.github.hounsfield.work.Workers;
import java.util.List;
import java.util.OptionalDouble;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

/**
 * What {@link LungDensity} cannot measure is refused, and what changes its numbers is said. Also tests
 * {@code DensityOptions} and {@code MaskLabels}.
 */
class LungDensityRefusalsTest {

	@Test
	void saysWhatChangesTheNumbers() {
		final float[] hu = { -1024, -900, Float.NaN, -850, -870, -860, -850, -840 };
		final DensityTable table = LungDensityTest.measure(hu, LungDensityTest.bytes(1, 1, 1, 1, 1, 1, 1, 1),
			LungDensityTest.grid(2, 2, 2), DensityOptions.DEFAULT);
		final String notes = String.join("\n", table.notes());
		assertTrue(notes.contains("Padding or NaN in the image is left out: 1 voxel of the mask."), notes);
		assertEquals("Less than 0.1 %", Text.percent(9.0 / 4_000_000));
		assertEquals("0 %", Text.percent(0));
		assertEquals("less than 0.1 ml", Text.millilitres(0.04));
		assertTrue(notes.contains("14.3 % of the mask (1 voxel) is at -1024 HU or under"), notes);
		assertTrue(notes.contains("cut at the first slice: 0.1 cm2"), notes);
		assertTrue(notes.contains("cut at the last slice: 0.2 cm2"), notes);
		assertTrue(notes.contains("There is no left lung in the mask"), notes);
		assertEquals(7, table.row("both").voxels());
	}

	@Test
	void refusesWhatCannotBeMeasured() {
		final float[] hu = { -900, -900, -900, -900 };
		assertRefused("the mask is empty: none of its 4 voxels is 255, 1 or 2", hu, LungDensityTest.bytes(0, 0, 0, 0));
		assertRefused("the mask holds 7 in slice 2; expected 0 and 255, or 0, 1", hu, LungDensityTest.bytes(1, 1, 7, 1));
		assertRefused("the mask holds 255 in 2 voxels and 1 or 2 in 2", hu, LungDensityTest.bytes(1, 2, 255, 255));
		assertRefused("25 % of the mask is under -1100 or over 3100 HU; expected 1 % at most", new float[] { -2000, -900,
			-900, -900 }, LungDensityTest.bytes(1, 1, 1, 1));
		assertRefused("none of the 4 voxels of the mask has HU", new float[] { Float.NaN, Float.NaN, Float.NaN, Float.NaN },
			LungDensityTest.bytes(1, 1, 1, 1));
		final LungException size = assertThrows(LungException.class, () -> LungDensity.measure(ArrayImgs.floats(hu, 2, 1, 2),
			SliceTransforms.IDENTITY, ArrayImgs.unsignedBytes(new byte[6], 3, 1, 2), LungDensityTest.grid(2, 1, 2),
				DensityOptions.DEFAULT,
			Workers.serial()));
		assertEquals("the mask has 3 x 1 x 2 voxels; expected 2 x 1 x 2", size.getMessage());
		final DensityTable nan = LungDensity.measure(ArrayImgs.floats(hu, 2, 1, 2), SliceTransforms.IDENTITY, ArrayImgs
			.floats(new float[] { 255, Float.NaN, 0, 255 }, 2, 1, 2), LungDensityTest.grid(2, 1, 2),
				DensityOptions.DEFAULT.withSides(false).withThresholds(List.of()).withPercentiles(List
				.of()), Workers.serial());
		assertEquals(2, nan.row("both").voxels());
		assertTrue(nan.notes().get(0).startsWith("The mask holds NaN in 1 voxel, left out"), nan.notes().toString());
	}

	private static void assertRefused(final String message, final float[] hu, final byte[] mask) {
		final LungException refused = assertThrows(LungException.class, () -> LungDensityTest.measure(hu, mask,
			LungDensityTest.grid(2, 1, 2),
			DensityOptions.DEFAULT));
		assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
	}

	@Test
	void refusesOptionsOutsideTheirRange() {
		assertThrows(LungException.class, () -> options(List.of(-1024.0), List.of()));
		assertThrows(LungException.class, () -> options(List.of(-950.0, -950.0), List.of()));
		assertThrows(LungException.class, () -> options(List.of(), List.of(100.0)));
		assertThrows(LungException.class, () -> DensityOptions.DEFAULT.withThresholds(List.of()).withPercentiles(
			List.of()).withReferenceMl(OptionalDouble
			.of(0)));
	}

	private static DensityOptions options(final List<Double> thresholds, final List<Double> percentiles) {
		return DensityOptions.DEFAULT.withThresholds(thresholds).withPercentiles(percentiles);
	}
}
