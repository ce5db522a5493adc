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

/** Gives HU as float: the double result, rounded once. */
record FloatKernel(SliceFunction function) implements PlaneKernel<float[], float[]> {

	@Override
	public float[] newCodes(final int length) {
		return new float[length];
	}

	@Override
	public void evaluate(final double[] stored, final float[] codes, final int at, final int length) {
		function.hu(stored, length);
		for (int i = 0; i < length; i++)
			codes[at + i] = (float) stored[i];
	}

	@Override
	public int store(final float[] codes, final float[] out, final int at, final int length) {
		System.arraycopy(codes, 0, out, at, length);
		return 0;
	}

	@Override
	public int lookUp(final byte[] in, final int offset, final float[] table, final float[] out, final int length) {
		for (int i = 0; i < length; i++)
			out[i] = table[in[offset + i] & 0xff];
		return 0;
	}

	@Override
	public int lookUp(final short[] in, final int offset, final float[] table, final float[] out, final int length) {
		for (int i = 0; i < length; i++)
			out[i] = table[in[offset + i] & 0xffff];
		return 0;
	}
}
