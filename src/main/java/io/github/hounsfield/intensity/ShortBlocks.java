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

	/** Numbers of a block. A few blocks stay in the processor's nearest cache. */
	static final int BLOCK = 1024;

	private ShortBlocks() {}

	static void flip(final short[] values, final short bits) {
		for (int i = 0; i < BLOCK; i++)
			values[i] = (short) (values[i] ^ bits);
	}

	static void add(final short[] values, final short added, final short[] sums) {
		for (int i = 0; i < BLOCK; i++)
			sums[i] = (short) (values[i] + added);
	}

	/** Adds a sign where one number is negative and the other is not. */
	static void noteSigns(final short[] negative, final short[] other, final short[] noted) {
		for (int i = 0; i < BLOCK; i++)
			noted[i] = (short) (noted[i] | negative[i] & (other[i] ^ -1));
	}

	/** Adds a sign where a value is below a least one, and its sign in a mask is negative. */
	static void noteBelow(final short[] values, final short least, final short[] signs, final short[] noted) {
		for (int i = 0; i < BLOCK; i++)
			noted[i] = (short) (noted[i] | (values[i] - least ^ (values[i] ^ least) & (values[i] ^ values[i] - least)) &
				signs[i]);
	}

	/** Adds a sign where a value is above a greatest one, and its sign in a mask is negative. */
	static void noteAbove(final short[] values, final short greatest, final short[] signs, final short[] noted) {
		for (int i = 0; i < BLOCK; i++)
			noted[i] = (short) (noted[i] | (greatest - values[i] ^ (values[i] ^ greatest) & (greatest ^ greatest -
				values[i])) & signs[i]);
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

	/** Puts another value where a sign is not negative. */
	static void replace(final short[] values, final short[] signs, final short replacement) {
		for (int i = 0; i < BLOCK; i++)
			values[i] = (short) (replacement ^ (values[i] ^ replacement) & signs[i] >> 15);
	}

	/** Whether any number is negative. */
	static boolean isAnyNegative(final short[] noted) {
		int bits = 0;
		for (final short one : noted)
			bits |= one;
		return bits < 0;
	}
}
