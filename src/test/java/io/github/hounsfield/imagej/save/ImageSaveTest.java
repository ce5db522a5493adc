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
package io.github.hounsfield.imagej.save;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.plugin.StackReverser;
import ij.plugin.ZProjector;
import ij.process.ImageProcessor;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Part10Reader;
import io.github.hounsfield.dicom.Vr;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.hu.ImageWindowing;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageGeometry;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.intensity.WindowPreset;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a saved series says of itself and holds, by hand from its source: slices of 4 x 3 pixels of 0.5 x 0.7 mm from
 * (-10, 20, 0) on, 2 mm apart; pixel i of slice z is 1000 z + i, or 1024 less in HU.
 */
class ImageSaveTest {

	private static final Workers WORKERS = Workers.threads(2);

	@TempDir
	private Path folder;

	private ImagePlus open(final DicomFixture... slices) throws IOException {
		return Slices.open(SeriesOpener.DEFAULT, folder, slices);
	}

	private ImagePlus three() throws IOException {
		return open(Slices.ct(0), Slices.ct(1), Slices.ct(2));
	}

	private static ImagePlus hu(final ImagePlus image, final HuConversion.Output output, final PaddingMode padding) {
		return new HuConversion(output, padding, Optional.empty(), false).convert(image, WORKERS);
	}

	private ImageSave.Saved save(final ImagePlus image, final SaveOptions options) throws IOException {
		return new ImageSave(image, options).write(folder.resolve("saved").toString(), WORKERS);
	}

	private DataSet saved(final ImagePlus image, final int number) throws IOException {
		save(image, SaveOptions.of("", "", "", true, false, false));
		return file(number);
	}

	private DataSet file(final int number) throws IOException {
		return new Part10Reader().read(DicomSource.of(folder.resolve("saved").resolve("IM-0000" + number + ".dcm"))).dataSet();
	}

	private ImagePlus again() throws IOException {
		return SeriesOpener.DEFAULT.open(SeriesOpener.DEFAULT.scan(List.of(folder.resolve("saved"))).series().get(0)).image();
	}

	private static String text(final DataSet dataSet, final int tag) throws IOException {
		return String.join("\\", dataSet.strings(tag));
	}

	@Test
	void aSavedSeriesIsANewOneOfTheSameStudy() throws IOException {
		final DataSet made = saved(three(), 2);
		assertEquals("1.2.3", text(made, 0x0020000D), "study");
		assertTrue(text(made, 0x0020000E).matches("2\\.25\\.[1-9][0-9]{0,38}"), "series");
		assertTrue(text(made, 0x00080018).matches("2\\.25\\.[1-9][0-9]{0,38}"), "instance");
		assertEquals(text(file(1), 0x0020000E), text(made, 0x0020000E));
		assertNotEquals(text(file(1), 0x00080018), text(made, 0x00080018));
		assertEquals("DERIVED\\SECONDARY\\AXIAL", text(made, 0x00080008));
		assertEquals("1000", text(made, 0x00200011), "the source has no number");
		assertEquals("2", text(made, 0x00200013));
		assertEquals("-10\\20\\2", text(made, 0x00200032));
		assertEquals("1\\0\\0\\0\\1\\0", text(made, 0x00200037));
		assertEquals("0.7\\0.5", text(made, 0x00280030));
		assertEquals("2", text(made, 0x00180088));
		final DataSet source = made.firstItem(0x00082112);
		assertEquals("1.2.3.4.2", text(source, 0x00081155));
		assertEquals("121322", text(source.firstItem(0x0040A170), 0x00080100));
		assertEquals("-1024", text(made, 0x00281052));
		assertEquals("1", text(made, 0x00281053));
		assertEquals(1000, made.integers(0x00280106)[0]);
		assertEquals(1011, made.integers(0x00280107)[0]);
	}

	@Test
	void wholeHuAreSignedWithoutRescale() throws IOException {
		for (final HuConversion.Output output : HuConversion.Output.values()) {
			final ImagePlus hu = hu(three(), output, PaddingMode.KEEP);
			final DataSet made = saved(hu, 1);
			assertEquals("0", text(made, 0x00281052));
			assertEquals("1", text(made, 0x00281053));
			assertEquals("HU", text(made, 0x00281054));
			assertEquals(1, made.integers(0x00280103)[0]);
			assertEquals(Vr.SS, made.element(0x00280106).vr());
			assertEquals(-1024, made.integers(0x00280106)[0]);
			final ImagePlus again = hu(again(), HuConversion.Output.FLOAT, PaddingMode.KEEP);
			for (int z = 0; z < 3; z++)
				for (int i = 0; i < 12; i++)
					assertEquals(1000 * z + i - 1024, again.getStack().getProcessor(z + 1).getf(i));
			assertEquals(ImageGeometry.of(hu).positions(), ImageGeometry.of(again).positions());
		}
	}

