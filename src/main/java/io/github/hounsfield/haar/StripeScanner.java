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

/**
 * Looks at every search window of a stripe of a pyramid level. One for each thread.
 * <p>
 * Windows go through the first stages a row at a time, while many of a row are left. Then they go one by one.
 */
final class StripeScanner {

	/** A window is too flat to be searched if its standard deviation is at most the reciprocal of this. */
	private static final double MIN_DEVIATION_RECIPROCAL = 1e-1;

	/** A long row is evaluated at once if at least one window in so many is left, and a few more. */
	private static final int DENSE_SHARE = 5;
	private static final int DENSE_LEAST = 8;
	private static final int DENSE_ROW = 40;

	private final WindowClassifier classifier;
	private final List<DenseStage> denseStages;
	private final int step;
	private final IntegralImage integral;
	private final ShiftedRows shifted;
	private final float[] reciprocals;
	private final DenseRow dense;
	private final int[] left;

	/**
	 * @param cascade what is looked for
	 * @param classifier the same laid out for the integral image
	 * @param denseStages the first stages in fixed point, or none
	 * @param integral is overwritten
	 * @param step between windows
	 * @param windows of the longest row
	 */
	StripeScanner(final Cascade cascade, final WindowClassifier classifier, final List<DenseStage> denseStages,
		final IntegralImage integral, final int step, final int windows)
	{
		this.classifier = classifier;
		this.denseStages = denseStages;
		this.integral = integral;
		this.step = step;
		final boolean isDense = !denseStages.isEmpty() && windows >= DENSE_ROW;
		shifted = isDense ? new ShiftedRows(integral, cascade.width(), cascade.height(), windows, step) : null;
		dense = isDense ? new DenseRow(windows) : null;
		reciprocals = new float[windows];
		left = new int[windows];
	}

	/**
	 * @param image grey levels, row by row
	 * @param level the pyramid level
	 * @param resize from the image to the level
	 * @param firstRow of windows, a multiple of the level's step
	 * @param endRow windows of this row and beyond are left to others
	 * @param windowHeight of the unscaled search window, pixels
	 * @param found takes the windows that pass
	 */
	void scan(final byte[] image, final PyramidLevel level, final BilinearResize resize, final int firstRow,
		final int endRow, final int windowHeight, final List<Detection> found)
	{
		final int lastWindow = (endRow - 1 - firstRow) / step * step;
		integral.compute(resize, image, firstRow, lastWindow + windowHeight);
		if (shifted != null) shifted.clear();
		for (int y = firstRow; y < endRow; y += step) scanRow(level, y - firstRow, y, found);
	}

	private void scanRow(final PyramidLevel level, final int row, final int y, final List<Detection> found) {
		final int count = level.windowsPerRow();
		final int base = row * integral.stride();
		measureContrast(base, count);
		int stage = 1;
		int windows = firstStage(row, count);
		while (isDense(count) && stage < denseStages.size() && windows > count / DENSE_SHARE + DENSE_LEAST)
			windows = denseStage(row, count, windows, stage++);
		while (stage < classifier.stages() && windows > 0)
			windows = classifier.keepPassing(stage++, integral.sums(), base, reciprocals, left, windows);
		for (int k = 0; k < windows; k++) {
			final int window = left[k];
			final double levelWeight = classifier.sum(integral.sums(), base + window, reciprocals[window], classifier
				.stages() - 1);
			found.add(detection(level, window * step, y, levelWeight));
		}
	}

	private boolean isDense(final int count) {
		return shifted != null && count >= DENSE_ROW;
	}

	/** Sets the contrast of each window, and its reciprocal, 0 where the window is too flat. */
	private void measureContrast(final int base, final int count) {
		final int[] sums = integral.sums();
		final int[] squares = integral.squares();
		final double area = classifier.contrastArea;
		final int a = base + classifier.contrastCorners[0];
		final int b = base + classifier.contrastCorners[1];
		final int c = base + classifier.contrastCorners[2];
		final int d = base + classifier.contrastCorners[3];
		for (int i = 0; i < count; i++) {
			final double sum = sums[a + i] - sums[b + i] - sums[c + i] + sums[d + i];
			final double square = squares[a + i] - squares[b + i] - squares[c + i] + squares[d + i] & 0xffffffffL;
			final double contrast = Math.sqrt(area * square - sum * sum);
			final float reciprocal = (float) (1 / contrast);
			reciprocals[i] = area * reciprocal < MIN_DEVIATION_RECIPROCAL ? reciprocal : 0;
			if (dense != null) dense.contrasts[i] = (int) (contrast + 0.5);
		}
	}

	/** Evaluates the first stage; a window that it rejects makes the scan skip the next one. */
	private int firstStage(final int row, final int count) {
		final boolean isDense = isDense(count);
		if (isDense) evaluate(denseStages.get(0), row, count);
		int windows = 0;
		for (int i = 0; i < count; i++) {
			if (reciprocals[i] == 0) continue;
			final int rejects = isDense && dense.doubts[i] >= 0 ? dense.margins[i] >>> 31 : rejects(0, row, i);
			left[windows] = i;
			windows += 1 - rejects;
			i += rejects;
		}
		return windows;
	}

	/** Keeps those of the windows left that pass a stage. */
	private int denseStage(final int row, final int count, final int windows, final int stage) {
		evaluate(denseStages.get(stage), row, count);
		int kept = 0;
		for (int k = 0; k < windows; k++) {
			final int i = left[k];
			final int rejects = dense.doubts[i] >= 0 ? dense.margins[i] >>> 31 : rejects(stage, row, i);
			left[kept] = i;
			kept += 1 - rejects;
		}
		return kept;
	}

	/** 1 if the stage rejects the window, else 0: a number, where a branch could not be predicted. */
	private int rejects(final int stage, final int row, final int window) {
		return classifier.passes(stage, integral.sums(), row * integral.stride() + window, reciprocals[window]) ? 0 : 1;
	}

	private void evaluate(final DenseStage stage, final int row, final int count) {
		shifted.moveTo(row, count);
		stage.evaluate(shifted, count, dense);
	}

	private Detection detection(final PyramidLevel level, final int x, final int y, final double levelWeight) {
		return new Detection(PyramidLevel.round(x * level.factor()), PyramidLevel.round(y * level.factor()), level
			.windowWidth(), level.windowHeight(), 1, levelWeight);
	}
}
