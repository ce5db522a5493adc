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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.FloatProcessor;
import ij.process.ImageConverter;
import ij.process.ShortProcessor;
import ij.process.StackConverter;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.series.DicomFixture;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images of stored values to HU: which are converted, how, and which are refused. Values are worked out by hand. */
class HuConversionTest extends HuImages {

	/** Slices with different rescales stay stored values when Image > Type > 32-bit turns them over. */
	@Test
	void declaredPaddingKeepsItsSignIn32Bits() throws IOException {
		final short[] stored = { 5, -2000, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };
		final ImagePlus image = image(Slices.ct(0).shorts(0x00280103, 1).shorts(0x00280120, 0x10000 - 2000).pixels(stored),
			Slices.ct(1).shorts(0x00280103, 1).text(0x00281052, "DS", "-1000"));
		new StackConverter(image).convertToGray32();
		assertEquals(-2000, image.getStack().getVoxel(1, 0, 0), "a stored value");
		final ImagePlus hu = conversion(HuConversion.Output.FLOAT, PaddingMode.AIR).convert(image, WORKERS);
		assertEquals(-1000, hu.getStack().getVoxel(1, 0, 0), "padding becomes air");
		assertEquals(5 - 1024, hu.getStack().getVoxel(0, 0, 0));
	}

	/**
	 * A head, W 80 and L 40 in its header, stays in its window: about 0 to 80 HU; expected are ImageJ's calibrated values.
	 */
	@Test
	void isShownInTheWindowOfItsSource() throws IOException {
		final ImagePlus source = image(Slices.ct(0).text(0x00281050, "DS", "40").text(0x00281051, "DS", "80"), Slices.ct(1));
		for (final HuConversion conversion : new HuConversion[] { FLOAT, SIGNED }) {
			final ImagePlus hu = conversion.convert(source, WORKERS);
			final double min = hu.getCalibration().getCValue(hu.getDisplayRangeMin());
			final double max = hu.getCalibration().getCValue(hu.getDisplayRangeMax());
			assertEquals(source.getCalibration().getCValue(source.getDisplayRangeMin()), min, 1e-9);
			assertEquals(source.getCalibration().getCValue(source.getDisplayRangeMax()), max, 1e-9);
			assertEquals(0, min, 1);
			assertEquals(80, max, 1);
		}
	}

	@Test
	void floatAndSignedOutputHoldTheSameHuAndTheSourceIsLeftAsItWas() throws IOException {
		final ImagePlus source = image(two());
		final ImagePlus hu = FLOAT.convert(source, WORKERS);
		final ImagePlus signed = SIGNED.convert(source, WORKERS);
		for (int z = 0; z < 2; z++)
			for (int i = 0; i < 12; i++) {
				assertEquals(1000 * z + i - 1024, hu.getStack().getProcessor(z + 1).getf(i));
				assertEquals(1000 * z + i - 1024, signed.getCalibration().getCValue(signed.getStack().getProcessor(z + 1).get(i)));
				assertEquals(1000 * z + i, source.getStack().getProcessor(z + 1).get(i));
			}
		assertEquals("HU", hu.getCalibration().getValueUnit());
		assertEquals(0.5, hu.getCalibration().pixelWidth);
		assertEquals(2, hu.getCalibration().pixelDepth);
		assertEquals(-1350, hu.getDisplayRangeMin());
		assertEquals(-1350 + 32768, signed.getDisplayRangeMin());
		assertTrue(hu.getStack().getSliceLabel(2).startsWith("2\n"), hu.getStack().getSliceLabel(2));
	}

