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

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in messages. */
final class Text {

	/** The least that one decimal shows. */
	private static final double LEAST = 0.1;

	private Text() {}

	/** At most one decimal, and no 0 as decimal. */
	static String number(final double value) {
		if (!Double.isFinite(value)) return Double.toString(value);
		final BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
		return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded).toPlainString();
	}

	/** A part in percent. A small one is not said to be 0. */
	static String percent(final double part) {
		final double percent = 100 * part;
		return percent > 0 && percent < LEAST ? "Less than " + LEAST + " %" : number(percent) + " %";
	}

	/** A volume over 0. A small one is not said to be 0. */
	static String millilitres(final double ml) {
		return ml < LEAST ? "less than " + LEAST + " ml" : number(ml) + " ml";
	}

	/** A count and what is counted. */
	static String count(final long n, final String one) {
		return n == 1 ? "1 " + one : n + " " + one + "s";
	}

	/** Slices for people, who count from 1. */
	static String slices(final int first, final int last) {
		return first == last ? "slice " + (first + 1) : "slices " + (first + 1) + " to " + (last + 1);
	}
}
