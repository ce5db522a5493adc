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
import ij.process.LUT;
import ij.process.ShortProcessor;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.intensity.VoiLutFunction;
import io.github.hounsfield.intensity.VoiTransform;
import io.github.hounsfield.intensity.Window;
import io.github.hounsfield.intensity.WindowPreset;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Windows as a display range and as grey levels; expected levels are PS3.3 C.11.2's table in the spec, by hand. Also
 * tests {@code ImageWindows}.
 */
class ImageWindowingTest {

	private static final Workers WORKERS = Workers.threads(2);
	private static final Window LUNG = WindowPreset.LUNG.window();

	/** HU -1350, -1000, -600, 0 and 149 as stored values with intercept -1024. */
	private static final short[] STORED = { -326, 24, 424, 1024, 1173, 0, 0, 0, 0, 0, 0, 0 };
	private static final int[] LINEAR = { 0, 60, 128, 230, 255 };

	@TempDir
	private Path folder;

	private static DicomFixture signed() {
		return Slices.ct(0).shorts(0x00280103, 1).pixels(STORED);
	}

	private ImagePlus image(final DicomFixture... slices) throws IOException {
		return Slices.open(SeriesOpener.DEFAULT, folder, slices);
	}

	private static ImagePlus bytes(final ImagePlus image) {
		return new ImageWindowing(image).toBytes(slice -> LUNG, WORKERS);
	}

