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
package io.github.hounsfield.lung;

/**
 * Exact squared distance in mm2 of each pixel of 1 to the nearest pixel of 0. Pixels outside the plane count as 0. The
 * time grows with the number of pixels (Felzenszwalb, Huttenlocher, Theory of Computing 8, 2012, 415-428: lower
 * envelope of parabolas, first along columns, then along rows).
 */
final class DistanceMap {

	/** Farther than any pixel of a plane. */
	private static final double FAR = 1e20;

	private DistanceMap() {}

	static double[] squared(final byte[] pixels, final int width, final int height, final double spacingXMm,
		final double spacingYMm)
	{
		final double[] squares = new double[width * height];
		final int longest = Math.max(width, height) + 2;
		final double[] f = new double[longest];
		final double[] d = new double[longest];
		final int[] vertex = new int[longest];
		final double[] bound = new double[longest + 1];
		for (int x = 0; x < width; x++) {
			for (int y = 0; y < height; y++)
				f[y + 1] = pixels[y * width + x] != 0 ? FAR : 0;
			f[0] = f[height + 1] = 0;
			transform(f, height + 2, spacingYMm, d, vertex, bound);
			for (int y = 0; y < height; y++)
				squares[y * width + x] = d[y + 1];
		}
		for (int y = 0; y < height; y++) {
			System.arraycopy(squares, y * width, f, 1, width);
			f[0] = f[width + 1] = 0;
			transform(f, width + 2, spacingXMm, d, vertex, bound);
			System.arraycopy(d, 1, squares, y * width, width);
		}
		return squares;
	}

	private static void transform(final double[] f, final int n, final double spacing, final double[] d,
		final int[] vertex, final double[] bound)
	{
		final double square = spacing * spacing;
		int k = 0;
		vertex[0] = 0;
		bound[0] = Double.NEGATIVE_INFINITY;
		bound[1] = Double.POSITIVE_INFINITY;
		for (int q = 1; q < n; q++) {
			double s = crossing(f, vertex[k], q, square);
			while (s <= bound[k]) {
				k--;
				s = crossing(f, vertex[k], q, square);
			}
			k++;
			vertex[k] = q;
			bound[k] = s;
			bound[k + 1] = Double.POSITIVE_INFINITY;
		}
		k = 0;
		for (int q = 0; q < n; q++) {
			while (bound[k + 1] < q)
				k++;
			final double steps = q - vertex[k];
			d[q] = steps * steps * square + f[vertex[k]];
		}
	}

	/** Where two parabolas meet, in pixels. */
	private static double crossing(final double[] f, final int v, final int q, final double square) {
		return (f[q] - f[v] + square * ((double) q * q - (double) v * v)) / (2 * square * (q - v));
	}
}