	/** W 400 L 40 is -160 to 239 HU by LINEAR, W 1500 L -600 is -1350 to 149 (PS3.3 C.11.2.1.2.1). */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "HEAD||-160|239", "CHEST|CT HEAD|-1350|149", "NECKCHEST||-1350|149",
		"EXTREMITY||-160|239", "|CT BRAIN W/O|-160|239", "|Head and chest|-1350|149", "|Overheads|-1350|149", "||-1350|149" })
	void aHeadWithoutAWindowInItsHeaderIsNotShownInALungWindow(final String part, final String description,
		final double min, final double max) throws IOException
	{
		final DicomFixture[] slices = two();
		for (final DicomFixture slice : slices) {
			if (part != null) slice.text(0x00180015, "CS", part);
			if (description != null) slice.text(0x00081030, "LO", description);
		}
		final ImagePlus hu = FLOAT.convert(image(slices), WORKERS);
		assertEquals(min, hu.getDisplayRangeMin(), 0.5);
		assertEquals(max, hu.getDisplayRangeMax(), 0.5);
	}

	@Test
	void aVirtualStackBecomesAVirtualStackWithTheSamePixelsThatOutlivesItsSource() throws IOException {
		final ImagePlus wanted = FLOAT.convert(image(two()), WORKERS);
		final ImagePlus source = Slices.open(Slices.VIRTUAL, folder, two());
		for (final HuConversion conversion : new HuConversion[] { FLOAT, conversion(HuConversion.Output.FLOAT,
			PaddingMode.AIR) })
		{
			final ImagePlus hu = conversion.convert(source, WORKERS);
			assertTrue(hu.getStack().isVirtual());
			for (int z = 1; z <= 2; z++)
				assertArrayEquals((float[]) wanted.getStack().getPixels(z), (float[]) hu.getStack().getPixels(z));
		}
		final ImagePlus kept = conversion(HuConversion.Output.SIGNED, PaddingMode.AIR).convert(source, WORKERS);
		source.close();
		assertEquals(-24, kept.getCalibration().getCValue(kept.getStack().getProcessor(2).get(0)));
	}

	@Test
	void survivesSaveAsTiff() throws IOException {
		final ImagePlus source = image(two());
		assertEquals(-24, FLOAT.convert(reopened(source), WORKERS).getStack().getProcessor(2).getf(0));
		assertTrue(refusal(FLOAT, reopened(FLOAT.convert(source, WORKERS))).contains("in HU already"));
		assertTrue(refusal(FLOAT, reopened(SIGNED.convert(source, WORKERS))).contains("in HU already"));
	}

	private ImagePlus reopened(final ImagePlus image) {
		final String file = folder.resolve("saved.tif").toString();
		new FileSaver(image).saveAsTiffStack(file);
		return IJ.openImage(file);
	}

	@Test
	void knowsWhatImageTypeCommandsMadeOfTheValues() throws IOException {
		final ImagePlus rescaled = image(two());
		new StackConverter(rescaled).convertToGray32();
		assertTrue(refusal(FLOAT, rescaled).contains("in HU already"), "the calibration function was applied");

		final ImagePlus differing = image(Slices.ct(0), Slices.ct(1).text(0x00281052, "DS", "-1000"));
		new StackConverter(differing).convertToGray32();
		final ImagePlus hu = FLOAT.convert(differing, WORKERS);
		assertEquals(-1024, hu.getStack().getProcessor(1).getf(0), "no function serves both slices, so none was applied");
		assertEquals(0, hu.getStack().getProcessor(2).getf(0));

		final ImagePlus eight = image(Slices.ct(0));
		new ImageConverter(eight).convertToGray8();
		assertTrue(refusal(FLOAT, eight).contains("8-bit copy of a 16-bit image"));

		final ImagePlus sixteen = FLOAT.convert(image(Slices.ct(0)), WORKERS);
		new ImageConverter(sixteen).convertToGray16();
		assertTrue(refusal(FLOAT, sixteen).contains("was in HU, and is not any more"));

		final ImagePlus rgb = image(Slices.ct(0));
		new ImageConverter(rgb).convertToRGB();
		assertTrue(refusal(FLOAT, rgb).contains("colour"));
	}

	@Test
	void slopeAndInterceptByHandServeImagesWithoutAHeader() {
		final ImagePlus plain = new ImagePlus("plain", new ShortProcessor(2, 1, new short[] { 0, 100 }, null));
		final String reason = refusal(FLOAT, plain);
		assertTrue(reason.contains("has no DICOM header") && reason.contains("open the file with Open DICOM Series"), reason);
		final String forced = refusal(HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).withForce(true),
			plain);
		assertTrue(forced.contains("has no DICOM header that names") && forced.contains("Open DICOM Series"), forced);
		final HuConversion byHand = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).withRescale(
			Optional.of(new Rescale(2,
			-1000)));
		assertArrayEquals(new float[] { -1000, -800 }, (float[]) byHand.convert(plain, WORKERS).getProcessor().getPixels());
		final ImagePlus floats = new ImagePlus("floats", new FloatProcessor(2, 1, new float[] { 0.5f, 1 }));
		assertArrayEquals(new float[] { -999, -998 }, (float[]) byHand.convert(floats, WORKERS).getProcessor().getPixels());
	}

	@Test
	void theMaskShowsDeclaredAndUndeclaredPadding() throws IOException {
		final short[] pixels = { -2000, 0, 0, -2000, 0, 63, 0, 0, -2000, 0, 0, -2000 };
		final DicomFixture undeclared = Slices.ct(0).shorts(0x00280103, 1).pixels(pixels);
		final DicomFixture declared = Slices.ct(1).shorts(0x00280103, 1).pixels(pixels).put(0x00280120, "SS", new byte[] { 63,
			0 });
		final ImagePlus image = image(undeclared, declared);
		final ImagePlus mask = conversion(HuConversion.Output.FLOAT, PaddingMode.AIR).paddingMask(image, WORKERS);
		for (int i = 0; i < 12; i++) {
			assertEquals(pixels[i] == -2000 ? 255 : 0, mask.getStack().getProcessor(1).get(i));
			assertEquals(pixels[i] == -2000 || pixels[i] == 63 ? 255 : 0, mask.getStack().getProcessor(2).get(i));
		}
		final ImagePlus air = conversion(HuConversion.Output.FLOAT, PaddingMode.AIR).convert(image, WORKERS);
		assertEquals(-1000, air.getStack().getProcessor(1).getf(0));
		assertEquals(-961, air.getStack().getProcessor(1).getf(5));
		assertEquals(-1000, air.getStack().getProcessor(2).getf(5));
	}
}
