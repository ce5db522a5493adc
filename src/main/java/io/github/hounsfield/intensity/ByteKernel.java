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

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;

/** Gives a byte for each stored value: the grey level of a window, or whether it is padding. */
interface ByteKernel extends PlaneKernel<byte[], byte[]> {

	/**
	 * Grey level 0 to 255; 0 for padding and NaN.
	 *
	 * @param function from stored values to HU, padding to NaN
	 * @param voi from HU to grey
	 * @param inverted whether to invert the levels, except for padding
	 */
	record Levels(SliceFunction function, VoiTransform voi, boolean inverted) implements ByteKernel {

		/** The middle between 2^23 and 2^24. In that range floats are whole numbers. */
		private static final float SHIFT = 0x1.8p23f;
		private static final int SHIFT_BITS = Float.floatToRawIntBits(SHIFT);

		int level(final double stored) {
			final double hu = function.hu(stored);
			return Double.isNaN(hu) ? 0 : inverted ? 255 - voi.level(hu) : voi.level(hu);
		}

		@Override
		public void evaluate(final double[] stored, final byte[] codes, final int at, final int length) {
			for (int i = 0; i < length; i++)
				codes[at + i] = (byte) level(stored[i]);
		}

		/**
		 * Floats go through a straight window as a ramp. Through another one whole floats, as most HU are, share the table
		 * of 16-bit images.
		 */
		@Override
		public int run(final Plane in, final int offset, final byte[] out, final int length, final TableCache tables) {
			final FloatRamp ramp = in.type() == PlaneType.FLOAT32 ? FloatRamp.of(this) : null;
			if (ramp != null) {
				ramp.run(in.floats(), offset, out, length);
				return 0;
			}
			final byte[] table = in.type() == PlaneType.FLOAT32 ? tables.table(this, PlaneType.INT16,
				length >= WORTH_A_TABLE) : null;
			if (table == null) return ByteKernel.super.run(in, offset, out, length, tables);
			final float[] values = in.floats();
			final int half = length / 2;
			final int second = offset + half;
			for (int i = 0; i < half; i++) {
				out[i] = level(values[offset + i], table);
				out[half + i] = level(values[second + i], table);
			}
			if (length > 2 * half) out[length - 1] = level(values[offset + length - 1], table);
			return 0;
		}

		/**
		 * A whole number of 16 bits, shifted this way, is the low 16 bits of the float. A conversion would take twice the
		 * time.
		 */
		private byte level(final float stored, final byte[] table) {
			final float shifted = stored + SHIFT;
			final int whole = Float.floatToRawIntBits(shifted) - SHIFT_BITS;
			return shifted - SHIFT == stored && whole == (short) whole ? table[whole & 0xffff] : (byte) level(
				(double) stored);
		}
	}

	/** 255 for padding, 0 for anything else. */
	record Mask(Padding padding) implements ByteKernel {

		@Override
		public void evaluate(final double[] stored, final byte[] codes, final int at, final int length) {
			for (int i = 0; i < length; i++)
				codes[at + i] = (byte) (padding.contains(stored[i]) ? 255 : 0);
		}
	}

	@Override
	default byte[] newCodes(final int length) {
		return new byte[length];
	}

	@Override
	default int store(final byte[] codes, final byte[] out, final int at, final int length) {
		System.arraycopy(codes, 0, out, at, length);
		return 0;
	}

	@Override
	default int lookUp(final byte[] in, final int offset, final byte[] table, final byte[] out, final int length) {
		for (int i = 0; i < length; i++)
			out[i] = table[in[offset + i] & 0xff];
		return 0;
	}

	/**
	 * Goes through both halves at once. While one waits for memory, the other goes on. That alone saves a third of the
	 * time.
	 */
	@Override
	default int lookUp(final short[] in, final int offset, final byte[] table, final byte[] out, final int length) {
		final int half = length / 2;
		final int second = offset + half;
		for (int i = 0; i < half; i++) {
			out[i] = table[in[offset + i] & 0xffff];
			out[half + i] = table[in[second + i] & 0xffff];
		}
		if (length > 2 * half) out[length - 1] = table[in[offset + length - 1] & 0xffff];
		return 0;
	}
}
