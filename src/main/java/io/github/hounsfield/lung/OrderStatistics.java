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
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * Values of a region by rank, exact. Bins of 1 HU tell in which one a rank lies. If all HU are whole numbers, the bin
 * is the value. Otherwise the values of that bin are read again. If they are too many to hold, the bin is divided
 * further.
 */
final class OrderStatistics {

	/** At most so many values are held at once: 32 MB. */
	private static final int MOST = 1 << 22;

	private static final int PARTS = 4096;

	/** Reads the values of the region that lie in an interval. */
	interface Source {

		/** Calls the sink for each value from one bound to the other, both included; slices in order, in one thread. */
		void read(double from, double to, DoubleConsumer sink);
	}

	private final long n;
	private final long[] bins;
	private final boolean whole;
	private final Source source;
	private final Map<Integer, double[]> held = new HashMap<>();

	OrderStatistics(final long n, final long[] bins, final boolean whole, final Source source) {
		this.n = n;
		this.bins = bins;
		this.whole = whole;
		this.source = source;
	}

	/**
	 * Percentile between order statistics at rank (n - 1) p / 100, linearly, as numpy has it.
	 *
	 * @param percent 0 to 100
	 */
	double percentile(final double percent) {
		final double rank = (n - 1) * (percent / 100);
		final long low = (long) Math.floor(rank);
		final double a = at(low);
		final double b = at(Math.min(n - 1, low + 1));
		return a + (b - a) * (rank - low);
	}

	private double at(final long rank) {
		long below = 0;
		int bin = 0;
		while (below + bins[bin] <= rank)
			below += bins[bin++];
		final boolean outermost = bin == 0 || bin == bins.length - 1;
		final double value = bin + SliceTally.LEAST_HU;
		if (whole && !outermost) return value;
		final double from = bin == 0 ? Double.NEGATIVE_INFINITY : value;
		final double to = bin == bins.length - 1 ? Double.POSITIVE_INFINITY : Math.nextDown(value + 1);
		if (bins[bin] > MOST) return divided(from, to, rank - below);
		final long count = bins[bin];
		return held.computeIfAbsent(bin, b -> sorted(from, to, (int) count))[(int) (rank - below)];
	}

	private double[] sorted(final double from, final double to, final int count) {
		final double[] values = new double[count];
		final int[] next = new int[1];
		source.read(from, to, value -> values[next[0]++] = value);
		Arrays.sort(values);
		return values;
	}

	/** The value of a rank in an interval with too many values. */
	private double divided(final double from, final double to, final long rank) {
		final double[] range = { Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY };
		source.read(from, to, value -> {
			range[0] = Math.min(range[0], value);
			range[1] = Math.max(range[1], value);
		});
		if (range[0] == range[1]) return range[0];
		final double width = range[1] - range[0];
		final long[] counts = new long[PARTS];
		final double[] least = new double[PARTS];
		final double[] most = new double[PARTS];
		Arrays.fill(least, Double.POSITIVE_INFINITY);
		Arrays.fill(most, Double.NEGATIVE_INFINITY);
		source.read(from, to, value -> {
			final int part = (int) Math.min(PARTS - 1, (value - range[0]) / width * PARTS);
			counts[part]++;
			least[part] = Math.min(least[part], value);
			most[part] = Math.max(most[part], value);
		});
		long below = 0;
		int part = 0;
		while (below + counts[part] <= rank)
			below += counts[part++];
		if (counts[part] > MOST) return divided(least[part], most[part], rank - below);
		return sorted(least[part], most[part], (int) counts[part])[(int) (rank - below)];
	}
}
