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
package io.github.hounsfield.imagej.open;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.FileSaver;
import io.github.hounsfield.deidentify.PlantedValues;
import io.github.hounsfield.dicom.DicomBytes;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.pixels.HeaderText;
import io.github.hounsfield.imagej.tables.TableFile;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesListing;
import io.github.hounsfield.series.SeriesReport;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A value planted in every attribute of PS3.15 table E.1-1, in every VR, reaches nothing of an image that was opened
 * with anonymize=true: not Info, labels, title, report, log, the table of series, a saved TIFF, or what is computed
 * from it.
 */
class AnonymizedImageTest {

	@TempDir
	private Path scratch;

	@Test
	void nothingPlantedIsShown() throws IOException {
		final Path folder = Files.createDirectory(scratch.resolve("PLANTED^Jane"));
		int images = 0;
		for (final String vr : PlantedValues.VRS)
			for (final boolean plausible : new boolean[] { true, false }) {
				Files.write(folder.resolve("PLANTED 1.dcm"), PlantedValues.planted(DicomBytes.explicitLittle(), vr, plausible));
				final SeriesOpener opener = SeriesOpener.DEFAULT.withAnonymize(true);
				final SeriesListing listing;
				final List<Series> all;
				try {
					listing = opener.scan(List.of(folder));
					all = listing.resolve("all");
				}
				catch (final IOException e) {
					assertNothing(Wording.of(true).text(e));
					continue;
				}
				final Path table = scratch.resolve("table.csv");
				TableFile.save(SeriesTable.table(SeriesTable.rows(listing, true)), table);
				assertNothing(Files.readString(table));
				for (final Series series : all) {
					check(opener.open(series));
					images++;
				}
			}
		assertTrue(images > PlantedValues.VRS.size(), images + " images");
	}

	private void check(final SeriesOpener.Opened opened) throws IOException {
		final ImagePlus image = opened.image();
		for (final SeriesReport.Line line : opened.report())
			assertNothing(line.toString());
		assertNothing(image.getTitle());
		assertNothing(String.valueOf(image.getProperty("Info")));
		assertNothing(String.valueOf(image.getProperties()));
		assertNothing(image.getStack().getSliceLabel(1));
		assertNothing(image.getCalibration().toString());
		assertFalse(HeaderText.parse((String) image.getProperty("Info")).value(0x00280010).isEmpty(), "Rows are shown");
		final Path tiff = scratch.resolve("saved.tif");
		assertTrue(new FileSaver(image).saveAsTiff(tiff.toString()));
		assertNothing(new String(Files.readAllBytes(tiff), StandardCharsets.ISO_8859_1));
		final ImagePlus hu = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.AIR).withForce(true).convert(
			image, Workers.all());
		assertNothing(hu.getTitle() + hu.getProperty("Info") + hu.getProperties() + hu.getStack().getSliceLabel(1));
	}

	private static void assertNothing(final String text) {
		assertNull(PlantedValues.found(text.getBytes(StandardCharsets.ISO_8859_1)), () -> {
			final int at = text.indexOf("PLANTED");
			return text.substring(Math.max(0, at - 80), Math.min(text.length(), Math.max(0, at) + 40));
		});
	}
}
