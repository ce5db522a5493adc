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
 * How the values of a plane are kept in a Java array: which array, and which number an element stands for.
 */
public enum SampleType {

	/** byte[], 0 to 255. */
	UINT8(8),
	/** byte[], -128 to 127. */
	INT8(8),
	/** short[], 0 to 65535. */
	UINT16(16),
	/** short[], -32768 to 32767. */
	INT16(16),
	/** short[] that holds value + 32768 without a sign (offset binary), -32768 to 32767. */
	OFFSET16(16),
	/** int[], -2^31 to 2^31 - 1. */
	INT32(32),
	/** int[], 0 to 2^32 - 1. */
	UINT32(32),
	/** float[]. */
	FLOAT32(32),
	/** double[]. */
	FLOAT64(64);

	private final int bits;

	SampleType(final int bits) {
		this.bits = bits;
	}

	/** Bits of an array element: 8, 16, 32 or 64. */
	public int bits() {
		return bits;
	}

	/** @return a new array of the kind that holds this type */
	public Object newArray(final int length) {
		return switch (this) {
			case UINT8, INT8 -> new byte[length];
			case UINT16, INT16, OFFSET16 -> new short[length];
			case INT32, UINT32 -> new int[length];
			case FLOAT32 -> new float[length];
			case FLOAT64 -> new double[length];
		};
	}

	/**
	 * Reads values out of an array.
	 *
	 * @param array of the kind that holds this type
	 * @param offset index of the first value in array
	 * @param values takes the values, from index 0; all are exact
	 * @param length how many
	 */
	public void load(final Object array, final int offset, final double[] values, final int length) {
		switch (this) {
			case UINT8 -> {
				final byte[] a = (byte[]) array;
				for (int i = 0; i < length; i++)
					values[i] = a[offset + i] & 0xff;
			}
			case INT8 -> {
				final byte[] a = (byte[]) array;
				for (int i = 0; i < length; i++)
					values[i] = a[offset + i];
			}
			case UINT16 -> {
				final short[] a = (short[]) array;
				for (int i = 0; i < length; i++)
					values[i] = a[offset + i] & 0xffff;
			}
			case INT16 -> {
				final short[] a = (short[]) array;
				for (int i = 0; i < length; i++)
					values[i] = a[offset + i];
			}
			case OFFSET16 -> {
				final short[] a = (short[]) array;
				for (int i = 0; i < length; i++)
					values[i] = (a[offset + i] & 0xffff) - 0x8000;
			}
			case INT32 -> {
				final int[] a = (int[]) array;
				for (int i = 0; i < length; i++)
					values[i] = a[offset + i];
			}
			case UINT32 -> {
				final int[] a = (int[]) array;
				for (int i = 0; i < length; i++)
					values[i] = a[offset + i] & 0xffffffffL;
			}
			case FLOAT32 -> {
				final float[] a = (float[]) array;
				for (int i = 0; i < length; i++)
					values[i] = a[offset + i];
			}
			case FLOAT64 -> System.arraycopy(array, offset, values, 0, length);
		}
	}

	/** @return the value at an index of an array of the kind that holds this type */
	public double valueAt(final Object array, final int index) {
		final double[] value = new double[1];
		load(array, index, value, 1);
		return value[0];
	}
}
