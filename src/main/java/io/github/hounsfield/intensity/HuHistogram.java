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
package io.github.hounsfield.intensity;

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.work.Workers;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * How many pixels have which HU, without padding. A bin is 1 HU wide, and its name is the whole number in its middle. A
 * pixel counts in the nearest bin, halves up. Immutable.
 */
public final class HuHistogram {

	/** HU beyond this, on both sides, count in the outermost bin. */
	public static final int OUTERMOST = 1 << 20;

	private final TreeMap<Integer, Long> bins = new TreeMap<>();
	private final long count;
	private final double min;
	private final double max;
	private final double mean;

	private HuHistogram(final Tally sum) {
		bins.putAll(sum.bins);
		count = sum.count;
		min = sum.min;
		max = sum.max;
		mean = sum.sum / sum.count;
	}

	/**
	 * Counts the pixels of an image. The result is the same for any number of threads.
	 *
	 * @param stored stored values, or HU with {@link SliceTransforms#IDENTITY}
	 * @param transforms stored values to HU, and what is padding; NaN and infinite values are left out as padding is
	 */
	public static HuHistogram of(final RandomAccessibleInterval<? extends RealType<?>> stored,
		final SliceTransforms transforms, final Workers workers)
	{
		final AtomicReferenceArray<Tally> tallies = new AtomicReferenceArray<>(new StoredPlanes(stored).planeCount());
		Planes.forEach(stored, workers, (slice, plane, offset, length) -> {
			final SliceFunction function = SliceFunction.of(transforms, slice, PaddingMode.NAN);
			final Tally tally = new Tally();
			if (plane.type().bits() <= 16) tally.addTabled(function, plane, offset, length);
			else tally.addEach(function, plane, offset, length);
			tallies.set(slice, tally);
		});
		final Tally sum = new Tally();
		for (int slice = 0; slice < tallies.length(); slice++)
			sum.add(tallies.get(slice));
		return new HuHistogram(sum);
	}

	/** Pixels counted, padding left out. */
	public long count() {
		return count;
	}

	/** Least HU, not rounded to a bin; positive infinity where no pixel was counted. */
	public double min() {
		return min;
	}

	/** Greatest HU, not rounded to a bin; negative infinity where no pixel was counted. */
	public double max() {
		return max;
	}

	/** Mean HU, not rounded to bins; NaN where no pixel was counted. */
	double mean() {
		return mean;
	}

	/** Pixels in a bin. */
	public long count(final int hu) {
		return bins.getOrDefault(hu, 0L);
	}

	/** The bins that have pixels in them, from the least HU to the greatest. */
	public Map<Integer, Long> bins() {
		return new TreeMap<>(bins);
	}

	/**
	 * The quantile: the least bin that, with those below it, holds the fraction of all pixels.
	 *
	 * @param fraction 0 to 1; 0.5 for the median
	 * @throws IntensityException where the fraction is outside its range or no pixel was counted
	 */
	public int percentile(final double fraction) {
		if (!(fraction >= 0 && fraction <= 1)) throw new IntensityException(
			"fraction of pixels is " + fraction, "0 to 1");
		if (count == 0) throw new IntensityException("no pixel was counted: all is padding");
		final double needed = fraction * count;
		long below = 0;
		for (final Map.Entry<Integer, Long> bin : bins.entrySet()) {
			below += bin.getValue();
			if (below >= needed) return bin.getKey();
		}
		return bins.lastKey();
	}

	/** The counts of one thread. */
	private static final class Tally {

		private final Map<Integer, Long> bins = new TreeMap<>();
		private long count;
		private double min = Double.POSITIVE_INFINITY;
		private double max = Double.NEGATIVE_INFINITY;
		private double sum;

		/** Counts how often each bit pattern occurs, then adds the patterns that occur. */
		private void addTabled(final SliceFunction function, final Plane plane, final int offset, final int length) {
			final PlaneType type = plane.type();
			final int[] counts = new int[1 << type.bits()];
			if (plane.array() instanceof byte[] bytes) for (int i = 0; i < length; i++)
				counts[bytes[offset + i] & 0xff]++;
			else {
				final short[] shorts = plane.shorts();
				for (int i = 0; i < length; i++)
					counts[shorts[offset + i] & 0xffff]++;
			}
			final Plane pattern = Plane.allocate(type, 1);
			for (int code = 0; code < counts.length; code++) {
				if (counts[code] == 0) continue;
				if (type.bits() == 8) pattern.bytes()[0] = (byte) code;
				else pattern.shorts()[0] = (short) code;
				add(function.hu(pattern.valueAt(0)), counts[code]);
			}
		}

		private void addEach(final SliceFunction function, final Plane plane, final int offset, final int length) {
			final double[] value = new double[1];
			for (int i = 0; i < length; i++) {
				plane.load(offset + i, value, 1);
				add(function.hu(value[0]), 1);
			}
		}

		private void add(final double hu, final long pixels) {
			if (!Double.isFinite(hu)) return;
			count += pixels;
			sum += hu * pixels;
			min = Math.min(min, hu);
			max = Math.max(max, hu);
			final double bin = Math.max(-OUTERMOST, Math.min(OUTERMOST, Math.floor(hu + 0.5)));
			bins.merge((int) bin, pixels, Long::sum);
		}

		private void add(final Tally other) {
			count += other.count;
			sum += other.sum;
			min = Math.min(min, other.min);
			max = Math.max(max, other.max);
			other.bins.forEach((bin, pixels) -> bins.merge(bin, pixels, Long::sum));
		}
	}
}
