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

/** Bits of a packet header, highest first, with the stuffed bit after a byte 0xFF left out (T.800 B.10.1). */
final class PacketBits {

	private final byte[] data;
	private final int origin;
	private int position;
	private int end;
	private int current;
	private int left;

	PacketBits(final byte[] data, final int origin) {
		this.data = data;
		this.origin = origin;
	}

	void start(final int newPosition, final int newEnd) {
		position = newPosition;
		end = newEnd;
		current = 0;
		left = 0;
	}

	int bit() throws CodecException {
		if (left == 0) {
			left = current == 0xFF ? 7 : 8;
			if (position >= end) throw error("cut off within a packet header");
			current = data[position++] & 0xFF;
		}
		left--;
		return current >> left & 1;
	}

	int bits(final int count) throws CodecException {
		int value = 0;
		for (int i = 0; i < count; i++)
			value = value << 1 | bit();
		return value;
	}

	/** Leaves the rest of the byte, and the stuffed byte after a last 0xFF. */
	int finish() throws CodecException {
		if (current == 0xFF) {
			if (position >= end) throw error("cut off within a packet header");
			position++;
		}
		return position;
	}

	/** Coding passes that a code-block gets from this packet (T.800 table B.4). */
	int passes() throws CodecException {
		if (bit() == 0) return 1;
		if (bit() == 0) return 2;
		final int two = bits(2);
		if (two < 3) return 3 + two;
		final int five = bits(5);
		return five < 31 ? 6 + five : 37 + bits(7);
	}

	CodecException error(final String message) {
		return CodecException.at(position - origin, message);
	}
}
