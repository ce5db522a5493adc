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
 * A loop of {@link DenseStage} over the windows of a band. Immutable.
 * <p>
 * The compiler of the virtual machine turns each loop into vector instructions, if three things hold. Arrays of the
 * type to which it writes all have the same index. The loop is short: one product, four corners. It stands alone in
 * what is compiled at once: where several stand together, some stay as they are, and take eight times as long. So each
 * is a class of its own. The call of one of many classes is never replaced by the loop itself.
 * <p>
 * The distance of a node is its feature less its turn. It is negative where the feature goes left. A term is the
 * difference of two corners, each an offset from the window.
 */
sealed interface DenseStep {

	/**
	 * @param sums the integral image
	 * @param base offset of the first window
	 * @param band is read and changed
	 * @param count windows
	 */
	void run(int[] sums, int base, DenseBand band, int count);

	/** Sets the feature of a node to two terms of one factor. */
	record SetTerms(int node, int plusA, int minusA, int plusB, int minusB, int factor) implements DenseStep {

		@Override
		public void run(final int[] sums, final int base, final DenseBand band, final int count) {
			final byte[] values = band.distances[node];
			final int a = base + plusA;
			final int b = base + minusA;
			final int c = base + plusB;
			final int d = base + minusB;
			for (int i = 0; i < count; i++)
				DenseBand.INTS.set(values, i << 2, factor * (sums[a + i] - sums[b + i] + sums[c + i] - sums[d + i]));
		}
	}

	/** Adds two terms of one factor to the feature of a node. */
	record AddTerms(int node, int plusA, int minusA, int plusB, int minusB, int factor) implements DenseStep {

		@Override
		public void run(final int[] sums, final int base, final DenseBand band, final int count) {
			final byte[] values = band.distances[node];
			final int a = base + plusA;
			final int b = base + minusA;
			final int c = base + plusB;
			final int d = base + minusB;
			for (int i = 0; i < count; i++)
				DenseBand.INTS.set(values, i << 2, (int) DenseBand.INTS.get(values, i << 2) + factor * (sums[a + i] - sums[b +
					i] + sums[c + i] - sums[d + i]));
		}
	}

	/** Adds a term to the feature of a node. */
	record AddTerm(int node, int plus, int minus, int factor) implements DenseStep {

		@Override
		public void run(final int[] sums, final int base, final DenseBand band, final int count) {
			final byte[] values = band.distances[node];
			final int a = base + plus;
			final int b = base + minus;
			for (int i = 0; i < count; i++)
				DenseBand.INTS.set(values, i << 2, (int) DenseBand.INTS.get(values, i << 2) + factor * (sums[a + i] - sums[b +
					i]));
		}
	}

	/** Makes the feature of a node its distance. */
	record TakeTurn(int node, int threshold, int shift) implements DenseStep {

		@Override
		public void run(final int[] sums, final int base, final DenseBand band, final int count) {
			final byte[] distances = band.distances[node];
			final int[] contrasts = band.contrasts;
			for (int i = 0; i < count; i++)
				DenseBand.INTS.set(distances, i << 2, (int) DenseBand.INTS.get(distances, i << 2) - (contrasts[i] *
					threshold >> shift));
		}
	}

	/** Adds the leaf of a stump, of whose feature the turn is not yet taken. */
	record DecideStump(int threshold, int shift, int tolerance, int right, int difference) implements DenseStep {

		@Override
		public void run(final int[] sums, final int base, final DenseBand band, final int count) {
			final byte[] values = band.distances[0];
			final int[] contrasts = band.contrasts;
			final int[] margins = band.margins;
			final int[] doubts = band.doubts;
			for (int i = 0; i < count; i++) {
				final int d = (int) DenseBand.INTS.get(values, i << 2) - (contrasts[i] * threshold >> shift);
				margins[i] += right + (d >> 31 & difference);
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
		public void run(final int[] sums, final int base, final DenseBand band, final int count) {
			final byte[] roots = band.distances[0];
			final byte[] seconds = band.distances[1];
			final int[] margins = band.margins;
			final int[] doubts = band.doubts;
			for (int i = 0; i < count; i++) {
				final int d = (int) DenseBand.INTS.get(roots, i << 2);
				final int d2 = (int) DenseBand.INTS.get(seconds, i << 2);
				final int reached = d >> 31 ^ side2;
				margins[i] += right + (d >> 31 & difference) + (reached & right2 + (d2 >> 31 & difference2));
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
		public void run(final int[] sums, final int base, final DenseBand band, final int count) {
			final byte[] roots = band.distances[0];
			final byte[] parents = band.distances[parent];
			final byte[] thirds = band.distances[2];
			final int[] margins = band.margins;
			final int[] doubts = band.doubts;
			final int open = parent - 1;
			for (int i = 0; i < count; i++) {
				final int d = (int) DenseBand.INTS.get(thirds, i << 2);
				final int reached = ((int) DenseBand.INTS.get(parents, i << 2) >> 31 ^ side3) & ((int) DenseBand.INTS.get(
					roots, i << 2) >> 31 ^ side2 | open);
				margins[i] += reached & right + (d >> 31 & difference);
				doubts[i] |= reached & (d + tolerance ^ d - tolerance);
			}
		}
	}

	/** Notes which sums of leaves come so near to the stage's threshold that the decision is not sure. */
	record NoteNear(int tolerance) implements DenseStep {

		@Override
		public void run(final int[] sums, final int base, final DenseBand band, final int count) {
			final int[] margins = band.margins;
			final int[] doubts = band.doubts;
			for (int i = 0; i < count; i++) {
				doubts[i] |= margins[i] + tolerance ^ margins[i] - tolerance;
			}
		}
	}

	/** Sets the margins of all windows, and no doubts. */
	record Begin(int margin) implements DenseStep {

		@Override
		public void run(final int[] sums, final int base, final DenseBand band, final int count) {
			final int[] margins = band.margins;
			final int[] doubts = band.doubts;
			for (int i = 0; i < count; i++) {
				margins[i] = margin;
				doubts[i] = 0;
			}
		}
	}
}
