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
package io.github.hounsfield.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.hounsfield.codec.EncapsulatedFrames;
import io.github.hounsfield.codec.FrameFormat.Colour;
import io.github.hounsfield.codec.FrameFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JPEG codestreams of real DICOM files beside what GDCM, DCMTK and pydicom make of them. */
class JpegRealDataTest {

	@ParameterizedTest(name = "{0}")
	@CsvSource({
		"codecs/small/JPEG-LL.dcm, 16, UNSPECIFIED",
		"codecs/small/JPGExtended.dcm, 12, UNSPECIFIED",
		"codecs/small/MR-JPEGLosslessSV1.dcm, 16, UNSPECIFIED",
		"codecs/ctimage/CTImage-1.2.840.10008.1.2.4.50-JPEGProcess1.dcm, 8, UNSPECIFIED",
		"codecs/ctimage/CTImage-1.2.840.10008.1.2.4.51-JPEGProcess2_4.dcm, 12, UNSPECIFIED",
		"codecs/ctimage/CTImage-1.2.840.10008.1.2.4.53-JPEGProcess6_8.dcm, 12, UNSPECIFIED",
		"codecs/ctimage/CTImage-1.2.840.10008.1.2.4.55-JPEGProcess10_12.dcm, 12, UNSPECIFIED",
		"codecs/ctimage/CTImage-1.2.840.10008.1.2.4.57-JPEGProcess14.dcm, 16, UNSPECIFIED",
		"codecs/ctimage/CTImage-1.2.840.10008.1.2.4.70-JPEGProcess14SV1.dcm, 16, UNSPECIFIED",
		"colour/SC_rgb_dcmtk__eb_cr.dcm, 8, RGB",
		"colour/SC_rgb_dcmtk__eb_cy_np.dcm, 8, YCBCR",
		"colour/SC_rgb_dcmtk__eb_cy_s2.dcm, 8, YCBCR",
		"colour/SC_rgb_jpeg_gdcm.dcm, 8, RGB",
		"colour/SC_rgb_small_odd_jpeg.dcm, 8, YCBCR",
		"colour/TestPattern_JPEG-Baseline_YBR422.dcm, 8, YCBCR" })
	void agreesWithOtherDecodersBitForBit(final String name, final int precision, final Colour colour) throws Exception {
		final EncapsulatedFrames expected = EncapsulatedFrames.of(name);
		final byte[] data = expected.frames().get(0);
		final JpegDecoder decoder = new JpegDecoder();

		final FrameFormat format = decoder.readFormat(data, 0, data.length);
		final int columns = expected.number("cols");
		final int rows = expected.number("rows");
		final int samples = expected.number("samples");
		final short[] out = new short[columns * rows * samples];
		final FrameFormat decoded = decoder.decode(data, 0, data.length, columns, rows, samples, out, 0);

		assertAll(
			() -> assertEquals(new FrameFormat(columns, rows, samples, precision, false, colour), format),
			() -> assertEquals(format, decoded),
			() -> assertEquals(expected.text("sha256_stored"), EncapsulatedFrames.sha256(out, expected.text("stored_type")
				.endsWith("1") ? 1 : 2)));
	}
}
