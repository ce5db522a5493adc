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

import java.util.ArrayList;
import java.util.List;

/**
 * Looks at every search window of a stripe of a pyramid level. One for each thread.
 * <p>
 * Windows go through the first stages a band of rows at a time, while many of them are left. Then they go one by one. A
 * window has a number in its band: its distance from the first one in the integral image.
 */
final class StripeScanner {

	/** A window is too flat to be searched if its standard deviation is at most the reciprocal of this. */
	private static final double MIN_DEVIATION_RECIPROCAL = 1e-1;

	/** A long band is evaluated at once if at least one window in so many is left, and a few more. */
	private static final int DENSE_SHARE = 14;
	private static final int DENSE_LEAST = 8;
	private static final int DENSE_BAND = 40;

	/** About so many windows make a band: enough for long loops, and their results stay in the nearest cache. */
	private static final int BAND = 1024;

	private final int[][] image;
	private final int windowHeight;
	private final IntegralImage integral = new IntegralImage();

	private float[] reciprocals = {};
	private DenseBand dense;
	private int[] left = {};

	private PyramidLevel level;
	private IntegralLayout layout;
	private List<DenseStage> denseStages;
	private WindowClassifier classifier;
	/** Offset of the first window of the band. */
	private int base;
	/** Numbers of the windows of the band are below this. */
	private int count;

	/**
	 * @param image grey levels, an array for each row
	 * @param windowHeight of the unscaled search window, pixels
	 */
	StripeScanner(final int[][] image, final int windowHeight) {
		this.image = image;
		this.windowHeight = windowHeight;
	}

	/** The windows of a stripe that pass. */
	List<Detection> scan(final SearchPlan.Stripe stripe) {
		level = stripe.level().geometry();
		layout = stripe.level().cascade().layout();
		denseStages = stripe.level().cascade().denseStages();
		classifier = stripe.level().cascade().classifier();
		final int step = layout.step();
		final int lastWindow = (stripe.endRow() - 1 - stripe.firstRow()) / step * step;
		integral.compute(layout, stripe.level().resize(), image, stripe.firstRow(), lastWindow + windowHeight);
		final List<Detection> found = new ArrayList<>();
		final int most = Math.max(1, BAND / layout.pitch());
		final int rows = lastWindow / step + 1;
		for (int row = 0; row < rows; row += most)
			scanBand(row, Math.min(most, rows - row), stripe.firstRow() + row * step, found);
		return found;
	}

	private void scanBand(final int row, final int rows, final int y, final List<Detection> found) {
		base = row * layout.pitch();
		count = (rows - 1) * layout.pitch() + level.windowsPerRow();
		makeRoom();
		for (int r = 0; r < rows; r++) measureContrast(r * layout.pitch(), level.windowsPerRow());
		int stage = 1;
		int windows = firstStage(rows);
		while (isDense() && stage < denseStages.size() && windows > count / DENSE_SHARE + DENSE_LEAST)
			windows = denseStage(windows, stage++);
		while (stage < classifier.stages() && windows > 0)
			windows = classifier.keepPassing(stage++, integral.sums(), base, reciprocals, left, windows);
		for (int k = 0; k < windows; k++) found.add(detection(left[k], y));
	}

	private void makeRoom() {
		if (left.length >= count) return;
		left = new int[count];
		reciprocals = new float[count];
		dense = denseStages.isEmpty() ? null : new DenseBand(count);
	}

	private boolean isDense() {
		return dense != null && count >= DENSE_BAND;
	}

	/** Sets the contrast of each window of a row, and its reciprocal, 0 where the window is too flat. */
	private void measureContrast(final int first, final int windows) {
		final int[] sums = integral.sums();
		final int[] squares = integral.squares();
		final double area = classifier.contrastArea;
		final int a = base + first + classifier.contrastCorners[0];
		final int b = base + first + classifier.contrastCorners[1];
		final int c = base + first + classifier.contrastCorners[2];
		final int d = base + first + classifier.contrastCorners[3];
		for (int i = 0; i < windows; i++) {
			final double sum = sums[a + i] - sums[b + i] - sums[c + i] + sums[d + i];
			final double square = squares[a + i] - squares[b + i] - squares[c + i] + squares[d + i] & 0xffffffffL;
			final double contrast = Math.sqrt(area * square - sum * sum);
			final float reciprocal = (float) (1 / contrast);
			reciprocals[first + i] = area * reciprocal < MIN_DEVIATION_RECIPROCAL ? reciprocal : 0;
			if (dense != null) dense.contrasts[first + i] = (int) (contrast + 0.5);
		}
	}

	/** Evaluates the first stage; a window that it rejects makes the scan skip the next one of its row. */
	private int firstStage(final int rows) {
		final boolean isDense = isDense();
		if (isDense) denseStages.get(0).evaluate(integral.sums(), base, dense, count);
		int windows = 0;
		for (int r = 0; r < rows; r++) {
			final int end = r * layout.pitch() + level.windowsPerRow();
			for (int i = r * layout.pitch(); i < end; i++) {
				if (reciprocals[i] == 0) continue;
				final int rejects = isDense && dense.isSure(i) ? dense.rejects(i) : rejects(0, i);
				left[windows] = i;
				windows += 1 - rejects;
				i += rejects;
			}
		}
		return windows;
	}

	/** Keeps those of the windows left that pass a stage. */
	private int denseStage(final int windows, final int stage) {
		denseStages.get(stage).evaluate(integral.sums(), base, dense, count);
		int kept = 0;
		for (int k = 0; k < windows; k++) {
			final int i = left[k];
			final int rejects = dense.isSure(i) ? dense.rejects(i) : rejects(stage, i);
			left[kept] = i;
			kept += 1 - rejects;
		}
		return kept;
	}

	/** 1 if the stage rejects the window, else 0: a number, where a branch could not be predicted. */
	private int rejects(final int stage, final int window) {
		return classifier.passes(stage, integral.sums(), base + window, reciprocals[window]) ? 0 : 1;
	}

	/** A window of a band whose first row of windows is row y of the level. */
	private Detection detection(final int window, final int y) {
		final double levelWeight = classifier.sum(integral.sums(), base + window, reciprocals[window], classifier.stages() -
			1);
		final int x = window % layout.pitch() * layout.step();
		final int below = window / layout.pitch() * layout.step();
		return new Detection(PyramidLevel.round(x * level.factor()), PyramidLevel.round((y + below) * level.factor()), level
			.windowWidth(), level.windowHeight(), 1, levelWeight);
	}
}
