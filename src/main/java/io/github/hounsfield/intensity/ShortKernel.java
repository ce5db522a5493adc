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

/**
 * Gives HU as 16-bit integers. A code is the 16 bits to store, with no bit set above them. If they would not be exact,
 * it is {@link #FLAW}.
 *
 * @param function from stored values to HU
 * @param flip what the bits of HU + 32768 are xored with: {@link PlaneType#SIGN_OFFSET} to store two's complement, 0 to
 *          store HU + 32768
 */
record ShortKernel(SliceFunction function, int flip) implements PlaneKernel<int[], short[]> {

	static final int TWOS_COMPLEMENT = PlaneType.SIGN_OFFSET;
	static final int OFFSET_BINARY = 0;

	private static final int FLAW = Integer.MIN_VALUE;

	/** Whether one of the combined codes stands for a value that 16 bits do not hold exactly. */
	static boolean isFlawed(final int bits) {
		return bits < 0;
	}

	/** Whether 16 bits with a sign hold a value exactly. */
	static boolean fits(final double hu) {
		return hu == (short) hu;
	}

	@Override
	public int run(final Plane in, final int offset, final short[] out, final int length, final TableCache tables) {
		final ShortShift shift = ShortShift.of(this, in.type());
		final boolean done = shift != null && shift.run(in.shorts(), offset, out, length);
		return done ? 0 : PlaneKernel.super.run(in, offset, out, length, tables);
	}

	@Override
	public int[] newCodes(final int length) {
		return new int[length];
	}

	@Override
	public void evaluate(final double[] stored, final int[] codes, final int at, final int length) {
		function.hu(stored, length);
		for (int i = 0; i < length; i++)
			codes[at + i] = fits(stored[i]) ? (short) stored[i] + PlaneType.SIGN_OFFSET ^ flip : FLAW;
	}

	@Override
	public int store(final int[] codes, final short[] out, final int at, final int length) {
		int bits = 0;
		for (int i = 0; i < length; i++) {
			bits |= codes[i];
			out[at + i] = (short) codes[i];
		}
		return bits;
	}

	@Override
	public int lookUp(final byte[] in, final int offset, final int[] table, final short[] out, final int length) {
		int bits = 0;
		for (int i = 0; i < length; i++) {
			final int code = table[in[offset + i] & 0xff];
			bits |= code;
			out[i] = (short) code;
		}
		return bits;
	}

	/** Goes through both halves at once, see {@link ByteKernel#lookUp(short[], int, byte[], byte[], int)}. */
	@Override
	public int lookUp(final short[] in, final int offset, final int[] table, final short[] out, final int length) {
		int bits = 0;
		final int half = length / 2;
		final int second = offset + half;
		for (int i = 0; i < half; i++) {
			final int code = table[in[offset + i] & 0xffff];
			final int other = table[in[second + i] & 0xffff];
			bits |= code | other;
			out[i] = (short) code;
			out[half + i] = (short) other;
		}
		if (length > 2 * half) {
			final int code = table[in[offset + length - 1] & 0xffff];
			bits |= code;
			out[length - 1] = (short) code;
		}
		return bits;
	}
}
