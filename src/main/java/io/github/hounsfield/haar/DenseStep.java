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
 * A loop of {@link DenseStage} over the windows of a row. Immutable.
 * <p>
 * The compiler of the virtual machine turns each loop into vector instructions, if three things hold. All arrays have
 * the same index. The loop has not too many of them. It stands alone in what is compiled at once: where several stand
 * together, some stay as they are, and take eight times as long. So each is a class of its own. The call of one of many
 * classes is never replaced by the loop itself.
 * <p>
 * The distance of a node is its feature less its turn. It is negative where the feature goes left.
 */
sealed interface DenseStep {

	/**
	 * @param rows the integral image about the windows
	 * @param row is read and changed
	 * @param count windows
	 */
	void run(ShiftedRows rows, DenseRow row, int count);

	/** Sets the feature of a node of three terms with a factor each. */
	record SetTerms(int node, TreeStages.Term a, TreeStages.Term b, TreeStages.Term c, int factorA, int factorB,
		int factorC) implements DenseStep
	{

		@Override
		public void run(final ShiftedRows rows, final DenseRow row, final int count) {
			final int[] values = row.distances[node];
			final int[] plusA = rows.plus(a);
			final int[] minusA = rows.minus(a);
			final int[] plusB = rows.plus(b);
			final int[] minusB = rows.minus(b);
			final int[] plusC = rows.plus(c);
			final int[] minusC = rows.minus(c);
			for (int i = 0; i < count; i++)
				values[i] = factorA * (plusA[i] - minusA[i]) + factorB * (plusB[i] - minusB[i]) + factorC * (plusC[i] -
					minusC[i]);
		}
	}

	/** Sets the feature of a node to a rectangle: two terms of one factor. */
	record SetRectangle(int node, TreeStages.Term a, TreeStages.Term b, int factor) implements DenseStep {

		@Override
		public void run(final ShiftedRows rows, final DenseRow row, final int count) {
			final int[] values = row.distances[node];
			final int[] plusA = rows.plus(a);
			final int[] minusA = rows.minus(a);
			final int[] plusB = rows.plus(b);
			final int[] minusB = rows.minus(b);
			for (int i = 0; i < count; i++) values[i] = factor * (plusA[i] - minusA[i] + plusB[i] - minusB[i]);
		}
	}

	/** Adds a rectangle to the feature of a node. */
	record AddRectangle(int node, TreeStages.Term a, TreeStages.Term b, int factor) implements DenseStep {

		@Override
		public void run(final ShiftedRows rows, final DenseRow row, final int count) {
			final int[] values = row.distances[node];
			final int[] plusA = rows.plus(a);
			final int[] minusA = rows.minus(a);
			final int[] plusB = rows.plus(b);
			final int[] minusB = rows.minus(b);
			for (int i = 0; i < count; i++) values[i] += factor * (plusA[i] - minusA[i] + plusB[i] - minusB[i]);
		}
	}

	/** Makes the feature of a node its distance. */
	record TakeTurn(int node, int threshold, int shift) implements DenseStep {

		@Override
		public void run(final ShiftedRows rows, final DenseRow row, final int count) {
			final int[] distances = row.distances[node];
			final int[] contrasts = row.contrasts;
			for (int i = 0; i < count; i++) distances[i] -= contrasts[i] * threshold >> shift;
		}
	}

	/** Adds the leaf of a stump, of whose feature the turn is not yet taken. */
	record DecideStump(int threshold, int shift, int tolerance, int right, int difference) implements DenseStep {

		@Override
		public void run(final ShiftedRows rows, final DenseRow row, final int count) {
			final int[] values = row.distances[0];
			final int[] contrasts = row.contrasts;
			final int[] sums = row.margins;
			final int[] doubts = row.doubts;
			for (int i = 0; i < count; i++) {
				final int d = values[i] - (contrasts[i] * threshold >> shift);
				sums[i] += right + (d >> 31 & difference);
				doubts[i] |= d + tolerance ^ d - tolerance;
			}
		}
	}

	/**
	 * Adds the leaves of a root and of the second node of its tree. A leaf is 0 where a node stands in its place.
	 *
	 * @param side2 0 if the second node is the left one of the root, -1 if it is the right one
	 */
	record DecideTwo(int tolerance, int right, int difference, int tolerance2, int right2, int difference2, int side2)
		implements DenseStep
	{

		@Override
		public void run(final ShiftedRows rows, final DenseRow row, final int count) {
			final int[] roots = row.distances[0];
			final int[] seconds = row.distances[1];
			final int[] sums = row.margins;
			final int[] doubts = row.doubts;
			for (int i = 0; i < count; i++) {
				final int d = roots[i];
				final int d2 = seconds[i];
				final int reached = d >> 31 ^ side2;
				sums[i] += right + (d >> 31 & difference) + (reached & right2 + (d2 >> 31 & difference2));
				doubts[i] |= d + tolerance ^ d - tolerance | reached & (d2 + tolerance2 ^ d2 - tolerance2);
			}
		}
	}

	/**
	 * Adds the leaves of the third node of a tree.
	 *
	 * @param side2 as in {@link DecideTwo}
	 * @param parent of the third node: 0 for the root, 1 for the second node
	 * @param side3 0 if it is the left one of its parent, -1 if it is the right one
	 */
	record DecideThird(int tolerance, int right, int difference, int side2, int parent, int side3) implements DenseStep {

		@Override
		public void run(final ShiftedRows rows, final DenseRow row, final int count) {
			final int[] roots = row.distances[0];
			final int[] parents = row.distances[parent];
			final int[] thirds = row.distances[2];
			final int[] sums = row.margins;
			final int[] doubts = row.doubts;
			final int open = parent - 1;
			for (int i = 0; i < count; i++) {
				final int d = thirds[i];
				final int reached = (parents[i] >> 31 ^ side3) & (roots[i] >> 31 ^ side2 | open);
				sums[i] += reached & right + (d >> 31 & difference);
				doubts[i] |= reached & (d + tolerance ^ d - tolerance);
			}
		}
	}

	/** Notes which sums of leaves come so near to the stage's threshold that the decision is not sure. */
	record NoteNear(int tolerance) implements DenseStep {

		@Override
		public void run(final ShiftedRows rows, final DenseRow row, final int count) {
			final int[] sums = row.margins;
			final int[] doubts = row.doubts;
			for (int i = 0; i < count; i++) doubts[i] |= sums[i] + tolerance ^ sums[i] - tolerance;
		}
	}
}
