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

/** The MQ decoder as T.800 figures C.15 to C.20 draw it, with registers A and C of their own and one bit a step. */
final class MqFlowcharts {

	/** Qe, the next index after MPS and LPS, SWITCH: T.800 table C.2, in four numbers a row. */
	private static final int[] ROWS = { 0x5601, 1, 1, 1, 0x3401, 2, 6, 0, 0x1801, 3, 9, 0, 0x0AC1, 4, 12, 0, 0x0521, 5, 29,
		0, 0x0221, 38, 33, 0, 0x5601, 7, 6, 1, 0x5401, 8, 14, 0, 0x4801, 9, 14, 0, 0x3801, 10, 14, 0, 0x3001, 11, 17, 0,
		0x2401, 12, 18, 0, 0x1C01, 13, 20, 0, 0x1601, 29, 21, 0, 0x5601, 15, 14, 1, 0x5401, 16, 14, 0, 0x5101, 17, 15, 0,
		0x4801, 18, 16, 0, 0x3801, 19, 17, 0, 0x3401, 20, 18, 0, 0x3001, 21, 19, 0, 0x2801, 22, 19, 0, 0x2401, 23, 20, 0,
		0x2201, 24, 21, 0, 0x1C01, 25, 22, 0, 0x1801, 26, 23, 0, 0x1601, 27, 24, 0, 0x1401, 28, 25, 0, 0x1201, 29, 26, 0,
		0x1101, 30, 27, 0, 0x0AC1, 31, 28, 0, 0x09C1, 32, 29, 0, 0x08A1, 33, 30, 0, 0x0521, 34, 31, 0, 0x0441, 35, 32, 0,
		0x02A1, 36, 33, 0, 0x0221, 37, 34, 0, 0x0141, 38, 35, 0, 0x0111, 39, 36, 0, 0x0085, 40, 37, 0, 0x0049, 41, 38, 0,
		0x0025, 42, 39, 0, 0x0015, 43, 40, 0, 0x0009, 44, 41, 0, 0x0005, 45, 42, 0, 0x0001, 45, 43, 0, 0x5601, 46, 46, 0 };

	private final byte[] data;
	private final int[] index;
	private final int[] mps;
	private int bp;
	private int c;
	private int a;
	private int ct;

	/** @param rows of each context at the start */
	MqFlowcharts(final byte[] data, final int... rows) {
		this.data = data;
		index = rows.clone();
		mps = new int[rows.length];
		c = at(0) << 16;
		byteIn();
		c <<= 7;
		ct -= 7;
		a = 0x8000;
	}

	/** Behind the end all bytes are 0xFF (T.800 C.3.4). */
	private int at(final int place) {
		return place < data.length ? data[place] & 0xFF : 0xFF;
	}

	private void byteIn() {
		if (at(bp) != 0xFF) {
			bp++;
			c += at(bp) << 8;
			ct = 8;
		}
		else if (at(bp + 1) > 0x8F) {
			c += 0xFF00;
			ct = 8;
		}
		else {
			bp++;
			c += at(bp) << 9;
			ct = 7;
		}
	}

	int decode(final int cx) {
		final int qe = ROWS[4 * index[cx]];
		a -= qe;
		final boolean lower = c >>> 16 < qe;
		if (!lower) {
			c -= qe << 16;
			if ((a & 0x8000) != 0) return mps[cx];
		}
		final boolean lps = lower ^ a < qe;
		if (lower) a = qe;
		final int symbol = lps ? 1 - mps[cx] : mps[cx];
		if (lps && ROWS[4 * index[cx] + 3] == 1) mps[cx] = 1 - mps[cx];
		index[cx] = ROWS[4 * index[cx] + (lps ? 2 : 1)];
		do {
			if (ct == 0) byteIn();
			a <<= 1;
			c <<= 1;
			ct--;
		}
		while ((a & 0x8000) == 0);
		return symbol;
	}
}
