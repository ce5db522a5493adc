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
package io.github.hounsfield.series;

import java.util.Comparator;

/** Orders file names as people count: {@code slice2} before {@code slice10}. A total order. */
public final class NaturalOrder implements Comparator<String> {

	public static final NaturalOrder INSTANCE = new NaturalOrder();

	private NaturalOrder() {}

	@Override
	public int compare(final String a, final String b) {
		int i = commonStart(a, b);
		int j = i;
		while (i < a.length() && j < b.length()) {
			final int order;
			if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
				final int endA = endOfNumber(a, i);
				final int endB = endOfNumber(b, j);
				order = compareNumbers(a.substring(i, endA), b.substring(j, endB));
				i = endA;
				j = endB;
			}
			else order = Character.compare(a.charAt(i++), b.charAt(j++));
			if (order != 0) return order;
		}
		final int rest = Integer.compare(a.length() - i, b.length() - j);
		return rest != 0 ? rest : a.compareTo(b);
	}

	/** Where two names begin to differ, or the number begins in which they do. */
	private static int commonStart(final String a, final String b) {
		final int least = Math.min(a.length(), b.length());
		int i = 0;
		while (i < least && a.charAt(i) == b.charAt(i))
			i++;
		while (i > 0 && isDigit(a.charAt(i - 1)))
			i--;
		return i;
	}

	/**
	 * A text whose order by {@link String#compareTo} is this order, but for names that differ in leading zeros alone,
	 * which are equal. For many names it is made once for each, not in each comparison.
	 */
	static String key(final String name) {
		final StringBuilder key = new StringBuilder(name.length() + 8);
		for (int i = 0; i < name.length();) {
			final char c = name.charAt(i);
			if (!isDigit(c)) {
				key.append(c);
				i++;
				continue;
			}
			final int end = endOfNumber(name, i);
			int start = i;
			while (start < end - 1 && name.charAt(start) == '0')
				start++;
			// Among other characters a number stands where its digits would. Longer ones are larger.
			key.append('0').append((char) (end - start)).append(name, start, end);
			i = end;
		}
		return key.toString();
	}

	private static int compareNumbers(final String a, final String b) {
		final String first = withoutZeros(a);
		final String second = withoutZeros(b);
		final int lengths = Integer.compare(first.length(), second.length());
		return lengths != 0 ? lengths : first.compareTo(second);
	}

	private static String withoutZeros(final String digits) {
		int start = 0;
		while (start < digits.length() - 1 && digits.charAt(start) == '0')
			start++;
		return digits.substring(start);
	}

	private static int endOfNumber(final String text, final int start) {
		int end = start;
		while (end < text.length() && isDigit(text.charAt(end)))
			end++;
		return end;
	}

	private static boolean isDigit(final char c) {
		return c >= '0' && c <= '9';
	}
}
