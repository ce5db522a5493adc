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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ShortProcessor;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.series.DicomFixture;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Images that HuConversion refuses, and what force still converts. Also tests {@code UnmarkedSigns}. */
class HuRefusalsTest extends HuImages {

	/**
	 * 20,000 slices of 4000 x 4000 share one array, but what comes of them would not: 4 bytes each are 1,192.09 GiB.
	 */
	@Test
	void saysBeforeItStartsThatTheResultDoesNotFit() {
		final ImageStack stack = new ImageStack(4000, 4000);
		final short[] plane = new short[16_000_000];
		for (int z = 0; z < 20_000; z++) stack.addSlice(null, plane);
		final HuConversion byHand = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).withRescale(
			Optional.of(new Rescale(1,
			-1024)));
		final String said = refusal(byHand, new ImagePlus("large", stack));
		assertTrue(said.startsWith("'large' in 32-bit float needs 1193 GiB of memory, and only "), said);
		assertTrue(said.contains("output=[16-bit signed]") && said.contains("virtual=true"), said);
	}

	@Test
	void isNotDoneTwiceNorOnWhatAWindowMade() throws IOException {
		final ImagePlus source = image(two());
		assertTrue(refusal(FLOAT, FLOAT.convert(source, WORKERS)).contains("in HU already"));
		assertTrue(refusal(FLOAT, SIGNED.convert(source, WORKERS)).contains("in HU already"));
		final ImagePlus windowed = new ImageWindowing(source).toBytes(slice ->
			io.github.hounsfield.intensity.WindowPreset.LUNG
			.window(), WORKERS);
		assertTrue(refusal(FLOAT, windowed).contains("grey levels of a window"));
	}

	@Test
	void signedValuesWithoutTheirCalibrationAreRefused() throws IOException {
		final ImagePlus signed = image(Slices.ct(0).shorts(0x00280103, 1));
		assertEquals(-1024, FLOAT.convert(signed, WORKERS).getProcessor().getf(0));
		signed.getCalibration().setFunction(Calibration.NONE, null, "");
		assertTrue(refusal(FLOAT, signed).contains(", which says how ImageJ holds its values, was removed"));
		signed.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 3, 2 }, "OD");
		assertTrue(refusal(FLOAT, signed).contains("calibration function (3.0 + 2.0 x value)"));
	}

	@Test
	void whatIsNotCtIsRefusedUnlessForced() throws IOException {
		final ImagePlus mr = image(Slices.ct(0).text(0x00080060, "CS", "MR"));
		assertTrue(refusal(FLOAT, mr).contains("is MR, not CT"));
		final HuConversion forced = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).withForce(true);
		assertEquals(-1024, forced.convert(mr, WORKERS).getProcessor().getf(0));
		final ImagePlus other = image(Slices.ct(0).text(0x00281054, "LO", "US"));
		assertTrue(refusal(FLOAT, other).contains("is rescaled to US, not to HU"));
		assertEquals(-1024, forced.convert(other, WORKERS).getProcessor().getf(0));
		final ImagePlus modified = image(Slices.ct(0).text(0x00281054, "LO", "HU_MOD"));
		assertTrue(refusal(FLOAT, modified).contains("is rescaled to HU_MOD, not to HU"));
		assertEquals(-1024, FLOAT.convert(image(Slices.ct(0).text(0x00281054, "LO", "hu")), WORKERS).getProcessor().getf(0));
		final ImagePlus none = image(Slices.ct(0).without(0x00281053));
		assertTrue(refusal(FLOAT, none).contains("has no RescaleSlope; run Convert to HU with slope and intercept by hand"));
	}

	@Test
	void signedValuesThatLostTheirCalibrationAreRefusedUnlessForced() {
		// -1024, 0 and 40 as ImageJ holds signed values, and one that a scanner left at 0
		final ImagePlus lost = new ImagePlus("ImgPlus", new ShortProcessor(2, 2, new short[] { 31744, (short) 32768,
			(short) 32808, 0 }, null));
		final String message = refusal(HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).withRescale(Optional.of(
			Rescale.IDENTITY)), lost);
		for (final String part : new String[] { "'ImgPlus'", "16384 HU", "+ 32768", "intercept -32768.0", "force=true" })
			assertTrue(message.contains(part), message);
		final HuConversion right = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).withRescale(
			Optional.of(new Rescale(1,
			-32768)));
		assertArrayEquals(new float[] { -1024, 0, 40, -32768 }, (float[]) right.convert(lost, WORKERS).getProcessor()
			.getPixels());
		final HuConversion forced = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).withRescale(Optional.of(
			Rescale.IDENTITY)).withForce(true);
		assertEquals(31744, forced.convert(lost, WORKERS).getProcessor().getf(0));
	}

	@Test
	void signedOutputThatWouldNotBeExactIsRefusedAtOnceBeItVirtual() throws IOException {
		final DicomFixture[] halves = { Slices.ct(0), Slices.ct(1).text(0x00281053, "DS", "0.5") };
		for (final SeriesOpener opener : new SeriesOpener[] { SeriesOpener.DEFAULT, Slices.VIRTUAL }) {
			final ImagePlus image = Slices.open(opener, folder, halves);
			final String reason = Slices.said(assertThrows(IntensityException.class, () -> SIGNED.convert(image, WORKERS)));
			assertTrue(reason.contains("-523.5") && reason.contains("choose output=[32-bit float]"), reason);
		}
	}
}
