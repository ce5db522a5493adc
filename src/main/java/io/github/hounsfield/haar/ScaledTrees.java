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
import java.util.Comparator;
import java.util.List;

/**
 * Trees of {@link TreeStages} laid out for integral images of one stride, and their evaluation for one window or two at
 * once. Immutable.
 * <p>
 * All nodes of a tree are evaluated; the signs of their differences make the number of the leaf. That takes more sums
 * than the path from the root to the leaf, but no branch that the processor could not predict. For the same reason the
 * trees of a stage are sorted by the terms of their nodes.
 */
final class ScaledTrees extends WindowClassifier {

	/** Bits in a tree's kind for the terms of a node: 3, 4 or 6. */
	private static final int TERM_BITS = 3;
	private static final int TERM_MASK = (1 << TERM_BITS) - 1;

	/** Leaves of each tree: as many as the tree with most nodes needs. */
	private final int leaves;
	/** For each stage the end of its trees in the table. */
	private final int[] ends;
	/**
	 * For each tree its kind, its nodes, those of fewer terms first, and its leaves by the signs of its nodes as bits of
	 * floats. A node has the threshold as bits of a float; the corners' offsets, plus and minus of each term; the factors.
	 */
	private final int[] table;

	/** A tree with its nodes by their number of terms. */
	private record Sorted(TreeStages.Tree tree, List<TreeStages.Node> nodes, int kind) {

		static Sorted of(final TreeStages.Tree tree) {
			final List<TreeStages.Node> nodes = new ArrayList<>(tree.nodes());
			nodes.sort(Comparator.comparingInt(n -> n.terms().size()));
			int kind = 0;
			for (int k = nodes.size() - 1; k >= 0; k--) kind = kind << TERM_BITS | nodes.get(k).terms().size();
			return new Sorted(tree, nodes, kind);
		}

		/** The leaf to which the signs of the sorted nodes lead. */
		float leaf(final int signs) {
			int node = 0;
			do {
				final TreeStages.Node n = tree.nodes().get(node);
				node = (signs >> nodes.indexOf(n) & 1) != 0 ? n.left() : n.right();
			}
			while (node > 0);
			return tree.leaves().get(-node);
		}

		int size(final int leaves) {
			int size = 1 + leaves;
			for (final TreeStages.Node n : nodes) size += ScaledTrees.size(n.terms().size());
			return size;
		}
	}

	ScaledTrees(final Cascade cascade, final List<List<TreeStages.Tree>> stages, final int stride, final int step,
		final int tiltedOffset)
	{
		super(cascade, stride, step);
		leaves = 1 << cascade.maxNodes();
		ends = new int[stages.size()];
		final List<List<Sorted>> sorted = new ArrayList<>();
		int size = 0;
		for (int s = 0; s < ends.length; s++) {
			final List<Sorted> trees = new ArrayList<>();
			for (final TreeStages.Tree tree : stages.get(s)) trees.add(Sorted.of(tree));
			trees.sort(Comparator.comparingInt(Sorted::kind));
			for (final Sorted tree : trees) size += tree.size(leaves);
			sorted.add(trees);
			ends[s] = size;
		}
		table = new int[size];
		int at = 0;
		for (final List<Sorted> trees : sorted)
			for (final Sorted tree : trees) at = append(tree, at, stride, step, tiltedOffset);
	}

	private int append(final Sorted tree, final int start, final int stride, final int step, final int tiltedOffset) {
		int at = start;
		table[at++] = tree.kind;
		for (final TreeStages.Node node : tree.nodes) {
			table[at++] = Float.floatToRawIntBits(node.threshold());
			at = appendCorners(node.terms(), table, at, stride, step, tiltedOffset);
			final int terms = node.terms().size();
			for (int k = 0; k < terms; k += terms / factors(terms)) table[at++] = node.terms().get(k).factor();
		}
		for (int signs = 0; signs < leaves; signs++) table[at++] = Float.floatToRawIntBits(tree.leaf(signs));
		return at;
	}

	/** Three terms have a factor each. Four or six terms have one for each pair. */
	private static int factors(final int terms) {
		return terms == 4 ? 2 : 3;
	}

	/** Integers of a node. */
	private static int size(final int terms) {
		return 1 + 2 * terms + factors(terms);
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
		double sumV = 0;
		double sumW = 0;
		int t = stage == 0 ? 0 : ends[stage - 1];
		for (final int end = ends[stage]; t < end; t += leaves) {
			int signsV = 0;
			int signsW = 0;
			int node = 1;
			for (int kind = n[t++]; kind != 0; kind >>= TERM_BITS, node += node) {
				final int terms = kind & TERM_MASK;
				signsV |= below(feature(terms, n, t, s, v) * reciprocalV, n[t]) & node;
				signsW |= below(feature(terms, n, t, s, w) * reciprocalW, n[t]) & node;
				t += size(terms);
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
		double sum = 0;
		int t = stage == 0 ? 0 : ends[stage - 1];
		for (final int end = ends[stage]; t < end; t += leaves) {
			int signs = 0;
			int node = 1;
			for (int kind = n[t++]; kind != 0; kind >>= TERM_BITS, node += node) {
				final int terms = kind & TERM_MASK;
				signs |= below(feature(terms, n, t, s, w) * reciprocal, n[t]) & node;
				t += size(terms);
			}
			sum += Float.intBitsToFloat(n[t + signs]);
		}
		return sum;
	}

	private static int feature(final int terms, final int[] n, final int t, final int[] s, final int w) {
		if (terms == 3) return n[t + 7] * (s[w + n[t + 1]] - s[w + n[t + 2]]) + n[t + 8] * (s[w + n[t + 3]] - s[w +
			n[t + 4]]) + n[t + 9] * (s[w + n[t + 5]] - s[w + n[t + 6]]);
		final int first = s[w + n[t + 1]] - s[w + n[t + 2]] + s[w + n[t + 3]] - s[w + n[t + 4]];
		final int second = s[w + n[t + 5]] - s[w + n[t + 6]] + s[w + n[t + 7]] - s[w + n[t + 8]];
		if (terms == 4) return n[t + 9] * first + n[t + 10] * second;
		return n[t + 13] * first + n[t + 14] * second + n[t + 15] * (s[w + n[t + 9]] - s[w + n[t + 10]] + s[w + n[t +
			11]] - s[w + n[t + 12]]);
	}

	/** All bits if the value is below the threshold, so that the difference has the sign set; else none. */
	private static int below(final float value, final int threshold) {
		return Float.floatToRawIntBits(value - Float.intBitsToFloat(threshold)) >> 31;
	}
}
