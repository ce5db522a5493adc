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

import io.github.hounsfield.intensity.HuPlanes;
import io.github.hounsfield.work.Workers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The big components of a volume, and the median HU of each one's core. */
final class Cores {

	/** So much is taken off in plane to get the core, mm. */
	static final double EROSION_MM = 3;

	/** At most so many components are looked at, the biggest first. One byte a pixel names them. */
	private static final int MOST = 126;

	private static final int LEAST_HU = -2000;
	private static final int BINS = 6000;

	private final Components components;
	private final List<Integer> big = new ArrayList<>();
	private final long[][] counts;

	/** @param minimumMl least volume of a component that is looked at */
	Cores(final Components components, final HuPlanes hu, final PatientGrid grid, final double minimumMl,
		final Workers workers)
	{
		this.components = components;
		for (int c = 0; c < components.count(); c++)
			if (components.voxels(c) * grid.voxelMl() >= minimumMl) big.add(c);
		big.sort(Comparator.comparingLong((Integer c) -> -components.voxels(c)).thenComparingInt(c -> c));
		if (big.size() > MOST) big.subList(MOST, big.size()).clear();
		counts = new long[big.size()][BINS];
		count(hu, grid, workers);
	}

	private void count(final HuPlanes hu, final PatientGrid grid, final Workers workers) {
		final byte[] names = new byte[components.count()];
		for (int i = 0; i < big.size(); i++)
			names[big.get(i)] = (byte) (i + 1);
		workers.run(grid.depth(), () -> {
			final HuPlanes.Reader reader = hu.reader();
			final Disc disc = new Disc(EROSION_MM, grid.spacingXMm(), grid.spacingYMm());
			final double[] values = new double[grid.planeSize()];
			final byte[] eroded = new byte[grid.planeSize()];
			return z -> {
				boolean read = false;
				for (int i = 0; i < big.size(); i++) {
					final int c = big.get(i);
					if (z < components.first(c) || z > components.last(c)) continue;
					final Patch patch = Patch.of(components.slice(z), c, 0, 0);
					if (patch == null) continue;
					if (!read) reader.read(z, values);
					read = true;
					disc.erode(patch.pixels(), patch.width(), patch.height(), (byte) 1, false, eroded);
					add(patch, eroded, values, grid.width(), counts[i]);
				}
			};
		});
	}

	private static void add(final Patch patch, final byte[] eroded, final double[] values, final int width,
		final long[] counts)
	{
		final int[] own = new int[BINS];
		for (int y = 0; y < patch.height(); y++)
			for (int x = 0; x < patch.width(); x++)
				if (eroded[y * patch.width() + x] != 0) {
					final double hu = values[(patch.y() + y) * width + patch.x() + x];
					own[(int) Math.max(0, Math.min(BINS - 1, Math.floor(hu + 0.5) - LEAST_HU))]++;
				}
		synchronized (counts) {
			for (int i = 0; i < BINS; i++)
				counts[i] += own[i];
		}
	}

	int count() {
		return big.size();
	}

	/** Number of a big component among all components. */
	int component(final int index) {
		return big.get(index);
	}

	/** What a big component is taken for. */
	Candidate candidate(final int index, final PatientGrid grid) {
		final int c = big.get(index);
		final double median = median(counts[index]);
		return new Candidate(components.voxels(c) * grid.voxelMl(), components.first(c), components.last(c), median,
			Candidate.Verdict.of(median));
	}

	/** Median of HU, rounded to whole numbers. Of an even number it is the mean of the two in the middle. */
	private static double median(final long[] counts) {
		long n = 0;
		for (final long count : counts)
			n += count;
		if (n == 0) return Double.NaN;
		return (at(counts, (n - 1) / 2) + at(counts, n / 2)) / 2.0;
	}

	private static int at(final long[] counts, final long rank) {
		long below = 0;
		int bin = 0;
		while (below + counts[bin] <= rank)
			below += counts[bin++];
		return bin + LEAST_HU;
	}
}
