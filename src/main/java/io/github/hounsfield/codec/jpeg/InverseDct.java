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
package io.github.hounsfield.codec.jpeg;

/**
 * The inverse DCT of 8 x 8 coefficients (T.81, A.3.3), exact to the rounding of the Independent JPEG Group's "islow".
 * Algorithm: C. Loeffler, A. Ligtenberg and G. Moschytz, Practical Fast 1-D DCT Algorithms with 11 Multiplications,
 * ICASSP 1989, the variant with 12 multiplications, in fixed point with 13 fractional bits; the first pass
 * keeps 2 further bits of each value for samples of 8 bits, 1 for samples of 12. Not thread safe.
 */
final class InverseDct {

	/** Coefficients of a block. */
	static final int BLOCK = 64;

	private static final int SIZE = 8;
	private static final int FRACTION = 13;

	private static final int C2_PLUS_C6 = fixed(c(2) + c(6));
	private static final int C2_MINUS_C6 = fixed(c(2) - c(6));
	private static final int C6 = fixed(c(6));
	private static final int C3 = fixed(c(3));
	private static final int C3_MINUS_C7 = fixed(c(3) - c(7));
	private static final int C1_PLUS_C3 = fixed(c(1) + c(3));
	private static final int C3_PLUS_C5 = fixed(c(3) + c(5));
	private static final int C3_MINUS_C5 = fixed(c(3) - c(5));
	private static final int ROTATED_7 = fixed(-c(1) + c(3) + c(5) - c(7));
	private static final int ROTATED_5 = fixed(c(1) + c(3) - c(5) + c(7));
	private static final int ROTATED_3 = fixed(c(1) + c(3) + c(5) - c(7));
	private static final int ROTATED_1 = fixed(c(1) + c(3) - c(5) - c(7));

	private final int[] work = new int[BLOCK];
	private final int columnShift;
	private final int rowShift;
	private final int keptBits;
	private final int centre;
	private final int max;

	/** @param precision bits of a sample, 8 or 12 */
	InverseDct(final int precision) {
		keptBits = precision == 8 ? 2 : 1;
		columnShift = FRACTION - keptBits;
		rowShift = FRACTION + keptBits + 3;
		centre = 1 << precision - 1;
		max = (1 << precision) - 1;
	}

	/** Square root of 2 times the cosine of k sixteenths of pi. */
	private static double c(final int k) {
		return Math.sqrt(2) * Math.cos(k * Math.PI / 16);
	}

	private static int fixed(final double value) {
		return (int) Math.round(value * (1 << FRACTION));
	}

	/**
	 * Stores a block of which all coefficients but the first are zero.
	 *
	 * @param dc the first coefficient, dequantised
	 * @param out takes the samples, 0 to 2^precision - 1
	 * @param offset index of the first
	 * @param stride from one row to the next
	 */
	void flat(final int dc, final short[] out, final int offset, final int stride) {
		final short value = clip(dc + 4 >> 3);
		for (int y = 0, to = offset; y < SIZE; y++, to += stride)
			for (int x = 0; x < SIZE; x++)
				out[to + x] = value;
	}

	/**
	 * Transforms a block.
	 *
	 * @param block coefficients, dequantised, row by row; never changed
	 * @param out takes the samples, 0 to 2^precision - 1
	 * @param offset index of the first
	 * @param stride from one row to the next
	 */
	void transform(final int[] block, final short[] out, final int offset, final int stride) {
		for (int x = 0; x < SIZE; x++)
			column(block, x);
		for (int y = 0; y < SIZE; y++)
			row(y * SIZE, out, offset + y * stride);
	}

