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

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One of the bit streams of an HT code-block with its stuffed bits taken out (T.814 clause 7.1), so that any bit can be
 * reached by its index. The first bit is the lowest of the first byte. Behind the end stand all zeros or all ones.
 */
final class HtBits {

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
	private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
	/** Bits of which {@link #peek} is sure. */
	static final int PEEK_BITS = 57;

	private byte[] bytes = new byte[0];
	private int length;

	/** The next 57 or more bits. */
	long peek(final int position) {
		return peek(bytes, position);
	}

	/** The bytes, for a loop that calls {@link #peek(byte[], int)}. */
	byte[] bytes() {
		return bytes;
	}

	static long peek(final byte[] bytes, final int position) {
		return (long) LONG.get(bytes, position >>> 3) >>> (position & 7);
	}

	/** Bits before the padding. */
	int length() {
		return length;
	}

	/**
	 * Reads bytes from the front: after a byte 0xFF the highest bit of the next is a stuffed one.
	 *
	 * @param padding bytes of which any bit may be peeked behind the end
	 * @param fill their value
	 */
	void startForward(final byte[] data, final int from, final int to, final int padding, final int fill) {
		reserve(to - from + padding);
		long bits = 0;
		int count = 0;
		int at = 0;
		boolean stuffed = false;
		int i = from;
		while (i < to) {
			if (!stuffed && i + Integer.BYTES <= to) {
				final int next = (int) INT.get(data, i);
				if (hasNoZeroByte(~next)) { // no 0xFF
					bits |= (next & 0xFFFFFFFFL) << count;
					INT.set(bytes, at, (int) bits);
					at += Integer.BYTES;
					bits >>>= Integer.SIZE;
					i += Integer.BYTES;
					continue;
				}
			}
			final int value = data[i++] & 0xFF;
			bits |= (long) (stuffed ? value & 0x7F : value) << count;
			count += stuffed ? 7 : 8;
			stuffed = value == 0xFF;
			if (count >= 32) {
				INT.set(bytes, at, (int) bits);
				at += 4;
				bits >>>= 32;
				count -= 32;
			}
		}
		finish(at, bits, count, padding, fill);
	}

	/**
	 * Reads bytes from the end backwards, lowest bit first: after a byte above 0x8F the highest bit is a stuffed one
	 * where all others are ones. Zeros follow.
	 *
	 * @param to index after the byte to read first
	 * @param bits bits to put in front
	 * @param count how many these are
	 * @param last the byte before the first
	 */
	void startBackward(final byte[] data, final int from, final int to, final int bits, final int count, final int last,
		final int padding)
	{
		reserve(to - from + 1 + padding);
		long pending = bits;
		int pendingCount = count;
		int at = 0;
		int previous = last;
		int i = to;
		while (i > from) {
			if (i - Integer.BYTES >= from) {
				final int next = Integer.reverseBytes((int) INT.get(data, i - Integer.BYTES));
				if (hasNoZeroByte(~next & 0x7F7F7F7F)) { // neither 0x7F nor 0xFF
					pending |= (next & 0xFFFFFFFFL) << pendingCount;
					INT.set(bytes, at, (int) pending);
					at += Integer.BYTES;
					pending >>>= Integer.SIZE;
					i -= Integer.BYTES;
					previous = next >>> 24;
					continue;
				}
			}
			final int value = data[--i] & 0xFF;
			final boolean stuffed = previous > 0x8F && (value & 0x7F) == 0x7F;
			pending |= (long) (stuffed ? 0x7F : value) << pendingCount;
			pendingCount += stuffed ? 7 : 8;
			previous = value;
			if (pendingCount >= 32) {
				INT.set(bytes, at, (int) pending);
				at += 4;
				pending >>>= 32;
				pendingCount -= 32;
			}
		}
		finish(at, pending, pendingCount, padding, 0);
	}

	/** Looks at four bytes at once. */
	private static boolean hasNoZeroByte(final int four) {
		return (four - 0x01010101 & ~four & 0x80808080) == 0;
	}

	private void reserve(final int size) {
		final int room = size + 2 * Long.BYTES;
		if (bytes.length < room) bytes = new byte[room + room / 2];
	}

	private void finish(final int at, final long bits, final int count, final int padding, final int fill) {
		length = 8 * at + count;
		LONG.set(bytes, at, bits | ((long) fill << 56 >> 63) << count);
		Arrays.fill(bytes, at + Long.BYTES, Math.min(bytes.length, at + Long.BYTES + padding + Long.BYTES), (byte) fill);
	}
}
