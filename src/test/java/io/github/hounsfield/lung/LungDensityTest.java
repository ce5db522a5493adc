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

import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.intensity.SliceTransforms;
import io.github.hounsfield.work.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

/**
 * Every column equals what is worked out by hand; shares of synthetic lungs are exact. Also tests {@code Clusters},
 * {@code SliceTally}, {@code Moments} and {@code OrderStatistics}.
 */
class LungDensityTest {

	/** 2 x 2 x 2.5 mm: 0.01 ml. */
	private static final double VOXEL = 0.01;

	static PatientGrid grid(final int width, final int height, final int depth) {
		return new PatientGrid(width, height, depth, 2, 2, 2.5, 1, 1);
	}

	static DensityTable measure(final float[] hu, final byte[] mask, final PatientGrid grid,
		final DensityOptions options)
	{
		return LungDensity.measure(ArrayImgs.floats(hu, grid.width(), grid.height(), grid.depth()), SliceTransforms.IDENTITY,
			ArrayImgs.unsignedBytes(mask, grid.width(), grid.height(), grid.depth()), grid, options, Workers.threads(3));
	}

	static byte[] bytes(final int... values) {
		final byte[] bytes = new byte[values.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) values[i];
		return bytes;
	}

	@Test
	void measuresWhatIsWorkedOutByHand() {
		final float[] hu = { -1020, -950, -951, -910, -600, -250, -249, 100, -5000 };
		final byte[] mask = bytes(1, 1, 1, 1, 1, 1, 1, 1, 0);
		final DensityRow row = measure(hu, mask, grid(3, 3, 1), DensityOptions.DEFAULT.withThresholds(List.of(-950.0, -910.0,
			-856.5)).withPercentiles(List.of(15.0, 2.5)).withReferenceMl(OptionalDouble.of(0.04))).row("right");
		assertEquals(8 * VOXEL, row.value("Volume_ml"), 1e-15);
		assertEquals(-4830 / 8.0, row.value("MLD_HU"), 1e-12);
		// differences from the mean of -603.75, squared: 173264.0625, 119889.0625, 120582.5625, 93789.0625, 14.0625,
		// 125139.0625, 125847.5625, 495264.0625
		assertEquals(Math.sqrt(1253789.5 / 7), row.value("SD_HU"), 1e-9);
		assertEquals(-755, row.value("Median_HU"), 1e-12);
		assertEquals((0 + 50 + 49 + 90 + 400 + 750 + 751 + 1100) / 1000.0 * VOXEL, row.value("Mass_g"), 1e-15);
		final double air = 1 + 0.95 + 0.951 + 0.91 + 0.6 + 0.25 + 0.249 + 0;
		assertEquals(air * VOXEL, row.value("Air_ml"), 1e-15);
		assertEquals((8 - air) * VOXEL, row.value("Tissue_ml"), 1e-15);
		assertEquals(25, row.value("LAA950_percent"));
		assertEquals(37.5, row.value("LAA910_percent"));
		assertEquals(50, row.value("LAA856.5_percent"));
		assertEquals(25, row.value("HAA_percent"));
		// sorted: -1020 -951 -950 ...; rank 7 x 0.15 = 1.05; 7 x 0.025 = 0.175
		assertEquals(-951 + 0.05, row.value("Perc15_HU"), 1e-9);
		assertEquals(49 + 0.05, row.value("Perc15_g_l"), 1e-9);
		assertEquals(49.05 * 0.08 / 0.04, row.value("Perc15_VA_g_l"), 1e-9);
		assertEquals(-1020 + 0.175 * 69, row.value("Perc2.5_HU"), 1e-9);
		assertEquals(8, row.voxels());
	}

	@Test
	void higherMomentsAreThoseOfThePopulation() {
		// 1 2 3 10 less 900: mean 4, differences -3 -2 -1 6: squares 50, cubes 180, fourth powers 1394
		final DensityRow row = measure(new float[] { -899, -898, -897, -890 }, bytes(255, 255, 255, 255), grid(2, 1, 2),
			DensityOptions.DEFAULT).row("both");
		assertEquals(45 / Math.pow(12.5, 1.5), row.value("Skewness"), 1e-12);
		assertEquals(348.5 / 156.25 - 3, row.value("Kurtosis"), 1e-12);
		assertEquals(Math.sqrt(50 / 3.0), row.value("SD_HU"), 1e-12);
		final DensityRow equal = measure(new float[] { -850.3f, -850.3f, -850.3f, -850.3f }, bytes(255, 255, 255, 255),
			grid(2, 1, 2), DensityOptions.DEFAULT).row("both");
		assertEquals(0, equal.value("SD_HU"));
		assertEquals(-850.3f, equal.value("Perc15_HU"));
		assertTrue(Double.isNaN(equal.value("Skewness")));
	}

