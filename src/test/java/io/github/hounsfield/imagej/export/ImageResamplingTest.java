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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.hu.ImageWindowing;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageGeometry;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.imagej.pixels.Remedy;
import io.github.hounsfield.intensity.HuNormalization;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.intensity.WindowPreset;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.volume.VoxelGrid;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Resampled and normalized images of ImageJ: values by hand from the source's, headers that say where the new voxels
 * lie and what they are, refusals. Slices as in {@link Slices}. Also tests {@code HuNormalizing},
 * {@code ResamplingChoice}, {@code ImageSamples}, {@code PaddedPlanes}, {@code ImageSteps}.
 */
class ImageResamplingTest {

	private static final Workers WORKERS = Workers.threads(2);
	private static final HuConversion KEEP = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP);

	@TempDir
	private Path folder;

	private ImagePlus open(final DicomFixture... slices) throws IOException {
		return Slices.open(SeriesOpener.DEFAULT, folder, slices);
	}

	private static ImagePlus resampled(final ImagePlus image, final String spacing, final String interpolation)
		throws IOException
	{
		return new ImageResampling(image, ResamplingChoice.of(spacing, interpolation, "centre", -1000, false)).resample(
			WORKERS);
	}

	@Test
	void valuesBetweenSlicesAreMeansAndLieBetweenThem() throws IOException {
		for (final ImagePlus source : List.of(open(Slices.ct(0), Slices.ct(1), Slices.ct(2)), Slices.open(Slices.VIRTUAL,
			folder, Slices.ct(0), Slices.ct(1), Slices.ct(2)), KEEP.convert(open(Slices.ct(0), Slices.ct(1), Slices.ct(2)),
				WORKERS))) {
			final ImagePlus result = resampled(source, "0.5,0.7,1", "linear");
			// 3 x 2 mm are 6 slices of 1 mm, from -0.5 mm to 4.5 mm
			assertEquals("4 3 6 32", result.getWidth() + " " + result.getHeight() + " " + result.getNSlices() + " " + result
				.getBitDepth());
			final double[] hu = { -1024, -774, -274, 226, 726, 976 };
			for (int z = 0; z < 6; z++)
				assertEquals(hu[z] + 7, result.getStack().getProcessor(z + 1).getf(7), 1e-4);
			final VoxelGrid grid = ImageGeometry.of(result).grid();
			assertArrayEquals(new double[] { -10, 20, -0.5 }, grid.origin().toArray(), 1e-9);
			assertArrayEquals(new double[] { 0, 0, 1 }, grid.stepZ().toArray(), 1e-9);
			assertEquals(1, result.getCalibration().pixelDepth);
			assertEquals(-0.5, result.getCalibration().getZ(0), 1e-9);
			assertEquals("HU", result.getCalibration().getValueUnit());
			assertTrue(ImageValues.of(result).isInHu());
			assertTrue(assertThrows(ImageException.class, () -> KEEP.convert(result, WORKERS)).getMessage().contains(
				"in HU already"));
		}
	}

	/**
	 * 3 x 2 mm are 6 mm: of 3e-9 mm a slice, 2,000,000,000 slices; 0.5 x 0.7 mm a pixel, 4 x 3 pixels, 4 bytes
	 * each; of 0.00005 mm a pixel 40,000 x 42,000.
	 */
	@Test
	void whatNoMemoryHoldsNeedsALargerSpacing() throws IOException {
		final ImagePlus source = open(Slices.ct(0), Slices.ct(1), Slices.ct(2));
		for (final String spacing : List.of("0.5,0.7,3e-9", "0.00005,0.00005,3e-9")) {
			final ImageException refused = assertThrows(ImageException.class, () -> resampled(source, spacing, "linear"));
			assertEquals(Remedy.RESAMPLE_COARSER, refused.remedy());
			assertTrue(refused.getMessage().startsWith("the resampled image needs " + (spacing.startsWith("0.5") ? "91553 MiB"
				: "11938 PiB") + " of memory, and only "), refused.getMessage());
		}
	}

	@Test
	void nearestVoxelsKeepTypeAndMeaning() throws IOException {
		final ImagePlus source = open(Slices.ct(0), Slices.ct(1).text(0x00281053, "DS", "2"));
		final ImagePlus result = resampled(source, "0.25,0.35,1", "nearest");
		assertEquals(16, result.getBitDepth());
		assertEquals("8 6 4", result.getWidth() + " " + result.getHeight() + " " + result.getNSlices());
		final ImagePlus hu = KEEP.convert(result, WORKERS);
		final int[] slices = { 0, 0, 1, 1 };
		for (int z = 0; z < 4; z++)
			for (int i = 0; i < 48; i++) {
				final int old = i % 8 / 2 + 4 * (i / 8 / 2);
				assertEquals((1 + slices[z]) * (1000 * slices[z] + old) - 1024, hu.getStack().getProcessor(z + 1).getf(i));
			}
	}

	@Test
	void slicesOfDifferentRescalesAreResampledInHu() throws IOException {
		final ImagePlus result = resampled(open(Slices.ct(0), Slices.ct(1).text(0x00281053, "DS", "2")), "0.5,0.7,1",
			"linear");
		assertEquals(0.75 * (5 - 1024) + 0.25 * (2 * 1005 - 1024), result.getStack().getProcessor(2).getf(5), 1e-3);
		assertTrue(ImageValues.of(result).isInHu());
	}

	@Test
	void masksAreNearestWhateverIsAskedFor() throws IOException {
		final ImagePlus source = open(Slices.ct(0).shorts(0x00280120, 5), Slices.ct(1).shorts(0x00280120, 5));
		final ImagePlus mask = KEEP.paddingMask(source, WORKERS);
		final ImagePlus result = resampled(mask, "0.25,0.35,1", "linear");
		assertEquals(8, result.getBitDepth());
		int set = 0;
		for (int n = 1; n <= 4; n++) {
			final ImageProcessor plane = result.getStack().getProcessor(n);
			for (int i = 0; i < 48; i++)
				set += plane.get(i) == 255 ? 1 : plane.get(i) == 0 ? 0 : 1000;
		}
		assertEquals(8, set, "one voxel of the first slice is 2 x 2 x 2");
		assertArrayEquals(new double[] { -10.125, 20 - 0.175, -0.5 }, ImageGeometry.of(result).grid().origin().toArray(),
			1e-9);
	}

	@Test
	void whatCannotBeResampledIsRefused() throws IOException {
		final ImagePlus uneven = open(Slices.ct(0), Slices.ct(1), Slices.ct(3));
		assertTrue(Slices.said(assertThrows(ImageException.class, () -> resampled(uneven, "1", "linear"))).contains(
			"resample=even"));
		final ImagePlus tilted = open(Slices.ct(0), Slices.ct(1).position("-10\\21\\2"), Slices.ct(2).position("-10\\22\\4"));
		assertTrue(Slices.said(assertThrows(ImageException.class, () -> resampled(tilted, "1", "linear"))).contains(
			"untilt=true"));
		final ImagePlus changed = open(Slices.ct(0), Slices.ct(1));
		changed.getProcessor().add(1);
		assertTrue(assertThrows(ImageException.class, () -> resampled(changed, "1", "linear")).getMessage().contains(
			"not those of its file any more"));
		for (final String spacing : List.of("", "0", "-1", "1,2", "1,2,3,4", "a", "NaN", "Infinity", "1,,1"))
			assertTrue(assertThrows(ImageException.class, () -> resampled(changed, spacing, "linear")).getMessage().startsWith(
				"spacing is '"), spacing);
		assertTrue(assertThrows(ImageException.class, () -> resampled(changed, "1", "sinc")).getMessage().startsWith(
			"interpolation is 'sinc'"));
		assertThrows(ImageException.class, () -> ResamplingChoice.of("1", "linear", "middle", 0, false));
		assertThrows(ImageException.class, () -> ResamplingChoice.of("1", "nearest", "first", 0, true));
		assertThrows(ImageException.class, () -> ResamplingChoice.of("1", "linear", "centre", 0, false), "fill is idle");
		assertThrows(ImageException.class, () -> resampled(changed, "0.00000001", "linear"));
	}

	@Test
	void normalizedValuesAreNoHuAnyMore() throws IOException {
		final ImagePlus hu = KEEP.convert(open(Slices.ct(0), Slices.ct(1)), WORKERS);
		for (final ImagePlus source : List.of(hu, KEEP.convert(Slices.open(Slices.VIRTUAL, folder, Slices.ct(0),
			Slices.ct(1)),
			WORKERS))) {
			final ImagePlus normalized = HuNormalizing.normalize(source, HuNormalization.LUNG, WORKERS);
			assertEquals(-0.25f, normalized.getStack().getProcessor(1).getf(0), "-1024 HU are clipped");
			assertEquals((float) (986.0 / 1400 - 0.25), normalized.getStack().getProcessor(2).getf(10), "-14 HU");
			assertEquals("normalized", normalized.getCalibration().getValueUnit());
			assertTrue(ImageGeometry.of(normalized).grid().origin().minus(ImageGeometry.of(source).grid().origin()).length() ==
				0);
			assertThrows(ImageException.class, () -> KEEP.convert(normalized, WORKERS));
			assertThrows(ImageException.class, () -> HuNormalizing.normalize(normalized, HuNormalization.LUNG, WORKERS));
			final String described = ImageExport.describe(normalized);
			assertTrue(described.endsWith(" Values are written as they are, in normalized HU"), described);
			assertThrows(ImageException.class, () -> new ImageWindowing(normalized).toBytes(slice -> WindowPreset.LUNG.window(),
				WORKERS));
			final ImagePlus result = resampled(normalized, "1", "linear");
			assertThrows(ImageException.class, () -> KEEP.convert(result, WORKERS), "also when it is resampled");
		}
		assertTrue(Slices.said(assertThrows(ImageException.class, () -> HuNormalizing.normalize(open(Slices.ct(0)),
			HuNormalization.LUNG, WORKERS))).contains("run Convert to HU before"));
	}
}