	private void column(final int[] b, final int x) {
		final int[] w = work;
		if ((b[8 + x] | b[16 + x] | b[24 + x] | b[32 + x] | b[40 + x] | b[48 + x] | b[56 + x]) == 0) {
			final int value = b[x] << keptBits;
			for (int k = x; k < BLOCK; k += SIZE)
				w[k] = value;
			return;
		}
		final int shift = columnShift;
		final int half = 1 << shift - 1;

		final int turn = (b[16 + x] + b[48 + x]) * C6;
		final int even2 = turn - b[48 + x] * C2_PLUS_C6;
		final int even3 = turn + b[16 + x] * C2_MINUS_C6;
		final int sum = (b[x] + b[32 + x] << FRACTION) + half;
		final int difference = (b[x] - b[32 + x] << FRACTION) + half;
		final int e0 = sum + even3;
		final int e3 = sum - even3;
		final int e1 = difference + even2;
		final int e2 = difference - even2;

		final int o7 = b[56 + x];
		final int o5 = b[40 + x];
		final int o3 = b[24 + x];
		final int o1 = b[8 + x];
		final int common = (o7 + o3 + o5 + o1) * C3;
		final int p71 = (o7 + o1) * -C3_MINUS_C7;
		final int p53 = (o5 + o3) * -C1_PLUS_C3;
		final int p73 = common - (o7 + o3) * C3_PLUS_C5;
		final int p51 = common - (o5 + o1) * C3_MINUS_C5;
		final int d3 = o7 * ROTATED_7 + p71 + p73;
		final int d2 = o5 * ROTATED_5 + p53 + p51;
		final int d1 = o3 * ROTATED_3 + p53 + p73;
		final int d0 = o1 * ROTATED_1 + p71 + p51;

		w[x] = e0 + d0 >> shift;
		w[56 + x] = e0 - d0 >> shift;
		w[8 + x] = e1 + d1 >> shift;
		w[48 + x] = e1 - d1 >> shift;
		w[16 + x] = e2 + d2 >> shift;
		w[40 + x] = e2 - d2 >> shift;
		w[24 + x] = e3 + d3 >> shift;
		w[32 + x] = e3 - d3 >> shift;
	}

	private void row(final int y, final short[] out, final int to) {
		final int[] w = work;
		final int shift = rowShift;
		final int half = 1 << shift - 1;

		final int turn = (w[y + 2] + w[y + 6]) * C6;
		final int even2 = turn - w[y + 6] * C2_PLUS_C6;
		final int even3 = turn + w[y + 2] * C2_MINUS_C6;
		final int sum = (w[y] + w[y + 4] << FRACTION) + half;
		final int difference = (w[y] - w[y + 4] << FRACTION) + half;
		final int e0 = sum + even3;
		final int e3 = sum - even3;
		final int e1 = difference + even2;
		final int e2 = difference - even2;

		final int o7 = w[y + 7];
		final int o5 = w[y + 5];
		final int o3 = w[y + 3];
		final int o1 = w[y + 1];
		final int common = (o7 + o3 + o5 + o1) * C3;
		final int p71 = (o7 + o1) * -C3_MINUS_C7;
		final int p53 = (o5 + o3) * -C1_PLUS_C3;
		final int p73 = common - (o7 + o3) * C3_PLUS_C5;
		final int p51 = common - (o5 + o1) * C3_MINUS_C5;
		final int d3 = o7 * ROTATED_7 + p71 + p73;
		final int d2 = o5 * ROTATED_5 + p53 + p51;
		final int d1 = o3 * ROTATED_3 + p53 + p73;
		final int d0 = o1 * ROTATED_1 + p71 + p51;

		out[to] = clip(e0 + d0 >> shift);
		out[to + 7] = clip(e0 - d0 >> shift);
		out[to + 1] = clip(e1 + d1 >> shift);
		out[to + 6] = clip(e1 - d1 >> shift);
		out[to + 2] = clip(e2 + d2 >> shift);
		out[to + 5] = clip(e2 - d2 >> shift);
		out[to + 3] = clip(e3 + d3 >> shift);
		out[to + 4] = clip(e3 - d3 >> shift);
	}

	private short clip(final int value) {
		return (short) Math.max(0, Math.min(max, value + centre));
	}
}
