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
package io.github.hounsfield.codec.jpeg;

/**
 * Turns rows of differences into rows of samples with the predictors of the lossless process (T.81, H.1.2.1 and table
 * H.1). Samples are 0 to 65535, all arithmetic modulo 65536. Ra is the sample to the left, Rb the one above, Rc
 * the one above Ra.
 */
final class Predictor {

	private static final int MASK = 0xFFFF;

	private Predictor() {}

	/**
	 * The first row of a scan and after a restart.
	 *
	 * @param row differences, replaced by samples
	 * @param count samples in the row
	 * @param initial prediction of the first sample, 2 to the power of precision less point transform less 1
	 */
	static void firstRow(final int[] row, final int count, final int initial) {
		left(row, 0, count, initial);
	}

	/**
	 * Any other row, the first sample of which is predicted from above.
	 *
	 * @param selection the predictor, 1 to 7
	 * @param above samples of the row above
	 * @param row differences, replaced by samples
	 * @param count samples in the row
	 */
	static void nextRow(final int selection, final int[] above, final int[] row, final int count) {
		row[0] = row[0] + above[0] & MASK;
		switch (selection) {
			case 1 -> left(row, 1, count, row[0]);
			case 2 -> above(above, row, count);
			case 3 -> aboveLeft(above, row, count);
			case 4 -> plane(above, row, count);
			case 5 -> leftAndHalfSlope(above, row, count);
			case 6 -> aboveAndHalfSlope(above, row, count);
			case 7 -> mean(above, row, count);
			default -> throw new IllegalArgumentException("predictor " + selection);
		}
	}

	/** The largest of samples that are shifted up, modulo 65536. */
	static int largest(final int[] row, final int count, final int shift) {
		int largest = 0;
		for (int x = 0; x < count; x++)
			largest = Math.max(largest, row[x] + shift & MASK);
		return largest;
	}

	private static void left(final int[] row, final int from, final int count, final int before) {
		int ra = before;
		for (int x = from; x < count; x++) {
			ra += row[x];
			row[x] = ra & MASK;
		}
	}

	private static void above(final int[] above, final int[] row, final int count) {
		for (int x = 1; x < count; x++)
			row[x] = row[x] + above[x] & MASK;
	}

	private static void aboveLeft(final int[] above, final int[] row, final int count) {
		for (int x = 1; x < count; x++)
			row[x] = row[x] + above[x - 1] & MASK;
	}

	/** Ra + Rb - Rc. */
	private static void plane(final int[] above, final int[] row, final int count) {
		int ra = row[0];
		for (int x = 1; x < count; x++) {
			ra += above[x] - above[x - 1] + row[x];
			row[x] = ra & MASK;
		}
	}

	/** Ra + ((Rb - Rc) >> 1). */
	private static void leftAndHalfSlope(final int[] above, final int[] row, final int count) {
		int ra = row[0];
		for (int x = 1; x < count; x++) {
			ra += (above[x] - above[x - 1] >> 1) + row[x];
			row[x] = ra & MASK;
		}
	}

	/** Rb + ((Ra - Rc) >> 1). */
	private static void aboveAndHalfSlope(final int[] above, final int[] row, final int count) {
		int ra = row[0];
		for (int x = 1; x < count; x++) {
			ra = above[x] + (ra - above[x - 1] >> 1) + row[x] & MASK;
			row[x] = ra;
		}
	}

	/** (Ra + Rb) >> 1. */
	private static void mean(final int[] above, final int[] row, final int count) {
		int ra = row[0];
		for (int x = 1; x < count; x++) {
			ra = (ra + above[x] >> 1) + row[x] & MASK;
			row[x] = ra;
		}
	}
}
