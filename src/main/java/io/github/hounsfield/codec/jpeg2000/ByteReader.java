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

/** Big-endian numbers out of a part of an array; positions in its messages count from {@code origin}. */
final class ByteReader {

	final byte[] data;
	private final int origin;
	private final int end;
	private int position;

	/**
	 * @param origin index of the codestream's first byte in data, from which error messages count
	 * @param position index of the first byte to read
	 * @param end index after the last byte that may be read
	 */
	ByteReader(final byte[] data, final int origin, final int position, final int end) {
		this.data = data;
		this.origin = origin;
		this.position = position;
		this.end = end;
	}

	int position() {
		return position;
	}

	int end() {
		return end;
	}

	int remaining() {
		return end - position;
	}

	int u8() throws CodecException {
		need(1);
		return data[position++] & 0xFF;
	}

	int u16() throws CodecException {
		need(2);
		position += 2;
		return (data[position - 2] & 0xFF) << 8 | data[position - 1] & 0xFF;
	}

	long u32() throws CodecException {
		return (long) u16() << 16 | u16();
	}

	void moveTo(final int newPosition) throws CodecException {
		if (newPosition < position || newPosition > end) throw error("a length leads out of the codestream");
		position = newPosition;
	}

	/** The next count bytes as a reader of their own. */
	ByteReader take(final int count) throws CodecException {
		need(count);
		position += count;
		return new ByteReader(data, origin, position - count, position);
	}

	CodecException error(final String message) {
		return CodecException.at(position - origin, message);
	}

	private void need(final int count) throws CodecException {
		if (count > end - position)
			throw error("cut off: " + count + " bytes were expected, " + (end - position) + " are left");
	}
}
