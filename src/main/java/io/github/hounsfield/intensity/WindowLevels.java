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

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The formulas of {@link Window} for an output from 0 to 255, rounded to nearest with halves up. They are evaluated in
 * double precision. If its error reaches across the middle between two levels, they are evaluated again without error.
 */
final class WindowLevels {

	/** A generous bound of the relative error of a formula's few operations. */
	private static final double EPSILON = 0x1p-49;

	/** Digits for e to a power, if double precision does not suffice. */
	private static final MathContext DIGITS = new MathContext(60);

	/** Beyond this exponent the logistic function rounds to 0 or 1 on 255 levels. */
	private static final double SATURATED = 50;

	/** Below this exponent only the sign tells on which side of a half, between levels 127 and 128, the function is. */
	private static final double NEGLIGIBLE = 1e-20;

	private static final BigDecimal MAX = BigDecimal.valueOf(255);
	private static final BigDecimal HALF = new BigDecimal("0.5");

	private WindowLevels() {}

	/** @return 0 to 255; 0 for NaN */
	static int level(final Window window, final double x) {
		if (Double.isNaN(x)) return 0;
		return switch (window.function()) {
			case LINEAR -> linear(x, window.center(), window.width(), 1);
			case LINEAR_EXACT -> linear(x, window.center(), window.width(), 0);
			case SIGMOID -> sigmoid(x, window.center(), window.width());
		};
	}

	/**
	 * ((x - center + inset / 2) / (width - inset) + 0.5) * 255, or a step up right after x = center - inset / 2 where
	 * width is inset.
	 */
	private static int linear(final double x, final double center, final double width, final int inset) {
		final double distance = x - center + 0.5 * inset;
		final double ramp = width - inset;
		final double spread = EPSILON * (Math.abs(x) + Math.abs(center) + 1);
		if (ramp == 0 && Math.abs(distance) > spread) return distance > 0 ? 255 : 0;
		final double y = (distance / ramp + 0.5) * 255;
		final double error = spread / ramp * 255 + EPSILON * 255;
		if (y + error < 0) return 0;
		if (y - error > 255) return 255;
		if (isCertain(y, error)) return (int) (y + 0.5);
		if (Double.isInfinite(x)) return x > 0 ? 255 : 0;
		final BigDecimal exactDistance = new BigDecimal(x).subtract(new BigDecimal(center))
			.add(HALF.multiply(BigDecimal.valueOf(inset)));
		final BigDecimal exactRamp = new BigDecimal(width).subtract(BigDecimal.valueOf(inset));
		if (exactRamp.signum() == 0) return exactDistance.signum() > 0 ? 255 : 0;
		final BigDecimal numerator = exactDistance.multiply(MAX).add(exactRamp.multiply(BigDecimal.valueOf(128)));
		return clamp(floorOfQuotient(numerator, exactRamp));
	}

	/** 255 / (1 + exp(-4 (x - center) / width)). */
	private static int sigmoid(final double x, final double center, final double width) {
		final double exponent = 4 * (x - center) / width;
		final double y = 255 / (1 + Math.exp(-exponent));
		final double error = EPSILON * (64 * (4 * (Math.abs(x) + Math.abs(center)) / width + Math.abs(exponent)) + 255);
		if (isCertain(y, error)) return (int) (y + 0.5);
		if (Double.isInfinite(x)) return x > 0 ? 255 : 0;
		final BigDecimal distance = new BigDecimal(x).subtract(new BigDecimal(center));
		if (distance.signum() == 0) return 128;
		final BigDecimal exact = distance.multiply(BigDecimal.valueOf(-4)).divide(new BigDecimal(width), DIGITS);
		final double size = exact.abs().doubleValue();
		if (size > SATURATED) return exact.signum() < 0 ? 255 : 0;
		if (size < NEGLIGIBLE) return exact.signum() < 0 ? 128 : 127;
		final BigDecimal level = MAX.divide(BigDecimal.ONE.add(exp(exact)), DIGITS);
		return level.add(HALF).setScale(0, RoundingMode.FLOOR).intValueExact();
	}

	/** Whether every number as near to y as error has the same nearest whole number. */
	private static boolean isCertain(final double y, final double error) {
		return Math.abs(y - Math.floor(y) - 0.5) > error && error < 0.25;
	}

	private static BigDecimal floorOfQuotient(final BigDecimal numerator, final BigDecimal denominator) {
		final BigDecimal[] parts = numerator.divideAndRemainder(denominator);
		return parts[1].signum() < 0 ? parts[0].subtract(BigDecimal.ONE) : parts[0];
	}

	private static int clamp(final BigDecimal level) {
		if (level.signum() <= 0) return 0;
		return level.compareTo(MAX) >= 0 ? 255 : level.intValueExact();
	}

	/** e to a power: Taylor's series for a 1024th of it, then ten squarings. */
	private static BigDecimal exp(final BigDecimal power) {
		final BigDecimal small = power.divide(BigDecimal.valueOf(1024), DIGITS);
		BigDecimal term = BigDecimal.ONE;
		BigDecimal sum = BigDecimal.ONE;
		for (int n = 1; n < 40; n++) {
			term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
			sum = sum.add(term, DIGITS);
		}
		for (int i = 0; i < 10; i++)
			sum = sum.multiply(sum, DIGITS);
		return sum;
	}
}
