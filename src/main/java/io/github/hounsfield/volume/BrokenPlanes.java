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
package io.github.hounsfield.volume;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which channels, slices and times of a hyperstack must go so that no broken plane is left. The time grows with the
 * broken planes times a logarithm. Not thread safe.
 */
final class BrokenPlanes {

	private final int[] sizes;
	private final boolean[][] keep = new boolean[3][];
	private final int[] kept = new int[3];
	/** Broken planes by dimension and place, and how many of them are left. */
	private final List<List<List<Integer>>> planes = new ArrayList<>();
	private final int[][] counts = new int[3][];
	/** Kept places by dimension, those with the most broken planes first. */
	private final List<TreeSet<Integer>> worst = new ArrayList<>();
	private final Set<Integer> left;

	/**
	 * @param sizes channels, slices, times
	 * @param broken indexes of planes, channels first
	 */
	BrokenPlanes(final int[] sizes, final Collection<Integer> broken) {
		this.sizes = sizes;
		this.left = new HashSet<>(broken);
		for (int d = 0; d < 3; d++) {
			keep[d] = new boolean[sizes[d]];
			Arrays.fill(keep[d], true);
			kept[d] = sizes[d];
			final int[] count = new int[sizes[d]];
			counts[d] = count;
			final List<List<Integer>> places = new ArrayList<>();
			for (int i = 0; i < sizes[d]; i++)
				places.add(new ArrayList<>());
			for (final int plane : left) {
				places.get(place(plane, d)).add(plane);
				count[place(plane, d)]++;
			}
			planes.add(places);
			final TreeSet<Integer> order = new TreeSet<>(Comparator.<Integer> comparingInt(i -> -count[i]).thenComparing(
				Comparator.naturalOrder()));
			for (int i = 0; i < sizes[d]; i++)
				order.add(i);
			worst.add(order);
		}
	}

	boolean isEmpty() {
		return left.isEmpty();
	}

	boolean nothingLeft() {
		return kept[0] == 0 || kept[1] == 0 || kept[2] == 0;
	}

	/** Whether a place stays, by dimension. */
	boolean[][] keep() {
		return keep;
	}

	/** Drops the channel, slice or time that takes the most broken planes for each plane that goes with it. */
	void drop() {
		final double total = (double) kept[0] * kept[1] * kept[2];
		int axis = 1;
		double best = -1;
		for (int d = 0; d < 3; d++) {
			final double ratio = counts[d][worst.get(d).first()] / (total / kept[d]);
			if (ratio > best && (kept[d] > 1 || total == 1)) {
				best = ratio;
				axis = d;
			}
		}
		final int place = worst.get(axis).pollFirst();
		keep[axis][place] = false;
		kept[axis]--;
		for (final int plane : planes.get(axis).get(place))
			if (left.remove(plane)) for (int d = 0; d < 3; d++)
				if (d != axis) lessBy1(d, place(plane, d));
	}

	private void lessBy1(final int dimension, final int place) {
		final boolean there = worst.get(dimension).remove(place);
		counts[dimension][place]--;
		if (there) worst.get(dimension).add(place);
	}

	private int place(final int plane, final int dimension) {
		return switch (dimension) {
			case 0 -> plane % sizes[0];
			case 1 -> plane / sizes[0] % sizes[1];
			default -> plane / sizes[0] / sizes[1];
		};
	}
}
