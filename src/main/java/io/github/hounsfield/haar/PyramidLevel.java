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

import java.util.ArrayList;
import java.util.List;

/**
 * One size of the search: the image is made smaller by a factor, and the unscaled search window is moved over it.
 *
 * @param factor window size over unscaled window size, at least 1
 * @param width of the image at this level, pixels
 * @param height of the image at this level, pixels
 * @param step between windows, in both directions, pixels of this level
 * @param columns windows have their left edge below this
 * @param rows windows have their upper edge below this
 * @param windowWidth of a found rectangle, pixels of the image
 * @param windowHeight of a found rectangle, pixels of the image
 */
record PyramidLevel(float factor, int width, int height, int step, int columns, int rows, int windowWidth,
	int windowHeight)
{

	/** Levels from this factor on are searched at every pixel, smaller ones at every second pixel. */
	private static final float DENSE_FACTOR = 2;

	/** OpenCV divides a level into stripes by this many columns of the first level. So it leaves out the last row. */
	private static final double STRIPE = 32;

	/** Windows in a row. */
	int windowsPerRow() {
		return (columns + step - 1) / step;
	}

	/** Rows of windows. */
	int windowRows() {
		return (rows + step - 1) / step;
	}

	/**
	 * The levels of a search, from the smallest window to the largest; none where the image is smaller than the window.
	 */
	static List<PyramidLevel> of(final Cascade cascade, final int imageWidth, final int imageHeight,
		final DetectionParameters parameters)
	{
		final List<PyramidLevel> levels = new ArrayList<>();
		int stripes = 0;
		for (final float factor : factors(cascade, imageWidth, imageHeight, parameters)) {
			final int width = round(imageWidth / factor);
			final int height = round(imageHeight / factor);
			final int step = factor >= DENSE_FACTOR ? 1 : 2;
			final int columns = Math.max(width + 1 - cascade.width(), 0);
			final int positions = Math.max(height + 1 - cascade.height(), 0);
			if (levels.isEmpty()) stripes = (int) Math.ceil(columns / STRIPE);
			final int rows = stripes == 0 ? 0 : Math.max((positions / step + stripes - 1) / stripes, 1) * step * stripes;
			levels.add(new PyramidLevel(factor, width, height, step, columns, Math.min(rows, positions), round(cascade
				.width() * factor), round(cascade.height() * factor)));
		}
		return levels;
	}

	private static List<Float> factors(final Cascade cascade, final int imageWidth, final int imageHeight,
		final DetectionParameters p)
	{
		final boolean unlimited = p.maxWidth() == 0 || p.maxHeight() == 0;
		final int maxWidth = unlimited ? imageWidth : p.maxWidth();
		final int maxHeight = unlimited ? imageHeight : p.maxHeight();
		final List<Float> fitting = new ArrayList<>();
		for (double factor = 1;; factor *= p.scaleFactor()) {
			if (Math.rint(cascade.width() * factor) > imageWidth || Math.rint(cascade.height() * factor) > imageHeight) break;
			fitting.add((float) factor);
		}
		final List<Float> wanted = new ArrayList<>();
		for (final float factor : fitting) {
			final int width = round(cascade.width() * factor);
			final int height = round(cascade.height() * factor);
			if (width > maxWidth || height > maxHeight) break;
			if (width >= p.minWidth() && height >= p.minHeight()) wanted.add(factor);
		}
		if (wanted.isEmpty() && !fitting.isEmpty()) wanted.add(nearest(fitting, cascade, p));
		return wanted;
	}

	/** The factor whose window is nearest to the minimum, the first of several. */
	private static float nearest(final List<Float> factors, final Cascade cascade, final DetectionParameters p) {
		float nearest = 0;
		double least = Double.POSITIVE_INFINITY;
		for (final float factor : factors) {
			final double dx = (double) p.minWidth() - round(cascade.width() * factor);
			final double dy = (double) p.minHeight() - round(cascade.height() * factor);
			if (dx * dx + dy * dy >= least) continue;
			least = dx * dx + dy * dy;
			nearest = factor;
		}
		return nearest;
	}

	/** Rounds to the nearest whole number, a half to the even one. */
	static int round(final float value) {
		return (int) Math.rint(value);
	}
}
