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

import io.github.hounsfield.intensity.Padding;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Makes planes with the {@link VolumeResampler}, so that padding never mixes with tissue. If padding, or nothing at
 * all, has a weight in a voxel, the nearest old voxel is taken.
 */
final class PaddedPlanes {

	private PaddedPlanes() {}

	/**
	 * One old plane.
	 *
	 * @param values not changed
	 * @param padding which of them are padding; null if none is
	 */
	record Old(double[] values, boolean[] padding) {}

	/**
	 * @param resampler gives no value to a sample that needs something missing
	 * @param plane new one
	 * @param planes old ones by their index; asked for once each
	 * @param outside value of a voxel without a nearest old one
	 * @return a new array
	 */
	static double[] compute(final VolumeResampler resampler, final int plane, final IntFunction<Old> planes,
		final double outside)
	{
		final int[] indices = resampler.planesFor(plane);
		final double[][] values = new double[indices.length][];
		double[] nearest = null;
		final int w = resampler.inputWidth();
		for (int k = 0; k < indices.length; k++) {
			final Old old = planes.apply(indices[k]);
			values[k] = marked(old);
			if (indices[k] == resampler.nearestPlane(plane)) nearest = old.values;
		}
		final double[] out = new double[resampler.width() * resampler.height()];
		resampler.mixer().compute(plane, (z, y, row) -> System.arraycopy(values[Arrays.binarySearch(indices, z)], y * w, row,
			0,
			w), out);
		for (int i = 0; i < out.length; i++)
			if (Double.isNaN(out[i])) {
				final int at = resampler.at(i, w);
				out[i] = at < 0 || nearest == null ? outside : nearest[at];
			}
		return out;
	}

	private static double[] marked(final Old old) {
		if (old.padding == null) return old.values;
		final double[] marked = old.values.clone();
		for (int i = 0; i < marked.length; i++)
			if (old.padding[i]) marked[i] = Double.NaN;
		return marked;
	}

	/** @return which values are padding, null where none are */
	static boolean[] paddingOf(final Padding padding, final double[] values) {
		boolean[] found = null;
		for (int i = 0; i < values.length; i++)
			if (padding.contains(values[i])) {
				if (found == null) found = new boolean[values.length];
				found[i] = true;
			}
		return found;
	}
}
