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
package io.github.hounsfield.haar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bilinear interpolation in fixed point, exactly as OpenCV's INTER_LINEAR_EXACT for 8 bits. Pixel centres are aligned,
 * each weight has 8 fractional bits, and the sum is rounded once. Beyond the centre of an outer pixel that pixel
 * counts. Immutable.
 */
final class BilinearResize {

	private static final int ONE = 256;

	/** Integers and pairs of them in bytes, the first in the lower half of the pair. */
	private static final VarHandle INTS = view(int[].class);
	private static final VarHandle PAIRS = view(long[].class);

	private final int sourceWidth;
	private final int width;
	private final int height;
	/** For each column the place of the first of two source pixels in bytes of integers. */
	private final int[] columns;
	/** For each column the weights: of the first source pixel in the upper half, of the second in the lower one. */
	private final long[] columnWeights;
	private final int[] firstRow;
	private final int[] secondRowWeight;

	/**
	 * Sides in pixels, each at least 1.
	 *
	 * @param step 1, or 2 for rows that hold first the even columns, then the odd ones
	 */
	BilinearResize(final int sourceWidth, final int sourceHeight, final int width, final int height, final int step) {
		this.sourceWidth = sourceWidth;
		this.width = width;
		this.height = height;
		columns = new int[width];
		columnWeights = new long[width];
		firstRow = new int[height];
		secondRowWeight = new int[height];
		place(sourceHeight, firstRow, secondRowWeight);
		final int[] first = new int[width];
		final int[] secondWeight = new int[width];
		place(sourceWidth, first, secondWeight);
		int k = 0;
		for (int start = 0; start < step; start++)
			for (int x = start; x < width; x += step) {
				columns[k] = first[x] * Integer.BYTES;
				columnWeights[k++] = (long) (ONE - secondWeight[x]) << Integer.SIZE | secondWeight[x];
			}
	}

	private static VarHandle view(final Class<?> type) {
		return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
	}

	/** For each target pixel of one direction, the first of two source pixels and the weight of the second. */
	private static void place(final int sourceSize, final int[] first, final int[] secondWeight) {
		final double scale = 1 / ((double) first.length / sourceSize);
		for (int k = 0; k < first.length; k++) {
			final double position = scale * (k + 0.5) - 0.5;
			final int floor = (int) Math.floor(position);
			if (floor < 0 || sourceSize == 1) continue;
			if (floor >= sourceSize - 1) {
				first[k] = sourceSize - 2;
				secondWeight[k] = ONE;
			}
			else {
				first[k] = floor;
				secondWeight[k] = (int) Math.rint((position - floor) * ONE);
			}
		}
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	/** @param source rows of grey levels, 0 to 255; never changed */
	Rows rows(final int[][] source) {
		return new Rows(source);
	}

	/** The rows of one source. Not for use by several threads at once. */
	final class Rows {

		private final int[][] source;
		/** A row as wide as the source, as integers of 8 fractional bits, and one more. */
		private final byte[] mixed = new byte[(sourceWidth + 1) * Integer.BYTES];

		private Rows(final int[][] source) {
			this.source = source;
		}

		/**
		 * Computes one row of the target.
		 *
		 * @param y row of the target
		 * @param out takes width grey levels, 0 to 255
		 */
		void row(final int y, final int[] out) {
			final int first = firstRow[y];
			final int lower = secondRowWeight[y];
			mix(ONE - lower, source[first], lower, source[lower == 0 ? first : first + 1], sourceWidth, mixed);
			narrow(mixed, columns, columnWeights, width, out);
		}
	}

	/** Its loop stands alone and becomes vector instructions. */
	private static void mix(final int upper, final int[] above, final int lower, final int[] below, final int width,
		final byte[] out)
	{
		for (int x = 0; x < width; x++) INTS.set(out, x << 2, upper * above[x] + lower * below[x]);
	}

	/** One product of 64 bits has the weighted sum of both pixels in its upper half. */
	private static void narrow(final byte[] row, final int[] columns, final long[] weights, final int width,
		final int[] out)
	{
		for (int x = 0; x < width; x++) {
			final long pair = (long) PAIRS.get(row, columns[x]);
			out[x] = (int) (pair * weights[x] + (1L << 47) >>> 48);
		}
	}
}