	@Test
	void greyLevelsAreTheSameFromStoredValuesAndFromHu() throws IOException {
		final ImagePlus image = image(signed());
		final ImagePlus hu = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).convert(
			image, WORKERS);
		for (int i = 0; i < LINEAR.length; i++) {
			assertEquals(LINEAR[i], bytes(image).getProcessor().get(i));
			assertEquals(LINEAR[i], bytes(hu).getProcessor().get(i));
		}
	}

	@Test
	void theDisplayRangeIsInHuAndNoPixelChanges() throws IOException {
		final ImagePlus image = image(signed());
		new ImageWindowing(image).setDisplay(LUNG);
		assertEquals(-1350, image.getCalibration().getCValue(image.getDisplayRangeMin()), 1e-9);
		assertEquals(149, image.getCalibration().getCValue(image.getDisplayRangeMax()), 1e-9);
		assertEquals(24 + 32768, image.getProcessor().get(1));
	}

	@Test
	void aSigmoidIsACurveInTheLutThatTheNextStraightWindowTakesAway() throws IOException {
		final ImagePlus image = image(signed());
		new ImageWindowing(image).setDisplay(new Window(-600, 1500, VoiLutFunction.SIGMOID));
		final int middle = image.getProcessor().getLut().getRed(128);
		assertTrue(Math.abs(middle - 128) <= 2, "level at the center: " + middle);
		assertEquals(65, shown(image, 1), 2, "the sigmoid's level of -1000 HU is 65.29");
		assertEquals(212, shown(image, 3), 2, "that of 0 HU is 212.165");
		new ImageWindowing(image).setDisplay(LUNG);
		assertEquals(77, image.getProcessor().getLut().getRed(77));
	}

	private static int shown(final ImagePlus image, final int pixel) {
		final double part = (image.getProcessor().get(pixel) - image.getDisplayRangeMin()) / (image
			.getDisplayRangeMax() - image.getDisplayRangeMin());
		return image.getProcessor().getLut().getRed((int) (part * 256));
	}

	@Test
	void monochrome1TurnsTheDisplayOverAndNotTheValues() throws IOException {
		final ImagePlus image = image(signed().text(0x00280004, "CS", "MONOCHROME1"));
		assertTrue(image.isInvertedLut());
		final ImagePlus bytes = bytes(image);
		assertTrue(bytes.isInvertedLut());
		for (int i = 0; i < LINEAR.length; i++)
			assertEquals(LINEAR[i], bytes.getProcessor().get(i));
	}

	@Test
	void paddingIsBlackWhateverItsValue() throws IOException {
		final ImagePlus padded = image(signed().put(0x00280120, "SS", new byte[] { 0, 4 }));
		assertEquals(0, bytes(padded).getProcessor().get(3), "1024 is padding here");
		final ImagePlus inverted = image(signed().put(0x00280120, "SS", new byte[] { 0, 4 }).text(0x00280004, "CS",
			"MONOCHROME1"));
		final ImagePlus shown = bytes(inverted);
		assertEquals(0, shown.getProcessor().getLut().getRed(shown.getProcessor().get(3)), "black on the screen");
	}

	@Test
	void slicesWithDifferentRescalesHaveGreyLevelsButNoDisplayRange() throws IOException {
		final ImagePlus image = image(Slices.ct(0), Slices.ct(1).text(0x00281052, "DS", "-2024"));
		final ImageWindowing windowing = new ImageWindowing(image);
		final String reason = Slices.said(assertThrows(ImageException.class, () -> windowing.setDisplay(LUNG)));
		assertTrue(reason.contains("slice 1 and slice 2") && reason.contains("run Convert to HU first"), reason);
		final ImagePlus bytes = bytes(image);
		assertEquals(bytes.getStack().getProcessor(1).get(0), bytes.getStack().getProcessor(2).get(0));
	}

	@Test
	void aFallingRescaleHasItsOwnGreyLevels() throws IOException {
		final ImagePlus image = image(Slices.ct(0).pixels(STORED).text(0x00281052, "DS", "0").text(0x00281053, "DS", "-1")
			.text(0x00281050, "DS", "-600").text(0x00281051, "DS", "1500"));
		assertTrue(image.getDisplayRangeMin() < image.getDisplayRangeMax());
		for (int i = 0; i < STORED.length; i++)
			assertEquals(LUNG.level(-(STORED[i] & 0xFFFF)), bytes(image).getProcessor().get(i));
	}

	@Test
	void theLeastHuIsBlackWhereHuFallAsPixelsRise() throws IOException {
		final ImagePlus image = image(Slices.ct(0).text(0x00281053, "DS", "-1").text(0x00281052, "DS", "200").text(0x00281050,
			"DS", "-600").text(0x00281051, "DS", "1500"));
		assertTrue(image.isInvertedLut(), "as opened");
		new ImageWindowing(image).setDisplay(LUNG);
		assertTrue(image.isInvertedLut());
		assertEquals(200 - 149, image.getDisplayRangeMin());
		assertEquals(200 + 1350, image.getDisplayRangeMax());
		new ImageWindowing(image).setDisplay(new Window(-600, 1500, VoiLutFunction.SIGMOID));
		final LUT curve = image.getProcessor().getLut();
		assertTrue(curve.getRed(0) > 250 && curve.getRed(255) < 5, "white " + curve.getRed(0) + ", black " +
			curve.getRed(255));
	}

	@Test
	void huOfMonochrome1AreShownAsTheSourceIs() throws IOException {
		final ImagePlus image = image(signed().text(0x00280004, "CS", "MONOCHROME1"));
		assertTrue(image.isInvertedLut());
		final ImagePlus hu = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).convert(
			image, WORKERS);
		assertTrue(hu.isInvertedLut());
		assertEquals(-1350, hu.getDisplayRangeMin());
	}

	@Test
	void anImageWithoutHuOrRescaleSaysWhatToDo() {
		final ImagePlus plain = new ImagePlus("plain", new ShortProcessor(2, 1));
		assertTrue(Slices.said(assertThrows(ImageException.class, () -> new ImageWindowing(plain))).contains(
			"run Convert to HU with slope and intercept by hand"));
	}

	@Test
	void theHeadersOwnWindowsHaveTheirExplanationsAsNames() throws IOException {
		final ImagePlus image = image(signed().text(0x00281050, "DS", "-600\\40\\40\\40").text(0x00281051, "DS",
			"1500\\400\\350\\350").text(0x00281055, "LO", "LUNG\\SOFT\\SOFT"));
		final List<ImageWindows.Named> windows = ImageWindows.of(ImageValues.of(image), 0);
		assertEquals(List.of("LUNG", "SOFT", "SOFT (W 350, L 40)", "W 350, L 40"), windows.stream().map(
			ImageWindows.Named::name).toList());
		assertEquals(new Window(40, 400), windows.get(1).transform());
	}

	/** PS3.3 C.11.2.1.1: HU have a sign, so what a VOI LUT maps first has one, though stored values have none. */
	@Test
	void aVoiLutOfUnsignedCtBeginsAtNegativeHu() throws IOException {
		final DicomFixture lut = new DicomFixture().shorts(0x00283002, 3, 0x10000 - 1000, 8).shorts(0x00283006, 0, 100, 255);
		final ImagePlus image = image(Slices.ct(0).sequence(0x00283010, lut));
		final ImagePlus hu = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).convert(
			image, WORKERS);
		for (final ImagePlus each : List.of(image, hu)) {
			final VoiTransform window = ImageWindows.of(ImageValues.of(each), 0).get(0).transform();
			assertEquals(List.of(0, 0, 100, 255, 255), IntStream.of(-1001, -1000, -999, -998, 0).map(window::level).boxed()
				.toList());
		}
	}

	@Test
	void aVirtualStackBecomesAVirtualStack() throws IOException {
		final ImagePlus virtual = bytes(Slices.open(Slices.VIRTUAL, folder, signed(), Slices.ct(1).shorts(0x00280103, 1)));
		assertTrue(virtual.getStack().isVirtual());
		for (int i = 0; i < LINEAR.length; i++)
			assertEquals(LINEAR[i], virtual.getStack().getProcessor(1).get(i));
		assertEquals(226, virtual.getStack().getProcessor(2).get(0), "(-24 + 600.5) / 1499 + 0.5, times 255, is 225.57");
	}
}
