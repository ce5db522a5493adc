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

/** The adaptive run-length decoder of events of an HT code-block (T.814 clause 7.3.3). */
final class MelDecoder {

	/** Exponents of the run lengths, by state (T.814 table 2). */
	private static final int[] EXPONENT = { 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5 };

	private byte[] data;
	private int start;
	private int position;
	private int end;
	private int current;
	private int left;
	private int state;
	private int zeros;
	private boolean oneFollows;

	/** @param to index after the last byte, of which the lower half belongs to the other end's length */
	void start(final byte[] bytes, final int from, final int to) {
		data = bytes;
		start = from;
		position = from;
		end = to;
		current = 0;
		left = 0;
		state = 0;
		zeros = 0;
		oneFollows = false;
	}

	/** The next event, 0 or 1. */
	int next() {
		if (zeros == 0 && !oneFollows) {
			final int exponent = EXPONENT[state];
			if (bit() == 1) {
				zeros = 1 << exponent;
				state = Math.min(EXPONENT.length - 1, state + 1);
			}
			else {
				for (int i = 0; i < exponent; i++)
					zeros = zeros << 1 | bit();
				state = Math.max(0, state - 1);
				oneFollows = true;
			}
		}
		if (zeros > 0) {
			zeros--;
			return 0;
		}
		oneFollows = false;
		return 1;
	}

	/** Bytes of which a bit has been read, those behind the end included. */
	int bytesUsed() {
		return position - start;
	}

	/** Highest first; after a byte 0xFF a stuffed bit is left out; behind the end stand ones. */
	private int bit() {
		if (left == 0) {
			left = current == 0xFF ? 7 : 8;
			current = position < end ? data[position] & 0xFF : 0xFF;
			if (position == end - 1) current |= 0x0F;
			position++;
		}
		left--;
		return current >> left & 1;
	}
}
