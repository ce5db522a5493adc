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

/** What one stored value is in a plane, decided by Bits Allocated and Pixel Representation. */
public enum StoredType {
	/** One byte, 0 or 1, of a bit in the file. */
	BIT(1, byte[].class),
	/** A byte of 0 to 255. */
	UINT8(1, byte[].class),
	/** A byte, two's complement. */
	INT8(1, byte[].class),
	/** A short of 0 to 65535. */
	UINT16(2, short[].class),
	/** A short, two's complement. */
	INT16(2, short[].class),
	/** An int of 0 to 2^32 - 1. */
	UINT32(4, int[].class),
	/** An int, two's complement. */
	INT32(4, int[].class),
	/** A float (Float Pixel Data). */
	FLOAT32(4, float[].class),
	/** A double (Double Float Pixel Data). */
	FLOAT64(8, double[].class);

	private final int bytes;
	private final Class<?> plane;

	StoredType(final int bytes, final Class<?> plane) {
		this.bytes = bytes;
		this.plane = plane;
	}

	/** Bytes of one value in a plane. */
	public int bytes() {
		return bytes;
	}

	/** The array type of a plane. */
	public Class<?> planeClass() {
		return plane;
	}

	/** Whether values are whole numbers in two's complement. */
	public boolean isSigned() {
		return this == INT8 || this == INT16 || this == INT32;
	}
}
