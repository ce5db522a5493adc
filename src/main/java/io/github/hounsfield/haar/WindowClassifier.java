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

/** A cascade laid out for integral images of one stride. Immutable. */
abstract class WindowClassifier {

	/** The corners of the window less one pixel on each side, over which its contrast is taken. */
	final int[] contrastCorners;
	final double contrastArea;
	private final int stages;

	WindowClassifier(final Cascade cascade, final int stride, final int step) {
		final int left = IntegralImage.column(1, step, stride);
		final int right = IntegralImage.column(cascade.width() - 1, step, stride);
		final int bottom = (cascade.height() - 1) * stride;
		contrastCorners = new int[] { stride + left, stride + right, bottom + left, bottom + right };
		contrastArea = (double) (cascade.width() - 2) * (cascade.height() - 2);
		stages = cascade.stages().size();
	}

	final int stages() {
		return stages;
	}

	/**
	 * Evaluates stages up to the one that rejects the window.
	 *
	 * @param sums the integral image
	 * @param window offset of the window's upper left corner
	 * @param reciprocal of the window's contrast
	 * @param firstStage the first to be evaluated
	 * @param levelWeight takes the sum of the last stage where the window passes all
	 * @return the stage that rejects the window, or {@link #stages()} where all pass it
	 */
	abstract int rejectingStage(int[] sums, int window, float reciprocal, int firstStage, double[] levelWeight);

	/** Whether a window passes one stage. */
	abstract boolean passes(int stage, int[] sums, int window, float reciprocal);
}
