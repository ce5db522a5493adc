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
package io.github.hounsfield.structures;

import java.util.List;

/**
 * Finds pixels whose centres lie inside closed lines, by the even-odd rule. All lines count together, which joins them
 * by exclusive or. So the two sides of a keyhole's channel cancel each other. A centre on a line is inside: "points in
 * space lying along the path defined by the contour are considered to be part of the ROI" (PS3.3 section C.8.8.6.3).
 * Programs that trace a mask through the centres of its outermost pixels get the same mask back.
 */
final class EvenOdd {

	/**
	 * A centre so near to a line lies on it, in pixels. Files have coordinates of two decimals of a mm and more: 0.005 mm
	 * is 0.01 of a pixel of 0.5 mm.
	 */
	static final double ON_LINE_PIXELS = 0.01;

	private EvenOdd() {}

	/** @return a plane of width x height, 1 inside and 0 elsewhere */
	static byte[] fill(final List<Polygon> polygons, final int width, final int height) {
		// a crossing turns everything to its right over
		final boolean[] turns = new boolean[(width + 1) * height];
		for (final Polygon polygon : polygons) {
			final int n = polygon.x().length;
			for (int i = 0; i < n; i++)
				edge(polygon, i, (i + 1) % n, turns, width, height);
		}
		final byte[] plane = new byte[width * height];
		for (int y = 0; y < height; y++) {
			boolean inside = false;
			for (int x = 0; x < width; x++) {
				inside ^= turns[y * (width + 1) + x];
				if (inside) plane[y * width + x] = 1;
			}
		}
		for (final Polygon polygon : polygons) {
			final int n = polygon.x().length;
			for (int i = 0; i < n; i++)
				line(polygon, i, (i + 1) % n, plane, width, height);
		}
		return plane;
	}

	/** Marks the centres on a line from a to b. Both ends belong to it. */
	private static void line(final Polygon polygon, final int a, final int b, final byte[] plane, final int width,
		final int height)
	{
		final double x0 = polygon.x()[a];
		final double y0 = polygon.y()[a];
		final double dx = polygon.x()[b] - x0;
		final double dy = polygon.y()[b] - y0;
		final double length = Math.hypot(dx, dy);
		final int top = (int) Math.max(0, Math.ceil(Math.min(y0, y0 + dy) - ON_LINE_PIXELS));
		final double bottom = Math.min(height - 1, Math.max(y0, y0 + dy) + ON_LINE_PIXELS);
		for (int y = top; y <= bottom; y++) {
			double least = Math.min(x0, x0 + dx);
			double most = Math.max(x0, x0 + dx);
			if (dy != 0) {
				// where the endless line comes so near to this row of centres
				final double crossing = x0 + (y - y0) / dy * dx;
				final double reach = ON_LINE_PIXELS * length / Math.abs(dy);
				least = Math.max(least, crossing - reach);
				most = Math.min(most, crossing + reach);
			}
			final int left = (int) Math.max(0, Math.ceil(least - ON_LINE_PIXELS));
			final double right = Math.min(width - 1, most + ON_LINE_PIXELS);
			for (int x = left; x <= right; x++) {
				final double along = length == 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length / length));
				if (Math.hypot(x - x0 - along * dx, y - y0 - along * dy) <= ON_LINE_PIXELS) plane[y * width + x] = 1;
			}
		}
	}

	/** Computes from the upper end. So an edge and its reverse cross at exactly the same places. */
	private static void edge(final Polygon polygon, final int a, final int b, final boolean[] turns, final int width,
		final int height)
	{
		final boolean down = polygon.y()[a] < polygon.y()[b] || polygon.y()[a] == polygon.y()[b] && polygon.x()[a] < polygon
			.x()[b];
		final int upper = down ? a : b;
		final int lower = down ? b : a;
		final double x0 = polygon.x()[upper];
		final double y0 = polygon.y()[upper];
		final double y1 = polygon.y()[lower];
		final double slope = (polygon.x()[lower] - x0) / (y1 - y0);
		final int first = (int) Math.max(0, Math.ceil(y0));
		for (int y = first; y < height && y < y1; y++) {
			final int x = (int) Math.max(0, Math.min(width, Math.ceil(x0 + (y - y0) * slope)));
			turns[y * (width + 1) + x] ^= true;
		}
	}
}