	@Test
	void nanIsPaddingBelowAllValues() throws IOException {
		final ImagePlus hu = hu(three(), HuConversion.Output.FLOAT, PaddingMode.KEEP);
		hu.getStack().getProcessor(1).setf(3, Float.NaN);
		final DataSet made = saved(hu, 1);
		assertEquals(Vr.SS, made.element(0x00280120).vr());
		assertEquals(-2000, made.integers(0x00280120)[0]);
		assertEquals(-1024, made.integers(0x00280106)[0], "padding is no value");
		final ImagePlus again = hu(again(), HuConversion.Output.FLOAT, PaddingMode.NAN);
		assertTrue(Float.isNaN(again.getStack().getProcessor(1).getf(3)));
		assertEquals(-1020, again.getStack().getProcessor(1).getf(4));
	}

	@Test
	void fractionsAreRoundedToWhatIsSaid() throws IOException {
		final ImagePlus hu = hu(three(), HuConversion.Output.FLOAT, PaddingMode.KEEP);
		hu.getStack().getProcessor(1).setf(0, 0.1f);
		final ImageSave.Saved saved = save(hu, SavedSeries.options());
		final double slope = file(1).numbers(0x00281053)[0];
		assertEquals(2011.0 / 65534, slope, 1e-4);
		assertTrue(saved.notes().get(0).startsWith("values are rounded to steps of " + (float) slope + " HU"), saved.notes()
			.get(0));
		final ImagePlus again = hu(again(), HuConversion.Output.FLOAT, PaddingMode.KEEP);
		assertEquals(0.1, again.getStack().getProcessor(1).getf(0), 0.5 * slope + 1e-6);
		hu.getStack().getProcessor(1).setf(1, 30000.3f);
		final String refused = assertThrows(ImageException.class, () -> save(hu, SaveOptions.of("", "", "", true, false, false)))
			.getMessage();
		assertTrue(refused.contains("steps of 0.47") && refused.contains("force=true"), refused);
		assertTrue(Files.exists(folder.resolve("saved/IM-00003.dcm")), "the series before is still there");
		save(hu, SaveOptions.of("", "", "", true, false, true));
		assertEquals(0.4733, file(1).numbers(0x00281053)[0], 1e-3);
	}

	@Test
	void storedPaddingGetsTheSignOfThePixels() throws IOException {
		final short[] pixels = { -2000, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, -2000 };
		final DicomFixture signed = Slices.ct(0).shorts(0x00280103, 1).pixels(pixels).shorts(0x00280120, 63536);
		final DataSet made = saved(open(signed, Slices.ct(1).shorts(0x00280103, 1).shorts(0x00280120, 63536)), 1);
		assertEquals(Vr.SS, made.element(0x00280120).vr());
		assertEquals(-2000, made.integers(0x00280120)[0]);
		assertEquals(5, made.integers(0x00280106)[0]);
		assertEquals(14, made.integers(0x00280107)[0]);
		assertArrayEquals(new byte[] { 0x30, (byte) 0xF8, 5, 0 }, Arrays.copyOf(made.bytes(0x7FE00010), 4));
	}

	@Test
	void slicesKeepTheirOwnRescale() throws IOException {
		saved(open(Slices.ct(0), Slices.ct(1).text(0x00281053, "DS", "2.5")), 1);
		assertEquals("1", text(file(1), 0x00281053));
		assertEquals("2.5", text(file(2), 0x00281053));
	}

	@Test
	void filesAreNumberedAlongTheNormal() throws IOException {
		final ImagePlus image = three();
		new StackReverser().flipStack(image);
		assertEquals("-10\\20\\0", text(saved(image, 1), 0x00200032));
		assertEquals("-10\\20\\4", text(file(3), 0x00200032));
		assertEquals(0, file(1).integers(0x00280106)[0]);
	}

	@Test
	void greyLevelsOfAWindowAreASecondaryCapture() throws IOException {
		final ImagePlus grey = new ImageWindowing(three()).toBytes(slice -> WindowPreset.LUNG.window(), WORKERS);
		final ImageSave.Saved saved = save(grey, SavedSeries.options());
		final DataSet made = file(2);
		assertEquals("1.2.840.10008.5.1.4.1.1.7", text(made, 0x00080016));
		assertEquals("WSD", text(made, 0x00080064));
		assertEquals("CT", text(made, 0x00080060));
		assertEquals(8, made.integers(0x00280100)[0]);
		assertFalse(made.has(0x00281052) || made.has(0x00281050), "neither HU nor windows");
		assertTrue(saved.notes().get(0).contains("HU cannot be had back"), saved.notes().get(0));
		assertArrayEquals((byte[]) grey.getStack().getPixels(2), made.bytes(0x7FE00010));
		assertEquals("-10\\20\\2", text(made, 0x00200032));
	}

	@Test
	void lossyStaysLossy() throws IOException {
		final DataSet made = saved(open(Slices.ct(0).text(0x00282110, "CS", "01").text(0x00282112, "DS", "12.5").text(
			0x00282114, "CS", "ISO_10918_1"), Slices.ct(1)), 1);
		assertEquals("01", text(made, 0x00282110));
		assertEquals("12.5", text(made, 0x00282112));
		assertEquals("ISO_10918_1", text(made, 0x00282114));
		assertFalse(file(2).has(0x00282110));
	}

