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
 * Sums over the pixels above and to the left (Viola and Jones 2001), of grey levels, of their squares, and over the
 * triangle above (the rotated sum of Lienhart and Maydt 2002), for a stripe of an image. All are kept modulo 2^32;
 * differences over a search window are exact.
 * <p>
 * Row r, column c of an integral image is the sum over the pixels of rows below r and columns below c. For windows at
 * every second pixel, a row holds first the even columns, then the odd ones. So an offset always advances by one from
 * window to window. Not for use by several threads at once.
 */
final class IntegralImage {

	private final int step;
	private final int stride;
	private final int rows;
	private final boolean tilted;

	/** The sums, row by row, then the tilted sums. */
	private final int[] sums;
	private final int[] squares;
	private int[] pixels;
	private int[] pixelsAbove;

	/**
	 * @param width pixels of the widest image, at least 1
	 * @param height pixels of the highest stripe, at least 1
	 * @param step between windows, 1 or 2
	 * @param tilted whether the tilted sums are kept
	 */
	IntegralImage(final int width, final int height, final int step, final boolean tilted) {
		this.step = step;
		this.tilted = tilted;
		stride = stride(width, step);
		rows = height + 1;
		final long size = (long) rows * stride * (tilted ? 2 : 1);
		if (size > Integer.MAX_VALUE - 8) throw new IllegalArgumentException("a stripe of " + width + " x " + height +
			" pixels; expected fewer than 2^31 in its integral images");
		sums = new int[(int) size];
		squares = new int[rows * stride];
		pixels = new int[width];
		pixelsAbove = new int[tilted ? width : 0];
	}

	/** The distance of two rows. */
	static int stride(final int width, final int step) {
		return (width + step) / step * step;
	}

	/** The offset of a column in its row. */
	static int column(final int column, final int step, final int stride) {
		return step == 1 ? column : (column >> 1) + (column & 1) * (stride >> 1);
	}

	int stride() {
		return stride;
	}

	/** Distance of the tilted sums from the sums, in integral images with these arguments. */
	static int tiltedOffset(final int width, final int height, final int step, final boolean tilted) {
		return tilted ? (height + 1) * stride(width, step) : 0;
	}

	int tiltedOffset() {
		return tilted ? rows * stride : 0;
	}

	/** Sums, then tilted sums; not to be changed. */
	int[] sums() {
		return sums;
	}

	/** Sums of squares; not to be changed. */
	int[] squares() {
		return squares;
	}

	/**
	 * Computes the sums over some rows of an image.
	 *
	 * @param image gives the rows
	 * @param source what image reads
	 * @param firstRow of the stripe
	 * @param count rows of the stripe, at most the height given at construction
	 */
	void compute(final BilinearResize image, final byte[] source, final int firstRow, final int count) {
		final int width = image.width();
		final BilinearResize.Rows imageRows = image.rows(source);
		for (int y = 0; y < count; y++) {
			imageRows.row(firstRow + y, pixels);
			if (step == 1) sumRow(y * stride, width);
			else sumRowsByParity(y * stride, width);
			if (!tilted) continue;
			tiltedRow(y, width);
			final int[] above = pixels;
			pixels = pixelsAbove;
			pixelsAbove = above;
		}
	}

	private void sumRow(final int above, final int width) {
		final int row = above + stride;
		int sum = 0;
		int square = 0;
		for (int x = 0; x < width; x++) {
			final int pixel = pixels[x];
			sum += pixel;
			square += pixel * pixel;
			sums[row + x + 1] = sums[above + x + 1] + sum;
			squares[row + x + 1] = squares[above + x + 1] + square;
		}
	}

	private void sumRowsByParity(final int above, final int width) {
		final int half = stride >> 1;
		final int row = above + stride;
		int sum = 0;
		int square = 0;
		int k = 0;
		for (int x = 0; x + 1 < width; x += 2) {
			final int even = pixels[x];
			sum += even;
			square += even * even;
			sums[row + half + k] = sums[above + half + k] + sum;
			squares[row + half + k] = squares[above + half + k] + square;
			k++;
			final int odd = pixels[x + 1];
			sum += odd;
			square += odd * odd;
			sums[row + k] = sums[above + k] + sum;
			squares[row + k] = squares[above + k] + square;
		}
		if ((width & 1) == 0) return;
		final int last = pixels[width - 1];
		sums[row + half + k] = sums[above + half + k] + sum + last;
		squares[row + half + k] = squares[above + half + k] + square + last * last;
	}

	/**
	 * Lienhart and Maydt: T(y, x) = T(y - 1, x - 1) + T(y - 1, x + 1) - T(y - 2, x) + I(y - 1, x - 1) + I(y - 2, x - 1),
	 * where T(y, -1) = T(y - 1, 0) and T(y, width + 1) = T(y - 1, width), as beyond the image there is nothing to sum.
	 */
	private void tiltedRow(final int y, final int width) {
		final int base = rows * stride;
		final int above = base + y * stride;
		final int row = above + stride;
		final int twoAbove = above - stride;
		if (y == 0) {
			sums[row] = 0;
			for (int x = 1; x <= width; x++) sums[row + column(x, step, stride)] = pixels[x - 1];
			return;
		}
		sums[row] = sums[above + column(1, step, stride)];
		if (step == 1) {
			for (int x = 1; x < width; x++)
				sums[row + x] = sums[above + x - 1] + sums[above + x + 1] - sums[twoAbove + x] + pixels[x - 1] + pixelsAbove[x -
					1];
		}
		else tiltedByParity(row, above, twoAbove, width);
		final int last = column(width, step, stride);
		sums[row + last] = sums[above + column(width - 1, step, stride)] + pixels[width - 1] + pixelsAbove[width - 1];
	}

	private void tiltedByParity(final int row, final int above, final int twoAbove, final int width) {
		final int half = stride >> 1;
		for (int x = 1, k = 0; x < width; x += 2, k++)
			sums[row + half + k] = sums[above + k] + sums[above + k + 1] - sums[twoAbove + half + k] + pixels[x - 1] +
				pixelsAbove[x - 1];
		for (int x = 2, k = 1; x < width; x += 2, k++)
			sums[row + k] = sums[above + half + k - 1] + sums[above + half + k] - sums[twoAbove + k] + pixels[x - 1] +
				pixelsAbove[x - 1];
	}
}
