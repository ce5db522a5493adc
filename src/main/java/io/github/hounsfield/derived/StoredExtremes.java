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

/**
 * The smallest and the largest of a plane's stored values of 16 bits, in little endian, signed or not. Blocks of values
 * are first asked together whether any lies beyond what is known so far: few do.
 */
final class StoredExtremes {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
	private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

	/** Bytes that are asked together. */
	private static final int BLOCK = 2048;

	/** Turns signed values into unsigned ones of the same order. */
	private static final long SIGNS = 0x8000_8000_8000_8000L;

	/** Each second value of four. */
	private static final long ROOMY = 0x0000_FFFF_0000_FFFFL;

	private static final long ONE_EACH = 0x0000_0001_0000_0001L;

	/** Above two values: stays where a difference is 0 or more, so that no value borrows from the next. */
	private static final long GUARDS = 0x8000_0000_8000_0000L;

	private final byte[] bytes;
	private final int offset;
	private int smallest = Integer.MAX_VALUE;
	private int largest = Integer.MIN_VALUE;

	/** With values moved to 0 to 65535. */
	private StoredExtremes(final byte[] bytes, final int offset) {
		this.bytes = bytes;
		this.offset = offset;
	}

	/** @param bytes at least one value */
	static StoredPlane plane(final byte[] bytes, final boolean signed) {
		final StoredExtremes extremes = new StoredExtremes(bytes, signed ? 1 << 15 : 0);
		extremes.look();
		return new StoredPlane(bytes, extremes.smallest - extremes.offset, extremes.largest - extremes.offset);
	}

	private void look() {
		for (int from = 0; from < bytes.length; from += BLOCK) {
			final int to = Math.min(bytes.length, from + BLOCK);
			if (from == 0 || to - from < BLOCK || isAnyBeyond(from)) lookAtEach(from, to);
		}
	}

	private boolean isAnyBeyond(final int from) {
		final long within = within(bytes, from, offset == 0 ? 0 : SIGNS, smallest * ONE_EACH, largest * ONE_EACH | GUARDS);
		return (within & GUARDS) != GUARDS;
	}

	/** Guards are left where all values lie from least to most. */
	private static long within(final byte[] bytes, final int from, final long signs, final long least, final long most) {
		long within = -1;
		for (int i = from; i < from + BLOCK; i += Long.BYTES) {
			final long four = (long) LONGS.get(bytes, i) ^ signs;
			final long even = four & ROOMY;
			final long odd = four >>> 16 & ROOMY;
			within &= (even | GUARDS) - least & most - even & (odd | GUARDS) - least & most - odd;
		}
		return within;
	}

	private void lookAtEach(final int from, final int to) {
		int small = smallest;
		int large = largest;
		for (int i = from; i < to; i += Short.BYTES) {
			final int value = (short) SHORTS.get(bytes, i) + offset & 0xFFFF;
			if (value < small) small = value;
			if (value > large) large = value;
		}
		smallest = small;
		largest = large;
	}
}
