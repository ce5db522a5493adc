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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that the histogram counts the part of the image that was asked for, and says which. Slices are 4 x 3 ramps:
 * the pixel i of slice z, both from 0, has 1000 z + i - 1024 HU. Also tests {@code HistogramPart}.
 */
class HuPlotTest {

	private static final Workers WORKERS = Workers.threads(2);

	@TempDir
	private Path folder;
	private ImagePlus image;

	@BeforeEach
	void open() throws IOException {
		image = Slices.open(SeriesOpener.DEFAULT, folder, Slices.ct(0), Slices.ct(1), Slices.ct(2));
		image.setSlice(2);
	}

	private HuPlot plot(final boolean all, final boolean selected) {
		return HuPlot.of(image, HistogramPart.of(image, all, selected), WORKERS, doubt -> {});
	}

	@Test
	void countsAllTheSliceOrTheSelection() {
		assertEquals(36, plot(true, false).histogram().count());
		assertEquals("CT series", plot(true, false).title());
		assertEquals("all 3 slices", plot(true, false).part());
		final HuPlot slice = plot(false, false);
		assertEquals("slice 2 of CT series", slice.title());
		assertEquals(12, slice.histogram().count());
		assertEquals(-24, slice.histogram().min());
		assertEquals(-13, slice.histogram().max());
		image.setRoi(new Roi(1, 1, 2, 2));
		assertEquals(Map.of(-19, 1L, -18, 1L, -15, 1L, -14, 1L), plot(false, true).histogram().bins());
		assertEquals("selection in slice 2 of CT series", plot(false, true).title());
		assertEquals("selection of 2 x 2 at 1, 1 in slice 2", plot(false, true).part());
		assertEquals(12, plot(true, true).histogram().count());
		assertEquals("selection in CT series", plot(true, true).title());
		assertEquals(36, plot(true, false).histogram().count(), "a selection counts only where it is asked for");
	}

	@Test
	void theTitlesOfPlotAndWindowSayThePart() {
		final HuPlot slice = plot(false, false);
		assertEquals("HU histogram of slice 2 of CT series", slice.plot().getTitle());
		final ResultsTable table = slice.table();
		assertEquals(12, table.size());
		assertEquals(1, table.getValue("Pixels", 0));
	}

	/** ImageJ's own statistics count the pixels of an oval. */
	@Test
	void anOvalBeyondTheBorderCountsThePixelsThatImageJCounts() {
		image.setRoi(new OvalRoi(-1, -1, 4, 4));
		assertEquals(image.getStatistics().pixelCount, plot(false, true).histogram().count());
		final double sum = plot(false, true).histogram().bins().entrySet().stream().mapToDouble(bin -> bin.getKey() * bin
			.getValue()).sum();
		assertEquals(image.getStatistics().mean * image.getStatistics().pixelCount, sum, 1e-6);
	}

	@Test
	void refusesASelectionWithoutPixels() {
		assertTrue(assertThrows(ImageException.class, () -> plot(true, true)).getMessage().contains("no selection"));
		image.setRoi(new Line(0, 0, 3, 2));
		assertTrue(assertThrows(ImageException.class, () -> plot(true, true)).getMessage().contains("without area"));
		image.setRoi(new Roi(10, 10, 5, 5));
		assertTrue(assertThrows(ImageException.class, () -> plot(true, true)).getMessage().contains("outside of"));
	}
}
