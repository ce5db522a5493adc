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

import java.util.Arrays;

/**
 * The MQ arithmetic decoder (T.800 annex C).
 * <p>
 * Most symbols are the more probable one and leave the interval at least half as large as its register. For these both
 * registers A and C only lose the probability estimate, so their common slack is all that has to be looked at: the
 * smaller of C and A - 0x8000. The caller keeps that slack in a local variable, and calls {@link #renew} where it
 * becomes negative:
 *
 * <pre>{@code
 * final int state = mq.states[context];
 * int bit = state & 1;
 * if ((slack -= state >>> 7) < 0) {
 *   final int renewed = mq.renew(slack, context);
 *   slack = renewed >>> 1;
 *   bit = renewed & 1;
 * }
 * }</pre>
 */
final class MqDecoder {

	/** Bytes that {@link #start} needs behind the segment. */
	static final int MARGIN = 2;

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

	/**
	 * A state is Qe x 2^15, the index of its row x 2, and the more probable symbol in the lowest bit. The next one stands
	 * here at the state's lowest seven bits, plus 128 after the less probable symbol.
	 */
	private static final int[] NEXT = new int[256];

	static {
		for (int i = 0; i < TABLE.length; i++) {
			for (int mps = 0; mps < 2; mps++) {
				NEXT[2 * i + mps] = state(TABLE[i][1], mps);
				NEXT[128 + 2 * i + mps] = state(TABLE[i][2], mps ^ TABLE[i][3]);
			}
		}
	}

	/**
	 * Bytes of a segment that may be left over when its passes have been decoded, or that decoding may have asked for
	 * behind its end. Encoders end segments where the decoder needs a few bytes less or more; one that has lost its way
	 * in broken data ends anywhere.
	 */
	static final int TOLERANCE = 8;

	/** Registers A and C have eight bits below the sixteen of the standard's A. */
	private static final int HALF = 0x8000 << 8;

	/** The state of each context. */
	final int[] states;

	private byte[] data;
	private int position;
	private int end;
	private int behindEnd;
	private int a;
	private int c;
	private int shiftsLeft;

	MqDecoder(final int contexts) {
		states = new int[contexts];
	}

	private static int state(final int row, final int mps) {
		return TABLE[row][0] << 15 | row << 1 | mps;
	}

	void resetStates(final int row) {
		Arrays.fill(states, state(row, 0));
	}

	void setState(final int context, final int row) {
		states[context] = state(row, 0);
	}

	/**
	 * Begins a codeword segment (INITDEC) and returns the slack.
	 *
	 * @param bytes holds it; the two bytes behind its end are overwritten with 0xFF, which end it
	 */
	int start(final byte[] bytes, final int from, final int to) {
		data = bytes;
		bytes[to] = (byte) 0xFF;
		bytes[to + 1] = (byte) 0xFF;
		position = from;
		end = to;
		behindEnd = 0;
		c = (bytes[from] & 0xFF) << 8;
		readByte();
		c <<= 7;
		shiftsLeft -= 7;
		a = HALF;
		return takeSlack();
	}

	/** Whether the segment ended about where its symbols do. */
	boolean isUsedUp() {
		return end - position <= TOLERANCE && behindEnd <= TOLERANCE;
	}

	/**
	 * Finishes decoding a symbol that left no slack: exchange of symbols and renormalisation (T.800 C.3.2).
	 *
	 * @param slack the negative slack
	 * @return twice the new slack, plus the symbol
	 */
	int renew(final int slack, final int context) {
		final int state = states[context];
		final int qe = state >>> 7;
		// No branches here, since none of these could be foretold.
		final int remaining = a + slack;
		final int below = c + slack;
		final int lower = below >> 31;
		final int exchanged = remaining - qe >> 31;
		final int lps = (lower ^ exchanged) & 1;
		final int bit = state & 1 ^ lps;
		states[context] = NEXT[state & 0x7F | lps << 7];
		final int code = below + (qe & lower);
		final int interval = remaining ^ (remaining ^ qe) & lower;
		int shift = Integer.numberOfLeadingZeros(interval) - 8;
		a = interval << shift;
		c = code;
		while (shift > shiftsLeft) {
			c <<= shiftsLeft;
			shift -= shiftsLeft;
			readByte();
		}
		c <<= shift;
		shiftsLeft -= shift;
		return takeSlack() << 1 | bit;
	}

	private int takeSlack() {
		final int slack = Math.min(c, a - HALF);
		a -= slack;
		c -= slack;
		return slack;
	}

	/** BYTEIN (T.800 C.3.4). */
	private void readByte() {
		if (data[position] == (byte) 0xFF) {
			final int next = data[position + 1] & 0xFF;
			if (next > 0x8F) {
				behindEnd++;
				c += 0xFF;
				shiftsLeft = 8;
			}
			else {
				position++;
				c += next << 1;
				shiftsLeft = 7;
			}
		}
		else {
			position++;
			c += data[position] & 0xFF;
			shiftsLeft = 8;
		}
	}
}
