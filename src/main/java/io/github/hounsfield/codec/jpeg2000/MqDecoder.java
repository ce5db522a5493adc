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
 * The MQ arithmetic decoder (T.800 annex C).
 * <p>
 * Registers A and C stand in one number, the register. A is in its lowest 16 bits. The bits of C that are compared with
 * A are in bits 47 to 62, and the bits of C to come stand between them. So one subtraction lessens both and one shift
 * renormalises both. In damaged data C can outgrow its 16 bits, which drop off as in a register of 32 bits. The caller
 * keeps the register in a local variable. Each symbol comes back in its bit 63:
 *
 * <pre>{@code
 * register = mq.decode(context, register);
 * if (register < 0) {
 *   register &= MqDecoder.REGISTER;
 *   // the symbol is 1
 * }
 * }</pre>
 */
final class MqDecoder {

	/** The register without the symbol. */
	static final long REGISTER = Long.MAX_VALUE;

	private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

	/** Qe, next state after MPS and after LPS, and whether the sense is switched (T.800 table C.2). */
	private static final int[][] TABLE = { { 0x5601, 1, 1, 1 }, { 0x3401, 2, 6, 0 }, { 0x1801, 3, 9, 0 },
		{ 0x0AC1, 4, 12, 0 }, { 0x0521, 5, 29, 0 }, { 0x0221, 38, 33, 0 }, { 0x5601, 7, 6, 1 }, { 0x5401, 8, 14, 0 },
		{ 0x4801, 9, 14, 0 }, { 0x3801, 10, 14, 0 }, { 0x3001, 11, 17, 0 }, { 0x2401, 12, 18, 0 },
		{ 0x1C01, 13, 20, 0 }, { 0x1601, 29, 21, 0 }, { 0x5601, 15, 14, 1 }, { 0x5401, 16, 14, 0 },
		{ 0x5101, 17, 15, 0 }, { 0x4801, 18, 16, 0 }, { 0x3801, 19, 17, 0 }, { 0x3401, 20, 18, 0 },
		{ 0x3001, 21, 19, 0 }, { 0x2801, 22, 19, 0 }, { 0x2401, 23, 20, 0 }, { 0x2201, 24, 21, 0 },
		{ 0x1C01, 25, 22, 0 }, { 0x1801, 26, 23, 0 }, { 0x1601, 27, 24, 0 }, { 0x1401, 28, 25, 0 },
		{ 0x1201, 29, 26, 0 }, { 0x1101, 30, 27, 0 }, { 0x0AC1, 31, 28, 0 }, { 0x09C1, 32, 29, 0 },
		{ 0x08A1, 33, 30, 0 }, { 0x0521, 34, 31, 0 }, { 0x0441, 35, 32, 0 }, { 0x02A1, 36, 33, 0 },
		{ 0x0221, 37, 34, 0 }, { 0x0141, 38, 35, 0 }, { 0x0111, 39, 36, 0 }, { 0x0085, 40, 37, 0 },
		{ 0x0049, 41, 38, 0 }, { 0x0025, 42, 39, 0 }, { 0x0015, 43, 40, 0 }, { 0x0009, 44, 41, 0 },
		{ 0x0005, 45, 42, 0 }, { 0x0001, 45, 43, 0 }, { 0x5601, 46, 46, 0 } };

	/** Where the lowest compared bit of C stands in the register, and as many bits of C to come above A. */
	private static final int CODE_BIT = 47;
	private static final int A_BITS = 16;
	private static final int A_MASK = 0xFFFF;
	private static final int HALF = 0x8000;

	/** In a state: the index of its row x 2, and the more probable symbol in the lowest bit. */
	private static final int INDEX_BIT = A_BITS;
	private static final int INDEX_MASK = 0x7F;
	/** In a state: Qe, both where A stands and where C does. */
	private static final long ESTIMATES = (long) A_MASK << CODE_BIT | A_MASK;

	/**
	 * The next state, at the index of a state. The index is plus 128 after the less probable symbol. It is plus 256 if A
	 * less the estimate needs no renormalisation, for then the more probable symbol keeps the state.
	 */
	private static final long[] NEXT = new long[512];

	static {
		for (int i = 0; i < TABLE.length; i++) {
			for (int mps = 0; mps < 2; mps++) {
				NEXT[2 * i + mps] = state(TABLE[i][1], mps);
				NEXT[256 + 2 * i + mps] = state(i, mps);
				NEXT[128 + 2 * i + mps] = state(TABLE[i][2], mps ^ TABLE[i][3]);
				NEXT[384 + 2 * i + mps] = NEXT[128 + 2 * i + mps];
			}
		}
	}

