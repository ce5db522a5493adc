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
 * Trees of {@link TreeStages} laid out for integral images of one stride, and their evaluation for one window or two at
 * once. Immutable.
 * <p>
 * All nodes of a tree are evaluated; the signs of their differences make the number of the leaf. That takes more sums
 * than the path from the root to the leaf, but no branch that the processor could not predict.
 */
final class ScaledTrees extends WindowClassifier {

	/** Terms of the two kinds of trees. Missing terms count nothing. */
	private static final int SHORT = 4;
	private static final int LONG = 6;
	/** Integers of a node: corners, factors, threshold. */
	private static final int SHORT_NODE = 3 * SHORT + 1;
	private static final int LONG_NODE = 3 * LONG + 1;

	/** Nodes of the largest tree. Every tree has as many; surplus ones are idle. */
	private final int nodes;
	/** For each stage the end of its short trees in the table, then that of its long ones. */
	private final int[] ends;
	/** The nodes of each tree, then its leaves by the signs of its nodes as bits of floats. */
	private final int[] table;

	ScaledTrees(final Cascade cascade, final List<List<TreeStages.Tree>> stages, final int stride, final int step,
		final int tiltedOffset)
	{
		super(cascade, stride, step);
		nodes = cascade.maxNodes();
		ends = new int[2 * stages.size()];
		table = new int[stages.stream().flatMap(List::stream).mapToInt(t -> nodes * nodeSize(t) + (1 << nodes)).sum()];
		int at = 0;
		for (int s = 0; s < stages.size(); s++) {
			ends[2 * s] = at;
			for (final TreeStages.Tree tree : stages.get(s)) {
				final int nodeSize = nodeSize(tree);
				for (int k = 0; k < tree.nodes().size(); k++)
					setNode(tree.nodes().get(k), at + k * nodeSize, nodeSize / 3, stride, step, tiltedOffset);
				at += nodes * nodeSize;
				for (int signs = 0; signs < 1 << nodes; signs++) table[at++] = Float.floatToRawIntBits(leaf(tree, signs));
				if (nodeSize == SHORT_NODE) ends[2 * s] = at;
			}
			ends[2 * s + 1] = at;
		}
	}

	private static int nodeSize(final TreeStages.Tree tree) {
		return tree.terms() > SHORT ? LONG_NODE : SHORT_NODE;
	}

	private void setNode(final TreeStages.Node node, final int start, final int terms, final int stride, final int step,
		final int tiltedOffset)
	{
		appendCorners(node.terms(), table, start, stride, step, tiltedOffset);
		for (int k = 0; k < node.terms().size(); k++) table[start + 2 * terms + k] = node.terms().get(k).factor();
		table[start + 3 * terms] = Float.floatToRawIntBits(node.threshold());
	}

	private static float leaf(final TreeStages.Tree tree, final int signs) {
		int node = 0;
		do node = (signs >> node & 1) != 0 ? tree.nodes().get(node).left() : tree.nodes().get(node).right();
		while (node > 0);
		return tree.leaves().get(-node);
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
		final int leaves = 1 << nodes;
		int t = stage == 0 ? 0 : ends[2 * stage - 1];
		double sumV = 0;
		double sumW = 0;
		for (final int end = ends[2 * stage]; t < end; t += leaves) {
			int signsV = 0;
			int signsW = 0;
			for (int node = 1; node < leaves; node += node, t += SHORT_NODE) {
				signsV |= below(shortFeature(n, t, s, v) * reciprocalV, n[t + SHORT_NODE - 1]) & node;
				signsW |= below(shortFeature(n, t, s, w) * reciprocalW, n[t + SHORT_NODE - 1]) & node;
			}
			sumV += Float.intBitsToFloat(n[t + signsV]);
			sumW += Float.intBitsToFloat(n[t + signsW]);
		}
		for (final int end = ends[2 * stage + 1]; t < end; t += leaves) {
			int signsV = 0;
			int signsW = 0;
			for (int node = 1; node < leaves; node += node, t += LONG_NODE) {
				signsV |= below(longFeature(n, t, s, v) * reciprocalV, n[t + LONG_NODE - 1]) & node;
				signsW |= below(longFeature(n, t, s, w) * reciprocalW, n[t + LONG_NODE - 1]) & node;
			}
			sumV += Float.intBitsToFloat(n[t + signsV]);
			sumW += Float.intBitsToFloat(n[t + signsW]);
		}
		final double threshold = stageThresholds[stage];
		return (sumV < threshold ? 0 : 1) | (sumW < threshold ? 0 : 2);
	}

	@Override
	double sum(final int[] s, final int w, final float reciprocal, final int stage) {
		final int[] n = table;
		final int leaves = 1 << nodes;
		int t = stage == 0 ? 0 : ends[2 * stage - 1];
		double sum = 0;
		for (final int end = ends[2 * stage]; t < end; t += leaves) {
			int signs = 0;
			for (int node = 1; node < leaves; node += node, t += SHORT_NODE)
				signs |= below(shortFeature(n, t, s, w) * reciprocal, n[t + SHORT_NODE - 1]) & node;
			sum += Float.intBitsToFloat(n[t + signs]);
		}
		for (final int end = ends[2 * stage + 1]; t < end; t += leaves) {
			int signs = 0;
			for (int node = 1; node < leaves; node += node, t += LONG_NODE)
				signs |= below(longFeature(n, t, s, w) * reciprocal, n[t + LONG_NODE - 1]) & node;
			sum += Float.intBitsToFloat(n[t + signs]);
		}
		return sum;
	}

	private static int shortFeature(final int[] n, final int t, final int[] s, final int w) {
		return n[t + 8] * (s[w + n[t]] - s[w + n[t + 1]]) + n[t + 9] * (s[w + n[t + 2]] - s[w + n[t + 3]]) + n[t + 10] *
			(s[w + n[t + 4]] - s[w + n[t + 5]]) + n[t + 11] * (s[w + n[t + 6]] - s[w + n[t + 7]]);
	}

	private static int longFeature(final int[] n, final int t, final int[] s, final int w) {
		return n[t + 12] * (s[w + n[t]] - s[w + n[t + 1]]) + n[t + 13] * (s[w + n[t + 2]] - s[w + n[t + 3]]) + n[t + 14] *
			(s[w + n[t + 4]] - s[w + n[t + 5]]) + n[t + 15] * (s[w + n[t + 6]] - s[w + n[t + 7]]) + n[t + 16] *
			(s[w + n[t + 8]] - s[w + n[t + 9]]) + n[t + 17] * (s[w + n[t + 10]] - s[w + n[t + 11]]);
	}

	/** All bits if the value is below the threshold, so that the difference has the sign set; else none. */
	private static int below(final float value, final int threshold) {
		return Float.floatToRawIntBits(value - Float.intBitsToFloat(threshold)) >> 31;
	}
}
