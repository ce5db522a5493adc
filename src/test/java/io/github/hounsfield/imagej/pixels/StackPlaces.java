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

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.Resizer;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.volume.VoxelGrid;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Slices of 4 x 3 pixels of 0.5 x 0.7 mm, from (-10, 20, 0) on 2 mm apart, and where they are found. */
abstract class StackPlaces {

	@TempDir
	Path folder;

	@AfterEach
	void forgetTheImage() {
		WindowManager.setTempCurrentImage(null);
	}

	ImagePlus open(final DicomFixture... slices) throws IOException {
		return Slices.open(SeriesOpener.DEFAULT, folder, slices);
	}

	ImagePlus four() throws IOException {
		return open(Slices.ct(0), Slices.ct(1), Slices.ct(2), Slices.ct(3));
	}

	static void assertAt(final double x, final double y, final double z, final Vector3 found) {
		assertTrue(new Vector3(x, y, z).minus(found).length() < 1e-6, found + " instead of " + x + ", " + y + ", " + z);
	}

	/** The first voxel, and the one after two columns, a row and a slice. */
	static void assertPlace(final ImagePlus image, final double x, final double y, final double z,
		final double step)
	{
		final VoxelGrid grid = ImageGeometry.of(image).grid();
		assertAt(x, y, z, grid.toPatient(0, 0, 0));
		assertAt(x + 2 * 0.5, y + 0.7, z + step, grid.toPatient(2, 1, 1));
		assertAt(2, 1, 1, grid.toVoxel(new Vector3(x + 2 * 0.5, y + 0.7, z + step)));
	}

	static String refusal(final ImagePlus image) {
		return assertThrows(ImageException.class, () -> ImageGeometry.of(image).grid()).getMessage();
	}

	static ImagePlus cropped(final ImagePlus image, final int x, final int y, final int width, final int height) {
		image.setRoi(x, y, width, height);
		WindowManager.setTempCurrentImage(image);
		new Resizer().run("crop");
		return image;
	}
}
