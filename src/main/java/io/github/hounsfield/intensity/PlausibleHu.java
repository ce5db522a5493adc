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
import java.util.Optional;

/**
 * Judges whether HU can be those of a CT. Air is -1000 HU, and with noise {@link #LEAST}. No CT of 16 bits holds more
 * than {@link #MOST}. An image with values from 0 to 1 alone was normalized. Stateless.
 */
public final class PlausibleHu {

	/** HU of air with its noise. */
	public static final double LEAST = -1100;

	/** The largest number of 16 bits with a sign. */
	public static final double MOST = 32767;

	private PlausibleHu() {}

	/**
	 * @param min least HU, padding left out
	 * @param max greatest HU; below min where there is none
	 * @return what is doubted, without a subject, such as "hold HU from ..."; empty if nothing is
	 */
	public static Optional<String> doubt(final double min, final double max) {
		if (min < LEAST || max > MOST) return Optional.of("hold HU from " + min + " to " + max + ", but a CT has " +
			(int) LEAST + " to " + (int) MOST + ": its pixels may have been changed, or its rescale may be wrong");
		if (min >= 0 && max > 0 && max <= 1) return Optional.of("hold values from " + min + " to " + max +
			" alone: they may have been normalized, and are then no HU any more");
		return Optional.empty();
	}

	/**
	 * {@link #doubt(double, double)} of one slice. Values of 16 bits with a rescale need one quick pass, unless something
	 * is out of range.
	 *
	 * @param plane stored values
	 * @param padding left out
	 */
	public static Optional<String> doubt(final Plane plane, final ModalityTransform transform, final Padding padding) {
		final int length = plane.length();
		if (plane.type().bits() == 16 && transform instanceof Rescale rescale && isWithin(plane.shorts(), plane.type(),
			rescale)) return Optional.empty();
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		final double[] values = new double[Math.min(PlaneKernel.CHUNK, length)];
		for (int done = 0; done < length; done += values.length) {
			final int n = Math.min(values.length, length - done);
			plane.load(done, values, n);
			for (int i = 0; i < n; i++) {
				final double hu = transform.apply(values[i]);
				if (hu >= min && hu <= max || padding.contains(values[i])) continue;
				if (hu < min) min = hu;
				if (hu > max) max = hu;
			}
		}
		return doubt(min, max);
	}

	/** Whether all HU are plausible and not all from 0 to 1. */
	private static boolean isWithin(final short[] plane, final PlaneType type, final Rescale rescale) {
		final int flip = type == PlaneType.INT16 ? 0 : PlaneType.SIGN_OFFSET;
		int min = Short.MAX_VALUE;
		int max = Short.MIN_VALUE;
		for (final short stored : plane) {
			final int value = (short) (stored ^ flip);
			min = Math.min(min, value);
			max = Math.max(max, value);
		}
		final int zero = type == PlaneType.UINT16 ? PlaneType.SIGN_OFFSET : 0;
		final double a = rescale.apply(min + zero);
		final double b = rescale.apply(max + zero);
		return Math.min(a, b) >= LEAST && Math.max(a, b) <= MOST && doubt(Math.min(a, b), Math.max(a, b)).isEmpty();
	}
}
