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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes the one compressed frame out of an explicit little endian DICOM file (PS3.10, PS3.5 A.4): just enough to test
 * a codec. Everything before the pixel data is passed over.
 */
final class DicomFragments {

	private static final int PREAMBLE = 132;
	private static final int PIXEL_DATA = 0x7FE00010;
	private static final int ITEM = 0xFFFEE000;
	private static final String LONG_LENGTHS = "OB OD OF OL OV OW SQ SV UC UN UR UT UV";

	private DicomFragments() {}

	/** All fragments of the file's pixel data, the offset table left out, one behind the other. */
	static byte[] read(final Path file) throws IOException {
		final ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		in.position(PREAMBLE);
		while (in.hasRemaining()) {
			final int tag = tag(in);
			if (tag >>> 16 == 0xFFFE) {
				in.getInt();
				continue;
			}
			final String vr = new String(new char[] { (char) in.get(), (char) in.get() });
			final boolean longLength = LONG_LENGTHS.contains(vr);
			if (longLength) in.getShort();
			final int length = longLength ? in.getInt() : in.getShort() & 0xFFFF;
			if (tag == PIXEL_DATA) return fragments(in);
			if (length != -1 && !"SQ".equals(vr)) in.position(in.position() + length);
		}
		throw new IOException(file + " has no pixel data");
	}

	private static byte[] fragments(final ByteBuffer in) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		boolean offsetTable = true;
		while (tag(in) == ITEM) {
			final byte[] fragment = new byte[in.getInt()];
			in.get(fragment);
			if (!offsetTable) out.write(fragment);
			offsetTable = false;
		}
		return out.toByteArray();
	}

	private static int tag(final ByteBuffer in) {
		final int group = in.getShort() & 0xFFFF;
		return group << 16 | in.getShort() & 0xFFFF;
	}
}
