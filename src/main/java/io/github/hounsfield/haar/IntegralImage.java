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

import java.util.Arrays;

/**
 * Sums over the pixels above and to the left (Viola and Jones 2001), of grey levels, of their squares, and over the
 * triangle above (the rotated sum of Lienhart and Maydt 2002), for a stripe of an image. All are kept modulo 2^32;
 * differences over a search window are exact. Not for use by several threads at once.
 * <p>
 * Row r, column c of an integral image is the sum over the pixels of rows below r and columns below c.
 */
final class IntegralImage {

	private IntegralLayout layout;
	/** The sums, then the tilted sums. */
	private int[] sums = {};
	private int[] squares = {};
	/** A row of the image and the row above, with the even columns before the odd ones where windows leave one out. */
	private int[] pixels = {};
	private int[] pixelsAbove = {};
	/** Sums over the columns of pixels so far. */
	private int[] columns = {};
	private int[] columnSquares = {};

	/** Sums, then tilted sums, in the layout that was computed last; not to be changed. */
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
	 * @param newLayout for an image at least as wide and a stripe at least as high
	 * @param image gives the rows, in the order of columns that the layout has
	 * @param source what image reads
	 * @param firstRow of the stripe
	 * @param count rows of the stripe
	 */
	void compute(final IntegralLayout newLayout, final BilinearResize image, final int[][] source, final int firstRow,
		final int count)
	{
		layout = newLayout;
		final int width = image.width();
		begin(width);
		final BilinearResize.Rows imageRows = image.rows(source);
		for (int y = 0; y < count; y++) {
			imageRows.row(firstRow + y, pixels);
			addToColumns(width);
			if (layout.step() == 1) sumRow(layout.at(0, y + 1), width);
			else sumRow(layout.at(0, y + 1), layout.at(1, y + 1), width);
			if (!layout.tilted()) continue;
			tiltedRow(y, width);
			final int[] above = pixels;
			pixels = pixelsAbove;
			pixelsAbove = above;
		}
	}

	/** Finds room, and sets the row above the first one to zero. */
	private void begin(final int width) {
		if (sums.length < layout.size()) sums = new int[layout.size()];
		if (squares.length < layout.tiltedOffset()) squares = new int[layout.tiltedOffset()];
		if (pixels.length < width) {
			pixels = new int[width];
			pixelsAbove = new int[width];
			columns = new int[width];
			columnSquares = new int[width];
		}
		for (int x = 0; x < layout.step(); x++) {
			final int row = layout.at(x, 0);
			Arrays.fill(sums, row, row + layout.pitch(), 0);
			Arrays.fill(squares, row, row + layout.pitch(), 0);
			if (layout.tilted()) Arrays.fill(sums, layout.at(x, 0, true), layout.at(x, 0, true) + layout.pitch(), 0);
		}
		Arrays.fill(columns, 0, width, 0);
		Arrays.fill(columnSquares, 0, width, 0);
	}

	private void addToColumns(final int width) {
		final int[] p = pixels;
		final int[] c = columns;
		final int[] s = columnSquares;
		for (int k = 0; k < width; k++) {
			c[k] += p[k];
			s[k] += p[k] * p[k];
		}
	}

	private void sumRow(final int row, final int width) {
		int sum = 0;
		int square = 0;
		sums[row] = 0;
		squares[row] = 0;
		for (int x = 0; x < width; x++) {
			sum += columns[x];
			square += columnSquares[x];
			sums[row + 1 + x] = sum;
			squares[row + 1 + x] = square;
		}
	}

	/** The same for columns in two halves. */
	private void sumRow(final int even, final int odd, final int width) {
		final int half = width + 1 >> 1;
		final int pairs = width >> 1;
		int sum = 0;
		int square = 0;
		sums[even] = 0;
		squares[even] = 0;
		for (int k = 0; k < pairs; k++) {
			sum += columns[k];
			square += columnSquares[k];
			sums[odd + k] = sum;
			squares[odd + k] = square;
			sum += columns[half + k];
			square += columnSquares[half + k];
			sums[even + 1 + k] = sum;
			squares[even + 1 + k] = square;
		}
		if (pairs == half) return;
		sums[odd + pairs] = sum + columns[pairs];
		squares[odd + pairs] = square + columnSquares[pairs];
	}

	/**
	 * Lienhart and Maydt: T(y, x) = T(y - 1, x - 1) + T(y - 1, x + 1) - T(y - 2, x) + I(y - 1, x - 1) + I(y - 2, x - 1),
	 * where T(y, -1) = T(y - 1, 0) and T(y, width + 1) = T(y - 1, width), as beyond the image there is nothing to sum.
	 */
	private void tiltedRow(final int y, final int width) {
		final int last = layout.at(width, y + 1, true);
		final int lastPixel = layout.step() == 1 || (width & 1) == 0 ? width - 1 : width >> 1;
		if (y == 0) Arrays.fill(pixelsAbove, 0, width, 0);
		sums[layout.at(0, y + 1, true)] = sums[layout.at(1, y, true)];
		if (layout.step() == 1) {
			final int above = layout.at(0, y, true);
			// There is nothing above the first row, and the row of zeros stands for it.
			final int twoAbove = layout.at(0, Math.max(0, y - 1), true);
			tiltedColumns(layout.at(1, y + 1, true), above, above + 2, twoAbove + 1, 0, width - 1);
		}
		else {
			final int even = layout.at(0, y, true);
			final int odd = layout.at(1, y, true);
			final int evenTwoAbove = layout.at(0, Math.max(0, y - 1), true);
			final int oddTwoAbove = layout.at(1, Math.max(0, y - 1), true);
			final int half = width + 1 >> 1;
			tiltedColumns(layout.at(1, y + 1, true), even, even + 1, oddTwoAbove, 0, width >> 1);
			tiltedColumns(layout.at(2, y + 1, true), odd, odd + 1, evenTwoAbove + 1, half, half - 1);
		}
		sums[last] = sums[layout.at(width - 1, y, true)] + pixels[lastPixel] + pixelsAbove[lastPixel];
	}

	private void tiltedColumns(final int to, final int left, final int right, final int twoAbove, final int pixel,
		final int count)
	{
		final int[] s = sums;
		final int[] p = pixels;
		final int[] q = pixelsAbove;
		for (int k = 0; k < count; k++)
			s[to + k] = s[left + k] + s[right + k] - s[twoAbove + k] + p[pixel + k] + q[pixel + k];
	}
}
