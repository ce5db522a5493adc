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
