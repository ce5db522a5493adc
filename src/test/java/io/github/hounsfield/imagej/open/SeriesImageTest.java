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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.measure.Calibration;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.open.SeriesOpener.Resampling;
import io.github.hounsfield.imagej.pixels.HeaderText;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What of a series ImageJ gets to see. Also tests {@code SeriesOpener} and {@code SeriesStack}.
 */
class SeriesImageTest {

	private static final HuConversion KEEP = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP);

	@TempDir
	private Path folder;

	private ImagePlus image(final DicomFixture... slices) throws IOException {
		return Slices.open(SeriesOpener.DEFAULT, folder, slices);
	}

	@Test
	void calibratedCoordinatesAreThoseOfThePatient() throws IOException {
		final Calibration calibration = image(Slices.ct(5), Slices.ct(6), Slices.ct(7)).getCalibration();
		assertEquals("mm", calibration.getUnit());
		assertEquals(0.5, calibration.pixelWidth);
		assertEquals(0.7, calibration.pixelHeight);
		assertEquals(2, calibration.pixelDepth);
		assertEquals(-10, calibration.getX(0), 1e-12);
		assertEquals(21.4, calibration.getY(2), 1e-12);
		assertEquals(14, calibration.getZ(2), 1e-12);
		assertEquals("HU", calibration.getValueUnit());
		assertEquals(-24, calibration.getCValue(1000));
	}

	@Test
	void withoutADescriptionTheTitleHasTheSeriesNumber() throws IOException {
		assertEquals("CT series", image(Slices.ct(0)).getTitle());
		assertEquals("CT series 5", image(Slices.ct(0).text(0x00200011, "IS", "5")).getTitle());
		final DicomFixture described = identified(0).text(0x00200011, "IS", "5");
		assertEquals("Janes chest", image(described).getTitle());
		assertEquals("CT series 5", Slices.open(Slices.ANONYMOUS, folder, described).getTitle());
	}

	@Test
	void aHyperstacksLabelsSayChannelAndTime() throws IOException {
		final List<DicomFixture> slices = new ArrayList<>();
		for (int echo = 0; echo < 2; echo++)
			for (int z = 0; z < 3; z++)
				slices.add(Slices.ct(z).uid(0x00080018, "1.2.3." + echo + "." + z).text(0x00080060, "CS", "MR").text(0x00180081,
					"DS", echo == 0 ? "4.2" : "9.8"));
		final ImagePlus image = Slices.open(SeriesOpener.DEFAULT, folder, slices);
		assertEquals(2, image.getNChannels());
		assertEquals(3, image.getNSlices());
		assertTrue(image.isHyperStack() || image.getOpenAsHyperStack());
		final String label = image.getStack().getSliceLabel(image.getStackIndex(2, 1, 1));
		assertEquals("4 Echo Time 9.8 ms", label.substring(0, label.indexOf('\n')));
	}

	@Test
	void theReportIsInTheImageAndSurvivesSaveAsTiff() throws IOException {
		final ImagePlus image = image(Slices.ct(0), Slices.ct(1), Slices.ct(2), Slices.ct(5));
		final String report = (String) image.getProperty("Hounsfield.Report");
		assertTrue(report.contains("GAP") && report.contains("6.0000 mm between 3 and 4"), report);
		final String file = folder.resolve("report.tif").toString();
		new FileSaver(image).saveAsTiffStack(file);
		final ImagePlus reopened = IJ.openImage(file);
		assertTrue(reopened.getProp("Hounsfield.Report").contains("6.0000 mm between 3 and 4"));
		assertEquals(-10, reopened.getCalibration().getX(0), 1e-9);
		assertEquals(image.getStack().getSliceLabel(4).trim(), reopened.getStack().getSliceLabel(4).trim());
		assertNull(image(Slices.ct(0), Slices.ct(1)).getProperty("Hounsfield.Report"));
	}

	private static DicomFixture identified(final int z) {
		return Slices.ct(z).text(0x00100010, "PN", "Doe^Jane").text(0x00100020, "LO", "MRN-4711").text(0x00080020, "DA",
			"20240131").text(0x00081030, "LO", "Study of Jane").text(0x0008103E, "LO", "Janes chest").text(0x00080080, "LO",
				"St Elsewhere").put(0x00090010, "LO", "ACME 01 ".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).put(
					0x00091001, "LO", "Doe secret".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).sequence(0x00081140,
						new DicomFixture().uid(0x00081155, "1.2.3.4711"));
	}

	@Test
	void nothingIdentifiesThePatientWhenAnonymized() throws IOException {
		final Path study = Files.createDirectory(folder.resolve("study"));
		for (final int z : new int[] { 0, 1, 2, 5 })
			Files.write(study.resolve("DOE_JANE_" + z), identified(z).file());
		for (final boolean virtual : new boolean[] { false, true }) {
			final SeriesOpener opener = SeriesOpener.DEFAULT.withVirtual(virtual).withAnonymize(true);
			final SeriesOpener.Opened opened = opener.open(opener.scan(List.of(study)).series().get(0));
			final ImagePlus image = opened.image();
			final StringBuilder all = new StringBuilder(image.getTitle()).append(image.getInfoProperty()).append(image
				.getProperty("Hounsfield.Report")).append(image.getProp("Hounsfield.Report")).append(opened.report());
			for (int i = 1; i <= image.getStackSize(); i++)
				all.append(image.getStack().getSliceLabel(i));
			for (final String identifying : new String[] { "doe", "jane", "4711", "2024", "elsewhere", "acme", "1.2.3.4" })
				assertFalse(all.toString().toLowerCase(java.util.Locale.ROOT).contains(identifying), identifying + " in " + all);
			assertTrue(all.toString().contains("GAP") && all.toString().contains("slice 3"), all.toString());
			assertEquals(-1024 + 1000, KEEP.convert(image, Workers.threads(1)).getStack().getProcessor(2).getf(0));
		}
		final SeriesTable.Row row = SeriesTable.rows(Slices.ANONYMOUS.scan(List.of(study)), true).get(0);
		assertEquals("", row.patient() + row.studyDate() + row.description() + row.seriesInstanceUid());
	}

	@Test
	void theReportNamesFilesAndNeverAnElementThatNamesThePatient() throws IOException {
		final Path study = Files.createDirectory(folder.resolve("named"));
		for (final int z : new int[] { 0, 1, 2, 5 })
			Files.write(study.resolve("DOE_JANE_" + z), identified(z).file());
		final Series series = SeriesOpener.DEFAULT.scan(List.of(study)).series().get(0);
		final String report = SeriesOpener.DEFAULT.open(series).report().toString();
		assertTrue(report.contains("DOE_JANE_2 and DOE_JANE_5"), report);
		assertFalse(report.contains("^") || report.contains("4711"), report);
	}

	/** Their names stand in tags, bytes and counts: replacing them in the text spoiled it. */
	@Test
	void filesNamedByNumbersAreSlicesWhenAnonymized() throws IOException {
		final Path study = Files.createDirectory(folder.resolve("numbers"));
		for (int z = 0; z < 10; z++)
			Files.write(study.resolve(Integer.toString(z + 1)), identified(z).file(z == 1 ? "1.2.840.10008.1.2.4.70"
				: "1.2.840.10008.1.2.1"));
		for (final boolean virtual : new boolean[] { false, true }) {
			final SeriesOpener opener = SeriesOpener.DEFAULT.withVirtual(virtual).withAnonymize(true);
			final String report = opener.open(opener.scan(List.of(study)).series().get(0)).report().toString();
			assertTrue(report.contains("the pixels of slice 2 could not be decoded and the slice was left out: " +
				"(7FE0,0010) PixelData at byte "), report);
		}
	}

	@Test
	void aVirtualSlicesErrorHasNoFileInItsWholeTrace() throws IOException {
		final Path study = Files.createDirectory(folder.resolve("gone"));
		for (int z = 0; z < 3; z++)
			Files.write(study.resolve("DOE_JANE_" + z), identified(z).file());
		final SeriesOpener opener = SeriesOpener.DEFAULT.withVirtual(true).withAnonymize(true);
		final ImagePlus image = opener.open(opener.scan(List.of(study)).series().get(0)).image();
		Files.delete(study.resolve("DOE_JANE_2"));
		final StringWriter trace = new StringWriter();
		assertThrows(UncheckedIOException.class, () -> image.getStack().getProcessor(3)).printStackTrace(new PrintWriter(
			trace));
		assertTrue(trace.toString().contains("slice 3: no such file or folder"), trace.toString());
		assertFalse(trace.toString().contains("DOE") || trace.toString().contains("gone"), trace.toString());
	}

	@Test
	void errorsNameSlicesInPlaceOfFilesWhenAnonymized() throws IOException {
		final Path study = Files.createDirectory(folder.resolve("broken"));
		for (int z = 0; z < 2; z++)
			Files.write(study.resolve("DOE_JANE_" + z), identified(z).file("1.2.840.10008.1.2.4.70"));
		final Series series = Slices.ANONYMOUS.scan(List.of(study)).series().get(0);
		final String said = assertThrows(IOException.class, () -> Slices.ANONYMOUS.open(series)).getMessage();
		assertTrue(said.contains("slice 1") && !said.contains("DOE"), said);
		assertTrue(assertThrows(IOException.class, () -> SeriesOpener.DEFAULT.open(series)).getMessage().contains("DOE"));
	}

	@Test
	void anEvenGridOfSlicesWithDifferentRescalesIsInHuAndSaysSo() throws IOException {
		final List<DicomFixture> slices = new ArrayList<>();
		for (final int z : new int[] { 0, 1, 2, 4 })
			slices.add(Slices.ct(z).text(0x00281052, "DS", Integer.toString(-1000 - z)).shorts(0x00280120, 63));
		final Series series = Slices.series(folder, slices);
		final ImagePlus image = SeriesOpener.DEFAULT.open(series, Set.of(Resampling.EVEN)).image();
		assertEquals(5, image.getNSlices());
		final ImagePlus hu = KEEP.convert(image, Workers.threads(1));
		final float[] wanted = { -1000, -1, 998, 1997, 2996 };
		for (int z = 0; z < 5; z++)
			assertEquals(wanted[z], hu.getStack().getProcessor(z + 1).getf(0), "slope 1, intercept -1000 - z");
		final HeaderText header = ImageValues.of(image).header(3);
		assertEquals(Optional.of("-10.0\\20.0\\6.0"), header.value(Tag.ImagePositionPatient));
		assertFalse(header.has(Tag.PixelPaddingValue));
		assertTrue(image.getProp("Hounsfield.Report").contains("RESAMPLED"));
	}

	@Test
	void aTiltedSeriesIsUprightOnDemandAndVirtualToo() throws IOException {
		final List<DicomFixture> slices = new ArrayList<>();
		for (int z = 0; z < 3; z++)
			slices.add(Slices.ct(z).position("0\\" + 0.7 * z + "\\" + 2 * z));
		final Series series = Slices.series(folder, slices);
		assertTrue(SeriesOpener.DEFAULT.open(series).image().getProp("Hounsfield.Report").contains("TILT"));
		for (final SeriesOpener opener : new SeriesOpener[] { SeriesOpener.DEFAULT, Slices.VIRTUAL }) {
			final ImagePlus image = opener.open(series, Set.of(Resampling.UNTILT)).image();
			assertEquals(5, image.getHeight(), "a shift of one pixel a slice");
			assertTrue(image.getProp("Hounsfield.Report").contains("UNTILTED"));
			final float[] row = new float[3];
			for (int z = 0; z < 3; z++)
				row[z] = image.getStack().getProcessor(z + 1).getf(0, z);
			org.junit.jupiter.api.Assertions.assertArrayEquals(new float[] { 0, 1000, 2000 }, row);
			assertEquals(Optional.of("5"), ImageValues.of(image).header(1).value(Tag.Rows));
			assertEquals(0, image.getCalibration().getZ(0), 1e-12);
		}
	}

	@Test
	void theDisplayRangeIsTheFirstWindowOfTheHeader() throws IOException {
		final ImagePlus image = image(Slices.ct(0).text(0x00281050, "DS", "40\\-600").text(0x00281051, "DS", "402\\1500"));
		assertEquals(40 - 0.5 - 200.5, image.getCalibration().getCValue(image.getDisplayRangeMin()), 1e-9);
		assertEquals(40 - 0.5 + 200.5, image.getCalibration().getCValue(image.getDisplayRangeMax()), 1e-9);
	}

	/** 10, 20 and 30 ms apart: the mean of them is between no two of the images. */
	@Test
	void unevenTimesAreNotCalibrated() throws IOException {
		final List<DicomFixture> uneven = new ArrayList<>();
		final List<DicomFixture> even = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			uneven.add(DicomFixture.slice("1.2.3.4", i + 1, "0\\0\\3").text(0x00181060, "DS", "" + 5 * i * (i + 1)));
			even.add(DicomFixture.slice("1.2.3.4", i + 1, "0\\0\\3").text(0x00181060, "DS", "" + 20 * i));
		}
		assertEquals(0, Slices.open(SeriesOpener.DEFAULT, folder, uneven).getCalibration().frameInterval);
		assertEquals(0.02, Slices.open(SeriesOpener.DEFAULT, folder, even).getCalibration().frameInterval, 1e-12);
	}
}
