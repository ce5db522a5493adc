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
package io.github.hounsfield.imagej.pixels;

import io.github.hounsfield.attributes.StoredBits;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.plane.Plane;
import java.util.Optional;

/**
 * The values that Bits Stored (0028,0101) allows. This suite masks out other bits of a file, such as overlays. ImageJ's
 * own reader does not.
 *
 * @param min least stored value
 * @param max greatest
 */
record StoredRange(double min, double max) {

	private static final StoredRange ALL = new StoredRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

	/** A float holds all stored values of up to this many bits. */
	private static final int EXACT_BITS = 24;

	private static final int CHUNK = 4096;

	/** The range of a header that names one; otherwise all values. */
	static StoredRange of(final HeaderText header) {
		final Optional<StoredBits> bits = StoredBits.of(header.attributes()).filter(b -> b.stored() <= EXACT_BITS);
		return bits.map(b -> new StoredRange(b.min(), b.max())).orElse(ALL);
	}

	/**
	 * @param plane pixels of a slice
	 * @param rescale what was done to its stored values
	 * @return a stored value outside this range, NaN where there is none
	 */
	double outside(final Plane plane, final Rescale rescale) {
		if (this.equals(ALL)) return Double.NaN;
		final int length = plane.length();
		final double[] values = new double[Math.min(CHUNK, length)];
		for (int done = 0; done < length; done += values.length) {
			final int n = Math.min(values.length, length - done);
			plane.load(done, values, n);
			for (int i = 0; i < n; i++) {
				final double stored = Math.rint(rescale.invert(values[i]));
				if (stored < min || stored > max) return stored;
			}
		}
		return Double.NaN;
	}
}
