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

/**
 * The rows of an integral image about a row of windows, once for each column of the window: entry i of a copy belongs to
 * window i. Costs (window width + 1) x (window height + 1) integers for each window of a row. Not for use by several
 * threads at once.
 */
final class ShiftedRows {

	private final int[][][] copies;
	private final int step;
	private int top;
	private int end;

	/**
	 * @param width of the search window, pixels
	 * @param height of the search window, pixels
	 * @param windows of the longest row
	 * @param step between windows
	 */
	ShiftedRows(final int width, final int height, final int windows, final int step) {
		copies = new int[height + 1][width + 1][windows];
		this.step = step;
	}

	/** Forgets the rows of the stripe before. */
	void clear() {
		end = 0;
	}

	/**
	 * Copies what is missing for a row of windows; rows come from top to bottom.
	 *
	 * @param integral of the stripe
	 * @param row upper edge of the windows in it
	 * @param count windows
	 */
	void moveTo(final IntegralImage integral, final int row, final int count) {
		top = row;
		for (int r = Math.max(end, row); r < row + copies.length; r++) {
			final int[][] columns = copies[r % copies.length];
			for (int c = 0; c < columns.length; c++)
				System.arraycopy(integral.sums(), r * integral.stride() + IntegralImage.column(c, step, integral.stride()),
					columns[c], 0, count);
		}
		end = row + copies.length;
	}

	int[] plus(final StumpStages.Term term) {
		return copies[(top + term.plusY()) % copies.length][term.plusX()];
	}

	int[] minus(final StumpStages.Term term) {
		return copies[(top + term.minusY()) % copies.length][term.minusX()];
	}
}
