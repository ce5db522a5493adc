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
 * A condition on numbers of 16 bits, for a block at once. It is made of two signs: that of the number, and that of the
 * number plus another one. Where the sum overflows, the first sign decides. The loop has the form that {@link
 * ShortBlocks} says.
 *
 * @param first flips the bits of the number
 * @param added to the number
 * @param second flips the bits of the sum
 * @param result flips the bits of both together
 */
record ShortCondition(short first, short added, short second, short result) {

	private static final int NOT = -1;

	private ShortCondition(final int first, final int added, final int second, final int result) {
		this((short) first, (short) added, (short) second, (short) result);
	}

	/**
	 * Whether x is below a least number. If that is positive, x or x - least is negative; otherwise both are.
	 *
	 * @param flip turns the bits of an element into x
	 */
	static ShortCondition below(final short flip, final short least) {
		return least > 0 ? new ShortCondition(flip ^ NOT, flip - least, NOT, NOT)
			: new ShortCondition(flip, flip - least, 0, 0);
	}

	/**
	 * Whether x is above a greatest number, which is not the greatest of 16 bits.
	 *
	 * @param flip turns the bits of an element into x
	 */
	static ShortCondition above(final short flip, final short greatest) {
		final ShortCondition below = below(flip, (short) (greatest + 1));
		return new ShortCondition(below.first, below.added, below.second, below.result ^ NOT);
	}

	/**
	 * Whether the sum of x and a number leaves 16 bits. A negative number then makes a negative x positive; another one
	 * makes an x that is not negative negative.
	 *
	 * @param flip turns the bits of an element into x
	 */
	static ShortCondition overflow(final short flip, final short added) {
		final int not = added < 0 ? 0 : NOT;
		return new ShortCondition(flip ^ not, flip + added, not ^ NOT, 0);
	}

	/** Adds a sign where the condition holds, and a sign in a mask is negative. */
	void note(final short[] values, final short[] signs, final short[] noted) {
		note(values, first, added, second, result, signs, noted);
	}

	private static void note(final short[] values, final short first, final short added, final short second,
		final short result, final short[] signs, final short[] noted)
	{
		for (int i = 0; i < ShortBlocks.BLOCK; i++)
			noted[i] = (short) (noted[i] | ((values[i] ^ first) & (values[i] + added ^ second) ^ result) & signs[i]);
	}
}
