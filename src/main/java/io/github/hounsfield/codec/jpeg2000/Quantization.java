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
package io.github.hounsfield.codec.jpeg2000;

import io.github.hounsfield.codec.CodecException;

/**
 * Quantization of one tile-component (QCD or QCC, T.800 A.6.4 and annex E).
 *
 * @param style 0 none, 1 derived from the lowest subband, 2 given for each subband
 * @param guardBits G of equation E-2
 * @param exponents for each subband, from the lowest: LL, HL1, LH1, HH1, HL2 ...; for style 1 the first only
 * @param mantissas the same, 11 bits
 */
record Quantization(int style, int guardBits, int[] exponents, int[] mantissas) {

	static Quantization parse(final ByteReader in) throws CodecException {
		final int sqcd = in.u8();
		final int style = sqcd & 31;
		if (style > 2) throw in.error("quantization style " + style);
		final int size = style == 0 ? 1 : 2;
		final int count = style == 1 ? 1 : in.remaining() / size;
		if (count == 0 || in.remaining() < count * size) throw in.error("no quantization step");
		final int[] exponents = new int[count];
		final int[] mantissas = new int[count];
		for (int b = 0; b < count; b++) {
			final int value = style == 0 ? in.u8() << 8 : in.u16();
			exponents[b] = value >> 11;
			mantissas[b] = value & 0x7FF;
		}
		return new Quantization(style, sqcd >> 5, exponents, mantissas);
	}

	/**
	 * Magnitude bit planes of a subband (equation E-2).
	 *
	 * @param band 0 for LL, then 3r-2 to 3r for HL, LH, HH of resolution r
	 */
	int bitPlanes(final int band) throws CodecException {
		return Math.max(0, guardBits + exponent(band) - 1);
	}

	/**
	 * Quantization step (equation E-3).
	 *
	 * @param dynamicRange R of the subband: precision plus the subband's gain in bits
	 */
	double step(final int band, final int dynamicRange) throws CodecException {
		final int mantissa = mantissas[style == 1 ? 0 : band];
		return Math.scalb(1 + mantissa / 2048.0, dynamicRange - exponent(band));
	}

	private int exponent(final int band) throws CodecException {
		if (style == 1) return Math.max(0, band == 0 ? exponents[0] : exponents[0] - (band - 1) / 3);
		if (band >= exponents.length)
			throw new CodecException("quantization of subband " + band + " is missing: " + exponents.length + " are given");
		return exponents[band];
	}
}
