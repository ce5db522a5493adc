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
 * Stumps, trees of one node, of {@link TreeStages} laid out for integral images of one stride, and their evaluation
 * window by window. Immutable.
 * <p>
 * The order of stumps and the choice of a leaf by a sign do not change the results of single and double precision. Both
 * spare the processor branches that it could not predict. All numbers of a stump stand in one array, which spares all
 * but two of the checks of indices.
 */
final class ScaledStumps extends WindowClassifier {

	private static final int KINDS = TreeStages.TERMS.length;

	/** For each stage and kind of stump, the end of that kind in the table. */
	private final int[] ends;
	/** For each stage and kind of stump, the most that the stumps of the kinds behind it can add. */
	private final double[] most;
	/**
	 * For each stump the corners' offsets, plus and minus of each term; the factors; then as bits of floats the
	 * threshold, the right leaf, and its xor with the left leaf.
	 */
	private final int[] table;

	ScaledStumps(final Cascade cascade, final List<List<TreeStages.Tree>> stages, final int stride, final int step,
		final int tiltedOffset)
	{
		super(cascade, stride, step);
		ends = new int[stages.size() * KINDS];
		most = new double[ends.length];
		int size = 0;
		for (final List<TreeStages.Tree> stage : stages)
			for (final TreeStages.Tree stump : stage) size += 2 * stump.terms() + factors(stump) + 3;
		table = new int[size];
		int at = 0;
		for (int s = 0; s < stages.size(); s++) {
			for (int kind = 0; kind < KINDS; kind++) {
				for (final TreeStages.Tree stump : stages.get(s))
					if (stump.terms() == TreeStages.TERMS[kind]) at = append(stump, at, stride, step, tiltedOffset);
					else if (stump.terms() > TreeStages.TERMS[kind]) most[s * KINDS + kind] += stump.highestLeaf();
				ends[s * KINDS + kind] = at;
			}
		}
	}

	/** Three terms have a factor each. Four or six terms have one for each pair. */
	private static int factors(final TreeStages.Tree stump) {
		return stump.terms() == 3 ? 3 : stump.terms() / 2;
	}

	private int append(final TreeStages.Tree stump, final int start, final int stride, final int step,
		final int tiltedOffset)
	{
		final TreeStages.Node node = stump.nodes().get(0);
		int at = appendCorners(node.terms(), table, start, stride, step, tiltedOffset);
		for (int k = 0; k < stump.terms(); k += stump.terms() / factors(stump)) table[at++] = node.terms().get(k).factor();
		table[at++] = Float.floatToRawIntBits(node.threshold());
		table[at++] = Float.floatToRawIntBits(stump.right(node));
		table[at++] = Float.floatToRawIntBits(stump.right(node)) ^ Float.floatToRawIntBits(stump.left(node));
		return at;
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
			final int a = n[t];
			final int b = n[t + 1];
			final int c = n[t + 2];
			final int d = n[t + 3];
			final int e = n[t + 4];
			final int f = n[t + 5];
			final int valueV = n[t + 6] * (s[v + a] - s[v + b]) + n[t + 7] * (s[v + c] - s[v + d]) +
				n[t + 8] * (s[v + e] - s[v + f]);
			final int valueW = n[t + 6] * (s[w + a] - s[w + b]) + n[t + 7] * (s[w + c] - s[w + d]) +
				n[t + 8] * (s[w + e] - s[w + f]);
			sumV += leaf(valueV * reciprocalV, n[t + 9], n[t + 10], n[t + 11]);
			sumW += leaf(valueW * reciprocalW, n[t + 9], n[t + 10], n[t + 11]);
		}
		if (sumV + most[stage * KINDS] < threshold && sumW + most[stage * KINDS] < threshold) return 0;
		for (final int end = ends[stage * KINDS + 1]; t < end; t += 13) {
			final int a = n[t];
			final int b = n[t + 1];
			final int c = n[t + 2];
			final int d = n[t + 3];
			final int e = n[t + 4];
			final int f = n[t + 5];
			final int g = n[t + 6];
			final int h = n[t + 7];
			final int valueV = n[t + 8] * (s[v + a] - s[v + b] + s[v + c] - s[v + d]) + n[t + 9] *
				(s[v + e] - s[v + f] + s[v + g] - s[v + h]);
			final int valueW = n[t + 8] * (s[w + a] - s[w + b] + s[w + c] - s[w + d]) + n[t + 9] *
				(s[w + e] - s[w + f] + s[w + g] - s[w + h]);
			sumV += leaf(valueV * reciprocalV, n[t + 10], n[t + 11], n[t + 12]);
			sumW += leaf(valueW * reciprocalW, n[t + 10], n[t + 11], n[t + 12]);
		}
		if (sumV + most[stage * KINDS + 1] < threshold && sumW + most[stage * KINDS + 1] < threshold) return 0;
		final int end = ends[stage * KINDS + 2];
		sumV += sumOfSixTerms(s, v, reciprocalV, t, end);
		sumW += sumOfSixTerms(s, w, reciprocalW, t, end);
		return (sumV < threshold ? 0 : 1) | (sumW < threshold ? 0 : 2);
	}

	@Override
	double sum(final int[] s, final int w, final float reciprocal, final int stage) {
		final int[] n = table;
		int t = stage == 0 ? 0 : ends[stage * KINDS - 1];
		double sum = 0;
		for (final int end = ends[stage * KINDS]; t < end; t += 12) {
			final int value = n[t + 6] * (s[w + n[t]] - s[w + n[t + 1]]) + n[t + 7] * (s[w + n[t + 2]] - s[w + n[t + 3]]) +
				n[t + 8] * (s[w + n[t + 4]] - s[w + n[t + 5]]);
			sum += leaf(value * reciprocal, n[t + 9], n[t + 10], n[t + 11]);
		}
		for (final int end = ends[stage * KINDS + 1]; t < end; t += 13) {
			final int value = n[t + 8] * (s[w + n[t]] - s[w + n[t + 1]] + s[w + n[t + 2]] - s[w + n[t + 3]]) + n[t + 9] *
				(s[w + n[t + 4]] - s[w + n[t + 5]] + s[w + n[t + 6]] - s[w + n[t + 7]]);
			sum += leaf(value * reciprocal, n[t + 10], n[t + 11], n[t + 12]);
		}
		return sum + sumOfSixTerms(s, w, reciprocal, t, ends[stage * KINDS + 2]);
	}

	private double sumOfSixTerms(final int[] s, final int w, final float reciprocal, final int start, final int end) {
		final int[] n = table;
		double sum = 0;
		for (int t = start; t < end; t += 18) {
			final int value = n[t + 12] * (s[w + n[t]] - s[w + n[t + 1]] + s[w + n[t + 2]] - s[w + n[t + 3]]) + n[t + 13] *
				(s[w + n[t + 4]] - s[w + n[t + 5]] + s[w + n[t + 6]] - s[w + n[t + 7]]) + n[t + 14] * (s[w + n[t + 8]] - s[w +
					n[t + 9]] + s[w + n[t + 10]] - s[w + n[t + 11]]);
			sum += leaf(value * reciprocal, n[t + 15], n[t + 16], n[t + 17]);
		}
		return sum;
	}

	/** The left leaf if the value is below the threshold, so that the difference has the sign set. */
	private static float leaf(final float value, final int threshold, final int right, final int turn) {
		final int below = Float.floatToRawIntBits(value - Float.intBitsToFloat(threshold)) >> 31;
		return Float.intBitsToFloat(right ^ below & turn);
	}
}
