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

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.DoubleToIntFunction;

/**
 * Stores one plane's values at the speed of memory, block by block. In loops over one block, with one index for all
 * arrays and no conditions, the compiler uses vector instructions, but not for doubles made of floats, nor for whole
 * numbers made of either. So the stored value is computed in floats, split in two where one is not exact enough, and
 * stands at last in the last bits of a sum. Where the result is so near to a half that another rounding might be right,
 * the exact function is asked. For one plane and one thread.
 */
final class StoredBlocks {

	private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

	private static final int BLOCK = 1024;

	/** The sum of this and a whole number of up to 22 bits has the number in its last bits. */
	private static final float WHOLES = 0x1.8p23f;

	/** Half, less what the computation in floats may be off: less than 2^-15, taken twice. */
	private static final float DOUBTED = 0.5f - 0x1p-14f;

	/** The most that a value and the intercept may be in steps for that. */
	private static final double MOST = 1 << 17;

	/** Steps and values for which no part of a product is lost. */
	private static final double SMALL = 0x1p-40;
	private static final double LARGE = 0x1p40;

	/** Digits of each half of a value; a product of two halves is exact in a float's 24. */
	private static final int HALF = 12;

	private final float[] values;
	private final byte[] bytes;
	private final float[] block = new float[BLOCK];
	private final float[] sums = new float[BLOCK];

	/**
	 * @param values to be stored
	 * @param bytes takes the stored values, two bytes for each
	 */
	StoredBlocks(final float[] values, final byte[] bytes) {
		this.values = values;
		this.bytes = bytes;
	}

	/**
	 * Stores whole numbers as they are.
	 *
	 * @param range of the values, here from -32768 to 32767; where there is NaN, {@link #storePadding} comes next
	 */
	void storeWhole(final ValueRange range) {
		for (int from = 0; from < values.length; from += BLOCK) {
			fill(from, range);
			add(block, WHOLES, sums);
			pack(from);
		}
	}

	private static void add(final float[] block, final float addend, final float[] sums) {
		for (int i = 0; i < block.length; i++)
			sums[i] = block[i] + addend;
	}

	/**
	 * Stores the whole numbers nearest to (value - intercept) / slope.
	 *
	 * @param range of the values
	 * @param exact tells the stored value of a value
	 */
	void storeRounded(final ValueRange range, final double slope, final double intercept,
		final DoubleToIntFunction exact)
	{
		final double most = Math.max(slope, Math.max(Math.abs(range.min()), Math.abs(range.max())));
		final boolean near = slope > SMALL && most < LARGE && (most + Math.abs(intercept)) / slope <= MOST;
		if (near) storeNear(range, most, slope, intercept, exact);
		else for (int i = 0; i < values.length; i++)
			SHORTS.set(bytes, 2 * i, (short) exact.applyAsInt(values[i]));
	}

	/** @param most that a value can be, with any sign */
	private void storeNear(final ValueRange range, final double most, final double slope, final double intercept,
		final DoubleToIntFunction exact)
	{
		final double factor = 1 / slope;
		final float halver = (float) Math.scalb(1.5, 23 + Math.getExponent(most) + 1 - HALF);
		final float highFactor = high(factor);
		final float lowFactor = (float) (factor - highFactor);
		final double offset = Math.rint(-intercept * factor);
		final float rest = (float) (-intercept * factor - offset);
		final float[] highs = new float[BLOCK];
		final float[] parts = new float[BLOCK];
		final float[] doubts = new float[BLOCK];
		for (int from = 0; from < values.length; from += BLOCK) {
			fill(from, range);
			multiplyHigh(block, halver, highFactor, highs, sums, parts);
			multiplyLow(block, highs, (float) factor, lowFactor, rest, parts);
			round(parts, sums, (float) (WHOLES + offset), doubts);
			pack(from);
		}
		for (int i = 0; i < BLOCK; i++)
			if (doubts[i] > DOUBTED) for (int at = i; at < values.length; at += BLOCK)
				if (!Float.isNaN(values[at])) SHORTS.set(bytes, 2 * at, (short) exact.applyAsInt(values[at]));
	}

	/** The first half of a number's digits in a float. */
	private static float high(final double number) {
		return Float.intBitsToFloat(Float.floatToRawIntBits((float) number) & -1 << HALF);
	}

	/** The product of the first halves is exact. Its whole part and the rest are kept. */
	private static void multiplyHigh(final float[] block, final float halver, final float factor, final float[] highs,
		final float[] sums, final float[] parts)
	{
		for (int i = 0; i < block.length; i++) {
			final float high = block[i] + halver - halver;
			final float product = high * factor;
			final float whole = product + WHOLES - WHOLES;
			highs[i] = high;
			sums[i] = whole;
			parts[i] = product - whole;
		}
	}

	private static void multiplyLow(final float[] block, final float[] highs, final float factor, final float lowFactor,
		final float rest, final float[] parts)
	{
		for (int i = 0; i < block.length; i++)
			parts[i] += (block[i] - highs[i]) * factor + highs[i] * lowFactor + rest;
	}

	private static void round(final float[] parts, final float[] sums, final float base, final float[] doubts) {
		for (int i = 0; i < parts.length; i++) {
			final float whole = parts[i] + WHOLES - WHOLES;
			sums[i] += whole + base;
			doubts[i] = Math.max(doubts[i], Math.abs(parts[i] - whole));
		}
	}

	/** Some value takes the place of NaN. */
	private void fill(final int from, final ValueRange range) {
		System.arraycopy(values, from, block, 0, Math.min(BLOCK, values.length - from));
		if (range.hasPadding()) replaceNaN(block, (float) range.min());
	}

	private static void replaceNaN(final float[] block, final float substitute) {
		for (int i = 0; i < block.length; i++)
			if (Float.isNaN(block[i])) block[i] = substitute;
	}

	private void pack(final int from) {
		pack(sums, bytes, from, Math.min(BLOCK, values.length - from));
	}

	private static void pack(final float[] sums, final byte[] bytes, final int from, final int count) {
		for (int i = 0; i < count; i++)
			SHORTS.set(bytes, 2 * (from + i), (short) Float.floatToRawIntBits(sums[i]));
	}

	/** Stores padding in the place of NaN. */
	void storePadding(final short padding) {
		for (int i = 0; i < values.length; i++)
			if (Float.isNaN(values[i])) SHORTS.set(bytes, 2 * i, padding);
	}
}
