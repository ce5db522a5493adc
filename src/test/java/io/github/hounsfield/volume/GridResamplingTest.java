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
package io.github.hounsfield.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.work.Workers;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Volumes on grids of other spacings against what they were computed from: ramps and parabolas are had back where the
 * interpolation keeps them, sizes and places follow from the formulas by hand, borders and not-a-numbers stay where
 * they belong. Also tests {@code VoxelGrid}, {@code VolumeResampler} and {@code AxisSampling}.
 */
class GridResamplingTest {

	private static final Workers WORKERS = Workers.threads(2);

	/** x to the back, y down, z to the left; 0.75 x 0.5 x 2 mm. */
	private static final VoxelGrid GRID = new VoxelGrid(20, 31, 12, new Vector3(10, -20, 30), new Vector3(0, 0.75, 0),
		new Vector3(0, 0, -0.5), new Vector3(-2, 0, 0));

	private static Resampling to(final double x, final double y, final double z, final Interpolation interpolation,
		final boolean keepFirst)
	{
		return new Resampling(new Vector3(x, y, z), interpolation, keepFirst, -1000, false);
	}

	/** A function of the place in the patient, sampled. */
	private interface Field {

		double at(double x, double y, double z);
	}

	private static Img<FloatType> sampled(final Field field) {
		final Img<FloatType> image = ArrayImgs.floats(GRID.width(), GRID.height(), GRID.depth());
		final Cursor<FloatType> cursor = image.localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			final Vector3 p = GRID.toPatient(cursor.getDoublePosition(0), cursor.getDoublePosition(1), cursor.getDoublePosition(
				2));
			cursor.get().setReal(field.at(p.x(), p.y(), p.z()));
		}
		return image;
	}

	/** Compares all voxels whose place is between the centres of the outermost ones, and so far from them. */
	private static int assertField(final Field field, final Resampling resampling, final double margin,
		final double tolerance)
	{
		final Img<FloatType> out = resampling.resample(Views.translate(sampled(field), 3, -2, 5), GRID, WORKERS);
		final VoxelGrid to = resampling.target(GRID);
		assertEquals(to.width(), out.dimension(0));
		final Cursor<FloatType> cursor = out.localizingCursor();
		int compared = 0;
		while (cursor.hasNext()) {
			final float value = cursor.next().get();
			final Vector3 p = to.toPatient(cursor.getDoublePosition(0), cursor.getDoublePosition(1),
				cursor.getDoublePosition(2));
			final Vector3 old = GRID.toVoxel(p);
			if (old.x() < margin || old.y() < margin || old.z() < margin || old.x() > 19 - margin || old.y() > 30 - margin || old
				.z() > 11 - margin) continue;
			assertEquals(field.at(p.x(), p.y(), p.z()), value, tolerance, p.toString());
			compared++;
		}
		return compared;
	}

	@ParameterizedTest
	@CsvSource({ "1,1,1", "0.4,0.4,0.4", "1.5,0.5,3.3", "0.75,0.5,2", "7,7,7" })
	void rampsAreExact(final double x, final double y, final double z) {
		final Field ramp = (a, b, c) -> 3 * a - 2 * b + 0.5 * c - 100;
		for (final boolean first : new boolean[] { false, true }) {
			assertTrue(assertField(ramp, to(x, y, z, Interpolation.LINEAR, first), -1e-9, 2e-5) > 0);
			assertTrue(assertField(ramp, to(x, y, z, Interpolation.CUBIC, first), 1, 2e-5) > 0);
		}
	}

	@Test
	void cubicKeepsParabolas() {
		assertTrue(assertField((a, b, c) -> 0.1 * a * a + a * b - 0.2 * c * c, to(0.6, 0.6, 0.6, Interpolation.CUBIC, false),
			1, 1e-3) > 1000);
	}

	@Test
	void sizeAndPlaceFollowTheFormulas() {
		// 20 x 0.75 = 15, 31 x 0.5 = 15.5 -> 16, 12 x 2 = 24 voxels of 1 mm
		final VoxelGrid centre = to(1, 1, 1, Interpolation.LINEAR, false).target(GRID);
		assertEquals("15 16 24", centre.width() + " " + centre.height() + " " + centre.depth());
		// along x (0.75 x 19 - 14) / 2 = 0.125, along y (15 - 15) / 2 = 0, along z (22 - 23) / 2 = -0.5 mm
		assertArrayEquals(new double[] { 10 + 0.5, -20 + 0.125, 30 }, centre.origin().toArray(), 1e-12);
		assertArrayEquals(new double[] { 0, 1, 0 }, centre.stepX().toArray(), 0);
		assertArrayEquals(new double[] { 0, 0, -1 }, centre.stepY().toArray(), 0);
		assertArrayEquals(new double[] { -1, 0, 0 }, centre.stepZ().toArray(), 0);
		assertEquals(GRID.toPatient(9.5, 15, 5.5).x(), centre.toPatient(7, 7.5, 11.5).x(), 1e-12, "the middle stays");
		assertEquals(GRID.origin(), to(1, 1, 1, Interpolation.LINEAR, true).target(GRID).origin());
		final VoxelGrid one = to(100, 100, 100, Interpolation.LINEAR, false).target(GRID);
		assertEquals("1 1 1", one.width() + " " + one.height() + " " + one.depth());
		assertArrayEquals(GRID.toPatient(9.5, 15, 5.5).toArray(), one.origin().toArray(), 1e-9);
		assertEquals(GRID, to(0.75, 0.5, 2, Interpolation.LINEAR, false).target(GRID), "the same spacing is the same grid");
	}

	private static float[] line(final float[] values, final double spacing, final Resampling resampling) {
		final VoxelGrid grid = new VoxelGrid(values.length, 1, 1, Vector3.ZERO, new Vector3(spacing, 0, 0), new Vector3(0, 1,
			0), new Vector3(0, 0, 1));
		final Img<FloatType> out = resampling.resample(ArrayImgs.floats(values, values.length, 1, 1), grid, WORKERS);
		final float[] line = new float[(int) out.dimension(0)];
		final RandomAccess<FloatType> access = out.randomAccess();
		for (int i = 0; i < line.length; i++)
			line[i] = access.setPositionAndGet(i, 0, 0).get();
		return line;
	}

	@Test
	void halfAVoxelOutsideIsTheOutermostValueAndFurtherOutFill() {
		// 4 voxels of 1 mm to 8 of 0.5: centres from -0.25 to 3.25
		assertArrayEquals(new float[] { 10, 12.5f, 17.5f, 22.5f, 27.5f, 32.5f, 37.5f, 40 },
			line(new float[] { 10, 20, 30, 40 },
			1, to(0.5, 1, 1, Interpolation.LINEAR, false)), 1e-5f);
		// first: 0, 0.4 ... 3.6; round(4 / 0.4) = 10 voxels; 3.2 is 40, 3.6 is beyond 3.5
		final float[] first = line(new float[] { 10, 20, 30, 40 }, 1, to(0.4, 1, 1, Interpolation.LINEAR, true));
		assertArrayEquals(new float[] { 10, 14, 18, 22, 26, 30, 34, 38, 40, -1000 }, first, 1e-5f);
		assertArrayEquals(new float[] { 10, 10, 20, 20, 30, 30, 30, 40, 40, -1000 }, line(new float[] { 10, 20, 30, 40 }, 1,
			to(0.4, 1, 1, Interpolation.NEAREST, true)), 0, "0 0.4 0.8 1.2 1.6 2.0 2.4 2.8 3.2 3.6");
	}

	@Test
	void notANumberSpreadsToItsNeighboursOnly() {
		final float[] values = { 1, 2, Float.NaN, 4, 5, 6 };
		final float[] linear = line(values, 1, to(0.5, 1, 1, Interpolation.LINEAR, true));
		for (int i = 0; i < linear.length; i++)
			assertEquals(i == 3 || i == 4 || i == 5, Float.isNaN(linear[i]), "at " + i / 2.0);
		final float[] same = line(values, 1, to(1, 1, 1, Interpolation.CUBIC, false));
		assertArrayEquals(values, same);
	}

	@Test
	void smoothingKeepsMeansAndLeavesAxesThatShrinkLittle() {
		final float[] step = new float[64];
		for (int i = 32; i < 64; i++)
			step[i] = 100;
		final Resampling smooth = Resampling.to(new Vector3(4, 1, 1), Interpolation.LINEAR).withSmooth(true);
		final float[] out = line(step, 1, smooth);
		// sigma is 0.5 sqrt(15) = 1.936 voxels; samples at 29.5 and 33.5 are 2 before and after the edge at 31.5:
		// 100 times the normal distribution at -2 / 1.936 is 15.09, smeared a little by the interpolation
		assertEquals(15.09, out[7], 1);
		assertEquals(100, out[7] + out[8], 1e-4);
		assertEquals(0, out[0]);
		assertEquals(100, out[15], 1e-4);
		final Resampling little = Resampling.to(new Vector3(2, 1, 1), Interpolation.LINEAR).withSmooth(true);
		assertArrayEquals(line(step, 1, to(2, 1, 1, Interpolation.LINEAR, false)), line(step, 1, little));
	}

	@Test
	void whatMakesNoGridIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> to(0, 1, 1, Interpolation.LINEAR, false));
		assertThrows(IllegalArgumentException.class, () -> to(Double.NaN, 1, 1, Interpolation.LINEAR, false));
		assertThrows(IllegalArgumentException.class, () -> to(1e-9, 1, 1, Interpolation.LINEAR, false).target(GRID));
		assertThrows(IllegalArgumentException.class, () -> to(1e-4, 1e-4, 1, Interpolation.LINEAR, false).target(GRID));
		assertThrows(IllegalArgumentException.class, () -> Resampling.to(new Vector3(1, 1, 1),
			Interpolation.NEAREST).withSmooth(true));
		assertThrows(IllegalArgumentException.class, () -> Interpolation.ofLabel("spline"));
	}
}
