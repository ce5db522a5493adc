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
package io.github.hounsfield.derived;

import io.github.hounsfield.dicom.ParameterException;
import java.util.Arrays;

/**
 * The range of an array of values, found at the speed of memory. Values are looked at block by block. In loops over one
 * block, with one index for all arrays and no conditions, the compiler uses vector instructions. How many binary places
 * fractions have is looked at value by value. Most images have no fractions, or more places than are counted.
 */
final class RangeSearch {

	private static final int BLOCK = 1024;

	/** The sum with this has no place for a fraction. So to add it and to subtract it is to round. */
	private static final float ROUNDER = 0x1.8p23f;

	/** Up to this size that holds. */
	private static final float MOST_ROUNDED = 0x1p22f;

	private final float[] values;
	private final float[] block = new float[BLOCK];
	private final float[] least = new float[BLOCK];
	private final float[] greatest = new float[BLOCK];

	/** Sums of distances from the nearest whole numbers: 0 where all values are whole. */
	private final float[] fractions = new float[BLOCK];

	private RangeSearch(final float[] values) {
		this.values = values;
	}

	/** @throws ParameterException where a value is infinite */
	static ValueRange of(final float[] values) {
		int first = 0;
		while (first < values.length && Float.isNaN(values[first]))
			first++;
		if (first == values.length) return new ValueRange(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, first > 0, 0);
		return new RangeSearch(values).range(values[first]);
	}

	/** @param some value that is no NaN */
	private ValueRange range(final float some) {
		look(Float.NaN);
		final boolean padding = Float.isNaN(sum(least));
		if (padding) look(some);
		float min = some;
		float max = some;
		for (int i = 0; i < BLOCK; i++) {
			min = Math.min(min, least[i]);
			max = Math.max(max, greatest[i]);
		}
		if (Float.isInfinite(min) || Float.isInfinite(max)) throw new ParameterException(
			"an infinite value", "finite ones, and NaN for padding");
		final boolean whole = Math.max(-min, max) <= MOST_ROUNDED && sum(fractions) == 0;
		return new ValueRange(min + 0.0, max + 0.0, padding, whole ? 0 : places());
	}

	/** @param substitute takes the place of NaN, if it is another number */
	private void look(final float substitute) {
		Arrays.fill(least, Float.POSITIVE_INFINITY);
		Arrays.fill(greatest, Float.NEGATIVE_INFINITY);
		Arrays.fill(fractions, 0);
		for (int from = 0; from < values.length; from += BLOCK) {
			final int count = Math.min(BLOCK, values.length - from);
			System.arraycopy(values, from, block, 0, count);
			Arrays.fill(block, count, BLOCK, block[0]);
			if (!Float.isNaN(substitute)) replaceNaN(block, substitute);
			addExtremes(block, least, greatest);
			addFractions(block, fractions);
		}
	}

	private static void replaceNaN(final float[] block, final float substitute) {
		for (int i = 0; i < block.length; i++)
			if (Float.isNaN(block[i])) block[i] = substitute;
	}

	private static void addExtremes(final float[] block, final float[] least, final float[] greatest) {
		for (int i = 0; i < block.length; i++) {
			least[i] = Math.min(least[i], block[i]);
			greatest[i] = Math.max(greatest[i], block[i]);
		}
	}

	private static void addFractions(final float[] block, final float[] fractions) {
		for (int i = 0; i < block.length; i++)
			fractions[i] += Math.abs(block[i] + ROUNDER - ROUNDER - block[i]);
	}

	private static float sum(final float[] numbers) {
		float sum = 0;
		for (final float number : numbers)
			sum += number;
		return sum;
	}

	private int places() {
		int places = 0;
		float factor = 1;
		for (int i = 0; i < values.length && places <= ValueRange.MOST_PLACES; i++)
			while (places <= ValueRange.MOST_PLACES && !isWhole(values[i] * factor)) {
				places++;
				factor *= 2;
			}
		return places;
	}

	/** Beyond 24 bits every float is whole; a cast of what is larger would not come back. NaN is no fraction. */
	private static boolean isWhole(final float value) {
		return (int) value == value || Math.abs(value) >= 1 << 24 || Float.isNaN(value);
	}
}
