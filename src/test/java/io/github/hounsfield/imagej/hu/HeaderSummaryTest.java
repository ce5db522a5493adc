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
package io.github.hounsfield.imagej.hu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;
import io.github.hounsfield.imagej.export.ImageExport;
import io.github.hounsfield.imagej.faces.FaceSearch;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves what dialogs say of the image: the phantom has slope 1, intercept -1024, padding -2000, and voxels of
 * 12 x 12 x 20 mm; 0 is -1024 HU then, and -2000 is -3024 HU.
 */
class HeaderSummaryTest {

	private static ImagePlus chest;

	@BeforeAll
	static void open(@TempDir final Path folder) throws IOException {
		new CtSeriesWriter(32, 3, 12, 20, 5, 1).write(folder);
		chest = SeriesOpener.DEFAULT.open(SeriesOpener.DEFAULT.scan(List.of(folder)).series().get(0)).image();
	}

	@Test
	void aConversionSaysWhatEachChoiceMakesOfPadding() {
		final String said = HeaderSummary.of(chest).replaceFirst("\\d+ pixels of", "N pixels of");
		assertEquals("slope 1, intercept -1024. Padding is the stored value -2000 (N pixels of this slice): Air makes it " +
			"-1000 HU, Zero before rescale -1024 HU, Keep -3024 HU", said);
	}

	@Test
	void anImageWithoutHeaderSaysSo() {
		final String said = HeaderSummary.of(new ImagePlus("plain", new ShortProcessor(2, 2)));
		assertTrue(said.startsWith("'plain' has no DICOM header"), said);
	}

	@Test
	void anExportSaysSizeAndUnit() {
		assertEquals("'" + chest.getTitle() + "', 32 x 32 x 3 voxels of 12 x 12 x 20 mm. Values are written as the " +
			"status bar shows them, in HU", ImageExport.describe(chest));
		assertEquals("'holiday', 4 x 4 x 1 voxels. Nothing says where they lie, so that only .npy can be " +
			"written. Values are " +
			"written as they are", ImageExport.describe(new ImagePlus("holiday", new ColorProcessor(4, 4))));
	}

	@Test
	void aSearchSaysWhatItLooksAt() {
		final ImagePlus photograph = new ImagePlus("holiday", new ColorProcessor(40, 30));
		assertEquals("all of the picture, 40 x 30 pixels", FaceSearch.describe(photograph));
		photograph.setRoi(5, 6, 10, 20);
		assertEquals("only the selection, 10 x 20 pixels", FaceSearch.describe(photograph));
		assertEquals("all of the picture, 32 x 32 pixels, of slice 1, or of all 3 with All slices. Grey levels are those " +
			"of the display range", FaceSearch.describe(chest));
	}
}
