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
import io.github.hounsfield.series.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Values and places of a saved series, by hand from its source. Also tests {@code PixelChoice}, {@code WholeValues},
 * {@code RoundedValues}, {@code GreyLevels}, {@code SourceSlices}, {@code SaveNotes}, {@code DerivedSeries},
 * {@code NewSeries}, {@code DataSetMaker}, {@code Derivation}, {@code ImageKind} and
 * {@code StoredExtremes}.
 */
class ImageSaveTest extends SavedFiles {

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
		final ImageSave.Saved saved = save(hu, SavedSeries.options());
		final DataSet made = file(1);
		assertTrue(saved.notes().stream().anyMatch(note -> note.startsWith(
			"SmallestImagePixelValue and LargestImagePixelValue are left out")), saved.notes().toString());
		assertEquals(Vr.SS, made.element(0x00280120).vr());
		assertEquals(-2000, made.integers(0x00280120)[0]);
		assertFalse(made.has(0x00280106), "whether padding counts as a value is not defined");
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
		final String refused = Slices.said(assertThrows(ImageException.class, () -> save(hu,
			SaveOptions.of("", "", "").withOverwrite(true))));
		assertTrue(refused.contains("steps of 0.47") && refused.contains("force=true"), refused);
		assertTrue(Files.exists(folder.resolve("saved/IM-00003.dcm")), "the series before is still there");
		save(hu, SaveOptions.of("", "", "").withOverwrite(true).withForce(true));
		assertEquals(0.4733, file(1).numbers(0x00281053)[0], 1e-3);
	}

	@Test
	void storedPaddingGetsTheSignOfThePixels() throws IOException {
		final short[] pixels = { -2000, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, -2000 };
		final DicomFixture signed = Slices.ct(0).shorts(0x00280103, 1).pixels(pixels).shorts(0x00280120, 63536);
		final DataSet made = saved(open(signed, Slices.ct(1).shorts(0x00280103, 1).shorts(0x00280120, 63536)), 1);
		assertEquals(Vr.SS, made.element(0x00280120).vr());
		assertEquals(-2000, made.integers(0x00280120)[0]);
		assertFalse(made.has(0x00280106) || made.has(0x00280107), "whether padding counts as a value is not defined");
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
	void resampledSlicesSaySo() throws IOException {
		final Series uneven = Slices.series(folder, List.of(Slices.ct(0).text(0x00181120, "DS", "0"), Slices.ct(1).text(
			0x00181120, "DS", "0"), Slices.ct(2).position("-10\\20\\5").text(0x00181120, "DS", "0")));
		final DataSet made = saved(SeriesOpener.DEFAULT.open(uneven, Set.of(SeriesOpener.Resampling.EVEN)).image(), 2);
		assertEquals("113085", text(made.firstItem(0x00089215), 0x00080100));
		assertTrue(text(made, 0x00082111).contains("resampled when it was opened"), text(made, 0x00082111));
		assertFalse(made.has(0x00181120), "the gantry's tilt");
		assertEquals("-10\\20\\" + text(made, 0x00180088), text(made, 0x00200032));
		assertFalse(saved(three(), 1).has(0x00089215));
	}

	@Test
	void aVirtualStackIsSavedAlike() throws IOException {
		final byte[] pixels = saved(three(), 3).bytes(0x7FE00010);
		final ImagePlus virtual = Slices.open(Slices.VIRTUAL, folder, Slices.ct(0), Slices.ct(1), Slices.ct(2));
		assertTrue(virtual.getStack().isVirtual());
		assertArrayEquals(pixels, saved(virtual, 3).bytes(0x7FE00010));
		assertArrayEquals(new byte[] { (byte) 0xD0, 7, (byte) 0xD1, 7 }, Arrays.copyOf(pixels, 4), "2000, 2001");
	}

	@Test
	void whatCannotBeSavedIsRefused() throws IOException {
		final ImagePlus projected = ZProjector.run(three(), "max");
		assertRefused(projected, "geometry", "header of its own");
		final ImagePlus changed = three();
		final ImageProcessor plane = changed.getStack().getProcessor(1);
		plane.set(0, 77);
		assertRefused(changed, "are not those of its file any more", "");
		save(changed, SaveOptions.of("", "", "").withForce(true));
		assertEquals(77, file(1).integers(0x00280107)[0], "force saves them");
		final ImagePlus noPlace = open(Slices.ct(0).without(0x00200032));
		assertRefused(noPlace, "ImagePositionPatient", "");
		assertRefused(open(Slices.ct(0).uid(0x00080016, "1.2.840.10008.5.1.4.1.1.1"), Slices.ct(1).uid(0x00080016,
			"1.2.840.10008.5.1.4.1.1.1")), "SOP class 1.2.840.10008.5.1.4.1.1.1", "");
	}

	private void assertRefused(final ImagePlus image, final String said, final String or) {
		final String message = assertThrows(ImageException.class, () -> save(image, SaveOptions.of("", "",
			"").withOverwrite(true))).getMessage();
		assertTrue(message.contains(said) || !or.isEmpty() && message.contains(or), message);
	}
}
