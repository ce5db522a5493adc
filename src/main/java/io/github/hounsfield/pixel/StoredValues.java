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
package io.github.hounsfield.pixel;

/**
 * Pixel cells to stored values (PS3.5 section 8.1.1): the Bits Stored bits that end at High Bit, sign extended if Pixel
 * Representation says so. The other bits of the cell are dropped.
 */
final class StoredValues {

	private StoredValues() {}

	/** Bits below the stored ones in a cell. */
	static int shift(final PixelFormat format) {
		return format.highBit() + 1 - format.bitsStored();
	}

	/** @param xor flips bits of every value after all else; 0 for none */
	static void shorts(final short[] cells, final int from, final int count, final int shift, final int bits,
		final boolean signed, final int xor)
	{
		final int end = from + count;
		if (bits == 16) {
			if (xor != 0) for (int i = from; i < end; i++)
				cells[i] ^= (short) xor;
			return;
		}
		final int mask = (1 << bits) - 1;
		final int sign = signed ? 1 << bits - 1 : 0;
		if (shift == 0 && sign == 0) for (int i = from; i < end; i++)
			cells[i] = (short) (cells[i] & mask ^ xor);
		else if (shift == 0) for (int i = from; i < end; i++)
			cells[i] = (short) ((cells[i] & mask ^ sign) - sign ^ xor);
		else for (int i = from; i < end; i++)
			cells[i] = (short) (((cells[i] & 0xFFFF) >>> shift & mask ^ sign) - sign ^ xor);
	}

	static void bytes(final byte[] cells, final int from, final int count, final int shift, final int bits,
		final boolean signed)
	{
		if (bits == 8) return;
		final int mask = (1 << bits) - 1;
		final int sign = signed ? 1 << bits - 1 : 0;
		for (int i = from; i < from + count; i++)
			cells[i] = (byte) (((cells[i] & 0xFF) >>> shift & mask ^ sign) - sign);
	}

	static void ints(final int[] cells, final int from, final int count, final int shift, final int bits,
		final boolean signed)
	{
		if (bits == 32) return;
		final int mask = (1 << bits) - 1;
		final int sign = signed ? 1 << bits - 1 : 0;
		for (int i = from; i < from + count; i++)
			cells[i] = (cells[i] >>> shift & mask ^ sign) - sign;
	}
}
