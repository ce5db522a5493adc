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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.plugin.StackReverser;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.hu.HuPlot;
import io.github.hounsfield.imagej.hu.ImageWindowing;
import io.github.hounsfield.imagej.hu.ImageWindows;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.intensity.VoiTransform;
import io.github.hounsfield.intensity.Window;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers as scanners write them and the standard allows: tables, paddings, windows. Values are worked out by hand. */
class HeaderVariantsTest {

	private static final Workers WORKERS = Workers.threads(2);
	private static final int MODALITY_LUT = 0x00283000;
	private static final int VOI_LUT = 0x00283010;

	@TempDir
	private Path folder;

	private ImagePlus open(final DicomFixture slice) throws IOException {
		return Slices.open(SeriesOpener.DEFAULT, folder, slice);
	}

	private float[] hu(final PaddingMode padding, final DicomFixture slice) throws IOException {
		return (float[]) conversion(padding).convert(open(slice), WORKERS).getProcessor().getPixels();
	}

	private static HuConversion conversion(final PaddingMode padding) {
		return HuConversion.to(HuConversion.Output.FLOAT, padding);
	}

	private String refusal(final DicomFixture slice) throws IOException {
		final ImagePlus image = open(slice);
		return Slices.said(assertThrows(ImageException.class, () -> conversion(PaddingMode.KEEP).convert(image, WORKERS)));
	}

	/** Stored values 0 to 11, a table in place of a rescale. */
	private static DicomFixture ramp() {
		return Slices.ct(0).without(0x00281052).without(0x00281053).without(0x00281054);
	}

	private static DicomFixture table(final int entries, final int first, final int bits) {
		return new DicomFixture().shorts(0x00283002, entries, first, bits).text(0x00283004, "LO", "HU");
	}

