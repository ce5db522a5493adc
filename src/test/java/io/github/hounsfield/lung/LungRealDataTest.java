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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.intensity.HuPlanes;
import io.github.hounsfield.intensity.SliceTransforms;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On real chests masks equal scipy.ndimage's voxel by voxel, and density equals numpy's on the same mask and HU. */
class LungRealDataTest {

	private static final double RELATIVE = 1e-9;
	private static final LungMaskOptions OPEN = LungMaskOptions.DEFAULT.withClose(0).withAirwaysRemoved(false);

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "chest-64", "chest-two-series", "ct-3slice" })
	void masksAndNumbersEqualThoseOfScipyAndNumpy(final String name) throws IOException, InterruptedException {
		for (final RealChests.Chest chest : RealChests.in(name)) {
			final PatientGrid grid = chest.grid();
			Scipy.write(folder, "hu", hu(chest));
			final byte[] open = Thorax.labels(mask(chest, OPEN));
			final byte[] airless = Thorax.labels(mask(chest, LungMaskOptions.DEFAULT));
			Files.write(folder.resolve("open"), open);
			Files.write(folder.resolve("closed"), Thorax.labels(mask(chest, OPEN.withClose(8))));
			Files.write(folder.resolve("airless"), airless);
			final Map<String, Double> python = Scipy.run(folder, grid, """
				hu = load('hu', '<f8')
				a, b, c = load('open', 'u1'), load('closed', 'u1'), load('airless', 'u1')
				print('open', np.count_nonzero((a > 0) != lungs(hu)))
				print('closed', np.count_nonzero(b[::6] != closed(a[::6], 8)))
				voxel = s[0] * s[1] * s[2] / 1000
				for name, labels in (('both', (1, 2)), ('right', (1,)), ('left', (2,))):
				    v = hu[np.isin(c, labels)]
				    d = v - v.mean()
				    clipped = np.maximum(v, -1000)
				    low, n = nd.label(np.isin(c, labels) & (hu < -950))
				    sizes, counts = np.unique(np.bincount(low.ravel())[1:], return_counts=True)
				    atLeast = np.cumsum(counts[::-1])[::-1]
				    x, y = np.log10(sizes), np.log10(atLeast)
				    fit = np.polyfit(x, y, 1)
				    p15, median = np.percentile(v, 15), np.median(v)
				    air = np.clip(-v / 1000, 0, 1).sum() * voxel
				    for key, value in dict(Volume_ml=len(v) * voxel, MLD_HU=v.mean(), SD_HU=v.std(ddof=1), Median_HU=median,
				            Skewness=(d ** 3).mean() / (d ** 2).mean() ** 1.5,
				            Kurtosis=(d ** 4).mean() / (d ** 2).mean() ** 2 - 3,
				            Mass_g=((clipped + 1000) / 1000).sum() * voxel, Air_ml=air, Tissue_ml=len(v) * voxel - air,
				            LAA950_percent=100 * (v < -950).mean(), LAA910_percent=100 * (v < -910).mean(),
				            HAA_percent=100 * ((v >= -600) & (v <= -250)).mean(), Perc15_HU=p15, Perc15_g_l=p15 + 1000,
				            Perc15_VA_g_l=(p15 + 1000) * len(v) * voxel / 6000, Clusters_D=-fit[0], Clusters_n=n,
				            Clusters_r2=np.corrcoef(x, y)[0, 1] ** 2).items():
				        print(name + ':' + key, repr(float(value)))
				""");
			assertEquals(0, python.remove("open"), chest.name() + ": voxels that differ from scipy's components");
			assertEquals(0, python.remove("closed"), chest.name() + ": voxels that differ from scipy's closing");
			final DensityTable table = LungDensity.measure(chest.stored(), chest.transforms(), ArrayImgs.unsignedBytes(airless,
				grid.width(), grid.height(), grid.depth()), grid, DensityOptions.DEFAULT.withThresholds(List.of(-950.0,
					-910.0)).withPercentiles(List.of(15.0)).withClusters(true).withReferenceMl(OptionalDouble.of(6000)),
					Workers.threads(2));
			assertEquals(54, python.size());
			python.forEach((key, value) -> assertEquals(value, table.row(key.split(":")[0]).value(key.split(":")[1]), RELATIVE *
				Math.abs(value), chest.name() + " " + key));
		}
	}

	private static LungMask mask(final RealChests.Chest chest, final LungMaskOptions options) {
		return LungMasker.mask(chest.stored(), chest.transforms(), chest.grid(), options, Workers.threads(2));
	}

	private static double[] hu(final RealChests.Chest chest) {
		final HuPlanes planes = new HuPlanes(chest.stored(), chest.transforms());
		final double[] all = new double[planes.planeSize() * planes.planeCount()];
		final double[] one = new double[planes.planeSize()];
		for (int z = 0; z < planes.planeCount(); z++) {
			planes.reader().read(z, one);
			for (int i = 0; i < one.length; i++)
				all[z * one.length + i] = Double.isNaN(one[i]) ? -1000 : one[i];
		}
		return all;
	}

	@Test
	void measuresTheChestOf64SlicesAsNumpyDid() throws IOException {
		final RealChests.Chest chest = RealChests.in("chest-64").get(0);
		final LungMask mask = mask(chest, OPEN);
		final DensityRow both = LungDensity.measure(chest.stored(), chest.transforms(), mask.labels(), chest.grid(),
			DensityOptions.DEFAULT, Workers.threads(2)).row("both");
		assertEquals(5477.8, both.value("Volume_ml"), 0.05);
		assertEquals(-838.3, both.value("MLD_HU"), 0.05);
		assertEquals(14.003, both.value("LAA950_percent"), 0.0005);
		assertEquals(29.271, both.value("LAA910_percent"), 0.0005);
		assertEquals(-947, both.value("Perc15_HU"));
		final LungMask closed = mask(chest, LungMaskOptions.DEFAULT);
		assertTrue(closed.airwaysMl() > 30 && closed.airwaysMl() < 60, closed.airwaysMl() + " ml of trachea and bronchi");
		assertTrue(closed.after().volumeMl() > closed.before().volumeMl() && closed.after().meanHu() > closed.before()
			.meanHu());
	}

	@Test
	void aRealChestIsTheSameFromTheFeetAndForThreads() throws IOException {
		final RealChests.Chest chest = RealChests.in("chest-64").get(0);
		final PatientGrid grid = chest.grid();
		final double[] hu = hu(chest);
		final short[] stored = new short[hu.length];
		final short[] turned = new short[hu.length];
		final int plane = grid.width() * grid.height();
		for (int z = 0; z < grid.depth(); z++)
			for (int i = 0; i < plane; i++) {
				stored[z * plane + i] = (short) hu[z * plane + i];
				turned[(grid.depth() - 1 - z) * plane + i] = (short) hu[z * plane + i];
			}
		final byte[] expected = labels(stored, grid, 1);
		assertArrayEquals(expected, labels(stored, grid, 4));
		final byte[] back = labels(turned, new PatientGrid(grid.width(), grid.height(), grid.depth(), grid.spacingXMm(), grid
			.spacingYMm(), grid.spacingZMm(), 1, -1), 2);
		final List<Integer> different = new ArrayList<>();
		for (int z = 0; z < grid.depth(); z++)
			for (int i = 0; i < plane; i++)
				if (expected[z * plane + i] != back[(grid.depth() - 1 - z) * plane + i]) different.add(i);
		assertEquals(0, different.size());
	}

	private static byte[] labels(final short[] hu, final PatientGrid grid, final int threads) {
		return Thorax.labels(LungMasker.mask(ArrayImgs.shorts(hu, grid.width(), grid.height(), grid.depth()),
			SliceTransforms.IDENTITY, grid, LungMaskOptions.DEFAULT, Workers.threads(threads)));
	}

	@Test
	void saysThatAHeadHasNoLungs() throws IOException {
		final RealChests.Chest head = RealChests.in("head-tilt-variable-spacing").get(0);
		final LungException refused = assertThrows(LungException.class, () -> mask(head, OPEN));
		assertTrue(refused.getMessage().contains("HU: gas, such as that of bowel, sinus"), refused.getMessage());
	}
}
