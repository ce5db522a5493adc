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

/**
 * Steps on blocks of numbers of 16 bits. Their loops are of the form that the compiler of JDK 17 turns into vector
 * instructions: arrays of their own, from index 0, of a fixed length, and a shift only of what was loaded. So
 * conditions are signs of numbers, and choices are masks. Stateless.
 */
final class ShortBlocks {

	/**
	 * Numbers of a block. A few blocks stay in the processor's nearest cache. Blocks of a whole page of memory, 2048, take
	 * longer where the numbers come from memory.
	 */
	static final int BLOCK = 1536;

	private ShortBlocks() {}

	/** Adds a number to each value, and then flips bits. */
	static void add(final short[] values, final short added, final short flip) {
		for (int i = 0; i < BLOCK; i++)
			values[i] = (short) (values[i] + added ^ flip);
	}

	/**
	 * Adds a number to each value whose sign is negative, and then flips bits. Puts another number where the sign is not
	 * negative.
	 *
	 * @param replacement before its bits are flipped too
	 */
	static void addOrReplace(final short[] values, final short added, final short[] signs, final short replacement,
		final short flip)
	{
		final short flipped = (short) (replacement ^ flip);
		for (int i = 0; i < BLOCK; i++)
			values[i] = (short) (flipped ^ (values[i] + added ^ replacement) & signs[i] >> 15);
	}

	/** Gives a negative number where a value is not the other one, 0 where it is. */
	static void differ(final short[] values, final short other, final short[] signs) {
		for (int i = 0; i < BLOCK; i++)
			signs[i] = (short) (values[i] ^ other | -(values[i] ^ other));
	}

	/** Leaves a number negative only where a value is not the other one either. */
	static void differToo(final short[] values, final short other, final short[] signs) {
		for (int i = 0; i < BLOCK; i++)
			signs[i] = (short) (signs[i] & (values[i] ^ other | -(values[i] ^ other)));
	}

	/** Whether any number is negative. */
	static boolean isAnyNegative(final short[] noted) {
		int bits = 0;
		for (final short one : noted)
			bits |= one;
		return bits < 0;
	}
}
