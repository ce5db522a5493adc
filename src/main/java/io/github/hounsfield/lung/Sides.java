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

import io.github.hounsfield.work.Workers;

/**
 * Tells the right lung from the left. The counts of lung voxels along x have a valley between the two, near the middle
 * of the body. A component on one side of the valley is one lung. A component on both sides holds both, and is divided
 * slice by slice. There an area on one side belongs to that lung, and an area on both sides is cut along its thinnest
 * bridge.
 */
final class Sides {

	static final byte RIGHT = 1;
	static final byte LEFT = 2;

	/** The valley lies no farther than this from the middle of the body, mm. */
	private static final double FROM_MIDDLE_MM = 40;

	/** Counts along x are means over so many mm to either side. */
	private static final double SMOOTHING_MM = 4;

	/** If less than this part of a component lies beyond the valley, it is one lung. */
	private static final double SMALLEST_PART = 0.1;

	/** In a component of both lungs the valley is at most this part of the lower hill. */
	private static final double VALLEY = 0.6;

	private final PatientGrid grid;
	private final byte[][] planes;
	private final Components components;
	private final double middleX;
	private double valleyX;

	/**
	 * @param planes labels, changed; 0 and labels over 2 stay
	 * @param components of the labels 1
	 * @param middleX column of the middle of the body
	 */
	Sides(final PatientGrid grid, final byte[][] planes, final Components components, final double middleX) {
		this.grid = grid;
		this.planes = planes;
		this.components = components;
		this.middleX = middleX;
	}

	/** Labels voxels 1, right, or 2, left; where the side is unknown, 1 is the side of the smaller column. */
	void label(final Workers workers) {
		final long[][] counts = new long[components.count()][grid.width()];
		final long[] all = new long[grid.width()];
		for (int z = 0; z < grid.depth(); z++) {
			final Runs runs = components.slice(z);
			for (int i = 0; i < runs.count(); i++)
				for (int x = runs.from[i]; x < runs.to[i]; x++) {
					counts[runs.component[i]][x]++;
					all[x]++;
				}
		}
		valleyX = valley(all);
		final byte[] side = new byte[components.count()];
		for (int c = 0; c < side.length; c++)
			side[c] = holdsBoth(counts[c]) ? 0 : side(mean(counts[c]));
		workers.run(grid.depth(), () -> z -> label(z, side));
	}

	private byte side(final double x) {
		return x < valleyX == grid.leftward() >= 0 ? RIGHT : LEFT;
	}

	private static double mean(final long[] counts) {
		double sum = 0;
		double n = 0;
		for (int x = 0; x < counts.length; x++) {
			sum += (double) x * counts[x];
			n += counts[x];
		}
		return sum / n;
	}

	/**
	 * Column with the fewest voxels of lung around it, near the middle of the body. Of equal columns it is the mean of
	 * the outermost ones.
	 */
	private double valley(final long[] counts) {
		final double reach = FROM_MIDDLE_MM / grid.spacingXMm();
		final int from = (int) Math.max(0, Math.ceil(middleX - reach));
		final int to = (int) Math.min(grid.width() - 1, Math.floor(middleX + reach));
		long least = Long.MAX_VALUE;
		int first = from;
		int last = to;
		for (int x = from; x <= to; x++) {
			final long sum = around(counts, x);
			if (sum < least) first = x;
			if (sum <= least) last = x;
			least = Math.min(least, sum);
		}
		return (first + last) / 2.0;
	}

	private long around(final long[] counts, final int x) {
		final int reach = (int) (SMOOTHING_MM / grid.spacingXMm());
		long sum = 0;
		for (int i = Math.max(0, x - reach); i <= Math.min(counts.length - 1, x + reach); i++)
			sum += counts[i];
		return sum;
	}

	private boolean holdsBoth(final long[] counts) {
		long low = 0;
		long high = 0;
		long lowHill = 0;
		long highHill = 0;
		for (int x = 0; x < counts.length; x++)
			if (x < valleyX) {
				low += counts[x];
				lowHill = Math.max(lowHill, around(counts, x));
			}
			else {
				high += counts[x];
				highHill = Math.max(highHill, around(counts, x));
			}
		return Math.min(low, high) >= SMALLEST_PART * (low + high) && around(counts, (int) Math.round(valleyX)) <= VALLEY *
			Math.min(lowHill, highHill);
	}

	private void label(final int z, final byte[] side) {
		final Runs runs = components.slice(z);
		final byte[] plane = planes[z];
		final byte[] both = new byte[plane.length];
		for (int y = 0; y < runs.height(); y++)
			for (int i = runs.rows[y]; i < runs.rows[y + 1]; i++)
				for (int at = y * grid.width() + runs.from[i]; at < y * grid.width() + runs.to[i]; at++)
					if (side[runs.component[i]] == 0) both[at] = 1;
					else plane[at] = side[runs.component[i]];
		divide(Runs.of(both, grid.width(), grid.height()), plane);
	}

	/** Labels the areas of a slice that belong to a component that holds both lungs. */
	private void divide(final Runs areas, final byte[] plane) {
		for (int i = 0; i < areas.count(); i++) {
			if (areas.component[i] != i) continue;
			final Patch patch = Patch.of(areas, i, 1, 1);
			double sum = 0;
			int n = 0;
			int low = 0;
			for (int at = 0; at < patch.pixels().length; at++)
				if (patch.pixels()[at] != 0) {
					final int x = patch.x() + at % patch.width();
					sum += x;
					n++;
					if (x < valleyX) low++;
				}
			final byte tie = grid.leftward() >= 0 ? (byte) 1 : (byte) 2;
			final byte[] parts = low == 0 || low == n ? null : new Bridge(patch, grid).cut(valleyX, tie);
			final byte whole = side(sum / n);
			for (int at = 0; at < patch.pixels().length; at++)
				if (patch.pixels()[at] != 0) {
					final byte label = parts == null ? whole : parts[at] == 1 == grid.leftward() >= 0 ? RIGHT : LEFT;
					plane[(patch.y() + at / patch.width()) * grid.width() + patch.x() + at % patch.width()] = label;
				}
		}
	}
}
