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
package io.github.hounsfield.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Slices of 4 x 3 ramps whose rescales, and so whose HU, differ; and what becomes of them when they are converted. */
abstract class DifferingSlices {

	static final Workers WORKERS = Workers.threads(2);
	static final HuConversion KEEP = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP);
	static final double[] SLOPE = { 1, 2, 0.5, 1.5 };
	static final int[] INTERCEPT = { -1024, -1000, -500, -1024 };

	@TempDir
	Path folder;

	static DicomFixture slice(final int z) {
		return Slices.ct(z).text(0x00281053, "DS", "" + SLOPE[z]).text(0x00281052, "DS", "" + INTERCEPT[z]);
	}

	ImagePlus differing() throws IOException {
		return Slices.open(SeriesOpener.DEFAULT, folder, slice(0), slice(1), slice(2), slice(3));
	}

	ImagePlus equal(final DicomFixture... slices) throws IOException {
		return Slices.open(SeriesOpener.DEFAULT, folder, slices);
	}

	/** HU of a pixel of a slice as it was acquired. */
	static float hu(final int z, final int i) {
		return (float) (SLOPE[z] * (1000 * z + i) + INTERCEPT[z]);
	}

	static void assertSlices(final ImagePlus image, final int... acquired) {
		final ImageStack stack = KEEP.convert(image, WORKERS).getStack();
		assertEquals(acquired.length, stack.size());
		for (int z = 0; z < acquired.length; z++) {
			final float[] wanted = new float[12];
			for (int i = 0; i < 12; i++)
				wanted[i] = hu(acquired[z], i);
			assertArrayEquals(wanted, (float[]) stack.getPixels(z + 1));
		}
	}

	static String refusal(final ImagePlus image) {
		return Slices.said(assertThrows(ImageException.class, () -> KEEP.convert(image, WORKERS)));
	}

	Path files(final DicomFixture... slices) throws IOException {
		final Path files = Files.createTempDirectory(folder, "sequence");
		for (int i = 0; i < slices.length; i++)
			Files.write(files.resolve((i + 1) + ".dcm"), slices[i].file());
		return files;
	}
}
