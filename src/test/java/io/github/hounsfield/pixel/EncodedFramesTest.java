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
package io.github.hounsfield.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.FrameDecoder;
import io.github.hounsfield.codec.FrameFormat;
import io.github.hounsfield.dicom.DicomBytes;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where codestream and data set differ in bits and sign. Also tests {@code CodedSamples}.
 */
class EncodedFramesTest {

	private static final String LOSSLESS = "1.2.840.10008.1.2.4.90";
	private static final String LOSSY = "1.2.840.10008.1.2.4.91";

	private static final String JPEG_LS = "1.2.840.10008.1.2.4.80";

	private final List<String> warnings = new ArrayList<>();
	private int overlayBit;

	/** A codestream of one sample: precision, sign, and the sample's 16 bits. */
	private static final FrameDecoder ONE_SAMPLE = new FrameDecoder() {

		@Override
		public FrameFormat readFormat(final byte[] data, final int offset, final int length) {
			return new FrameFormat(1, 1, 1, data[offset], data[offset + 1] == 1, FrameFormat.Colour.UNSPECIFIED);
		}

		@Override
		public FrameFormat decode(final byte[] data, final int offset, final int length, final int width,
			final int height, final int components, final short[] out, final int outOffset) throws CodecException
		{
			if (data[offset] == 99) throw CodecException.at(7, "found something else");
			out[outOffset] = (short) (data[offset + 2] & 0xFF | data[offset + 3] << 8);
			return readFormat(data, offset, length);
		}
	};

	@ParameterizedTest(name = "stored {1}, high bit {2}, signed {3}; codestream {4} bits, signed {5}: {6} is {7}")
	@CsvSource({
		// the same in both
		"16, 16, 15, false, 16, false, 65535, 65535", "16, 16, 15, true, 16, true, -5, -5",
		"16, 12, 11, true, 12, true, -5, -5", "16, 12, 11, false, 12, false, 4095, 4095",
		"8, 8, 7, false, 8, false, 255, 255", "8, 8, 7, true, 8, true, -128, -128", "8, 7, 6, false, 7, false, 127, 127",
		// two's complement in an unsigned codestream
		"16, 16, 15, true, 16, false, 65531, -5", "16, 12, 11, true, 12, false, 4091, -5",
		"16, 13, 12, true, 13, false, 6192, -2000",
		// fewer bits in the codestream than stored
		"16, 16, 15, false, 12, false, 4095, 4095", "16, 16, 15, true, 12, true, -2048, -2048",
		"16, 16, 15, true, 12, false, 2047, 2047", "16, 16, 15, false, 12, true, 2047, 2047",
		// whole pixel cells in the codestream
		"16, 12, 11, false, 16, false, 4095, 4095", "16, 12, 11, true, 16, false, 65535, -1",
		"16, 12, 11, true, 16, true, -2048, -2048", "16, 12, 11, true, 16, false, 2047, 2047",
		"16, 8, 7, false, 12, false, 255, 255", "16, 12, 11, false, 13, true, 4095, 4095",
		"16, 12, 15, false, 16, false, 4080, 255", "16, 12, 15, true, 16, false, 65520, -1" })
	void readsStoredValues(final int allocated, final int stored, final int high, final boolean signed,
		final int precision, final boolean codestreamSigned, final int sample, final int expected) throws IOException
	{
		assertEquals(expected, read(LOSSLESS, allocated, stored, high, signed, precision, codestreamSigned, sample));
	}

	@ParameterizedTest(name = "stored {1}, high bit {2}, signed {3}; codestream {4} bits, signed {5}: {6}")
	@CsvSource({ "16, 16, 15, true, 12, false, 2048", "16, 16, 15, false, 16, true, -5", "16, 16, 15, false, 12, true, -5",
		"16, 12, 15, false, 13, false, 1", "8, 8, 7, false, 12, false, 1",
		// samples that Bits Stored bits do not hold
		"16, 8, 7, false, 12, false, 2076", "16, 12, 11, false, 16, false, 61695", "16, 12, 11, true, 16, false, 4095",
		"16, 12, 11, true, 16, false, 2076", "16, 12, 11, true, 16, true, 2048", "16, 12, 11, true, 16, true, -2049",
		"16, 12, 15, false, 16, false, 4081", "16, 12, 11, false, 16, true, -1" })
	void refusesWhatMayBeTwoNumbers(final int allocated, final int stored, final int high, final boolean signed,
		final int precision, final boolean codestreamSigned, final int sample)
	{
		final DicomException e = assertThrows(DicomException.class, () -> read(LOSSLESS, allocated, stored, high, signed,
			precision, codestreamSigned, sample));
		assertTrue(e.getMessage().contains("frame 1 of 1") && e.getMessage().contains(precision + " bits"), e
			.getMessage());
	}

