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
 * Connected components of a volume's runs, by the 6 neighbours of a voxel. Components are numbered from 0 in the
 * order of their first runs.
 */
final class Components {

	private final Runs[] slices;
	private final int count;
	private final long[] voxels;
	private final int[] first;
	private final int[] last;

	/**
	 * @param slices runs of each slice, connected within it; their {@link Runs#component} becomes the number of the
	 *          component
	 */
	Components(final Runs[] slices) {
		this.slices = slices;
		final int[] start = new int[slices.length + 1];
		for (int z = 0; z < slices.length; z++)
			start[z + 1] = Math.addExact(start[z], slices[z].count());
		final DisjointSets sets = new DisjointSets(start[slices.length]);
		for (int z = 0; z < slices.length; z++) {
			final int[] own = slices[z].component;
			for (int i = 0; i < own.length; i++)
				if (own[i] != i) sets.join(start[z] + own[i], start[z] + i);
		}
		for (int z = 1; z < slices.length; z++) {
			final int above = start[z - 1];
			final int here = start[z];
			Runs.overlaps(slices[z - 1], slices[z], (a, b) -> sets.join(above + a, here + b));
		}
		final int[] number = new int[start[slices.length]];
		int n = 0;
		for (int i = 0; i < number.length; i++)
			number[i] = sets.find(i) == i ? n++ : number[sets.find(i)];
		count = n;
		voxels = new long[n];
		first = new int[n];
		last = new int[n];
		Arrays.fill(first, Integer.MAX_VALUE);
		for (int z = 0; z < slices.length; z++) {
			final Runs runs = slices[z];
			for (int i = 0; i < runs.count(); i++) {
				final int c = number[start[z] + i];
				runs.component[i] = c;
				voxels[c] += runs.to[i] - runs.from[i];
				first[c] = Math.min(first[c], z);
				last[c] = z;
			}
		}
	}

	int count() {
		return count;
	}

	Runs slice(final int z) {
		return slices[z];
	}

	long voxels(final int component) {
		return voxels[component];
	}

	/** First slice that has a voxel of the component, counted from 0. */
	int first(final int component) {
		return first[component];
	}

	/** Last slice that has a voxel of the component, counted from 0. */
	int last(final int component) {
		return last[component];
	}
}
