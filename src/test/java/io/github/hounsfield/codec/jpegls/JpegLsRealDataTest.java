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
package io.github.hounsfield.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.codec.EncapsulatedFrames;
import io.github.hounsfield.codec.FrameFormat;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JPEG-LS in DICOM files of other encoders gives the stored values that GDCM, DCMTK and FFmpeg agree on. */
class JpegLsRealDataTest {

	@Test
	void decodesTheStoredValuesOfOtherDecoders() throws Exception {
		final List<EncapsulatedFrames> files = EncapsulatedFrames.all("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81");
		assertTrue(files.size() >= 12, () -> "only " + files);
		for (final EncapsulatedFrames file : files) {
			assertTrue(file.is("exact"), file::name);
			assertEquals(file.text("sha256_stored"), hash(file), file::name);
			System.out.println("JPEG-LS exact: " + file.text("transfer_syntax") + " " + file);
		}
	}

	private static String hash(final EncapsulatedFrames file) throws Exception {
		final MessageDigest digest = MessageDigest.getInstance("SHA-256");
		final int stored = file.number("bits_stored");
		final boolean signed = file.is("signed");
		for (final byte[] frame : file.frames()) {
			final short[] samples = new short[file.number("rows") * file.number("cols") * file.number("samples")];
			final FrameFormat format = new JpegLsDecoder().decode(frame, 0, frame.length, file.number("cols"), file.number(
				"rows"), file.number("samples"), samples, 0);
			assertTrue(format.precision() >= stored, () -> file + " has " + format);
			for (final short sample : samples) {
				final int value = signed ? sample << 32 - stored >> 32 - stored : sample & (1 << stored) - 1;
				digest.update((byte) value);
				if (file.number("bits_allocated") == 16) digest.update((byte) (value >> 8));
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}
}
