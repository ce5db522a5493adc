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
package io.github.hounsfield.haar;

/**
 * Reads decimal numbers exactly as {@code (float) Double.parseDouble} does. Most need no arithmetic of arbitrary
 * length, which would take half the time of reading a cascade.
 */
final class Decimal {

	/** A long holds any number of so many digits. */
	private static final int MAX_DIGITS = 18;
	/** Powers of ten up to this are exact in double precision. */
	private static final int MAX_POWER = 22;
	private static final double[] POWERS = new double[MAX_POWER + 1];

	static {
		POWERS[0] = 1;
		for (int k = 1; k <= MAX_POWER; k++) POWERS[k] = POWERS[k - 1] * 10;
	}

	private Decimal() {}

	/**
	 * @throws NumberFormatException as {@link Double#parseDouble}
	 */
	static float parse(final String word) {
		int at = word.startsWith("-") || word.startsWith("+") ? 1 : 0;
		long digits = 0;
		int count = 0;
		int power = 0;
		boolean fraction = false;
		for (; at < word.length(); at++) {
			final char c = word.charAt(at);
			if (c == '.' && !fraction) fraction = true;
			else if (c < '0' || c > '9') break;
			else {
				digits = digits * 10 + c - '0';
				count++;
				if (fraction) power--;
			}
			if (count > MAX_DIGITS) return (float) Double.parseDouble(word);
		}
		if (at < word.length()) {
			if (word.charAt(at) != 'e' && word.charAt(at) != 'E' || word.length() - at > 5) return (float) Double.parseDouble(
				word);
			power += Integer.parseInt(word, at + 1, word.length(), 10);
		}
		if (count == 0 || digits == 0 || Math.abs(power) > MAX_POWER) return (float) Double.parseDouble(word);
		return nearest(word, power < 0 ? digits / POWERS[-power] : digits * POWERS[power]);
	}

	/** The value was rounded twice, so it lies within two units of the last place. Mostly that decides the float. */
	private static float nearest(final String word, final double value) {
		final double error = 4 * Math.ulp(value);
		final float low = (float) (value - error);
		if (low != (float) (value + error)) return (float) Double.parseDouble(word);
		return word.charAt(0) == '-' ? -low : low;
	}
}
