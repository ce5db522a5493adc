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
package io.github.hounsfield.haar;

import java.util.List;

/** Looks at every search window of a stripe of a pyramid level. One for each thread. */
final class StripeScanner {

	/** Windows whose grey levels deviate by this or less from their mean are too flat to be searched. */
	private static final double MIN_DEVIATION_RECIPROCAL = 1e-1;

	private final Cascade cascade;
	private final byte[] image;
	private final double[] levelWeight = new double[1];

	StripeScanner(final Cascade cascade, final byte[] image) {
		this.cascade = cascade;
		this.image = image;
	}

	/**
	 * @param level the pyramid level
	 * @param resize from the image to the level
	 * @param scaled the cascade laid out for the integral image
	 * @param integral is overwritten
	 * @param firstRow of windows, a multiple of the level's step
	 * @param endRow windows of this row and beyond are left to others
	 * @param found takes the windows that pass, in the order of rows and columns
	 */
	void scan(final PyramidLevel level, final BilinearResize resize, final ScaledCascade scaled,
		final IntegralImage integral, final int firstRow, final int endRow, final List<Detection> found)
	{
		integral.compute(resize, image, firstRow, endRow - 1 - firstRow + cascade.height());
		for (int y = firstRow; y < endRow; y += level.step())
			scanRow(level, scaled, integral, (y - firstRow) * integral.stride(), y, found);
	}

	private void scanRow(final PyramidLevel level, final ScaledCascade scaled, final IntegralImage integral,
		final int row, final int y, final List<Detection> found)
	{
		final int[] sums = integral.sums();
		final int[] squares = integral.squares();
		final int count = level.windowsPerRow();
		for (int k = 0; k < count; k++) {
			final double sum = corners(sums, row + k, scaled.contrastCorners);
			final double square = Integer.toUnsignedLong(corners(squares, row + k, scaled.contrastCorners));
			final double variance = scaled.contrastArea * square - sum * sum;
			if (!(variance > 0)) continue;
			final float reciprocal = (float) (1 / Math.sqrt(variance));
			if (scaled.contrastArea * reciprocal >= MIN_DEVIATION_RECIPROCAL) continue;
			final int stage = scaled.rejectingStage(sums, row + k, reciprocal, levelWeight);
			if (stage == scaled.stages()) found.add(detection(level, k * level.step(), y));
			else if (stage == 0) k++;
		}
	}

	private static int corners(final int[] from, final int window, final int[] at) {
		return from[window + at[0]] - from[window + at[1]] - from[window + at[2]] + from[window + at[3]];
	}

	private Detection detection(final PyramidLevel level, final int x, final int y) {
		return new Detection(PyramidLevel.round(x * level.factor()), PyramidLevel.round(y * level.factor()), level
			.windowWidth(), level.windowHeight(), 1, levelWeight[0]);
	}
}
