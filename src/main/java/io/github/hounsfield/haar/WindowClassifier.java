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

/** A cascade laid out for integral images of one layout. Immutable. */
abstract class WindowClassifier {

	/** The corners of the window less one pixel on each side, over which its contrast is taken. */
	final int[] contrastCorners;
	final double contrastArea;
	/** The least sum with which a window passes. */
	final double[] stageThresholds;

	WindowClassifier(final Cascade cascade, final IntegralLayout layout) {
		final int right = cascade.width() - 1;
		final int bottom = cascade.height() - 1;
		contrastCorners = new int[] { layout.at(1, 1), layout.at(right, 1), layout.at(1, bottom), layout.at(right,
			bottom) };
		contrastArea = (double) (cascade.width() - 2) * (cascade.height() - 2);
		stageThresholds = new double[cascade.stages().size()];
		for (int k = 0; k < stageThresholds.length; k++)
			stageThresholds[k] = cascade.stages().get(k).threshold() - TreeStages.THRESHOLD_ALLOWANCE;
	}

	final int stages() {
		return stageThresholds.length;
	}

	/**
	 * Keeps those windows of a row that pass a stage.
	 *
	 * @param stage which
	 * @param sums the integral image
	 * @param row offset of the first window of the row
	 * @param reciprocals of the contrasts, by window of the row
	 * @param windows of the row, from the left; those that pass are moved to the front
	 * @param count of windows
	 * @return how many pass
	 */
	int keepPassing(final int stage, final int[] sums, final int row, final float[] reciprocals, final int[] windows,
		final int count)
	{
		int kept = 0;
		for (int k = 0; k < count; k++)
			if (passes(stage, sums, row + windows[k], reciprocals[windows[k]])) windows[kept++] = windows[k];
		return kept;
	}

	/** Whether a window passes one stage. */
	final boolean passes(final int stage, final int[] sums, final int window, final float reciprocal) {
		return !(sum(sums, window, reciprocal, stage) < stageThresholds[stage]);
	}

	/**
	 * The sum of the leaves of a stage.
	 *
	 * @param sums the integral image
	 * @param window offset of the window's upper left corner
	 * @param reciprocal of the window's contrast
	 * @param stage which
	 */
	abstract double sum(int[] sums, int window, float reciprocal, int stage);
}
