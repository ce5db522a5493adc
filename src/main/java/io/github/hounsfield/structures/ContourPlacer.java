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

import io.github.hounsfield.series.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts contours onto slices. A contour belongs to a slice if all its points are nearer to it than half the spacing. */
final class ContourPlacer {

	private final String name;
	private final ImageGrid grid;
	private final List<String> refusals;
	private final SortedMap<Integer, List<Polygon>> outlines = new TreeMap<>();
	private final SortedMap<Integer, List<Polygon>> points = new TreeMap<>();

	/** @param refusals takes a sentence for each contour that lies on no slice */
	ContourPlacer(final String name, final ImageGrid grid, final List<String> refusals) {
		this.name = name;
		this.grid = grid;
		this.refusals = refusals;
	}

	void place(final Contour contour) {
		final Vector3 normal = grid.normal();
		double least = Double.POSITIVE_INFINITY;
		double most = Double.NEGATIVE_INFINITY;
		for (final Vector3 point : contour.points()) {
			least = Math.min(least, point.dot(normal));
			most = Math.max(most, point.dot(normal));
		}
		final int z = grid.nearest((least + most) / 2);
		final double at = grid.positions().get(z).dot(normal);
		final double off = Math.max(Math.abs(least - at), Math.abs(most - at));
		final double reach = grid.reachMm(z);
		// NaN of a single slice without thickness refuses too
		if (!(off < reach)) {
			refusals.add("contour " + contour.number() + " of '" + name + "' lies up to " + mm(off) + " from slice " + (z + 1) +
				", the nearest; expected under half the spacing, " + (Double.isNaN(reach) ? "which is not known of a single slice" +
					" without Slice Thickness (0018,0050)" : mm(reach)));
			return;
		}
		final int n = contour.points().size();
		final double[] x = new double[n];
		final double[] y = new double[n];
		for (int i = 0; i < n; i++) {
			final Vector3 p = grid.toSlice(contour.points().get(i), z);
			x[i] = p.x();
			y[i] = p.y();
		}
		(contour.isPoint() ? points : outlines).computeIfAbsent(z, slice -> new ArrayList<>()).add(new Polygon(x, y));
	}

	Placed placed(final int rgb) {
		return new Placed(name, rgb, outlines, points, new TreeMap<>());
	}

	private static String mm(final double value) {
		return String.format(Locale.ROOT, "%.3f mm", value);
	}
}
