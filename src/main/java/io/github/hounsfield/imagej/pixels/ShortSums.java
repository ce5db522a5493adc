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
package io.github.hounsfield.imagej.pixels;

import java.util.Arrays;

/**
 * Sums over a plane of 16 bits: of its values, and of their squares, modulo 2^32.
 * <p>
 * The compiler of JDK 17 turns a loop over pairs into the processor's instruction for products of 16 bits that are
 * summed by twos. It does so where the loop stands alone in what is compiled at once; among others it sometimes takes
 * eight times as long. So each step is a class of its own: the call of one of three classes is never replaced by the
 * loop itself.
 */
final class ShortSums {

	/** Values that are summed at a time, in the nearest cache. */
	private static final int BLOCK = 2048;

	private static final short[] ONES = ones();

	private static final Step[] STEPS = { new Load(), new AddValues(), new AddSquares() };

	private final short[] plane;
	private final short[] block = new short[BLOCK];
	private final int[] sums = new int[BLOCK / 2];
	private final int[] squares = new int[BLOCK / 2];

	ShortSums(final short[] plane) {
		this.plane = plane;
	}

	/** @return as {@link PixelDigest} has them */
	long joined() {
		final int whole = plane.length / BLOCK * BLOCK;
		for (int at = 0; at < whole; at += BLOCK)
			for (final Step step : STEPS)
				step.run(this, at);
		int sum = sum(sums);
		int sumOfSquares = sum(squares);
		for (int i = whole; i < plane.length; i++) {
			sum += plane[i];
			sumOfSquares += plane[i] * plane[i];
		}
		return PixelDigest.join(sum, sumOfSquares);
	}

	private static short[] ones() {
		final short[] ones = new short[BLOCK];
		Arrays.fill(ones, (short) 1);
		return ones;
	}

	private static int sum(final int[] values) {
		int sum = 0;
		for (final int value : values)
			sum += value;
		return sum;
	}

	/** What is done with each block, one after the other. */
	private sealed interface Step {

		/** @param at index of the block's first value */
		void run(ShortSums of, int at);
	}

	/** Copies the block to where it is near. */
	private static final class Load implements Step {

		@Override
		public void run(final ShortSums of, final int at) {
			System.arraycopy(of.plane, at, of.block, 0, BLOCK);
		}
	}

	private static final class AddValues implements Step {

		@Override
		public void run(final ShortSums of, final int at) {
			final short[] block = of.block;
			final short[] ones = ONES;
			final int[] sums = of.sums;
			for (int i = 0; i < BLOCK / 2; i++)
				sums[i] += block[2 * i] * ones[2 * i] + block[2 * i + 1] * ones[2 * i + 1];
		}
	}

	private static final class AddSquares implements Step {

		@Override
		public void run(final ShortSums of, final int at) {
			final short[] block = of.block;
			final int[] squares = of.squares;
			for (int i = 0; i < BLOCK / 2; i++)
				squares[i] += block[2 * i] * block[2 * i] + block[2 * i + 1] * block[2 * i + 1];
		}
	}
}
