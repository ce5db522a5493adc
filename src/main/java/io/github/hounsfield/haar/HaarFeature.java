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

import java.util.List;

/**
 * A Haar-like feature: the weighted sum of grey levels over two or three rectangles of the search window (Viola and
 * Jones 2001), upright or turned by 45 degrees (Lienhart and Maydt 2002). Immutable.
 *
 * @param rectangles two or three
 * @param tilted whether the rectangles are turned by 45 degrees
 */
public record HaarFeature(List<Rectangle> rectangles, boolean tilted) {

	/**
	 * @throws IllegalArgumentException unless there are two or three rectangles
	 */
	public HaarFeature {
		rectangles = List.copyOf(rectangles);
		if (rectangles.size() < 2 || rectangles.size() > 3) throw new IllegalArgumentException("a feature of " +
			rectangles.size() + " rectangles; expected 2 or 3");
	}

	/**
	 * A rectangle in pixels of the unscaled search window. Upright, (x, y) is the upper left pixel. Tilted, (x, y) is
	 * the corner at the top; width runs down to the right and height down to the left, so that the rectangle takes the
	 * columns x - height to x + width and the rows y to y + width + height.
	 *
	 * @param x column, from 0
	 * @param y row, from 0
	 * @param width pixels, at least 1
	 * @param height pixels, at least 1
	 * @param weight factor of the sum over the rectangle, finite
	 */
	public record Rectangle(int x, int y, int width, int height, float weight) {

		/**
		 * @throws IllegalArgumentException where a side is not positive or the weight not finite
		 */
		public Rectangle {
			if (width < 1 || height < 1) throw new IllegalArgumentException("a rectangle of " + width + " x " + height +
				" pixels; expected at least 1 x 1");
			if (!Float.isFinite(weight)) throw new IllegalArgumentException("a rectangle with the weight " + weight +
				"; expected a finite number");
		}

		/** The number of pixels summed: width x height upright, twice that tilted. */
		long pixels(final boolean tilted) {
			return (tilted ? 2L : 1L) * width * height;
		}

		/**
		 * Column and row of each corner in the integral image. The sum over the rectangle is the first less the second
		 * less the third plus the fourth.
		 */
		int[][] corners(final boolean tilted) {
			if (tilted) return new int[][] { { x, y }, { x - height, y + height }, { x + width, y + width },
				{ x + width - height, y + width + height } };
			return new int[][] { { x, y }, { x + width, y }, { x, y + height }, { x + width, y + height } };
		}

		boolean liesInside(final boolean tilted, final int windowWidth, final int windowHeight) {
			final long left = tilted ? (long) x - height : x;
			final long bottom = tilted ? (long) y + width + height : (long) y + height;
			return left >= 0 && y >= 0 && (long) x + width <= windowWidth && bottom <= windowHeight;
		}
	}

	/**
	 * @throws IllegalArgumentException where a rectangle leaves a window of width x height pixels
	 */
	void requireInside(final int width, final int height) {
		for (final Rectangle r : rectangles)
			if (!r.liesInside(tilted, width, height)) throw new IllegalArgumentException("the " + (tilted ? "tilted " : "") +
				"rectangle " + r.x + " " + r.y + " " + r.width + " " + r.height + " leaves the window of " + width + " x " +
				height + " pixels");
	}

	/**
	 * Whether single precision evaluates this feature without rounding for every 8-bit image: the weights are whole
	 * numbers and no partial sum leaves the 24 bits of a float. It may then be summed as int, in any order.
	 */
	boolean exactInFloat() {
		for (final Rectangle r : rectangles)
			if (r.weight != Math.rint(r.weight)) return false;
		return bound() <= 1 << 24;
	}

	/** Bound of the absolute value of every partial sum for an 8-bit image. */
	double bound() {
		double bound = 0;
		for (final Rectangle r : rectangles) bound += Math.abs((double) r.weight) * 255 * r.pixels(tilted);
		return bound;
	}
}
