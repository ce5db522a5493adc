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
package io.github.hounsfield.plane;

/**
 * What the array of a plane holds: which kind of array, and which number an element stands for. Decoders, volumes and
 * ImageJ stacks all use this one type.
 */
public enum PlaneType {

	/** byte[] of 0 and 1, each a bit of the file. */
	BIT(byte[].class, 0, 1),
	/** byte[] of 0 and 255 for stored bits 0 and 1, as ImageJ has masks. */
	MASK(byte[].class, 0, 255),
	/** byte[], 0 to 255. */
	UINT8(byte[].class, 0, 255),
	/** byte[], -128 to 127. */
	INT8(byte[].class, -128, 127),
	/** short[], 0 to 65535. */
	UINT16(short[].class, 0, 65535),
	/** short[], -32768 to 32767. */
	INT16(short[].class, -32768, 32767),
	/** short[] that holds value + 32768 without a sign (offset binary), as ImageJ keeps signed values: -32768 to 32767. */
	OFFSET16(short[].class, -32768, 32767),
	/** int[], -2^31 to 2^31 - 1. */
	INT32(int[].class, Integer.MIN_VALUE, Integer.MAX_VALUE),
	/** int[], 0 to 2^32 - 1. */
	UINT32(int[].class, 0, 0xFFFFFFFFL),
	/** float[]. */
	FLOAT32(float[].class, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
	/** double[]. */
	FLOAT64(double[].class, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
	/** int[] of 0xFFRRGGBB. */
	RGB(int[].class, Integer.MIN_VALUE, Integer.MAX_VALUE);

	/** An array of 16 bits without a sign holds a signed value plus this. Adding it flips the highest bit. */
	public static final int SIGN_OFFSET = 0x8000;

	private final Class<?> arrayClass;
	private final double min;
	private final double max;

	PlaneType(final Class<?> arrayClass, final double min, final double max) {
		this.arrayClass = arrayClass;
		this.min = min;
		this.max = max;
	}

	/** Such as {@code short[].class}. */
	public Class<?> arrayClass() {
		return arrayClass;
	}

	/** Bits of an array element: 8, 16, 32 or 64. */
	public int bits() {
		return switch (this) {
			case BIT, MASK, UINT8, INT8 -> 8;
			case UINT16, INT16, OFFSET16 -> 16;
			case INT32, UINT32, FLOAT32, RGB -> 32;
			case FLOAT64 -> 64;
		};
	}

	/** Bytes of an array element. */
	public int bytes() {
		return bits() / 8;
	}

	/** What is added to a value in the array: {@link #SIGN_OFFSET} or 0. */
	public int offset() {
		return this == OFFSET16 ? SIGN_OFFSET : 0;
	}

	/** Whether a value between two others means something. It does not in masks and colours. */
	public boolean isContinuous() {
		return this != BIT && this != MASK && this != RGB;
	}

	/** The nearest value that this type holds. NaN gives 0 in a type of whole numbers. */
	public double nearest(final double value) {
		if (this == FLOAT64) return value;
		if (this == FLOAT32) return (float) value;
		return Double.isNaN(value) ? 0 : Math.max(min, Math.min(max, Math.rint(value)));
	}
}
