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
package io.github.hounsfield.codec.rle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.codec.EncapsulatedFrames;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RLE in DICOM files of other encoders gives the stored values that pydicom, GDCM and DCMTK agree on. */
class RleRealDataTest {

	@Test
	void decodesTheStoredValuesOfOtherDecoders() throws Exception {
		final List<EncapsulatedFrames> files = EncapsulatedFrames.all("1.2.840.10008.1.2.5");
		assertTrue(files.size() >= 9, () -> "only " + files);
		for (final EncapsulatedFrames file : files) {
			assertTrue(file.is("exact"), file::name);
			final MessageDigest asBytes = MessageDigest.getInstance("SHA-256");
			final MessageDigest asShorts = MessageDigest.getInstance("SHA-256");
			final int width = file.number("cols"), height = file.number("rows"), components = file.number("samples");
			final int bytes = file.number("bits_allocated") / 8;
			for (final byte[] frame : file.frames()) {
				final byte[] out = new byte[width * height * components * bytes];
				RleDecoder.decode(frame, 0, frame.length, width, height, components, bytes, out, 0);
				asBytes.update(out);
				if (bytes != 2) continue;
				final short[] samples = new short[width * height * components];
				RleDecoder.decodeShorts(frame, 0, frame.length, width, height, components, samples, 0);
				for (final short sample : samples) {
					asShorts.update((byte) sample);
					asShorts.update((byte) (sample >> 8));
				}
			}
			assertEquals(file.text("sha256_stored"), HexFormat.of().formatHex(asBytes.digest()), file::name);
			if (bytes == 2)
				assertEquals(file.text("sha256_stored"), HexFormat.of().formatHex(asShorts.digest()), file::name);
			System.out.println("RLE exact: " + file);
		}
	}
}
