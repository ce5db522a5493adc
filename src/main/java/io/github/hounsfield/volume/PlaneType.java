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
package io.github.hounsfield.volume;

import io.github.hounsfield.intensity.SampleType;

/** What the array of a plane holds. All planes of a volume have one type, which ImageJ shows without a copy. */
public enum PlaneType {

	/** byte[] of stored values 0 to 255. */
	UINT8(1, SampleType.UINT8),
	/** byte[] of 0 and 255 for stored bits 0 and 1. */
	MASK(1, SampleType.UINT8),
	/** short[] of stored values 0 to 65535. */
	UINT16(2, SampleType.UINT16),
	/** short[] of stored value + 32768 without a sign, as ImageJ keeps signed values: -32768 to 32767. */
	OFFSET16(2, SampleType.OFFSET16),
	/** float[] of stored values; of an RT dose with 32 bits, of dose in its Dose Units. */
	FLOAT32(4, SampleType.FLOAT32),
	/** int[] of 0xFFRRGGBB. */
	RGB(4, null);

	private final int bytes;
	private final SampleType sampleType;

	PlaneType(final int bytes, final SampleType sampleType) {
		this.bytes = bytes;
		this.sampleType = sampleType;
	}

	/** Bytes of one pixel. */
	public int bytes() {
		return bytes;
	}

	/** How {@code intensity} calls it. @throws IllegalStateException for RGB, which has no values to convert */
	public SampleType sampleType() {
		if (sampleType == null) throw new IllegalStateException("a colour image has no stored values to convert");
		return sampleType;
	}
}
