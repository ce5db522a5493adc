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
package io.github.hounsfield.dicom;

/**
 * Decimal strings (PS3.5 section 6.2, DS and IS) as nearly all are: some digits, perhaps with a sign and a point. Their
 * numbers are exact quotients of two whole ones, so one division gives what {@link Double#parseDouble} does. A header
 * scan meets tens of thousands.
 */
final class PlainDecimals {

	/** So many digits fit into a double without rounding. */
	private static final int DIGITS = 15;

	private static final double[] POWERS = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14,
		1e15 };

	private PlainDecimals() {}

	/** @return the numbers between backslashes; null where one is not plain, or there is none */
	static double[] of(final byte[] text) {
		int count = 1;
		for (final byte c : text)
			if (c == '\\') count++;
		final double[] values = new double[count];
		int start = 0;
		for (int i = 0; i < count; i++) {
			int end = start;
			while (end < text.length && text[end] != '\\')
				end++;
			values[i] = value(text, start, end);
			if (Double.isNaN(values[i])) return null;
			start = end + 1;
		}
		return values;
	}

	/** @return not a number where the characters are no plain decimal string */
	private static double value(final byte[] text, final int start, final int end) {
		int i = start;
		int last = end;
		while (last > i && isBlank(text[last - 1]))
			last--;
		while (i < last && isBlank(text[i]))
			i++;
		final boolean negative = i < last && text[i] == '-';
		if (negative || i < last && text[i] == '+') i++;
		long whole = 0;
		int digits = 0;
		int point = -1;
		for (; i < last; i++) {
			final int c = text[i];
			if (c == '.' && point < 0) point = digits;
			else if (c < '0' || c > '9') return Double.NaN;
			else {
				whole = whole * 10 + c - '0';
				if (++digits > DIGITS) return Double.NaN;
			}
		}
		if (digits == 0) return Double.NaN;
		final double value = point < 0 ? whole : whole / POWERS[digits - point];
		return negative ? -value : value;
	}

	/** As {@link TextValues#trim} has it. */
	private static boolean isBlank(final byte c) {
		return c >= 0 && c <= ' ';
	}
}
