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

/** The irreversible 9/7 synthesis in single precision (T.800 F.3.8.2). Every row is an array of its own. */
final class InverseWavelet97 {

	private static final float ALPHA = -1.586134342059924f;
	private static final float BETA = -0.052980118572961f;
	private static final float GAMMA = 0.882911075530934f;
	private static final float DELTA = 0.443506852043971f;
	/** Table F.4; OpenJPEG 2.5 takes 0.812866 instead of 1 / K = 0.812893. */
	private static final float K = 1.230174104914001f;

	private final int width;
	private final int height;
	private final int oddX;
	private final int oddY;
	/** Columns of low and of high pass, with room for a mirrored one. */
	private final float[] even;
	private final float[] odd;
	private final int evens;
	private final int odds;
	/** Left or right neighbours: a loop over arrays is vectorized where all have one index. */
	private final float[] beside;

	/** @param area of the resolution to make: its size, and whether its first column and row are odd */
	InverseWavelet97(final Rect area) {
		width = area.width();
		height = area.height();
		oddX = area.x0() & 1;
		oddY = area.y0() & 1;
		evens = (width + 1 - oddX) / 2;
		odds = width - evens;
		even = new float[evens + 1];
		odd = new float[odds + 1];
		beside = new float[width / 2 + 2];
	}

	/** Joins four subbands to the rows of the next resolution. */
	float[][] join(final float[][] ll, final float[][] hl, final float[][] lh, final float[][] hh) {
		final float[][] rows = new float[height][width];
		if (width == 0) return rows;
		final float lowY = height == 1 ? 1 : K;
		final float highY = height == 1 ? 0.5f : 1 / K;
		for (int y = 0; y < height; y++) {
			if ((y & 1) == oddY) joinRow(ll[y >> 1], hl[y >> 1], rows[y], lowY);
			else joinRow(lh[y >> 1], hh[y >> 1], rows[y], highY);
		}
		if (height > 1) joinColumns(rows);
		return rows;
	}

	/** @param scale what the vertical step multiplies this row with */
	private void joinRow(final float[] low, final float[] high, final float[] out, final float scale) {
		if (width == 1) {
			out[0] = oddX == 0 ? low[0] * scale : high[0] * 0.5f * scale;
			return;
		}
		final float lowScale = scale * K;
		final float highScale = scale / K;
		for (int n = 0; n < evens; n++)
			even[n] = low[n] * lowScale;
		for (int n = 0; n < odds; n++)
			odd[n] = high[n] * highScale;
		lift(even, evens, odd, odds, oddX, DELTA);
		lift(odd, odds, even, evens, 1 - oddX, GAMMA);
		lift(even, evens, odd, odds, oddX, BETA);
		lift(odd, odds, even, evens, 1 - oddX, ALPHA);
		for (int n = 0; n < evens; n++)
			out[2 * n + oddX] = even[n];
		for (int n = 0; n < odds; n++)
			out[2 * n + 1 - oddX] = odd[n];
	}

	/** Subtracts factor times both neighbours, which are those of index n - 1 + shift and n + shift, or mirrored. */
	private void lift(final float[] row, final int count, final float[] other, final int others, final int shift,
		final float factor)
	{
		final float[] near = beside;
		other[others] = other[others - 1];
		near[0] = other[0];
		System.arraycopy(other, shift, near, 1 - shift, others);
		for (int n = 0; n < count; n++)
			row[n] -= factor * (near[n] + other[n]);
	}

	private void joinColumns(final float[][] rows) {
		for (int y = oddY; y < height + 3; y += 2) {
			lift(rows, y, DELTA);
			lift(rows, y - 1, GAMMA);
			lift(rows, y - 2, BETA);
			lift(rows, y - 3, ALPHA);
		}
	}

	private void lift(final float[][] rows, final int y, final float factor) {
		if (y < 0 || y >= height) return;
		final float[] row = rows[y];
		final float[] above = rows[y > 0 ? y - 1 : 1];
		final float[] below = rows[y + 1 < height ? y + 1 : y - 1];
		for (int x = 0; x < row.length; x++)
			row[x] -= factor * (above[x] + below[x]);
	}
}
