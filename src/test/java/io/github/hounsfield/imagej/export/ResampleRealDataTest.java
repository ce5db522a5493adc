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
package io.github.hounsfield.imagej.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.Duplicator;
import ij.plugin.Resizer;
import io.github.hounsfield.RealData;
import io.github.hounsfield.export.VolumeWriter;
import io.github.hounsfield.export.VoxelType;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.pixels.Images;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.work.Workers;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real chest on other grids: all voxels, borders included, are those of plastimatch (ITK) on the same grid, masks
 * equal. Skipped where plastimatch or NumPy is absent.
 */
class ResampleRealDataTest {

	private static final Workers WORKERS = Workers.threads(2);

	/** Most difference of a voxel, HU. */
	private static final double TOLERANCE_HU = 1e-3;

	@TempDir
	private Path folder;

	private Path script;

	@AfterEach
	void forgetTheImage() {
		WindowManager.setTempCurrentImage(null);
	}

	private ImagePlus chest() throws Exception {
		final Path chest = RealData.folder().resolve("series/chest-64");
		assumeTrue(Tools.has("plastimatch"), "no plastimatch: resampled volumes are not compared");
		assumeTrue(Tools.hasPython("numpy"), "no numpy: resampled volumes are not compared");
		script = folder.resolve("same.py");
		try (InputStream in = ResampleRealDataTest.class.getResourceAsStream("/io/github/hounsfield/export/same.py")) {
			Files.copy(in, script);
		}
		final ImagePlus stored = SeriesOpener.DEFAULT.open(SeriesOpener.DEFAULT.scan(List.of(chest)).series().get(0)).image();
		return HuConversion.to(HuConversion.Output.SIGNED, PaddingMode.AIR).convert(stored,
			WORKERS);
	}

	private void export(final ImagePlus image, final Path file) throws Exception {
		ImageExport.write(image, file.toString(), VolumeWriter.with(WORKERS).withType(Optional.of(
			VoxelType.FLOAT32)).withOverwrite(true),
			told -> {});
	}

	/** Voxels, largest difference, voxels that differ. */
	private record Found(long voxels, double largest, long differing) {}

	private Found difference(final ImagePlus source, final String spacing, final String interpolation, final String grid)
		throws Exception
	{
		final Path before = folder.resolve("before.mha");
		final Path ours = folder.resolve("ours.mha");
		final Path theirs = folder.resolve("theirs.mha");
		export(source, before);
		final ImagePlus result = new ImageResampling(source, ResamplingChoice.of(spacing, interpolation, grid, -1000, false))
			.resample(WORKERS);
		export(result, ours);
		Tools.run("plastimatch", "resample", "--input", before.toString(), "--output", theirs.toString(), "--output-type",
			"float", "--interpolation", interpolation.equals("nearest") ? "nn" : interpolation, "--default-value", "-1000",
			"--fixed", ours.toString());
		final String[] found = Tools.run(Tools.PYTHON, script.toString(), ours.toString(), theirs.toString()).trim().split(
			" ");
		System.out.printf("%s mm, %s, grid %s: %s voxels, largest difference from plastimatch %s, %s differ%n", spacing,
			interpolation, grid, found[0], found[1], found[3]);
		assertEquals(0, Double.parseDouble(found[2]), 1e-4, "the same grid");
		return new Found(Long.parseLong(found[0]), Double.parseDouble(found[1]), Long.parseLong(found[3]));
	}

	private static ImagePlus part(final ImagePlus image) {
		final ImagePlus slices = new Duplicator().run(image, 20, 31);
		slices.setRoi(180, 200, 90, 70);
		WindowManager.setTempCurrentImage(slices);
		new Resizer().run("crop");
		return slices;
	}

	@Test
	void linearIsWhatItkComputes() throws Exception {
		final ImagePlus chest = chest();
		assertTrue(difference(chest, "1.5", "linear", "centre").largest < TOLERANCE_HU);
		assertTrue(difference(new Duplicator().run(chest, 1, 16), "0.8,0.8,1", "linear", "centre").largest < TOLERANCE_HU);
		assertTrue(difference(part(chest), "0.4", "linear", "centre").largest < TOLERANCE_HU);
		assertTrue(difference(part(chest), "0.4", "linear", "first").largest < TOLERANCE_HU);
	}

	@Test
	void masksAreEqual() throws Exception {
		final ImagePlus chest = chest();
		final ImagePlus mask = Images.like(chest, "mask", new ij.ImageStack(chest.getWidth(), chest.getHeight()) {
			{
				for (int n = 1; n <= chest.getStackSize(); n++) {
					final short[] plane = (short[]) chest.getStack().getPixels(n);
					final byte[] bytes = new byte[plane.length];
					for (int i = 0; i < bytes.length; i++)
						bytes[i] = (byte) ((plane[i] & 0xFFFF) - 32768 < -320 ? 255 : 0);
					addSlice(chest.getStack().getSliceLabel(n), bytes);
				}
			}
		});
		mask.getCalibration().setFunction(ij.measure.Calibration.NONE, null, "Gray Value");
		assertEquals(0, difference(new Duplicator().run(mask, 1, 32), "1.5", "nearest", "centre").differing);
		assertEquals(0, difference(part(mask), "0.4", "nearest", "centre").differing);
		// one column of the new grid lies in the middle between two old ones, to either of which ITK's rounding may send it
		final Found tie = difference(new Duplicator().run(mask, 1, 32), "0.8,0.8,1", "nearest", "centre");
		assertTrue(tie.differing < 2e-5 * tie.voxels, tie.toString());
	}
}
