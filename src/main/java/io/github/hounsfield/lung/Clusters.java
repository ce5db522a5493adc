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

import java.util.Map;
import java.util.TreeMap;

/**
 * Clusters of voxels of low attenuation, connected by their 6 neighbours. The number of clusters of a size or more
 * falls as a power of the size, Y = K X^-D (Mishima et al., PNAS 96, 1999, 8829-8834). D is the slope of a line fitted
 * to the logarithms, one point for each size that occurs.
 *
 * @param n clusters
 * @param exponent D; NaN where there are fewer than two sizes
 * @param r2 coefficient of determination of the fit; NaN where there are fewer than two sizes
 */
record Clusters(long n, double exponent, double r2) {

	static Clusters of(final Components components) {
		final Map<Long, Long> sizes = new TreeMap<>();
		for (int c = 0; c < components.count(); c++)
			sizes.merge(components.voxels(c), 1L, Long::sum);
		return of(components.count(), sizes);
	}

	/** @param sizes how many clusters have each size, sizes rising */
	static Clusters of(final long n, final Map<Long, Long> sizes) {
		final int points = sizes.size();
		if (points < 2) return new Clusters(n, Double.NaN, Double.NaN);
		final double[] x = new double[points];
		final double[] y = new double[points];
		long left = n;
		double meanX = 0;
		double meanY = 0;
		int i = 0;
		for (final Map.Entry<Long, Long> size : sizes.entrySet()) {
			x[i] = Math.log10(size.getKey());
			y[i] = Math.log10(left);
			left -= size.getValue();
			meanX += x[i] / points;
			meanY += y[i++] / points;
		}
		double xx = 0;
		double xy = 0;
		double yy = 0;
		for (i = 0; i < points; i++) {
			xx += (x[i] - meanX) * (x[i] - meanX);
			xy += (x[i] - meanX) * (y[i] - meanY);
			yy += (y[i] - meanY) * (y[i] - meanY);
		}
		return new Clusters(n, -xy / xx, xy * xy / (xx * yy));
	}
}
