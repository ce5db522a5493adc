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

import java.util.Map;
import java.util.TreeMap;

/**
 * New samples along one axis: which old samples make each of them, and with which weights. It serves every line of a
 * volume along that axis. Immutable.
 */
final class AxisSampling {

	/** A position within this distance of an index, or of the middle between two, counts as there. */
	private static final double WHOLE = 1e-9;

	/** Weights of the Gaussian beyond this many standard deviations are left out. */
	private static final double REACH = 4;

	/** What lies beyond the outermost samples. */
	enum Border {
		/** The outermost value, up to half a sample beyond. Further out there is nothing. */
		HALF_A_SAMPLE,
		/** Nothing. A sample that would need it has no value. */
		NOTHING
	}

	private final int inputs;
	private final int[][] indices;
	private final double[][] weights;
	private final int[] nearest;

	private AxisSampling(final int inputs, final int[][] indices, final double[][] weights, final int[] nearest) {
		this.inputs = inputs;
		this.indices = indices;
		this.weights = weights;
		this.nearest = nearest;
	}

	/** The samples that there are. */
	static AxisSampling identity(final int inputs) {
		final double[] positions = new double[inputs];
		for (int i = 0; i < inputs; i++)
			positions[i] = i;
		return of(inputs, positions, Interpolation.NEAREST, 0, Border.NOTHING);
	}

	/**
	 * @param inputs old samples
	 * @param positions of the new ones, as indices of old ones, fractions included
	 * @param sigma of a Gaussian that smoothes the old samples first, in samples; 0: none
	 */
	static AxisSampling of(final int inputs, final double[] positions, final Interpolation interpolation,
		final double sigma, final Border border)
	{
		final int count = positions.length;
		final AxisSampling axis = new AxisSampling(inputs, new int[count][], new double[count][], new int[count]);
		for (int i = 0; i < count; i++) {
			final double half = Math.rint(2 * positions[i]) / 2;
			final double p = Math.abs(positions[i] - half) < WHOLE ? half : positions[i];
			final boolean inside = p >= -0.5 - WHOLE && p <= inputs - 0.5 + WHOLE;
			axis.nearest[i] = inside ? clamp((int) Math.floor(p + 0.5), inputs) : -1;
			final TreeMap<Integer, Double> taps = new TreeMap<>();
			if (border == Border.HALF_A_SAMPLE && inside || border == Border.NOTHING && p >= 0 && p <= inputs - 1) take(Math
				.max(0, Math.min(inputs - 1, p)), interpolation, inputs, taps);
			final Map<Integer, Double> all = sigma > 0 ? smoothed(taps, sigma, inputs) : taps;
			all.values().removeIf(weight -> weight == 0);
			axis.indices[i] = all.keySet().stream().mapToInt(Integer::intValue).toArray();
			axis.weights[i] = all.values().stream().mapToDouble(Double::doubleValue).toArray();
		}
		return axis;
	}

	private static int clamp(final int index, final int inputs) {
		return Math.max(0, Math.min(inputs - 1, index));
	}

	private static void take(final double p, final Interpolation interpolation, final int inputs,
		final Map<Integer, Double> taps)
	{
		final int below = (int) Math.floor(p);
		final double f = p - below;
		switch (interpolation) {
			case NEAREST -> taps.put(clamp((int) Math.floor(p + 0.5), inputs), 1.0);
			case LINEAR -> {
				taps.merge(clamp(below, inputs), 1 - f, Double::sum);
				taps.merge(clamp(below + 1, inputs), f, Double::sum);
			}
			case CUBIC -> {
				for (int k = -1; k <= 2; k++)
					taps.merge(clamp(below + k, inputs), keys(Math.abs(f - k)), Double::sum);
			}
		}
	}

	/** Keys' kernel, a = -0.5. */
	private static double keys(final double x) {
		if (x >= 2) return 0;
		return x <= 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
	}

	/** Replaces each old sample by a Gaussian mean of its neighbours. The outermost sample is continued. */
	private static Map<Integer, Double> smoothed(final Map<Integer, Double> taps, final double sigma, final int inputs) {
		final int reach = (int) Math.ceil(REACH * sigma);
		final double[] gauss = new double[2 * reach + 1];
		double sum = 0;
		for (int k = -reach; k <= reach; k++)
			sum += gauss[k + reach] = Math.exp(-0.5 * k * k / (sigma * sigma));
		final Map<Integer, Double> all = new TreeMap<>();
		for (final Map.Entry<Integer, Double> tap : taps.entrySet())
			for (int k = -reach; k <= reach; k++)
				all.merge(clamp(tap.getKey() + k, inputs), tap.getValue() * gauss[k + reach] / sum, Double::sum);
		return all;
	}

	/** Old samples. */
	int inputs() {
		return inputs;
	}

	/** New samples. */
	int outputs() {
		return nearest.length;
	}

	/** Old samples that make a new one, in rising order; none if there is nothing. */
	int[] indices(final int output) {
		return indices[output];
	}

	/** Their weights. None is 0. */
	double[] weights(final int output) {
		return weights[output];
	}

	/** The nearest old sample; -1 if it is further than half a sample away. */
	int nearest(final int output) {
		return nearest[output];
	}
}
