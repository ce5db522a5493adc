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

/**
 * Count, mean and sums of powers of the differences from the mean, joined without loss by the formulas of Pebay (Sandia
 * report SAND2008-6212, 2008, equations 2.1 and 3.1).
 *
 * @param n count
 * @param mean NaN where n is 0
 * @param m2 sum of squares of differences from the mean
 * @param m3 sum of their third powers
 * @param m4 sum of their fourth powers
 */
record Moments(long n, double mean, double m2, double m3, double m4) {

	static final Moments NONE = new Moments(0, Double.NaN, 0, 0, 0);

	/** The same about a corrected mean. The mean was found with rounding; the correction is its error. */
	Moments shifted(final double off) {
		return new Moments(n, mean + off, Math.max(0, m2 - n * off * off), m3 - 3 * off * m2 + 2 * n * off * off * off, m4 -
			4 * off * m3 + 6 * off * off * m2 - 3 * n * off * off * off * off);
	}

	Moments and(final Moments other) {
		if (n == 0) return other;
		if (other.n == 0) return this;
		final double sum = (double) n + other.n;
		final double d = other.mean - mean;
		final double a = n;
		final double b = other.n;
		return new Moments(n + other.n, mean + d * b / sum, m2 + other.m2 + d * d * a * b / sum, m3 + other.m3 + d * d * d *
			a * b * (a - b) / (sum * sum) + 3 * d * (a * other.m2 - b * m2) / sum, m4 + other.m4 + d * d * d * d * a * b * (a *
				a - a * b + b * b) / (sum * sum * sum) + 6 * d * d * (a * a * other.m2 + b * b * m2) / (sum * sum) + 4 * d * (a *
					other.m3 - b * m3) / sum);
	}

	/** Standard deviation of a sample (n - 1), as ImageJ measures it; NaN for fewer than 2. */
	double standardDeviation() {
		return n < 2 ? Double.NaN : Math.sqrt(m2 / (n - 1));
	}

	/** Third standardised moment of the population; NaN where all are equal. */
	double skewness() {
		return m2 == 0 ? Double.NaN : m3 / n / Math.pow(m2 / n, 1.5);
	}

	/** Fourth standardised moment of the population less 3; NaN where all are equal. */
	double excessKurtosis() {
		return m2 == 0 ? Double.NaN : m4 / n / (m2 / n * (m2 / n)) - 3;
	}
}
