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

import io.github.hounsfield.codec.CodecException;

/** A position in the bytes of one codestream, for the parts of it that are whole bytes. Not thread safe. */
final class ByteCursor {

	private final byte[] data;
	private final int start;
	private final int end;
	private int position;

	/**
	 * @param data holds the codestream; never changed
	 * @param start its first byte
	 * @param end the index after its last byte
	 */
	ByteCursor(final byte[] data, final int start, final int end) {
		this.data = data;
		this.start = start;
		this.end = end;
		this.position = start;
	}

	byte[] data() {
		return data;
	}

	/** Index in {@link #data()} of the codestream's first byte. */
	int start() {
		return start;
	}

	/** Index in {@link #data()} after the codestream's last byte. */
	int end() {
		return end;
	}

	/** Index in {@link #data()} of the next byte. */
	int position() {
		return position;
	}

	void moveTo(final int newPosition) {
		position = newPosition;
	}

	int remaining() {
		return end - position;
	}

	int u8() throws CodecException {
		if (position >= end) throw error("the codestream ends inside a marker segment");
		return data[position++] & 0xFF;
	}

	int u16() throws CodecException {
		return u8() << 8 | u8();
	}

	/**
	 * Reads the length of a marker segment.
	 *
	 * @return a cursor over the segment's parameters; this cursor stands behind them
	 * @throws CodecException where the segment is longer than the bytes that are left
	 */
	ByteCursor segment(final int marker) throws CodecException {
		final int at = position;
		final int length = u16();
		if (length < 2 || length > end - at) throw CodecException.at(at - start, "segment " + Marker.hex(marker)
			+ " says it has " + length + " bytes, " + (end - at) + " are left");
		final ByteCursor segment = new ByteCursor(data, start, at + length);
		segment.position = position;
		position = at + length;
		return segment;
	}

	/**
	 * Goes behind the next marker, which must stand here; fill bytes before it are passed over (T.81, B.1.1.2).
	 *
	 * @return its code, or -1 where no byte but fill bytes is left
	 */
	int marker() throws CodecException {
		if (position >= end) return -1;
		if (data[position] != (byte) 0xFF) throw error(String.format("0x%02X found where a marker is expected",
			data[position]));
		while (position < end && data[position] == (byte) 0xFF)
			position++;
		return position < end ? data[position++] & 0xFF : -1;
	}

	CodecException error(final String message) {
		return CodecException.at(position - start, message);
	}
}
