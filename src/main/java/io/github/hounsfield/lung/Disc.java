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

import java.util.Arrays;

/**
 * Erosion, dilation and closing of one plane by a disc. The disc holds the pixels whose middles are no farther than a
 * radius in mm. It is applied row by row: a row fits if the nearest other pixel is farther than half its width. So the
 * time is the plane's pixels times the disc's rows. For one thread.
 */
final class Disc {

	/** Tolerance, as a part of the squared radius. So a pixel on the circle is inside in spite of rounding. */
	private static final double ON_CIRCLE = 1e-9;

	/** Columns to each side, by the row's distance from the middle. */
	private final int[] halfWidths;
	private int[] reach = new int[0];
	private int[] least = new int[0];

	Disc(final double radiusMm, final double spacingXMm, final double spacingYMm) {
		final double square = radiusMm * radiusMm * (1 + ON_CIRCLE);
		final int rows = (int) Math.floor(Math.sqrt(square) / spacingYMm);
		halfWidths = new int[rows + 1];
		for (int dy = 0; dy <= rows; dy++)
			halfWidths[dy] = (int) Math.floor(Math.sqrt(Math.max(0, square - dy * dy * spacingYMm * spacingYMm)) / spacingXMm);
	}

	/** Columns that the disc reaches to each side. */
	int reachX() {
		return halfWidths[0];
	}

	/** Rows that the disc reaches up and down. */
	int reachY() {
		return halfWidths.length - 1;
	}

	/**
	 * Sets to 1 the pixels around which the whole disc has the value.
	 *
	 * @param value of the pixels that are kept, where they are far enough from others
	 * @param outside whether pixels outside the plane count as having the value
	 */
	void erode(final byte[] plane, final int width, final int height, final byte value, final boolean outside,
		final byte[] eroded)
	{
		if (reach.length < width * height) reach = new int[width * height];
		if (least.length < width) least = new int[width];
		final int edge = outside ? Short.MAX_VALUE : 0;
		for (int y = 0; y < height; y++)
			reach(plane, y * width, width, value, edge);
		for (int y = 0; y < height; y++) {
			Arrays.fill(least, 0, width, Integer.MAX_VALUE);
			boolean cut = false;
			for (int dy = -reachY(); dy <= reachY() && !cut; dy++) {
				final int row = y + dy;
				if (row < 0 || row >= height) cut = !outside;
				else least(row * width, width, halfWidths[Math.abs(dy)]);
			}
			for (int x = 0; x < width; x++)
				eroded[y * width + x] = (byte) (!cut && least[x] > 0 ? 1 : 0);
		}
	}

	private void least(final int start, final int width, final int halfWidth) {
		for (int x = 0; x < width; x++)
			least[x] = Math.min(least[x], reach[start + x] - halfWidth);
	}

	/** Columns to the nearest pixel of another value, to either side; 0 for such a pixel. */
	private void reach(final byte[] plane, final int start, final int width, final byte value, final int edge) {
		int distance = edge;
		for (int x = 0; x < width; x++) {
			distance = plane[start + x] == value ? distance + 1 : 0;
			reach[start + x] = distance;
		}
		distance = edge;
		for (int x = width - 1; x >= 0; x--) {
			distance = plane[start + x] == value ? distance + 1 : 0;
			reach[start + x] = Math.min(reach[start + x], distance);
		}
	}

	/** Sets to 1 the pixels that the disc reaches from a pixel of value 1; the others to 0. Outside the plane is none. */
	void dilate(final byte[] plane, final int width, final int height, final byte[] dilated) {
		erode(plane, width, height, (byte) 0, true, dilated);
		for (int i = 0; i < width * height; i++)
			dilated[i] = (byte) (1 - dilated[i]);
	}
}