	@Test
	void sharesOfASyntheticLungAreThoseThatWereSet() {
		final Random random = new Random(3);
		final int n = 200 * 100 * 20;
		final int[] order = IntStream.range(0, n).toArray();
		for (int i = n - 1; i > 0; i--) {
			final int j = random.nextInt(i + 1);
			final int swap = order[i];
			order[i] = order[j];
			order[j] = swap;
		}
		final float[] hu = new float[n];
		for (int i = 0; i < n; i++)
			hu[order[i]] = i < 0.12 * n ? -970.25f : i < 0.3 * n ? -950 : i < 0.97 * n ? -849.5f : -300;
		final byte[] mask = new byte[n];
		Arrays.fill(mask, (byte) 255);
		final DensityRow row = measure(hu, mask, grid(200, 100, 20), DensityOptions.DEFAULT).row("both");
		assertEquals(12, row.value("LAA950_percent"));
		assertEquals(30, row.value("LAA910_percent"));
		assertEquals(3, row.value("HAA_percent"), 1e-12);
		assertEquals(-950, row.value("Perc15_HU"));
		assertEquals(-849.5, row.value("Median_HU"));
		assertEquals(n * VOXEL, row.value("Volume_ml"), 1e-9);
	}

	@Test
	void percentilesAreExactWhereManyValuesLieInOneHu() {
		final int n = 300 * 300 * 60;
		final float[] hu = new float[n];
		for (int i = 0; i < n; i++)
			hu[i] = -900 + (float) (Math.floorMod(i * 7919L, n) / (double) n) * 0.9f;
		final float[] sorted = hu.clone();
		Arrays.sort(sorted);
		final byte[] mask = new byte[n];
		Arrays.fill(mask, (byte) 255);
		final DensityRow row = measure(hu, mask, grid(300, 300, 60), DensityOptions.DEFAULT.withSides(false).withThresholds(
			List.of()).withPercentiles(List.of(15.0, 90.0))).row("both");
		for (final double p : new double[] { 15, 90 }) {
			final double rank = (n - 1) * p / 100;
			final double low = sorted[(int) rank];
			assertEquals(low + (sorted[(int) rank + 1] - low) * (rank - (int) rank), row.value("Perc" + (int) p + "_HU"), 1e-9);
		}
	}

	@Test
	void thirdsGoFromTheHeadAndHoldEqualVolumes() {
		final float[] hu = new float[9 * 4];
		final byte[] mask = new byte[hu.length];
		for (int z = 0; z < 9; z++)
			for (int i = 0; i < 4; i++) {
				hu[z * 4 + i] = -900 + z;
				mask[z * 4 + i] = (byte) (i < 2 ? 1 : z < 3 ? 2 : 0);
			}
		final DensityOptions options = DensityOptions.DEFAULT.withThresholds(List.of()).withPercentiles(
			List.of()).withThirds(true);
		final DensityTable table = measure(hu, mask, grid(2, 2, 9), options);
		assertEquals(List.of("both", "both upper", "both middle", "both lower", "right", "right upper", "right middle",
			"right lower", "left", "left upper", "left middle", "left lower"), table.rows().stream().map(DensityRow::region)
				.toList());
		assertEquals(-893, table.row("right upper").value("MLD_HU"), 1e-12);
		assertEquals(-896, table.row("right middle").value("MLD_HU"), 1e-12);
		assertEquals(-899, table.row("right lower").value("MLD_HU"), 1e-12);
		assertEquals(-898, table.row("left upper").value("MLD_HU"), 1e-12);
		// 24 voxels, 8 each: slices 1 and 2 have 8, slices 3 to 5 have 8, slices 6 to 9 have 8
		assertEquals(-899.5, table.row("both lower").value("MLD_HU"), 1e-12);
		assertEquals(-893.5, table.row("both upper").value("MLD_HU"), 1e-12);
		final DensityTable flipped = LungDensity.measure(ArrayImgs.floats(hu, 2, 2, 9), SliceTransforms.IDENTITY, ArrayImgs
			.unsignedBytes(mask, 2, 2, 9), new PatientGrid(2, 2, 9, 2, 2, 2.5, 1, -1), options, Workers.serial());
		assertEquals(-899, flipped.row("right upper").value("MLD_HU"), 1e-12);
		assertThrows(LungException.class, () -> LungDensity.measure(ArrayImgs.floats(hu, 2, 2, 9), SliceTransforms.IDENTITY,
			ArrayImgs.unsignedBytes(mask, 2, 2, 9), new PatientGrid(2, 2, 9, 2, 2, 2.5, 1, 0), options, Workers.serial()));
	}

