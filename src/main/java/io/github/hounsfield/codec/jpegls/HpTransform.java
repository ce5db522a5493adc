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
package io.github.hounsfield.codec.jpegls;

/**
 * The three reversible colour transforms that the encoder of HP Labs' LOCO-I software announces in an APP8 marker
 * segment "mrfx". They are no part of T.87. All of it is modulo 2^precision.
 */
final class HpTransform {

	/** Largest number of a transform; 0 means none. */
	static final int LAST = 3;

	private HpTransform() {}

	/**
	 * Turns decoded samples into red, green and blue in place.
	 *
	 * @param transform 1 to 3
	 * @param precision 8 or 16
	 * @param samples three to a pixel
	 * @param from the first sample
	 * @param to behind the last sample
	 */
	static void toRgb(final int transform, final int precision, final short[] samples, final int from, final int to) {
		final int mask = (1 << precision) - 1;
		final int half = 1 << precision - 1;
		for (int i = from; i < to; i += 3) {
			final int v1 = samples[i] & mask;
			final int v2 = samples[i + 1] & mask;
			final int v3 = samples[i + 2] & mask;
			final int red, green, blue;
			if (transform == 3) {
				green = v1 - (v2 + v3 >> 2) + (half >> 1) & mask;
				red = v3 + green - half;
				blue = v2 + green - half;
			}
			else {
				green = v2;
				red = v1 + green - half & mask;
				blue = v3 + (transform == 1 ? green : red + green >> 1) - half;
			}
			samples[i] = (short) (red & mask);
			samples[i + 1] = (short) green;
			samples[i + 2] = (short) (blue & mask);
		}
	}
}
