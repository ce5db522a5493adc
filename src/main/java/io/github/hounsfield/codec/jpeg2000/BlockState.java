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
 * Samples of a code-block and what the coding passes of Part 1 have to know of them (T.800 D.1).
 * <p>
 * The state of four samples, one above the other, is one number of {@link #flags}; the passes walk along such columns.
 * From the lowest bit: significance of the six rows and three columns in and around the column (bit 3r + c); then the
 * sign of the sample above (18); then for each of the four samples its sign, whether it was refined before, whether
 * this bit plane's first pass visited it (19, 20, 21 and every third further); the sign of the sample below (31).
 * Shifting by three times the row brings the flags of any of the four to the place of those of the first.
 */
final class BlockState {

	static final int LEFT = 1 << 3;
	static final int SELF = 1 << 4;
	static final int RIGHT = 1 << 5;
	static final int NEIGHBOURS = 0x1EF;
	static final int REFINED = 1 << 20;
	static final int VISITED = 1 << 21;
	static final int SELF_BIT = 4;
	static final int REFINED_BIT = 20;
	static final int VISITED_BIT = 21;
	/** Bits 0, 3, 6 and 9: shifted, any of these flags for each of the four rows. */
	static final int ALL_ROWS = 0b1001001001;
	private static final int SIGN_BIT = 19;
	private static final int SIGN_ABOVE_BIT = 18;
	private static final int SIGN_BELOW_BIT = 31;
	private static final int LAST_ROW = 9;

	/** Row by shift. */
	private static final int[] ROW = { 0, 0, 0, 1, 1, 1, 2, 2, 2, 3 };

	/** Columns in rows of stride, with one more around. */
	int[] flags = new int[0];
	/** Twice the magnitude and half of the last decoded bit plane, with the sign. */
	int[] samples;
	int width;
	int height;
	int stride;
	private boolean causal;

	/**
	 * Begins a code-block of zeros.
	 *
	 * @param out its samples
	 * @param isCausal whether samples of the next four rows count as zero
	 */
	void start(final Rect area, final boolean isCausal, final int[] out) {
		width = area.width();
		height = area.height();
		stride = width + 2;
		causal = isCausal;
		samples = out;
		final int columns = stride * ((height + 3 >> 2) + 2);
		if (flags.length < columns) flags = new int[columns];
		else Arrays.fill(flags, 0, columns, 0);
		Arrays.fill(out, 0, width * height, 0);
	}

	/** The first rows of a stripe, as bits 0, 3, 6 and 9. */
	static int rowBits(final int rows) {
		return ALL_ROWS >>> 3 * Math.max(0, 4 - rows);
	}

	/**
	 * Rows of a column, as bits 0, 3, 6 and 9, that are zero and have a neighbour that is not.
	 *
	 * @param own the column's flags
	 */
	static int zerosWithNeighbours(final int own) {
		final int near = own | own >>> 1 | own >>> 2;
		return (near | near >>> 3 | near >>> 6) & ~(own >>> SELF_BIT) & ALL_ROWS;
	}

	/**
	 * Index into the sign coding table.
	 *
	 * @param shift three times the row within the column
	 * @param own the column's flags
	 */
	int signIndex(final int at, final int shift, final int own) {
		final int sign = SIGN_BIT + shift;
		final int above = own >>> (shift == 0 ? SIGN_ABOVE_BIT : sign - 3) & 1;
		final int below = own >>> sign + 3 & 1;
		return own >>> shift & 0xAA | above | (flags[at - 1] >>> sign & 1) << 2 | (flags[at + 1] >>> sign & 1) << 4 |
			below << 6;
	}

	/**
	 * Sets a sample and notes its significance and sign for all of its neighbours in other columns and stripes.
	 *
	 * @param top index of the column's first sample
	 * @return flags to add to the column's own
	 */
	int becomeSignificant(final int at, final int shift, final int top, final int value, final int sign) {
		samples[indexOf(shift, top)] = (value ^ -sign) + sign;
		final int[] f = flags;
		f[at - 1] |= RIGHT << shift;
		f[at + 1] |= LEFT << shift;
		if (shift == 0 && !causal) {
			final int above = at - stride;
			f[above - 1] |= RIGHT << 12;
			f[above] |= SELF << 12 | sign << SIGN_BELOW_BIT;
			f[above + 1] |= LEFT << 12;
		}
		if (shift == LAST_ROW) {
			final int below = at + stride;
			f[below - 1] |= RIGHT >> 3;
			f[below] |= SELF >> 3 | sign << SIGN_ABOVE_BIT;
			f[below + 1] |= LEFT >> 3;
		}
		return (SELF | sign << SIGN_BIT) << shift;
	}

	/**
	 * Index of a sample.
	 *
	 * @param shift three times the row within the column
	 * @param top index of the column's first sample
	 */
	int indexOf(final int shift, final int top) {
		return top + ROW[shift] * width;
	}

	/** A sample with half of a bit plane's value added or taken: it had the middle of the wider interval before. */
	static int refine(final int sample, final int bit, final int half) {
		final int turned = bit - 1 ^ sample >> 31;
		return sample + (half ^ turned) - turned;
	}
}
