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

import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Padding;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.plane.PlaneType;

/** Turns planes into numbers and back, for resampling. */
final class PlaneValues {

	/** Value outside the scanned field of a CT that names none. */
	private static final double AIR_HU = -1000;

	private PlaneValues() {}

	/**
	 * The stored value of what was not scanned. It is the slice's own padding, else the air of a CT, else the least value
	 * of the slice. Colours and masks have black.
	 *
	 * @param values of the slice
	 */
	static double outside(final PlaneType type, final Slice slice, final double[] values) {
		for (final Padding.Range range : slice.padding().ranges())
			if (!Double.isNaN(range.min()) && !Double.isInfinite(range.min())) return range.min();
		if (type == PlaneType.RGB) return 0xFF000000;
		if (type == PlaneType.MASK) return 0;
		final ModalityTransform transform = slice.transform().orElse(null);
		if (slice.unit().equals("HU") && transform instanceof Rescale rescale) {
			return type.nearest(rescale.invert(AIR_HU));
		}
		double least = Double.POSITIVE_INFINITY;
		for (final double value : values)
			if (value < least) least = value;
		return Double.isInfinite(least) ? 0 : least;
	}
}