	/**
	 * Bytes of a segment that may be left over when its passes have been decoded, or that decoding may have asked for
	 * behind its end. Encoders end segments so that the decoder needs a few bytes less or more. In broken data it ends
	 * anywhere.
	 */
	static final int TOLERANCE = 8;

	/** The state of each context. */
	private final long[] states;

	private byte[] data;
	/** Of the next byte. */
	private int position;
	private int end;
	private boolean stuffed;
	private int behindEnd;
	/** Bits of C to come that the register holds. */
	private int available;

	MqDecoder(final int contexts) {
		states = new long[contexts];
	}

	private static long state(final int row, final int mps) {
		final long estimate = TABLE[row][0];
		return estimate << CODE_BIT | (long) (row << 1 | mps) << INDEX_BIT | estimate;
	}

	void resetStates(final int row) {
		Arrays.fill(states, state(row, 0));
	}

	void setState(final int context, final int row) {
		states[context] = state(row, 0);
	}

	/** Begins a codeword segment (INITDEC) and returns the register. */
	long start(final byte[] bytes, final int from, final int to) {
		data = bytes;
		position = from;
		end = to;
		stuffed = false;
		behindEnd = 0;
		available = 1 - A_BITS;
		return fill(HALF);
	}

	/** Whether the segment ended about where its symbols do; one byte 0xFF behind the end does not count. */
	boolean isUsedUp() {
		final int unread = available >> 3;
		final int left = end - position + Math.max(0, unread - behindEnd);
		return left < TOLERANCE && behindEnd - unread <= TOLERANCE + 1;
	}

	/**
	 * Decodes a symbol (T.800 C.3.2) without branches, for passes whose branches could not be predicted.
	 *
	 * @return the new register with the symbol in bit 63
	 */
	long decode(final int context, final long register) {
		final long state = states[context];
		final long estimates = state & ESTIMATES;
		final long upper = register - estimates;
		// The lower interval keeps C and has the estimate for A.
		final long lower = register & ~(long) A_MASK | estimates & A_MASK;
		final long isLower = upper >> 63;
		final int exchanged = ((int) upper & A_MASK) - ((int) estimates & A_MASK) >> 31;
		final int lps = (int) isLower ^ exchanged;
		final int index = (int) (state >>> INDEX_BIT) & INDEX_MASK;
		states[context] = NEXT[index | lps & 128 | (int) upper >>> 7 & 256];
		final long chosen = upper < 0 ? lower : upper;
		final int shift = Long.numberOfLeadingZeros(chosen << Long.SIZE - A_BITS);
		final long shifted = chosen << shift & REGISTER;
		final long symbol = (long) (index ^ lps) << 63;
		if ((available -= shift) < 0) return fill(shifted) | symbol;
		return shifted | symbol;
	}

	/** The same, for symbols of which most are more probable ones that need no renormalisation. */
	long decodeProbable(final int context, final long register) {
		final long state = states[context];
		final long upper = register - (state & ESTIMATES);
		if ((upper & (Long.MIN_VALUE | HALF)) == HALF) return upper | state >>> INDEX_BIT << 63;
		return decode(context, register);
	}

	/** Gives the register more bits of C: BYTEIN (T.800 C.3.4), several times. */
	private long fill(final long register) {
		if (!stuffed && end - position >= Integer.BYTES) {
			final int next = (int) INT.get(data, position);
			if ((~next - 0x01010101 & next & 0x80808080) == 0) {
				position += Integer.BYTES;
				available += Integer.SIZE;
				return register + ((next & 0xFFFFFFFFL) << CODE_BIT - available);
			}
		}
		return fillSlowly(register);
	}

	/** After a byte 0xFF stands a bit for its carry. Ones follow the end, which a marker is too. */
	private long fillSlowly(final long register) {
		long filled = register;
		while (available <= CODE_BIT - A_BITS - Byte.SIZE) {
			int next = position < end ? data[position] & 0xFF : 0xFF;
			if (position == end || stuffed && next > 0x8F) {
				next = 0xFF;
				available += Byte.SIZE;
				behindEnd++;
			}
			else {
				position++;
				available += stuffed ? 7 : 8;
				stuffed = next == 0xFF;
			}
			filled += (long) next << CODE_BIT - available;
		}
		return filled & REGISTER;
	}
}
