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
 * by exclusive or (PS3.3 section C.8.8.6.3). So the two sides of a keyhole's channel cancel each other. A centre on a
 * line is inside if the inside is to its right or below.
 */
final class EvenOdd {

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
		return plane;
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
