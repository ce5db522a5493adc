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

/**
 * Rows of wavelet coefficients of one subband (T.800 annex E).
 *
 * @param band the subband
 * @param integers its rows where reversible, else null
 * @param floats its rows where irreversible, else null
 */
record Coefficients(Subband band, int[][] integers, float[][] floats) {

	/** All zero. */
	static Coefficients of(final Subband band, final boolean reversible) {
		final int width = band.area().width();
		final int height = band.area().height();
		return reversible ? new Coefficients(band, new int[height][width], null) : new Coefficients(band, null,
			new float[height][width]);
	}

	/**
	 * Takes a decoded code-block. Those of several may come from several threads.
	 *
	 * @param samples row by row, twice the magnitude
	 */
	void put(final Rect block, final int[] samples) {
		final int width = block.width();
		final int x0 = block.x0() - band.area().x0();
		final int y0 = block.y0() - band.area().y0();
		for (int y = 0; y < block.height(); y++) {
			if (integers != null) halve(samples, y * width, integers[y0 + y], x0, width);
			else scale(samples, y * width, floats[y0 + y], x0, width, (float) (band.step() / 2));
		}
	}

	/** Equation E-8. */
	private static void halve(final int[] samples, final int at, final int[] row, final int x0, final int width) {
		for (int x = 0; x < width; x++)
			row[x0 + x] = samples[at + x] / 2;
	}

	/** Equation E-6 with r = 1/2. */
	private static void scale(final int[] samples, final int at, final float[] row, final int x0, final int width,
		final float factor)
	{
		for (int x = 0; x < width; x++)
			row[x0 + x] = samples[at + x] * factor;
	}
}
