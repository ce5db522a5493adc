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

import java.util.Arrays;

/**
 * Shifted copies of the rows of an integral image, upright and tilted. There is one copy for each column of the window
 * that is asked for. Entry i of a copy belongs to window i. Copies stay for the rows of windows below. Costs at most
 * (window width + 1) x (window height + 1) integers for each window of a row, twice that with tilted features. Not for
 * use by several threads at once.
 */
final class ShiftedRows {

	private final IntegralImage integral;
	private final int height;
	private final int width;
	private final int step;
	/** Copies by place of a row, then column; the tilted ones after the upright ones. */
	private final int[][] copies;
	/** For each copy the row of the stripe that it holds, or -1. */
	private final int[] held;
	private final int windows;
	private int top;
	private int count;

	/**
	 * @param integral of the stripe
	 * @param width of the search window, pixels
	 * @param height of the search window, pixels
	 * @param windows of the longest row
	 * @param step between windows
	 */
	ShiftedRows(final IntegralImage integral, final int width, final int height, final int windows, final int step) {
		this.integral = integral;
		this.width = width + 1;
		this.height = height + 1;
		this.windows = windows;
		this.step = step;
		copies = new int[2 * this.width * this.height][];
		held = new int[copies.length];
		clear();
	}

	/** Forgets the rows of the stripe before. */
	void clear() {
		Arrays.fill(held, -1);
	}

	/**
	 * Goes to a row of windows; rows come from top to bottom.
	 *
	 * @param row upper edge of the windows in the stripe
	 * @param windowsOfRow how many
	 */
	void moveTo(final int row, final int windowsOfRow) {
		top = row;
		count = windowsOfRow;
	}

	int[] plus(final TreeStages.Term term) {
		return copy(term.tilted(), term.plusX(), top + term.plusY());
	}

	int[] minus(final TreeStages.Term term) {
		return copy(term.tilted(), term.minusX(), top + term.minusY());
	}

	private int[] copy(final boolean tilted, final int column, final int row) {
		final int index = ((tilted ? height : 0) + row % height) * width + column;
		if (held[index] == row) return copies[index];
		if (copies[index] == null) copies[index] = new int[windows];
		final int from = (tilted ? integral.tiltedOffset() : 0) + row * integral.stride() + IntegralImage.column(column,
			step, integral.stride());
		System.arraycopy(integral.sums(), from, copies[index], 0, count);
		held[index] = row;
		return copies[index];
	}
}
