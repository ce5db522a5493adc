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
 * Chosen pixels of one slice as runs: stretches of neighbours in a row. A lung of 512 x 512 has some thousand runs a
 * slice. So components of runs take far less memory and time than components of voxels.
 */
final class Runs {

	/** Index of the first run of each row; one more than there are rows. */
	final int[] rows;
	/** First column of each run. */
	final char[] from;
	/** Column after the last of each run. */
	final char[] to;
	/** The least run that is connected with this one in the slice; later, its component in the volume. */
	final int[] component;

	private Runs(final int[] rows, final char[] from, final char[] to, final int[] component) {
		this.rows = rows;
		this.from = from;
		this.to = to;
		this.component = component;
	}

	/** Runs of the pixels that are not 0, connected by their 4 neighbours. */
	static Runs of(final byte[] plane, final int width, final int height) {
		final int[] rows = new int[height + 1];
		char[] from = new char[1024];
		char[] to = new char[1024];
		int count = 0;
		for (int y = 0; y < height; y++) {
			final int start = y * width;
			for (int x = 0; x < width; x++) {
				if (plane[start + x] == 0) continue;
				final int first = x;
				while (x < width && plane[start + x] != 0)
					x++;
				if (count == from.length) {
					from = Arrays.copyOf(from, 2 * count);
					to = Arrays.copyOf(to, 2 * count);
				}
				from[count] = (char) first;
				to[count++] = (char) x;
			}
			rows[y + 1] = count;
		}
		final Runs runs = new Runs(rows, Arrays.copyOf(from, count), Arrays.copyOf(to, count), new int[count]);
		runs.connect();
		return runs;
	}

	int count() {
		return from.length;
	}

	int height() {
		return rows.length - 1;
	}

	private void connect() {
		final DisjointSets sets = new DisjointSets(count());
		for (int y = 1; y < height(); y++) {
			final int row = y;
			overlaps(this, row - 1, this, row, sets::join);
		}
		for (int i = 0; i < count(); i++)
			component[i] = sets.find(i);
	}

	/** Takes two runs with a common column. */
	interface Pair {

		void accept(int first, int second);
	}

	/** Finds runs of two rows with a common column. */
	static void overlaps(final Runs a, final int rowA, final Runs b, final int rowB, final Pair pair) {
		int i = a.rows[rowA];
		int j = b.rows[rowB];
		while (i < a.rows[rowA + 1] && j < b.rows[rowB + 1]) {
			if (a.from[i] < b.to[j] && b.from[j] < a.to[i]) pair.accept(i, j);
			if (a.to[i] < b.to[j]) i++;
			else j++;
		}
	}

	/** Finds runs of two slices with a common pixel. */
	static void overlaps(final Runs a, final Runs b, final Pair pair) {
		for (int y = 0; y < a.height(); y++)
			overlaps(a, y, b, y, pair);
	}

	/** Pixels of each component of the slice, at the index of its least run. */
	int[] areas() {
		final int[] areas = new int[count()];
		for (int i = 0; i < count(); i++)
			areas[component[i]] += to[i] - from[i];
		return areas;
	}

	/** Which components of the slice touch its border, at the index of their least run. */
	boolean[] touchBorder(final int width) {
		final boolean[] touch = new boolean[count()];
		for (int y = 0; y < height(); y++)
			for (int i = rows[y]; i < rows[y + 1]; i++)
				if (y == 0 || y == height() - 1 || from[i] == 0 || to[i] == width) touch[component[i]] = true;
		return touch;
	}

	/** @param keep which components of the slice to keep, by their least run; the others' runs go */
	Runs only(final boolean[] keep) {
		final int[] newRows = new int[rows.length];
		final char[] newFrom = new char[count()];
		final char[] newTo = new char[count()];
		final int[] newIndex = new int[count()];
		final int[] newComponent = new int[count()];
		int n = 0;
		for (int y = 0; y < height(); y++) {
			for (int i = rows[y]; i < rows[y + 1]; i++) {
				if (!keep[component[i]]) continue;
				newIndex[i] = n;
				newFrom[n] = from[i];
				newTo[n] = to[i];
				newComponent[n++] = newIndex[component[i]];
			}
			newRows[y + 1] = n;
		}
		return new Runs(newRows, Arrays.copyOf(newFrom, n), Arrays.copyOf(newTo, n), Arrays.copyOf(newComponent, n));
	}

	/** Writes a value into the pixels of the runs whose component is chosen. */
	void paint(final byte[] plane, final int width, final boolean[] chosen, final byte value) {
		for (int y = 0; y < height(); y++)
			for (int i = rows[y]; i < rows[y + 1]; i++)
				if (chosen[component[i]]) Arrays.fill(plane, y * width + from[i], y * width + to[i], value);
	}
}
