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
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * Packet headers that PPM or PPT marker segments hold apart from the packets (T.800 A.7.4, A.7.5). Segments are joined
 * by their index, not by their order in the header.
 */
final class PackedHeaders {

	private final Map<Integer, byte[]> segments = new TreeMap<>();
	private byte[] joined;
	private int position;

	void add(final ByteReader in) throws CodecException {
		final int index = in.u8();
		final byte[] bytes = new byte[in.remaining()];
		System.arraycopy(in.data, in.position(), bytes, 0, bytes.length);
		if (segments.put(index, bytes) != null) throw in.error("two packed header segments of index " + index);
	}

	boolean isEmpty() {
		return segments.isEmpty();
	}

	byte[] join() {
		if (joined == null) {
			final ByteArrayOutputStream all = new ByteArrayOutputStream();
			segments.values().forEach(all::writeBytes);
			joined = all.toByteArray();
		}
		return joined;
	}

	/** Hands the headers of the next tile-part (Nppm, Ippm) to its tile. */
	void handNext(final TileParts tile) throws CodecException {
		final ByteReader in = new ByteReader(join(), position, position, join().length);
		final long length = in.u32();
		if (length > in.remaining()) throw new CodecException(
			"PPM promises " + length + " bytes of packet headers, " + in.remaining() + " are left");
		tile.addPackedHeaders(joined, in.position(), (int) length);
		position = in.position() + (int) length;
	}
}
