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

/**
 * Bilinear interpolation in fixed point, exactly as OpenCV's INTER_LINEAR_EXACT for 8 bits. Pixel centres are aligned,
 * each weight has 8 fractional bits, and the sum is rounded once. Beyond the centre of an outer pixel that pixel
 * counts. Immutable.
 */
final class BilinearResize {

	private static final int ONE = 256;

	private final int sourceWidth;
	private final int width;
	private final int height;
	private final int[] firstColumn;
	private final int[] secondColumnWeight;
	private final int[] firstRow;
	private final int[] secondRowWeight;

	/** Sides in pixels, each at least 1, those of the source at least 2 where they differ from the target's. */
	BilinearResize(final int sourceWidth, final int sourceHeight, final int width, final int height) {
		this.sourceWidth = sourceWidth;
		this.width = width;
		this.height = height;
		firstColumn = new int[width];
		secondColumnWeight = new int[width];
		firstRow = new int[height];
		secondRowWeight = new int[height];
		place(sourceWidth, firstColumn, secondColumnWeight);
		place(sourceHeight, firstRow, secondRowWeight);
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

	/** @param source rows of unsigned grey levels without gaps; never changed */
	Rows rows(final byte[] source) {
		return new Rows(source);
	}

	/**
	 * The rows of one source. Two rows of the target that follow each other often share a row of the source, so the last
	 * two that were made narrower stay. Not for use by several threads at once.
	 */
	final class Rows {

		private final byte[] source;
		private int[] above = new int[width];
		private int[] below = new int[width];
		private int aboveRow = -1;
		private int belowRow = -1;

		private Rows(final byte[] source) {
			this.source = source;
		}

		/**
		 * Computes one row of the target; quickest from top to bottom.
		 *
		 * @param y row of the target
		 * @param out takes width grey levels, 0 to 255
		 */
		void row(final int y, final int[] out) {
			final int lower = secondRowWeight[y];
			if (lower == 0 && width == sourceWidth) {
				copy(firstRow[y] * sourceWidth, out);
				return;
			}
			final int first = firstRow[y];
			if (first == belowRow) swap();
			if (first != aboveRow) narrow(first, above);
			aboveRow = first;
			if (lower != 0 && first + 1 != belowRow) {
				narrow(first + 1, below);
				belowRow = first + 1;
			}
			mix(ONE - lower, above, lower, below, width, out);
		}

		private void swap() {
			final int[] rows = above;
			final int row = aboveRow;
			above = below;
			aboveRow = belowRow;
			below = rows;
			belowRow = row;
		}

		private void copy(final int start, final int[] out) {
			for (int x = 0; x < width; x++) out[x] = source[start + x] & 0xff;
		}

		/** Grey levels of 8 fractional bits. */
		private void narrow(final int row, final int[] out) {
			final int start = row * sourceWidth;
			for (int x = 0; x < width; x++) {
				final int at = start + firstColumn[x];
				final int left = source[at] & 0xff;
				out[x] = sourceWidth == 1 ? left << 8 : (left << 8) + secondColumnWeight[x] * ((source[at + 1] & 0xff) - left);
			}
		}
	}

	/** Its loop stands alone and becomes vector instructions. */
	private static void mix(final int upper, final int[] above, final int lower, final int[] below, final int width,
		final int[] out)
	{
		for (int x = 0; x < width; x++) out[x] = upper * above[x] + lower * below[x] + (1 << 15) >> 16;
	}
}