	/** Lossy coding overshoots: 4097 of 12 bits is 4095, not 1. */
	@ParameterizedTest(name = "signed {0}: {1} is {2}")
	@CsvSource({ "false, 4097, 4095", "false, 4351, 4095", "true, 2049, 2047", "true, -2050, -2048" })
	void keepsLossyValuesInRange(final boolean signed, final int sample, final int expected) throws IOException {
		assertEquals(expected, read(LOSSY, 16, 12, 11, signed, 16, signed, sample));
		assertTrue(warnings.size() == 1 && warnings.get(0).contains("" + expected), warnings::toString);
	}

	/** More than a sixteenth of the range is no overshoot. */
	@ParameterizedTest(name = "signed {0}: {1}")
	@CsvSource({ "false, 4352", "false, 65535", "true, 2304", "true, -2305" })
	void refusesLossyValuesFarOutOfRange(final boolean signed, final int sample) {
		assertThrows(DicomException.class, () -> read(LOSSY, 16, 12, 11, signed, 16, signed, sample));
	}

	@Test
	void lossyCellsAreSignExtended() throws IOException {
		assertEquals(-5, read(LOSSY, 16, 12, 11, true, 16, false, 65531));
		assertEquals(List.of(), warnings);
	}

	/**
	 * JPEG and JPEG-LS have no sign: whole cells are right where the sign goes on into the unused bits. Where these are
	 * zeros, 4091 may be itself (pydicom) or -5 (DCMTK).
	 */
	@Test
	void codestreamsWithoutASignHoldCells() throws IOException {
		assertEquals(-5, read(JPEG_LS, 16, 12, 11, true, 16, false, 65531));
		assertEquals(2047, read(JPEG_LS, 16, 12, 11, true, 16, false, 2047));
		assertEquals(List.of(), warnings);
		for (final int sample : new int[] { 2048, 2076, 4091, 4096, 0x8FFF })
			assertThrows(DicomException.class, () -> read(JPEG_LS, 16, 12, 11, true, 16, false, sample));
	}

	/** 6192 of 13 bits is -2000, as pydicom and GDCM have it; where the codestream calls itself unsigned, it is said. */
	@ParameterizedTest
	@CsvSource({ LOSSLESS + ", 6192, -2000, true", LOSSLESS + ", 2000, 2000, false", JPEG_LS + ", 6192, -2000, false" })
	void saysThatSignsContradict(final String syntax, final int sample, final int expected, final boolean warned)
		throws IOException
	{
		assertEquals(expected, read(syntax, 16, 13, 12, true, 13, false, sample));
		assertEquals(warned, !warnings.isEmpty(), warnings::toString);
	}

	/** Overlays may stand in the bits that are not stored (PS3.3-2004 section C.9.2): no part of the value. */
	@Test
	void overlaysInUnusedBitsAreNoValues() throws IOException {
		overlayBit = 15;
		assertEquals(255, read(LOSSLESS, 16, 12, 11, false, 16, false, 0x80FF));
		assertThrows(DicomException.class, () -> read(LOSSLESS, 16, 12, 11, false, 16, false, 0x40FF));
		assertThrows(DicomException.class, () -> read(LOSSLESS, 16, 12, 11, false, 16, false, 0xC0FF));
	}

	@Test
	void saysWhichFrameIsBroken() {
		final DicomException e = assertThrows(DicomException.class, () -> read(LOSSLESS, 16, 16, 15, false, 99, false, 0));
		for (final String part : new String[] { "test", "(7FE0,0010)", "frame 1 of 1", "byte 7", "found something else" })
			assertTrue(e.getMessage().contains(part), e.getMessage());
	}

	private int read(final String syntax, final int allocated, final int stored, final int high,
		final boolean signed, final int precision, final boolean codestreamSigned, final int sample) throws IOException
	{
		final byte[] codestream = { (byte) precision, (byte) (codestreamSigned ? 1 : 0), (byte) sample,
			(byte) (sample >> 8) };
		final DicomBytes bytes = DicomBytes.explicitLittle().image(1, 1, allocated, stored, high, signed);
		if (overlayBit > 0) bytes.shorts(0x6000, 0x0100, "US", allocated).shorts(0x6000, 0x0102, "US", overlayBit);
		final DicomFile file = DicomReaders.chosen().read(DicomSource.of("test", bytes.fragments(new byte[0], codestream)
			.file(syntax)));
		warnings.clear();
		final PixelFormat format = PixelFormat.of(file.dataSet());
		try (EncodedFrames frames = new EncodedFrames(file.dataSet(), format, file.transferSyntax(), ONE_SAMPLE,
			Workers.serial(), warnings))
		{
			if (allocated == 8) {
				final byte[] plane = new byte[1];
				frames.read(0, plane, 0);
				return signed ? plane[0] : plane[0] & 0xFF;
			}
			final short[] plane = new short[1];
			frames.read(0, plane, 0, 0);
			return signed ? plane[0] : plane[0] & 0xFFFF;
		}
	}
}
