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
 * How one tile-component is coded: the SPcod or SPcoc parameters (T.800 table A.15 ff., T.814 A.4).
 *
 * @param levels wavelet decompositions, 0 to 32
 * @param blockWidthExponent code-block width is two to this, 2 to 10
 * @param blockHeightExponent code-block height is two to this, 2 to 10
 * @param blockStyle the flags below
 * @param reversible 5/3 instead of 9/7
 * @param precincts for each resolution the precinct's exponents, x in the low and y in the high four bits
 */
record CodingStyle(int levels, int blockWidthExponent, int blockHeightExponent, int blockStyle, boolean reversible,
	byte[] precincts)
{

	static final int BYPASS = 1;
	static final int RESET = 2;
	static final int TERMINATE = 4;
	static final int CAUSAL = 8;
	static final int SEGMENTATION_SYMBOLS = 32;
	static final int HT = 64;
	private static final int HT_MIXED = 128;

	static CodingStyle parse(final ByteReader in, final boolean ownPrecincts) throws CodecException {
		final int levels = in.u8();
		if (levels > 32) throw in.error(levels + " wavelet decompositions (at most 32)");
		final int width = in.u8() + 2;
		final int height = in.u8() + 2;
		if (width > 10 || height > 10 || width + height > 12)
			throw in.error("code-blocks of 2^" + width + " x 2^" + height + " (at most 4096 samples)");
		final int style = in.u8();
		if ((style & HT_MIXED) != 0)
			throw in.error("a tile-component that mixes HT and Part 1 code-blocks is not supported");
		if ((style & HT) != 0 && (style & ~(HT | CAUSAL)) != 0)
			throw in.error("code-block style 0x" + Integer.toHexString(style) + " with HT code-blocks");
		final int transform = in.u8();
		if (transform > 1) throw in.error("wavelet " + transform + " (0 is 9/7, 1 is 5/3)");
		final byte[] precincts = new byte[levels + 1];
		for (int r = 0; r <= levels; r++) {
			final int size = ownPrecincts ? in.u8() : 0xFF;
			if (r > 0 && ((size & 15) == 0 || size >> 4 == 0))
				throw in.error("a precinct of one sample above the lowest resolution");
			precincts[r] = (byte) size;
		}
		return new CodingStyle(levels, width, height, style, transform == 1, precincts);
	}

	boolean has(final int flag) {
		return (blockStyle & flag) != 0;
	}

	int precinctWidthExponent(final int resolution) {
		return precincts[resolution] & 15;
	}

	int precinctHeightExponent(final int resolution) {
		return precincts[resolution] >> 4 & 15;
	}
}