	@Test
	void tablesAreReadWithEntriesInBytesAndWithAllTheirEntries() throws IOException {
		final byte[] squares = new byte[12];
		for (int i = 0; i < 12; i++)
			squares[i] = (byte) (i * i);
		final float[] packed = hu(PaddingMode.KEEP, ramp().sequence(MODALITY_LUT, table(12, 0, 8).put(0x00283006, "OW",
			squares)));
		assertArrayEquals(new float[] { 0, 1, 4, 9, 16, 25, 36, 49, 64, 81, 100, 121 }, packed);

		final ByteBuffer all = ByteBuffer.allocate(2 * 65536).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < 65536; i++)
			all.putShort((short) (65535 - i));
		final float[] large = hu(PaddingMode.KEEP, ramp().sequence(MODALITY_LUT, table(0, 0, 16).put(0x00283006, "OW", all
			.array())));
		assertEquals(65535, large[0]);
		assertEquals(65524, large[11]);
	}

	@Test
	void aSequenceWithoutATableLeavesTheRescale() throws IOException {
		assertEquals(-1013, hu(PaddingMode.KEEP, Slices.ct(0).sequence(MODALITY_LUT))[11]);
	}

	@Test
	void aTableToSomethingElseThanHuAndTwoSlopesAreRefused() throws IOException {
		final DicomFixture density = table(12, 0, 16).text(0x00283004, "LO", "OD").shorts(0x00283006, new int[12]);
		assertTrue(refusal(ramp().sequence(MODALITY_LUT, density)).contains("is rescaled to OD, not to HU"));
		assertTrue(refusal(Slices.ct(0).text(0x00281053, "DS", "1\\2")).contains("has 2 values; expected one"));
	}

	/** PS3.3 C.8.2.1: an ORIGINAL CT that is no LOCALIZER is in HU, whatever its Rescale Type says. */
	@Test
	void anOriginalCtOfAnotherUnitIsInHuAndDoubted() throws IOException {
		final DicomFixture slice = Slices.ct(1).text(0x00080008, "CS", "ORIGINAL\\PRIMARY\\AXIAL").text(0x00281054, "LO",
			"US");
		final List<String> doubts = new ArrayList<>();
		final ImagePlus hu = conversion(PaddingMode.KEEP).convert(open(slice), WORKERS, doubts::add);
		assertEquals(-24, hu.getProcessor().getf(0));
		assertEquals(1, doubts.size());
		assertTrue(doubts.get(0).contains("names the unit US") && doubts.get(0).contains("C.8.2.1"), doubts.get(0));
		final ImagePlus image = open(slice);
		assertEquals("HU", image.getCalibration().getValueUnit());
		assertTrue(image.getProp("Hounsfield.Report").contains("whose values are HU, but its Rescale Type (0028,1054)"), image
			.getProp("Hounsfield.Report"));
		final DicomFixture derived = Slices.ct(1).text(0x00080008, "CS", "DERIVED\\SECONDARY\\AXIAL").text(0x00281054, "LO",
			"US");
		assertTrue(refusal(derived).contains("is rescaled to US, not to HU"), refusal(derived));
	}

	@Test
	void aSlopeThatCannotBeUsedIsNamedWithItsImageAndReplacedByHand() throws IOException {
		final DicomFixture zero = Slices.ct(0).text(0x00281053, "DS", "0");
		assertEquals("'CT series': RescaleSlope (0028,1053) is 0.0; expected a finite number other than 0", refusal(zero));
		final HuConversion byHand = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).withRescale(
			Optional.of(new Rescale(2,
			-1000)));
		assertEquals(-978, byHand.convert(open(zero), WORKERS).getProcessor().getf(11));
	}

	@Test
	void slopesThatDifferAreAppliedWhereValuesHaveNoUnit() throws IOException {
		final DicomFixture[] slices = new DicomFixture[2];
		for (int z = 0; z < 2; z++)
			slices[z] = Slices.ct(z).text(0x00080060, "CS", "MR").without(0x00281054).text(0x00281053, "DS", z + 1 + "").text(
				0x00281052, "DS", z * 5 + "");
		final ImagePlus image = Slices.open(SeriesOpener.DEFAULT, folder, slices);
		final ImageWindowing windowing = new ImageWindowing(image);
		assertEquals(List.of(Rescale.IDENTITY, new Rescale(2, 5)), List.of(windowing.values().transform(0), windowing
			.values().transform(1)));
		assertEquals(11, image.getProcessor().get(11), "values as they are stored");
		new StackReverser().flipStack(image);
		assertEquals(new Rescale(2, 5), new ImageWindowing(image).values().transform(0));
	}

	@Test
	void paddingOf32BitValuesWithASignIsFound() throws IOException {
		final ByteBuffer pixels = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN).putInt(-2000).putInt(70000);
		final float[] hu = hu(PaddingMode.AIR, Slices.ct(0).shorts(0x00280100, 32).shorts(0x00280101, 32).shorts(0x00280102,
			31).shorts(0x00280103, 1).put(0x00280120, "SS", new byte[] { 0x30, (byte) 0xF8 }).put(0x7FE00010, "OW", pixels
				.array()));
		assertArrayEquals(new float[] { -1000, 68976, -1024 }, new float[] { hu[0], hu[1], hu[2] });
	}

	@Test
	void paddingOfFloatingPointValuesIsFoundAtTheirPrecision() throws IOException {
		final ByteBuffer pixels = ByteBuffer.allocate(12 * 8).order(ByteOrder.LITTLE_ENDIAN).putDouble(0.1).putDouble(0.25);
		final float[] hu = hu(PaddingMode.NAN, Slices.ct(0).shorts(0x00280100, 64).without(0x00280101).without(0x00280102)
			.without(0x00280103).without(0x7FE00010).doubles(0x00280123, 0.1).put(0x7FE00009, "OD", pixels.array()));
		assertTrue(Float.isNaN(hu[0]), "padding");
		assertEquals(-1023.75f, hu[1]);
	}

	private static VoiTransform window(final ImagePlus image, final int index) {
		return ImageWindows.of(ImageValues.of(image), 0).get(index).transform();
	}

	@Test
	void eachTableOfTheVoiLutSequenceMapsValuesWithASign() throws IOException {
		final DicomFixture first = table(2, -1024 & 0xFFFF, 8).shorts(0x00283006, 10, 200);
		final DicomFixture second = table(2, 5, 8).text(0x00283003, "LO", "LUNG").shorts(0x00283006, 255, 30);
		final ImagePlus image = open(Slices.ct(0).sequence(VOI_LUT, first, second));
		assertEquals(10, window(image, 0).level(-1024));
		assertEquals(200, window(image, 0).level(-1023));
		assertEquals(255, window(image, 1).level(5));
		assertEquals(30, window(image, 1).level(6));
		assertEquals(List.of("VOI LUT", "LUNG"), ImageWindows.of(ImageValues.of(image), 0).stream().map(
			ImageWindows.Named::name).toList());
	}

	@Test
	void aWindowThatIsNotAllowedDoesNotHideTheOthers() throws IOException {
		final ImagePlus image = open(Slices.ct(0).text(0x00281050, "DS", "0\\40").text(0x00281051, "DS", "0\\400"));
		assertEquals(new Window(40, 400), window(image, 1));
		final ImageException reason = assertThrows(ImageException.class, () -> window(image, 0));
		assertTrue(reason.getMessage().contains("WindowWidth (0028,1051) is 0.0"), reason.getMessage());
	}

	/** ImageJ's own reader writes 40\-600\300 as -600\300. */
	@Test
	void windowsKeepTheirNamesWhereImageJsOwnReaderDroppedTheFirst() throws IOException {
		final ImagePlus image = open(Slices.ct(0).text(0x00281050, "DS", "-600\\300").text(0x00281051, "DS",
			"1500\\2000").text(
			0x00281055, "LO", "SOFT\\LUNG\\BONE"));
		final String foreign = image.getInfoProperty().replaceAll("(?m)^Hounsfield .*\\R", "");
		image.setProperty("Info", foreign);
		image.getStack().setSliceLabel(null, 1);
		assertEquals("LUNG", ImageWindows.of(ImageValues.of(image), 0).get(0).name());
		assertEquals(new Window(-600, 1500), window(image, 0));
	}

	/**
	 * ImageJ's own reader does not mark the elements of this sequence as inside one, and writes its numbers with spaces.
	 */
	@Test
	void aTableThatImageJsOwnReaderWroteIsNotPassedOver() throws IOException {
		final ImagePlus image = open(Slices.ct(0));
		image.setProperty("Info", image.getInfoProperty().replaceAll("(?m)^Hounsfield .*\\R", "") +
			"0028,3000  Modality LUT Sequence: \n0028,3002  LUT Descriptor: 4096 0 16 \n0028,3006  LUT Data: 7 8 9 \n");
		image.getStack().setSliceLabel(null, 1);
		final ImageException reason = assertThrows(ImageException.class, () -> conversion(PaddingMode.KEEP).convert(image,
			WORKERS));
		assertTrue(reason.getMessage().contains("ModalityLUTSequence cannot be read"), reason.getMessage());
	}

	/** ImageJ's own reader writes the items of per-frame sequences one after the other. */
	@Test
	void valuesOfSeveralFramesInOneHeaderAreRefused() {
		final HeaderText header = HeaderText.parse("0008,0060  Modality: CT\n0028,1053  Rescale Slope: 1\n" +
			"0028,1053  Rescale Slope: 2\n0028,1054  Rescale Type: HU\n0028,1054  Rescale Type: HU\n");
		assertEquals(Optional.of("HU"), header.value(Tag.RescaleType));
		final ImageException reason = assertThrows(ImageException.class, () -> header.number(Tag.RescaleSlope));
		assertTrue(reason.getMessage().contains("several values, 1 and 2"), reason.getMessage());
	}

	@Test
	void aHistogramOfHuIsNotMadeOfWhatIsNotHu() throws IOException {
		final ImagePlus pet = open(Slices.ct(0).text(0x00080060, "CS", "PT"));
		final ImageException reason = assertThrows(ImageException.class, () -> HuPlot.of(pet, WORKERS));
		assertTrue(reason.getMessage().contains("is PT, not CT"), reason.getMessage());
		final HuConversion forced = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).withForce(true);
		assertEquals(12, HuPlot.of(forced.convert(pet, WORKERS), WORKERS).histogram().count());
	}
}
