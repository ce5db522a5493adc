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
 * One component of a tile: its resolutions and subbands.
 *
 * @param area its samples
 * @param style how it is coded
 * @param roiShift bit planes by which a region of interest stands above the rest, 0 where there is none
 * @param resolutions from the lowest
 */
record TileComponent(Rect area, CodingStyle style, int roiShift, Resolution[] resolutions) {

	/** Coefficients are 32-bit numbers with a sign and a bit below the lowest plane. */
	static final int MAX_BIT_PLANES = 30;

	static TileComponent of(final Rect area, final int precision, final CodingStyle style,
		final Quantization quantization, final int roiShift) throws CodecException
	{
		if (style.reversible() != (quantization.style() == 0)) throw new CodecException("the " +
			(style.reversible() ? "5/3 wavelet with" : "9/7 wavelet without") + " quantization is not supported");
		final Resolution[] resolutions = new Resolution[style.levels() + 1];
		for (int r = 0; r < resolutions.length; r++) {
			final int first = r == 0 ? Subband.LL : Subband.HL;
			final Subband[] bands = new Subband[r == 0 ? 1 : 3];
			final int shift = r == 0 ? style.levels() : style.levels() - r + 1;
			for (int b = 0; b < bands.length; b++) {
				final int orientation = first + b;
				final int gain = (orientation & 1) + (orientation >> 1);
				final int index = r == 0 ? 0 : 3 * r - 3 + orientation;
				final int planes = quantization.bitPlanes(index) + roiShift;
				final double step = style.reversible() ? 1 : quantization.step(index, precision + gain);
				bands[b] = new Subband(area.band(shift, orientation & 1, orientation >> 1), orientation, planes, step);
			}
			resolutions[r] = new Resolution(r, area.band(style.levels() - r, 0, 0), style, bands);
		}
		return new TileComponent(area, style, roiShift, resolutions);
	}
}
