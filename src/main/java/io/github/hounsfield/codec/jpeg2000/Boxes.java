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
package io.github.hounsfield.codec.jpeg2000;

import io.github.hounsfield.codec.CodecException;

/** Finds the codestream in a JP2 or JPH file (T.800 I.4), which some DICOM files hold instead of a bare codestream. */
final class Boxes {

	private static final int SIGNATURE_LENGTH = 12;
	private static final int SIGNATURE = 0x6A502020;
	private static final int CODESTREAM = 0x6A703263;

	private Boxes() {}

	/** A reader of the codestream alone. Bytes that do not begin like a JP2 file are a codestream. */
	static ByteReader findCodestream(final byte[] data, final int offset, final int length) throws CodecException {
		final ByteReader in = new ByteReader(data, offset, offset, offset + length);
		final ByteReader whole = new ByteReader(data, offset, offset, offset + length);
		if (length < SIGNATURE_LENGTH || in.u32() != SIGNATURE_LENGTH || in.u32() != SIGNATURE) return whole;
		in.moveTo(offset + SIGNATURE_LENGTH);
		while (in.remaining() >= 8) {
			final int start = in.position();
			long size = in.u32();
			final long type = in.u32();
			if (size == 1) {
				if (in.u32() != 0) throw in.error("a box of more than 4 GiB");
				size = in.u32();
			}
			final long end = size == 0 ? in.end() : start + size;
			if (end < in.position()) throw in.error("a box of " + size + " bytes");
			if (type == CODESTREAM)
				return new ByteReader(data, in.position(), in.position(), (int) Math.min(end, in.end()));
			if (end > in.end()) break;
			in.moveTo((int) end);
		}
		throw in.error("the file holds no codestream box");
	}
}
