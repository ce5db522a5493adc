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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How 16-bit pixels hold stored values, where ImageJ's sign and the file's intercept are the same number. Also tests
 * {@code SlicePixels}, {@code PixelEncoding}, {@code SliceHeaders}, {@code ValueMeaning}, {@code StoredRange},
 * {@code MappedStack}, {@code StackPlanes}.
 */
class ImageValuesTest {

	/** raw 33000: unsigned 33000 - 32768; signed (33000 - 32768) - 1024. */
	@ParameterizedTest
	@CsvSource({ "0, -32768, -32768, 232", "1, -1024, -33792, -792", "1, 0, -32768, 232", "0, -1024, -1024, 31976" })
	void tellsAnInterceptFromASign(final int representation, final double intercept, final double calibrated,
		final double hu)
	{
		final ImagePlus image = new ImagePlus("ct", new ShortProcessor(1, 1, new short[] { (short) 33000 }, null));
		image.setProperty("Info", "0008,0016  SOP Class UID: 1.2.840.10008.5.1.4.1.1.2\n0008,0060  Modality: CT\n" +
			"0028,0100  Bits Allocated: 16\n0028,0103  Pixel Representation: " + representation +
			"\n0028,1052  Rescale Intercept: " + intercept + "\n0028,1053  Rescale Slope: 1\n");
		image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { calibrated, 1 }, "HU");
		final ImagePlus converted = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP)
			.convert(image, Workers.serial());
		assertEquals(hu, converted.getProcessor().getf(0, 0));
	}

	/** ImageJ's own reader shows -1 as 255. */
	@Test
	void refusesSigned8BitValuesWhoseSignIsLost() {
		final ImagePlus image = new ImagePlus("ct", new ByteProcessor(1, 1, new byte[] { -1 }, null));
		final String header = "0008,0060  Modality: CT\n0028,0100  Bits Allocated: 8\n" +
			"0028,1052  Rescale Intercept: 0\n0028,1053  Rescale Slope: 1\n0028,0103  Pixel Representation: ";
		image.setProperty("Info", header + "0\n");
		assertEquals(255, new SlicePixels(image, ImageValues.of(image)).plane(0).valueAt(0));
		image.setProperty("Info", header + "1\n");
		final String reason = Slices.said(assertThrows(ImageException.class, () -> ImageValues.of(image)));
		assertTrue(reason.contains("8-bit values with a sign") && reason.contains("Open DICOM Series"), reason);
	}
}