	@Test
	void textBeyondAsciiIsDeclared() throws IOException {
		final DicomFixture slice = Slices.ct(0).text(0x00080005, "CS", "ISO_IR 100").put(0x00100010, "PN", "M\u00FCller^J"
			.getBytes(StandardCharsets.ISO_8859_1));
		final DataSet made = saved(open(slice, Slices.ct(1)), 1);
		assertEquals("ISO_IR 192", text(made, 0x00080005));
		assertEquals("M\u00FCller^J", text(made, 0x00100010));
	}

	@Test
	void anAnonymousSeriesNamesNoOne() throws IOException {
		final DicomFixture[] slices = new DicomFixture[2];
		for (int z = 0; z < 2; z++)
			slices[z] = Slices.ct(z).text(0x00100010, "PN", "Doe^Jane").text(0x00100020, "LO", "ID-4711").text(0x00080080, "LO",
				"St. Elsewhere");
		save(open(slices), SaveOptions.of("of Jane", "7", "", false, true, false));
		for (int i = 1; i <= 2; i++) {
			final DataSet made = file(i);
			assertEquals("YES", text(made, 0x00120062));
			final String bytes = new String(Files.readAllBytes(folder.resolve("saved/IM-0000" + i + ".dcm")),
				StandardCharsets.ISO_8859_1);
			for (final String secret : List.of("Doe", "Jane", "4711", "Elsewhere", "1.2.3.4"))
				assertFalse(bytes.contains(secret), secret);
		}
		assertEquals(text(file(1), 0x0020000E), text(file(2), 0x0020000E));
		assertEquals(2, again().getNSlices());
	}

	@Test
	void anImageOpenedAnonymouslyIsAStudyOfItsOwn() throws IOException {
		final ImageSave.Saved saved = save(Slices.open(Slices.ANONYMOUS, folder, Slices.ct(0), Slices.ct(1)), SavedSeries
			.options());
		assertTrue(text(file(1), 0x0020000D).startsWith("2.25."));
		assertEquals(text(file(1), 0x0020000D), text(file(2), 0x0020000D));
		assertFalse(file(1).has(0x00082112));
		assertTrue(saved.notes().stream().anyMatch(note -> note.contains("a study of its own")), saved.notes().toString());
	}

	@Test
	void keysStandInTheFiles() throws IOException {
		save(three(), SaveOptions.of("My series", "77", "by hand", false, false, false));
		assertEquals("My series", text(file(1), 0x0008103E));
		assertEquals("77", text(file(1), 0x00200011));
		assertEquals("by hand", text(file(1), 0x00082111));
		final String number = assertThrows(ImageException.class, () -> SaveOptions.of("", "1.5", "", false, false, false))
			.getMessage();
		assertTrue(number.contains("number is '1.5'"), number);
		final String description = assertThrows(ImageException.class, () -> save(three(), SaveOptions.of("x".repeat(65), "", "",
			true, false, false))).getMessage();
		assertTrue(description.contains("65 characters"), description);
	}

	@Test
	void whatIsNotKeptIsNamed() throws IOException {
		final List<String> notes = save(open(Slices.ct(0).text(0x00204000, "LT", "Jane").sequence(0x00081140,
			new DicomFixture().uid(0x00081150, "1.2")), Slices.ct(1)), SavedSeries.options()).notes();
		final String lost = notes.stream().filter(note -> note.startsWith("not kept")).findFirst().orElseThrow();
		assertTrue(lost.contains("ReferencedImageSequence, ImageComments"), lost);
		assertFalse(String.join("", notes).contains("Jane"));
	}

	@Test
	void whatCannotBeSavedIsRefused() throws IOException {
		final ImagePlus projected = ZProjector.run(three(), "max");
		assertRefused(projected, "geometry", "header of its own");
		final ImagePlus changed = three();
		final ImageProcessor plane = changed.getStack().getProcessor(1);
		plane.set(0, 77);
		assertRefused(changed, "are not those of its file any more", "");
		save(changed, SaveOptions.of("", "", "", false, false, true));
		assertEquals(77, file(1).integers(0x00280107)[0], "force saves them");
		final ImagePlus noPlace = open(Slices.ct(0).without(0x00200032));
		assertRefused(noPlace, "ImagePositionPatient", "");
		assertRefused(open(Slices.ct(0).uid(0x00080016, "1.2.840.10008.5.1.4.1.1.1"), Slices.ct(1).uid(0x00080016,
			"1.2.840.10008.5.1.4.1.1.1")), "SOP class 1.2.840.10008.5.1.4.1.1.1", "");
	}

	private void assertRefused(final ImagePlus image, final String said, final String or) {
		final String message = assertThrows(ImageException.class, () -> save(image, SaveOptions.of("", "", "", true, false,
			false))).getMessage();
		assertTrue(message.contains(said) || !or.isEmpty() && message.contains(or), message);
	}
}
