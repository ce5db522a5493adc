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
 * Stumps, trees of one node, of {@link TreeStages} laid out for integral images of one layout, and their evaluation
 * window by window. Immutable.
 * <p>
 * The order of stumps and the choice of a leaf by a sign do not change the results of single and double precision. Both
 * spare the processor branches that it could not predict. All numbers of a stump stand in one array, which spares all
 * but two of the checks of indices.
 */
final class ScaledStumps extends WindowClassifier {

	private static final int KINDS = TreeStages.TERMS.length;

	/** What does not depend on the integral image. */
	static final class Plan {

		private final Cascade cascade;
		/** For each stage and kind of stump, the end of that kind in the table. */
		private final int[] ends;
		/** For each stage and kind of stump, the most that the stumps of the kinds behind it can add. */
		private final double[] most;
		/** For each stump its feature; as bits of floats the threshold and the right leaf; its xor with the left leaf. */
		private final CornerTable stumps = new CornerTable();

		Plan(final Cascade cascade, final List<List<TreeStages.Tree>> stages) {
			this.cascade = cascade;
			ends = new int[stages.size() * KINDS];
			most = new double[ends.length];
			for (int k = 0; k < ends.length; k++) {
				for (final TreeStages.Tree stump : stages.get(k / KINDS)) {
					final int terms = stump.nodes().get(0).terms().size();
					if (terms == TreeStages.TERMS[k % KINDS]) add(stump);
					else if (terms > TreeStages.TERMS[k % KINDS]) most[k] += stump.highestLeaf();
				}
				ends[k] = stumps.size();
			}
		}

		private void add(final TreeStages.Tree stump) {
			final TreeStages.Node node = stump.nodes().get(0);
			stumps.addFeature(node.terms());
			stumps.add(node.threshold());
			stumps.add(stump.right(node));
			stumps.add(Float.floatToRawIntBits(stump.right(node)) ^ Float.floatToRawIntBits(stump.left(node)));
		}

		/** For integral images of a layout. */
		ScaledStumps laidOut(final IntegralLayout layout) {
			return new ScaledStumps(this, layout);
		}
	}

	private final int[] ends;
	private final double[] most;
	private final int[] table;

	private ScaledStumps(final Plan plan, final IntegralLayout layout) {
		super(plan.cascade, layout);
		ends = plan.ends;
		most = plan.most;
		table = plan.stumps.laidOut(layout);
	}

	@Override
	int keepPassing(final int stage, final int[] sums, final int row, final float[] reciprocals, final int[] windows,
		final int count)
	{
		int kept = 0;
		int k = 0;
		for (; k + 1 < count; k += 2) {
			final int first = windows[k];
			final int second = windows[k + 1];
			final int passing = passing(stage, sums, row + first, reciprocals[first], row + second, reciprocals[second]);
			windows[kept] = first;
			kept += passing & 1;
			windows[kept] = second;
			kept += passing >> 1;
		}
		if (k < count && passes(stage, sums, row + windows[k], reciprocals[windows[k]])) windows[kept++] = windows[k];
		return kept;
	}

	/**
	 * As {@link #sum} for two windows at once, which share what is read of the table: 1 for the first, 2 for the second.
	 */
	private int passing(final int stage, final int[] s, final int v, final float reciprocalV, final int w,
		final float reciprocalW)
	{
		final int[] n = table;
		final double threshold = stageThresholds[stage];
		int t = stage == 0 ? 0 : ends[stage * KINDS - 1];
		double sumV = 0;
		double sumW = 0;
		for (final int end = ends[stage * KINDS]; t < end; t += 12) {
			sumV += leaf(CornerTable.threeTerms(n, t, s, v) * reciprocalV, n[t + 9], n[t + 10], n[t + 11]);
			sumW += leaf(CornerTable.threeTerms(n, t, s, w) * reciprocalW, n[t + 9], n[t + 10], n[t + 11]);
		}
		if (sumV + most[stage * KINDS] < threshold && sumW + most[stage * KINDS] < threshold) return 0;
		for (final int end = ends[stage * KINDS + 1]; t < end; t += 13) {
			sumV += leaf(CornerTable.fourTerms(n, t, s, v) * reciprocalV, n[t + 10], n[t + 11], n[t + 12]);
			sumW += leaf(CornerTable.fourTerms(n, t, s, w) * reciprocalW, n[t + 10], n[t + 11], n[t + 12]);
		}
		if (sumV + most[stage * KINDS + 1] < threshold && sumW + most[stage * KINDS + 1] < threshold) return 0;
		for (final int end = ends[stage * KINDS + 2]; t < end; t += 18) {
			sumV += leaf(CornerTable.sixTerms(n, t, s, v) * reciprocalV, n[t + 15], n[t + 16], n[t + 17]);
			sumW += leaf(CornerTable.sixTerms(n, t, s, w) * reciprocalW, n[t + 15], n[t + 16], n[t + 17]);
		}
		return (sumV < threshold ? 0 : 1) | (sumW < threshold ? 0 : 2);
	}

	@Override
	double sum(final int[] s, final int w, final float reciprocal, final int stage) {
		final int[] n = table;
		int t = stage == 0 ? 0 : ends[stage * KINDS - 1];
		double sum = 0;
		for (final int end = ends[stage * KINDS]; t < end; t += 12)
			sum += leaf(CornerTable.threeTerms(n, t, s, w) * reciprocal, n[t + 9], n[t + 10], n[t + 11]);
		for (final int end = ends[stage * KINDS + 1]; t < end; t += 13)
			sum += leaf(CornerTable.fourTerms(n, t, s, w) * reciprocal, n[t + 10], n[t + 11], n[t + 12]);
		for (final int end = ends[stage * KINDS + 2]; t < end; t += 18)
			sum += leaf(CornerTable.sixTerms(n, t, s, w) * reciprocal, n[t + 15], n[t + 16], n[t + 17]);
		return sum;
	}

	/** The left leaf if the value is below the threshold, so that the difference has the sign set. */
	private static float leaf(final float value, final int threshold, final int right, final int turn) {
		final int below = Float.floatToRawIntBits(value - Float.intBitsToFloat(threshold)) >> 31;
		return Float.intBitsToFloat(right ^ below & turn);
	}
}
