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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Turns Hounsfield units into numbers for neural networks: {@code (HU - min) / (max - min)}, clipped to 0 to 1 if asked
 * for, minus the mean. Computed in double precision and rounded once. NaN stays NaN. Immutable.
 *
 * @param min HU that becomes {@code -mean}
 * @param max HU that becomes {@code 1 - mean}, over min
 * @param mean subtracted in the end
 * @param clip whether HU beyond min and max count as min and max
 */
public record HuNormalization(double min, double max, double mean, boolean clip) {

	/** The common choice of lung-cancer networks: from air to contrast-filled vessels, and the mean of chests. */
	public static final HuNormalization LUNG = new HuNormalization(-1000, 400, 0.25, true);

	/** HU beyond min and max count as min and max. */
	public static HuNormalization clipped(final double min, final double max, final double mean) {
		return new HuNormalization(min, max, mean, true);
	}

	/** HU beyond min and max go on beyond them. */
	public static HuNormalization unclipped(final double min, final double max, final double mean) {
		return new HuNormalization(min, max, mean, false);
	}

	/** @throws IntensityException where max is not over min, or a number is not finite */
	public HuNormalization {
		if (!(max > min) || !Double.isFinite(max - min)) throw new IntensityException("min is " + min + " and max " + max,
			"two HU, the second over the first");
		if (!Double.isFinite(mean)) throw new IntensityException("mean is " + mean, "a number");
	}

	/** Normalizes a value in HU. */
	public double apply(final double hu) {
		final double part = (hu - min) / (max - min);
		return (!clip ? part : part < 0 ? 0 : part > 1 ? 1 : part) - mean;
	}

	/** A lazy view of an image in HU, normalized. */
	public RandomAccessibleInterval<FloatType> view(final RandomAccessibleInterval<? extends RealType<?>> hu) {
		return convert(hu);
	}

	private <T extends RealType<T>> RandomAccessibleInterval<FloatType> convert(
		final RandomAccessibleInterval<? extends RealType<?>> hu)
	{
		@SuppressWarnings("unchecked") // read only
		final RandomAccessibleInterval<T> typed = (RandomAccessibleInterval<T>) hu;
		return Converters.convert(typed, (in, out) -> out.set((float) apply(in.getRealDouble())), new FloatType());
	}
}
