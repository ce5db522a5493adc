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
import java.util.Collection;
import java.util.List;

/**
 * Joins search windows that agree to detections, as OpenCV's groupRectangles does. Two windows are alike if each of
 * their edges differs by at most eps times the mean of the smaller width and the smaller height. Windows that are
 * alike, directly or through others, form a group. A group is reported as its mean if it has more than minNeighbors
 * windows and does not lie inside a stronger group. Immutable.
 *
 * @param minNeighbors 0: nothing is grouped
 * @param eps not negative
 */
record DetectionGrouper(int minNeighbors, double eps) {

	/** What detectMultiScale of OpenCV uses. */
	static final double EPS = 0.2;

	/** A smaller group goes if it lies inside any other. */
	private static final int WEAK = 3;

	/**
	 * @param windows in any order, each with one neighbor; never changed
	 * @return the groups, or the windows where they are not grouped, in no particular order
	 */
	List<Detection> group(final Collection<Detection> windows) {
		final List<Detection> sorted = new ArrayList<>(windows);
		if (minNeighbors == 0) return sorted;
		sorted.sort((a, b) -> Long.compare(a.x(), b.x()));
		final List<Detection> groups = means(sorted, roots(sorted));
		groups.removeIf(g -> g.neighbors() <= minNeighbors);
		final List<Detection> kept = new ArrayList<>();
		for (final Detection inner : groups)
			if (groups.stream().noneMatch(outer -> outer != inner && swallows(outer, inner))) kept.add(inner);
		return kept;
	}

	/** For each window the index of its group's representative. */
	private int[] roots(final List<Detection> windows) {
		final int count = windows.size();
		final int[] parent = new int[count];
		for (int k = 0; k < count; k++) parent[k] = k;
		for (int a = 0; a < count; a++) {
			final Detection first = windows.get(a);
			final double reach = eps * (first.width() + first.height()) * 0.5;
			for (int b = a + 1; b < count; b++) {
				final Detection second = windows.get(b);
				if (second.x() - first.x() > reach) break;
				if (alike(first, second)) parent[root(parent, a)] = root(parent, b);
			}
		}
		for (int k = 0; k < count; k++) parent[k] = root(parent, k);
		return parent;
	}

	private static int root(final int[] parent, final int index) {
		int k = index;
		while (parent[k] != k) {
			parent[k] = parent[parent[k]];
			k = parent[k];
		}
		return k;
	}

	private boolean alike(final Detection a, final Detection b) {
		final double delta = eps * (Math.min(a.width(), b.width()) + Math.min(a.height(), b.height())) * 0.5;
		return Math.abs(a.x() - b.x()) <= delta && Math.abs(a.y() - b.y()) <= delta &&
			Math.abs(a.x() + a.width() - b.x() - b.width()) <= delta &&
			Math.abs(a.y() + a.height() - b.y() - b.height()) <= delta;
	}

	private static List<Detection> means(final List<Detection> windows, final int[] roots) {
		final int count = roots.length;
		final int[][] sums = new int[count][5];
		final double[] weights = new double[count];
		for (int k = 0; k < count; k++) {
			final Detection d = windows.get(k);
			final int[] sum = sums[roots[k]];
			weights[roots[k]] = sum[4] == 0 ? d.levelWeight() : Math.max(weights[roots[k]], d.levelWeight());
			sum[0] += (int) d.x();
			sum[1] += (int) d.y();
			sum[2] += d.width();
			sum[3] += d.height();
			sum[4]++;
		}
		final List<Detection> means = new ArrayList<>();
		for (int k = 0; k < count; k++) {
			if (roots[k] != k) continue;
			final int[] sum = sums[k];
			final float s = 1f / sum[4];
			means.add(new Detection(PyramidLevel.round(sum[0] * s), PyramidLevel.round(sum[1] * s), PyramidLevel.round(
				sum[2] * s), PyramidLevel.round(sum[3] * s), sum[4], weights[k]));
		}
		return means;
	}

	/** Whether the inner group lies inside the outer one, widened by eps, and is the weaker of the two. */
	private boolean swallows(final Detection outer, final Detection inner) {
		final long dx = (long) Math.rint(outer.width() * eps);
		final long dy = (long) Math.rint(outer.height() * eps);
		return inner.x() >= outer.x() - dx && inner.y() >= outer.y() - dy &&
			inner.x() + inner.width() <= outer.x() + outer.width() + dx &&
			inner.y() + inner.height() <= outer.y() + outer.height() + dy &&
			(outer.neighbors() > Math.max(WEAK, inner.neighbors()) || inner.neighbors() < WEAK);
	}
}
