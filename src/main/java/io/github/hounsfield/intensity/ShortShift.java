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

import io.github.hounsfield.plane.PlaneType;
import java.util.Arrays;

/**
 * HU in 16 bits of stored values in 16 bits where HU are the values plus a whole number, as in most CT. Works on a
 * block at once. Padding is replaced by masks. Not safe for several threads.
 */
final class ShortShift {

	private static final int BLOCK = ShortBlocks.BLOCK;

	/** What is added to the bits of an element to get HU. */
	private final short added;
	/** Turns HU in two's complement into the output's bits. */
	private final short flipOut;
	/** Bits of elements that are padding. */
	private final short[] padding;
	private final short replacement;
	private final ShortCondition overflow;

	private final short[] values = new short[BLOCK];
	/** Negative for a value, 0 for padding. */
	private final short[] signs = new short[BLOCK];
	/** Negative where a sum left the range. */
	private final short[] beyond = new short[BLOCK];

	private ShortShift(final short flipIn, final short added, final short flipOut, final short[] padding,
		final short replacement)
	{
		this.added = (short) (added + flipIn);
		this.flipOut = flipOut;
		this.padding = padding;
		this.replacement = replacement;
		overflow = ShortCondition.overflow(flipIn, added);
		Arrays.fill(signs, (short) -1);
	}

	/** @return null if HU are not values plus a whole number, or padding is a range */
	static ShortShift of(final ShortKernel kernel, final PlaneType type) {
		final SliceFunction function = kernel.function();
		if (type.bits() != 16 || !(function.transform() instanceof Rescale rescale) || rescale.slope() != 1) return null;
		final double origin = type == PlaneType.UINT16 ? PlaneType.SIGN_OFFSET : 0;
		final double added = rescale.intercept() + origin;
		final Padding declared = function.mode() == PaddingMode.KEEP ? Padding.NONE : function.padding();
		final short flipIn = flip(type);
		final short[] padding = single(declared, origin, flipIn);
		if (padding == null) return null;
		final double replacement = declared.isNone() ? 0 : function.replacement();
		if (!ShortKernel.fits(added) || !ShortKernel.fits(replacement)) return null;
		return new ShortShift(flipIn, (short) added, (short) (PlaneType.SIGN_OFFSET ^ kernel.flip()), padding,
			(short) replacement);
	}

	/** Turns the bits of an element into its value minus the middle of the type's values. */
	static short flip(final PlaneType type) {
		return (short) (type == PlaneType.INT16 ? 0 : PlaneType.SIGN_OFFSET);
	}

	/**
	 * Padding as elements of 16 bits.
	 *
	 * @param origin is subtracted from each
	 * @param flip then turns its bits into those of an element
	 * @return those that 16 bits hold; null if padding is a range
	 */
	static short[] single(final Padding padding, final double origin, final short flip) {
		final short[] values = new short[padding.ranges().size()];
		int count = 0;
		for (final Padding.Range range : padding.ranges()) {
			if (range.min() != range.max()) return null;
			if (ShortKernel.fits(range.min() - origin)) values[count++] = (short) ((short) (range
				.min() - origin) ^ flip);
		}
		return Arrays.copyOf(values, count);
	}

	/**
	 * @param out takes HU of as many values as asked for, from index 0
	 * @return whether they are right; false where the sum of a value leaves 16 bits
	 */
	boolean run(final short[] in, final int offset, final short[] out, final int length) {
		Arrays.fill(beyond, (short) 0);
		for (int done = 0; done < length; done += BLOCK) {
			final int n = Math.min(BLOCK, length - done);
			System.arraycopy(in, offset + done, values, 0, n);
			if (n < BLOCK) Arrays.fill(values, n, BLOCK, values[0]);
			if (padding.length > 0) ShortBlocks.differ(values, padding[0], signs);
			for (int i = 1; i < padding.length; i++)
				ShortBlocks.differToo(values, padding[i], signs);
			overflow.note(values, signs, beyond);
			if (padding.length == 0) ShortBlocks.add(values, added, flipOut);
			else ShortBlocks.addOrReplace(values, added, signs, replacement, flipOut);
			System.arraycopy(values, 0, out, done, n);
		}
		return !ShortBlocks.isAnyNegative(beyond);
	}
}
