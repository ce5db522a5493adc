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
 * Grey levels by decimal arithmetic on 60 digits, after PS3.3 C.11.2.1.2 and C.11.2.1.3, sharing nothing with the code
 * under test. The linear functions are evaluated as they stand. SIGMOID goes the other way round: of each level the
 * least x that rounds to it, by a logarithm of its own.
 */
final class WindowOracle {

	private static final MathContext DIGITS = new MathContext(60);
	private static final BigDecimal ONE = BigDecimal.ONE;
	private static final BigDecimal TWO = new BigDecimal(2);
	private static final BigDecimal HALF = new BigDecimal("0.5");
	private static final BigDecimal WHITE = new BigDecimal(255);

	/** ln(255 / (k - 0.5) - 1) for level k from 1 to 255. */
	private static final BigDecimal[] LOGITS = new BigDecimal[256];

	static {
		for (int k = 1; k <= 255; k++)
			LOGITS[k] = ln(WHITE.divide(new BigDecimal(k).subtract(HALF), DIGITS).subtract(ONE));
	}

	private final BigDecimal center;
	private final BigDecimal width;
	private final String function;
	private final BigDecimal[] leastOf = new BigDecimal[256];

	WindowOracle(final double center, final double width, final String function) {
		this.center = new BigDecimal(center);
		this.width = new BigDecimal(width);
		this.function = function;
		for (int k = 1; k <= 255; k++)
			leastOf[k] = this.center.subtract(this.width.multiply(LOGITS[k]).divide(new BigDecimal(4)));
	}

	int level(final double x) {
		final BigDecimal value = new BigDecimal(x);
		return switch (function) {
			case "LINEAR" -> linear(value, center.subtract(HALF), width.subtract(ONE));
			case "LINEAR_EXACT" -> linear(value, center, width);
			default -> sigmoid(value);
		};
	}

	private static int linear(final BigDecimal x, final BigDecimal middle, final BigDecimal ramp) {
		final BigDecimal half = ramp.divide(TWO);
		if (x.compareTo(middle.subtract(half)) <= 0) return 0;
		if (x.compareTo(middle.add(half)) > 0) return 255;
		final BigDecimal y = x.subtract(middle).multiply(WHITE).divide(ramp, DIGITS).add(WHITE.multiply(HALF));
		return y.setScale(0, RoundingMode.HALF_UP).intValueExact();
	}

	private int sigmoid(final BigDecimal x) {
		int low = 0;
		int high = 256;
		while (high - low > 1) {
			final int k = (low + high) / 2;
			if (x.compareTo(leastOf[k]) >= 0) low = k;
			else high = k;
		}
		return low;
	}

	/** 2 atanh((z - 1) / (z + 1)), z brought near 1 by factors of 2. */
	private static BigDecimal ln(final BigDecimal z) {
		if (z.compareTo(TWO) > 0) return ln(z.divide(TWO)).add(ln(TWO));
		if (z.compareTo(HALF) < 0) return ln(z.multiply(TWO)).subtract(ln(TWO));
		final BigDecimal t = z.subtract(ONE).divide(z.add(ONE), DIGITS);
		final BigDecimal square = t.multiply(t, DIGITS);
		BigDecimal power = t;
		BigDecimal sum = BigDecimal.ZERO;
		for (int n = 1; n < 140; n += 2) {
			sum = sum.add(power.divide(new BigDecimal(n), DIGITS), DIGITS);
			power = power.multiply(square, DIGITS);
		}
		return sum.multiply(TWO);
	}
}
