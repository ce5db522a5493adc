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

/** The reversible 5/3 synthesis in integers (T.800 F.3.8.1). Every row is an array of its own. */
final class InverseWavelet53 {

	private final int width;
	private final int height;
	private final int oddX;
	private final int oddY;
	/** Columns of low and of high pass, with room for a mirrored one. */
	private final int[] even;
	private final int[] odd;
	private final int evens;
	private final int odds;
	/** Left or right neighbours: a loop over arrays is vectorized where all have one index. */
	private final int[] beside;

	/** @param area of the resolution to make: its size, and whether its first column and row are odd */
	InverseWavelet53(final Rect area) {
		width = area.width();
		height = area.height();
		oddX = area.x0() & 1;
		oddY = area.y0() & 1;
		evens = (width + 1 - oddX) / 2;
		odds = width - evens;
		even = new int[evens + 1];
		odd = new int[odds + 1];
		beside = new int[width / 2 + 2];
	}

	/** Joins four subbands to the rows of the next resolution. */
	int[][] join(final int[][] ll, final int[][] hl, final int[][] lh, final int[][] hh) {
		final int[][] rows = new int[height][width];
		if (width == 0) return rows;
		for (int y = 0; y < height; y++) {
			if ((y & 1) == oddY) joinRow(ll[y >> 1], hl[y >> 1], rows[y]);
			else joinRow(lh[y >> 1], hh[y >> 1], rows[y]);
		}
		joinColumns(rows);
		return rows;
	}

	private void joinRow(final int[] low, final int[] high, final int[] out) {
		if (width == 1) {
			out[0] = oddX == 0 ? low[0] : high[0] / 2;
			return;
		}
		System.arraycopy(low, 0, even, 0, evens);
		System.arraycopy(high, 0, odd, 0, odds);
		liftEven(even, evens, besideOf(odd, odds, oddX), odd);
		liftOdd(odd, odds, besideOf(even, evens, 1 - oddX), even);
		for (int n = 0; n < evens; n++)
			out[2 * n + oddX] = even[n];
		for (int n = 0; n < odds; n++)
			out[2 * n + 1 - oddX] = odd[n];
	}

	/** The samples at index n - 1, or n + 1 where shift is 1, and those at n themselves mirrored at the end. */
	private int[] besideOf(final int[] row, final int count, final int shift) {
		row[count] = row[count - 1];
		beside[0] = row[0];
		System.arraycopy(row, shift, beside, 1 - shift, count);
		return beside;
	}

	private void joinColumns(final int[][] rows) {
		if (height == 1) {
			if (oddY == 1) for (int x = 0; x < width; x++)
				rows[0][x] /= 2;
			return;
		}
		for (int y = oddY; y <= height; y += 2) {
			if (y < height) liftEven(rows[y], width, rows[y > 0 ? y - 1 : 1], rows[y + 1 < height ? y + 1 : y - 1]);
			final int above = y - 1;
			if (above >= 0) liftOdd(rows[above], width, rows[above > 0 ? above - 1 : 1], rows[y < height ? y : above - 1]);
		}
	}

	private static void liftEven(final int[] row, final int count, final int[] before, final int[] after) {
		for (int n = 0; n < count; n++)
			row[n] -= before[n] + after[n] + 2 >> 2;
	}

	private static void liftOdd(final int[] row, final int count, final int[] before, final int[] after) {
		for (int n = 0; n < count; n++)
			row[n] += before[n] + after[n] >> 1;
	}
}
