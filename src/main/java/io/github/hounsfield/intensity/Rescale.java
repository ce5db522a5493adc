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

/**
 * Rescale Slope (0028,1053) and Rescale Intercept (0028,1052): output units = slope x stored value + intercept, in
 * double precision (PS3.3 C.11.1.1.2).
 *
 * @param slope finite, not 0
 * @param intercept finite
 */
public record Rescale(double slope, double intercept) implements ModalityTransform {

	public static final Rescale IDENTITY = new Rescale(1, 0);

	/** @throws IntensityException where a number is not finite or the slope is 0 */
	public Rescale {
		if (!Double.isFinite(slope) || slope == 0) throw new IntensityException(
			"RescaleSlope (0028,1053) is " + slope, "a finite number other than 0");
		if (!Double.isFinite(intercept)) throw new IntensityException(
			"RescaleIntercept (0028,1052) is " + intercept, "a finite number");
	}

	/** Whether every value stays as it is. */
	public boolean isIdentity() {
		return slope == 1 && intercept == 0;
	}

	/** Whether unsigned stored values give signed values. */
	public boolean givesNegative() {
		return slope < 0 || intercept < 0;
	}

	@Override
	public double apply(final double stored) {
		return slope * stored + intercept;
	}

	@Override
	public void apply(final double[] values, final int length) {
		final double m = slope;
		final double b = intercept;
		for (int i = 0; i < length; i++)
			values[i] = m * values[i] + b;
	}

	/**
	 * @param value in output units
	 * @return the stored value that this rescale maps to it; mostly not whole
	 */
	public double invert(final double value) {
		return (value - intercept) / slope;
	}
}
