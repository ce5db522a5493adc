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

import io.github.hounsfield.codec.CodecException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bits of one entropy-coded segment. A byte 0xFF is followed by one stuffed zero bit; 0xFF followed by a one bit
 * is a marker and ends the segment (T.87 A.1 and C.1).
 * <p>
 * {@link #bits} holds the next {@link #count} bits, first bit in front. After the end come zero bits without end.
 * {@link #phantom} counts them, and {@link #isOverrun()} says whether one of them was used.
 */
final class BitReader {

	/** Eight bytes at any place, first byte in front. */
	static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

	/** Zero bytes that may stand between the last sample and a marker; CharLS reads over them, too. */
	private static final int FILLERS_MAX = 8;

	private static final long LOW_BITS = 0x0101010101010101L;
	private static final long HIGH_BITS = 0x8080808080808080L;

	final byte[] data;
	private final int origin;
	private final int end;

	/** Unused bits, from the highest down. Those after {@link #count} are the stream's or zero. */
	long bits;

	/** How many of {@link #bits} are there for sure, at most 63. */
	int count;

	/** The next byte to take. */
	int position;

	/** The next byte 0xFF from {@link #position} on, or the end of the data. */
	int nextFf;

	private int phantom;

	/**
	 * @param data holds the codestream
	 * @param origin its first byte, from which errors count
	 * @param end after its last byte
	 */
	BitReader(final byte[] data, final int origin, final int end) {
		this.data = data;
		this.origin = origin;
		this.end = end;
	}

	/** Begins an entropy-coded segment at an index of the data. */
	void start(final int index) {
		position = index;
		nextFf = findFf(index);
		bits = 0;
		count = 0;
		phantom = 0;
	}

	/** Takes bytes until at least 49 bits are there. */
	void fill() {
		while (count <= 48) {
			if (position < nextFf) {
				bits |= (data[position++] & 0xFFL) << 56 - count;
				count += 8;
			}
			else if (position + 1 < end && data[position + 1] >= 0) {
				bits |= (0xFFL << 7 | data[position + 1]) << 49 - count;
				count += 15;
				position += 2;
				nextFf = findFf(position);
			}
			else {
				phantom += 63 - count;
				count = 63;
			}
		}
	}

	/** Whether bits were used that are not in the data. */
	boolean isOverrun() {
		return count < phantom;
	}

	boolean readBit() {
		if (count < 1) fill();
		final boolean bit = bits < 0;
		skip(1);
		return bit;
	}

	/** The next n bits, 0 to 31. */
	int readBits(final int n) {
		if (n == 0) return 0;
		if (count < n) fill();
		final int value = (int) (bits >>> 64 - n);
		skip(n);
		return value;
	}

	/**
	 * A number in the limited-length Golomb code of A.5.3.
	 *
	 * @param k the Golomb parameter
	 * @param longest zero bits that announce a number in plain binary
	 * @param qbpp bits of that number
	 */
	int readGolomb(final int k, final int longest, final int qbpp) throws CodecException {
		fill();
		int zeros = Long.numberOfLeadingZeros(bits);
		if (zeros >= count) zeros = skipZeros(longest);
		else skip(zeros + 1);
		if (zeros > longest) throw broken("a prefix of more than " + longest + " zero bits");
		return zeros == longest ? readBits(qbpp) + 1 : (zeros << k) + readBits(k);
	}

	/** Counts zero bits up to the next one bit and takes both. Gives up after the longest prefix. */
	private int skipZeros(final int longest) {
		int zeros = 0;
		while (zeros <= longest) {
			final int more = Math.min(Long.numberOfLeadingZeros(bits), count);
			zeros += more;
			if (more < count) {
				skip(more + 1);
				return zeros;
			}
			skip(more);
			fill();
		}
		return zeros;
	}

	private void skip(final int n) {
		bits <<= n;
		count -= n;
	}

	/**
	 * Ends the segment. Only less than 8 bits of padding, the byte that must follow a last 0xFF, and a few zero bytes
	 * before the marker may be left. Without a marker, zero bytes may follow up to the end of the data.
	 *
	 * @return where the next marker is, or the end of the data
	 */
	int finish() throws CodecException {
		if (isOverrun()) throw broken("");
		fill();
		final int left = count - phantom;
		final int most = data[Math.max(0, position - 2)] == (byte) 0xFF ? 14 : 7;
		int next = position;
		while (next < end && data[next] == 0) next++;
		final boolean marked = next < end && isMarker(next);
		final long more = left + 8L * (next - position);
		final boolean fits = more <= most || bits == 0 && (!marked || more <= most + 8 * FILLERS_MAX);
		if (next < end && !marked || !fits) throw broken("entropy-coded data are left after the last sample");
		return next;
	}

	private boolean isMarker(final int index) {
		return data[index] == (byte) 0xFF && index + 1 < end && data[index + 1] < 0;
	}

	/**
	 * Steps over a marker, fill bytes before it included.
	 *
	 * @param index where the marker must stand
	 * @param marker its second byte
	 * @return the index behind it
	 */
	int skipMarker(final int index, final int marker) throws CodecException {
		int i = index;
		while (i < end && data[i] == (byte) 0xFF) i++;
		if (i == index || i >= end || (data[i] & 0xFF) != marker)
			throw CodecException.at(index - origin, String.format("marker FF%02X is missing", marker));
		return i + 1;
	}

	/** An error at the reached place. If the data are used up, their end is the error. */
	CodecException broken(final String what) {
		final int unread = Math.max(0, count - phantom) / 8;
		final String found = isOverrun() ? "the entropy-coded data end too early" : what;
		return CodecException.at(Math.max(0, position - unread - origin), found);
	}

	private int findFf(final int from) {
		int i = from;
		for (; i + 8 <= end; i += 8) {
			final long inverse = ~(long) LONGS.get(data, i);
			final long hit = inverse - LOW_BITS & ~inverse & HIGH_BITS;
			if (hit != 0) break;
		}
		while (i < end && data[i] != (byte) 0xFF) i++;
		return i;
	}
}
