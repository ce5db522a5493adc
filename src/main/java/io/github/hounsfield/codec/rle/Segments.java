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

import io.github.hounsfield.codec.CodecException;
import java.util.Objects;

/** The header of an RLE frame (PS3.5 G.5): how many segments there are and where each begins and ends. */
final class Segments {

	private static final int HEADER_BYTES = 64;

	/** The control byte -128, which stands for nothing (PS3.5 G.3.2). */
	static final byte NO_OPERATION = (byte) 0x80;

	/** So many bytes of any values may follow the last run. Encoders pad segments to words, not always with zeros. */
	private static final int PADDING_MAX = 3;

	final byte[] data;
	private final int origin;

	/** Index in the data of the first byte of each segment, and behind the last. */
	private final int[] bounds;

	private Segments(final byte[] data, final int origin, final int[] bounds) {
		this.data = data;
		this.origin = origin;
		this.bounds = bounds;
	}

	/** Reads the header, and checks that it has the expected number of segments, one behind the other. */
	static Segments read(final byte[] data, final int offset, final int length, final int expected)
		throws CodecException
	{
		Objects.checkFromIndexSize(offset, length, data.length);
		if (length < HEADER_BYTES) throw CodecException.at(length, "the codestream ends inside the RLE header of " +
			HEADER_BYTES + " bytes");
		final long count = unsignedInt(data, offset);
		if (count != expected) throw CodecException.at(0, "the RLE header names " + count + " segments; expected " +
			expected);
		final int[] bounds = new int[expected + 1];
		long last = HEADER_BYTES;
		for (int i = 0; i < expected; i++) {
			final long from = unsignedInt(data, offset + 4 + 4 * i);
			if (from < last || from >= length) throw CodecException.at(4 + 4 * i, "segment " + (i + 1) + " of " +
				expected + " begins at byte " + from + "; expected " + last + " to " + (length - 1));
			bounds[i] = offset + (int) from;
			last = from + 1;
		}
		bounds[expected] = offset + length;
		return new Segments(data, offset, bounds);
	}

	private static long unsignedInt(final byte[] data, final int index) {
		return data[index] & 0xFF | (data[index + 1] & 0xFF) << 8 | (data[index + 2] & 0xFF) << 16 |
			(data[index + 3] & 0xFFL) << 24;
	}

	int start(final int segment) {
		return bounds[segment];
	}

	int end(final int segment) {
		return bounds[segment + 1];
	}

	/**
	 * Checks that only padding follows the last run of a segment: a few bytes, or any number of one value. More bytes
	 * would belong to a larger plane.
	 */
	void checkPadding(final int segment, final int from) throws CodecException {
		final int end = end(segment);
		if (end - from <= PADDING_MAX) return;
		for (int i = from; i < end; i++)
			if (data[i] != data[from] && data[i] != 0 && data[i] != NO_OPERATION) throw broken(segment, from, "holds " + (end -
				from) + " more bytes, but its plane is full");
	}

	/** The error for a segment whose bytes are used up at an index of the data. */
	CodecException cut(final int segment, final int index, final int done, final int pixels) {
		return broken(segment, index, "ends after " + done + " of " + pixels + " bytes of its plane");
	}

	/** The error for a run at an index of the data that is longer than what is left of the plane. */
	CodecException overflow(final int segment, final int index, final int run, final int left) {
		return broken(segment, index, "has a run of " + run + " bytes, but " + left + " are left of its plane");
	}

	private CodecException broken(final int segment, final int index, final String what) {
		return CodecException.at(index - origin, "segment " + (segment + 1) + " of " + (bounds.length - 1) + " " + what);
	}
}
