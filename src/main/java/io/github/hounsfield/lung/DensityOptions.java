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

import java.util.List;
import java.util.OptionalDouble;

/**
 * What is measured besides volume, moments and masses.
 *
 * @param sides whether there are rows for the right and the left lung
 * @param thresholds HU under which a share is counted, -1023 to -1 each
 * @param percentiles over 0 and under 100 each
 * @param thirds whether there are rows for the upper, middle and lower third of each region
 * @param clusters whether clusters under {@link #CLUSTER_HU} are fitted
 * @param referenceMl volume that percentiles are adjusted to, above 0 ml; empty: not adjusted
 */
public record DensityOptions(boolean sides, List<Double> thresholds, List<Double> percentiles, boolean thirds,
	boolean clusters, OptionalDouble referenceMl)
{

	/** Right and left, -950 and -910 HU, 15th percentile. */
	public static final DensityOptions DEFAULT = new DensityOptions(true, List.of(-950.0, -910.0), List.of(15.0), false,
		false, OptionalDouble.empty());

	/** Clusters hold voxels under this HU (Mishima et al., PNAS 96, 1999, 8829-8834). */
	public static final double CLUSTER_HU = -950;

	/** @throws LungException if a number is outside its range or comes twice */
	public DensityOptions {
		thresholds = List.copyOf(thresholds);
		percentiles = List.copyOf(percentiles);
		for (final double hu : thresholds)
			if (!(hu >= -1023 && hu <= -1)) throw new LungException("thresholds: one is " + hu + " HU", "-1023 to -1");
		for (final double p : percentiles)
			if (!(p > 0 && p < 100)) throw new LungException("percentiles: one is " + p, "over 0 and under 100");
		requireDistinct("thresholds", thresholds);
		requireDistinct("percentiles", percentiles);
		if (referenceMl.isPresent() && !(referenceMl.getAsDouble() > 0 && referenceMl.getAsDouble() < 1e6))
			throw new LungException("reference is " + referenceMl.getAsDouble() + " ml", "above 0 and under 1000000");
	}

	private static void requireDistinct(final String name, final List<Double> numbers) {
		if (numbers.stream().distinct().count() < numbers.size()) throw new LungException(name + ": one stands twice in " +
			numbers);
	}

	/** The same, with rows for the right and the left lung or not. */
	public DensityOptions withSides(final boolean value) {
		return new DensityOptions(value, thresholds, percentiles, thirds, clusters, referenceMl);
	}

	/** The same with shares under other HU. */
	public DensityOptions withThresholds(final List<Double> value) {
		return new DensityOptions(sides, value, percentiles, thirds, clusters, referenceMl);
	}

	/** The same with other percentiles. */
	public DensityOptions withPercentiles(final List<Double> value) {
		return new DensityOptions(sides, thresholds, value, thirds, clusters, referenceMl);
	}

	/** The same, with rows for thirds or not. */
	public DensityOptions withThirds(final boolean value) {
		return new DensityOptions(sides, thresholds, percentiles, value, clusters, referenceMl);
	}

	/** The same, clusters fitted or not. */
	public DensityOptions withClusters(final boolean value) {
		return new DensityOptions(sides, thresholds, percentiles, thirds, value, referenceMl);
	}

	/** The same, percentiles adjusted to a volume; empty: not adjusted. */
	public DensityOptions withReferenceMl(final OptionalDouble value) {
		return new DensityOptions(sides, thresholds, percentiles, thirds, clusters, value);
	}
}
