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

import java.util.Arrays;
import java.util.List;

/**
 * Numbers of a cascade's features in the order in which they are read, with the corners by column and row. Made once
 * for a cascade; each size of image takes a copy in which the corners are offsets in its integral image.
 */
final class CornerTable {

	/** More than the side of any window that {@link Cascade#MAX_WINDOW_PIXELS} allows. */
	private static final int SIDE_BITS = 15;
	private static final int SIDE_MASK = (1 << SIDE_BITS) - 1;

	private int[] numbers = new int[1 << 10];
	private int size;
	/** Which of the numbers are corners. */
	private int[] corners = new int[1 << 10];
	private int cornerCount;

	/** How many numbers there are. */
	int size() {
		return size;
	}

	void add(final int number) {
		if (size == numbers.length) numbers = Arrays.copyOf(numbers, 2 * size);
		numbers[size++] = number;
	}

	/** Adds a number as the bits of a float. */
	void add(final float number) {
		add(Float.floatToRawIntBits(number));
	}

	/**
	 * Adds a feature: its corners, plus and minus of each term, then the factors. Three terms have one each, four or six
	 * terms have one for each pair.
	 */
	void addFeature(final List<TreeStages.Term> terms) {
		for (final TreeStages.Term t : terms) {
			addCorner(t.plusX(), t.plusY(), t.tilted());
			addCorner(t.minusX(), t.minusY(), t.tilted());
		}
		for (int k = 0; k < terms.size(); k += terms.size() == 3 ? 1 : 2) add(terms.get(k).factor());
	}

	private void addCorner(final int x, final int y, final boolean tilted) {
		if (cornerCount == corners.length) corners = Arrays.copyOf(corners, 2 * cornerCount);
		corners[cornerCount++] = size;
		add((tilted ? 1 : 0) << 2 * SIDE_BITS | y << SIDE_BITS | x);
	}

	/** A copy of all numbers, with the corners by column and row. */
	int[] numbers() {
		return Arrays.copyOf(numbers, size);
	}

	/**
	 * @param layout of the integral image
	 * @return a copy in which corners are offsets from the window
	 */
	int[] laidOut(final IntegralLayout layout) {
		final int[] table = numbers();
		for (int k = 0; k < cornerCount; k++) {
			final int corner = table[corners[k]];
			table[corners[k]] = layout.at(corner & SIDE_MASK, corner >> SIDE_BITS & SIDE_MASK, corner >> 2 * SIDE_BITS != 0);
		}
		return table;
	}

	/**
	 * A feature of three terms.
	 *
	 * @param n laid out
	 * @param t where the feature begins
	 * @param s integral image
	 * @param w offset of the window
	 */
	static int threeTerms(final int[] n, final int t, final int[] s, final int w) {
		return n[t + 6] * (s[w + n[t]] - s[w + n[t + 1]]) + n[t + 7] * (s[w + n[t + 2]] - s[w + n[t + 3]]) + n[t + 8] *
			(s[w + n[t + 4]] - s[w + n[t + 5]]);
	}

	/** A feature of four terms. */
	static int fourTerms(final int[] n, final int t, final int[] s, final int w) {
		return n[t + 8] * fourCorners(n, t, s, w) + n[t + 9] * fourCorners(n, t + 4, s, w);
	}

	/** A feature of six terms. */
	static int sixTerms(final int[] n, final int t, final int[] s, final int w) {
		return n[t + 12] * fourCorners(n, t, s, w) + n[t + 13] * fourCorners(n, t + 4, s, w) + n[t + 14] * fourCorners(n, t +
			8, s, w);
	}

	private static int fourCorners(final int[] n, final int t, final int[] s, final int w) {
		return s[w + n[t]] - s[w + n[t + 1]] + s[w + n[t + 2]] - s[w + n[t + 3]];
	}
}
