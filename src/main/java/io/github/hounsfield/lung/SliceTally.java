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

/** What one label holds in one slice: moments about its own mean, counts, sums and a histogram. */
final class SliceTally {

	/**
	 * HU of the first bin. A bin holds HU from its number up to the next. The outermost bins also hold what lies beyond.
	 */
	static final int LEAST_HU = -1200;
	static final int BINS = 4500;

	/** HU of high attenuation, both included. */
	static final double HIGH_FROM = -600;
	static final double HIGH_TO = -250;

	/** Least HU of a scanner with 12 bits. */
	static final double CLIPPED_HU = -1024;

	/** Outside this no lung is in HU. */
	static final double LOWEST_HU = -1100;
	static final double HIGHEST_HU = 3100;

	Moments moments = Moments.NONE;
	final long[] below;
	long high;
	long clipped;
	long outside;
	long unknown;
	double air;
	double mass;
	boolean whole = true;
	private int firstBin;
	private int[] bins = new int[0];

	/** @param thresholds how many shares are counted */
	SliceTally(final int thresholds) {
		below = new long[thresholds];
	}

	/**
	 * Counts the voxels of a label.
	 *
	 * @param values HU of the slice
	 * @param labels of the slice
	 * @param thresholds HU under which shares are counted
	 */
	static SliceTally of(final double[] values, final byte[] labels, final byte label, final double[] thresholds,
		final int[] counts)
	{
		final SliceTally tally = new SliceTally(thresholds.length);
		long n = 0;
		double sum = 0;
		for (int i = 0; i < labels.length; i++)
			if (labels[i] == label) {
				if (Double.isNaN(values[i]) || Double.isInfinite(values[i])) tally.unknown++;
				else {
					n++;
					sum += values[i];
				}
			}
		if (n == 0) return tally;
		final double mean = sum / n;
		double m1 = 0;
		double m2 = 0;
		double m3 = 0;
		double m4 = 0;
		int first = BINS;
		int last = -1;
		for (int i = 0; i < labels.length; i++) {
			if (labels[i] != label) continue;
			final double hu = values[i];
			if (Double.isNaN(hu) || Double.isInfinite(hu)) continue;
			final double d = hu - mean;
			m1 += d;
			m2 += d * d;
			m3 += d * d * d;
			m4 += d * d * d * d;
			tally.air += Math.max(0, Math.min(1, -hu / 1000));
			tally.mass += (Math.max(hu, -1000) + 1000) / 1000;
			for (int t = 0; t < thresholds.length; t++)
				if (hu < thresholds[t]) tally.below[t]++;
			if (hu >= HIGH_FROM && hu <= HIGH_TO) tally.high++;
			if (hu <= CLIPPED_HU) tally.clipped++;
			if (hu < LOWEST_HU || hu > HIGHEST_HU) tally.outside++;
			final double floor = Math.floor(hu);
			tally.whole &= floor == hu;
			final int bin = (int) Math.max(0, Math.min(BINS - 1, floor - LEAST_HU));
			counts[bin]++;
			first = Math.min(first, bin);
			last = Math.max(last, bin);
		}
		tally.moments = new Moments(n, mean, m2, m3, m4).shifted(m1 / n);
		tally.firstBin = first;
		tally.bins = Arrays.copyOfRange(counts, first, last + 1);
		Arrays.fill(counts, first, last + 1, 0);
		return tally;
	}

	/** Adds another slice's or label's; call in the same order for the same result. */
	void add(final SliceTally other, final long[] sumOfBins) {
		moments = moments.and(other.moments);
		for (int t = 0; t < below.length; t++)
			below[t] += other.below[t];
		high += other.high;
		clipped += other.clipped;
		outside += other.outside;
		unknown += other.unknown;
		air += other.air;
		mass += other.mass;
		whole &= other.whole;
		for (int i = 0; i < other.bins.length; i++)
			sumOfBins[other.firstBin + i] += other.bins[i];
	}
}