	@Test
	void clustersFollowThePowerOfTheirSizes() {
		// 4096 s^-2 clusters of size s or more
		final Map<Long, Long> sizes = new TreeMap<>(Map.of(1L, 4096L - 1024, 2L, 1024L - 256, 4L, 256L - 64, 8L, 64L));
		final Clusters clusters = Clusters.of(4096, sizes);
		assertEquals(2, clusters.exponent(), 1e-12);
		assertEquals(1, clusters.r2(), 1e-12);
		final float[] hu = new float[5 * 5 * 2];
		Arrays.fill(hu, -800);
		for (final int i : new int[] { 0, 1, 25, 12, 24, 49, 45 })
			hu[i] = -951;
		hu[30] = -950;
		final byte[] mask = new byte[hu.length];
		Arrays.fill(mask, (byte) 255);
		final DensityRow row = measure(hu, mask, grid(5, 5, 2), DensityOptions.DEFAULT.withSides(false).withThresholds(
			List.of()).withPercentiles(List.of()).withClusters(true)).row("both");
		// clusters of 3 (0, 1, 25), 1 (12), 2 (24, 49), 1 (45): points (1, 4), (2, 2), (3, 1)
		assertEquals(4, row.value("Clusters_n"));
		final double[] x = { 0, Math.log(2), Math.log(3) };
		final double[] y = { Math.log(4), Math.log(2), 0 };
		final double mx = (x[1] + x[2]) / 3;
		final double my = (y[0] + y[1]) / 3;
		double xy = 0;
		double xx = 0;
		for (int i = 0; i < 3; i++) {
			xy += (x[i] - mx) * (y[i] - my);
			xx += (x[i] - mx) * (x[i] - mx);
		}
		assertEquals(-xy / xx, row.value("Clusters_D"), 1e-12);
	}

	@Test
	void aMaskOf255IsDividedWhereTheSidesAreKnown() {
		final Thorax thorax = Thorax.withLungs();
		final LungMask mask = thorax.mask(LungMaskOptions.DEFAULT.withClose(0));
		final byte[] labels = Thorax.labels(mask);
		final byte[] whole = new byte[labels.length];
		for (int i = 0; i < labels.length; i++)
			whole[i] = (byte) (labels[i] == 0 ? 0 : 255);
		final DensityTable sided = measure(thorax.voxels(), labels, thorax.grid(), DensityOptions.DEFAULT);
		final DensityTable divided = measure(thorax.voxels(), whole, thorax.grid(), DensityOptions.DEFAULT);
		assertEquals(List.of("both", "right", "left"), divided.rows().stream().map(DensityRow::region).toList());
		for (final DensityRow row : sided.rows())
			assertEquals(row.values(), divided.row(row.region()).values());
		final PatientGrid unknown = new PatientGrid(260, 180, 88, 1.5, 1.5, 2.5, 0, 0);
		final DensityTable both = measure(thorax.voxels(), whole, unknown, DensityOptions.DEFAULT);
		assertEquals(1, both.rows().size());
		assertTrue(both.notes().get(0).contains("no rows for right and left"), both.notes().toString());
	}

	@Test
	void readsStoredValuesThroughTheirRescale() {
		final short[] stored = { 10, 20, 30, 40 };
		final DensityRow row = LungDensity.measure(ArrayImgs.shorts(stored, 2, 1, 2), SliceTransforms.of(new Rescale(1.3,
			-900.7)), ArrayImgs.unsignedBytes(bytes(1, 1, 1, 1), 2, 1, 2), grid(2, 1, 2), DensityOptions.DEFAULT, Workers
				.serial()).row("both");
		assertEquals(1.3 * 25 - 900.7, row.value("MLD_HU"), 1e-12);
		assertEquals(1.3 * (10 + 10 * 0.45) - 900.7, row.value("Perc15_HU"), 1e-12);
	}

}
