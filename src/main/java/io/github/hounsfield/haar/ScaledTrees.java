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

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trees of {@link TreeStages} laid out for integral images of one layout, and their evaluation for one window or two at
 * once. Immutable.
 * <p>
 * All nodes of a stage are evaluated, those of three terms first, then those of four, then those of six: three short
 * loops without a branch that the processor could not predict. Then the signs of a tree's nodes make the number of its
 * leaf. That takes more sums than the path from the root to the leaf.
 */
final class ScaledTrees extends WindowClassifier {

	private static final int KINDS = TreeStages.TERMS.length;

	/** The second of two windows has the bits of its signs from here on. */
	private static final int SECOND = 16;

	/** What does not depend on the integral image. */
	static final class Plan {

		private final Cascade cascade;
		/** Leaves of each tree: as many as the tree with most nodes needs. */
		private final int leaves;
		/** For each stage and kind of node, the end of that kind in the table. */
		private final int[] ends;
		/** For each node its corners, plus and minus of each term; the factors; the threshold as bits of a float. */
		private final CornerTable nodes = new CornerTable();
		/** For each stage the end of its trees. */
		private final int[] treeEnds;
		/** For each tree the places of its nodes in the stage, then its leaves by the signs of these, as bits of floats. */
		private final int[] trees;
		/** Nodes of each stage. */
		private final int[] nodeCounts;

		Plan(final Cascade cascade, final List<List<TreeStages.Tree>> stages) {
			this.cascade = cascade;
			leaves = 1 << cascade.maxNodes();
			ends = new int[stages.size() * KINDS];
			treeEnds = new int[stages.size()];
			nodeCounts = new int[stages.size()];
			final CornerTable treeTable = new CornerTable();
			for (int s = 0; s < treeEnds.length; s++) {
				final Map<TreeStages.Node, Integer> places = new IdentityHashMap<>();
				for (int kind = 0; kind < KINDS; kind++) {
					for (final TreeStages.Tree tree : stages.get(s))
						for (final TreeStages.Node node : tree.nodes())
							if (node.terms().size() == TreeStages.TERMS[kind]) {
								places.put(node, places.size());
								nodes.addFeature(node.terms());
								nodes.add(node.threshold());
							}
					ends[s * KINDS + kind] = nodes.size();
				}
				for (final TreeStages.Tree tree : stages.get(s)) add(tree, places, treeTable);
				treeEnds[s] = treeTable.size();
				nodeCounts[s] = places.size();
			}
			trees = treeTable.numbers();
		}

		private void add(final TreeStages.Tree tree, final Map<TreeStages.Node, Integer> places, final CornerTable table) {
			for (int k = 0; k < cascade.maxNodes(); k++)
				table.add(places.get(tree.nodes().get(Math.min(k, tree.nodes().size() - 1))));
			for (int signs = 0; signs < leaves; signs++) table.add(leaf(tree, signs));
		}

		/** The leaf to which the signs of the nodes lead. */
		private static float leaf(final TreeStages.Tree tree, final int signs) {
			int node = 0;
			do node = (signs >> node & 1) != 0 ? tree.nodes().get(node).left() : tree.nodes().get(node).right();
			while (node > 0);
			return tree.leaves().get(-node);
		}

		/** For integral images of a layout. */
		ScaledTrees laidOut(final IntegralLayout layout) {
			return new ScaledTrees(this, layout);
		}
	}

	private final Plan plan;
	private final int[] table;

	private ScaledTrees(final Plan plan, final IntegralLayout layout) {
		super(plan.cascade, layout);
		this.plan = plan;
		table = plan.nodes.laidOut(layout);
	}

	@Override
	int keepPassing(final int stage, final int[] sums, final int row, final float[] reciprocals, final int[] windows,
		final int count)
	{
		final int[] signs = new int[plan.nodeCounts[stage]];
		final double threshold = stageThresholds[stage];
		int kept = 0;
		int k = 0;
		for (; k + 1 < count; k += 2) {
			final int first = windows[k];
			final int second = windows[k + 1];
			setSigns(stage, sums, row + first, reciprocals[first], row + second, reciprocals[second], signs);
			windows[kept] = first;
			kept += sum(stage, signs, 0) < threshold ? 0 : 1;
			windows[kept] = second;
			kept += sum(stage, signs, SECOND) < threshold ? 0 : 1;
		}
		if (k < count && passes(stage, sums, row + windows[k], reciprocals[windows[k]])) windows[kept++] = windows[k];
		return kept;
	}

	@Override
	double sum(final int[] sums, final int window, final float reciprocal, final int stage) {
		final int[] signs = new int[plan.nodeCounts[stage]];
		setSigns(stage, sums, window, reciprocal, signs);
		return sum(stage, signs, 0);
	}

	/** The sum of the leaves of a stage. Shift is 0 for the first of two windows, SECOND for the second. */
	private double sum(final int stage, final int[] signs, final int shift) {
		final int[] t = plan.trees;
		final int leaves = plan.leaves;
		final int end = plan.treeEnds[stage];
		int at = stage == 0 ? 0 : plan.treeEnds[stage - 1];
		double sum = 0;
		if (leaves == 4) {
			for (; at < end; at += 6) {
				final int leaf = signs[t[at]] >> shift & 1 | signs[t[at + 1]] >> shift & 2;
				sum += Float.intBitsToFloat(t[at + 2 + leaf]);
			}
			return sum;
		}
		for (; at < end; at += 11) {
			final int leaf = signs[t[at]] >> shift & 1 | signs[t[at + 1]] >> shift & 2 | signs[t[at + 2]] >> shift & 4;
			sum += Float.intBitsToFloat(t[at + 3 + leaf]);
		}
		return sum;
	}

	/** Evaluates all nodes of a stage for two windows at once, which share what is read of the table. */
	private void setSigns(final int stage, final int[] s, final int v, final float reciprocalV, final int w,
		final float reciprocalW, final int[] signs)
	{
		final int[] n = table;
		int k = 0;
		int t = stage == 0 ? 0 : plan.ends[stage * KINDS - 1];
		for (final int end = plan.ends[stage * KINDS]; t < end; t += 10)
			signs[k++] = signs(CornerTable.threeTerms(n, t, s, v) * reciprocalV, CornerTable.threeTerms(n, t, s, w) *
				reciprocalW, n[t + 9]);
		for (final int end = plan.ends[stage * KINDS + 1]; t < end; t += 11)
			signs[k++] = signs(CornerTable.fourTerms(n, t, s, v) * reciprocalV, CornerTable.fourTerms(n, t, s, w) *
				reciprocalW, n[t + 10]);
		for (final int end = plan.ends[stage * KINDS + 2]; t < end; t += 16)
			signs[k++] = signs(CornerTable.sixTerms(n, t, s, v) * reciprocalV, CornerTable.sixTerms(n, t, s, w) *
				reciprocalW, n[t + 15]);
	}

	/** The same for one window alone. */
	private void setSigns(final int stage, final int[] s, final int w, final float reciprocal, final int[] signs) {
		final int[] n = table;
		int k = 0;
		int t = stage == 0 ? 0 : plan.ends[stage * KINDS - 1];
		for (final int end = plan.ends[stage * KINDS]; t < end; t += 10)
			signs[k++] = below(CornerTable.threeTerms(n, t, s, w) * reciprocal, n[t + 9]);
		for (final int end = plan.ends[stage * KINDS + 1]; t < end; t += 11)
			signs[k++] = below(CornerTable.fourTerms(n, t, s, w) * reciprocal, n[t + 10]);
		for (final int end = plan.ends[stage * KINDS + 2]; t < end; t += 16)
			signs[k++] = below(CornerTable.sixTerms(n, t, s, w) * reciprocal, n[t + 15]);
	}

	/** All bits if the value is below the threshold, so that the difference has the sign set; else none. */
	private static int below(final float value, final int threshold) {
		return Float.floatToRawIntBits(value - Float.intBitsToFloat(threshold)) >> 31;
	}

	/** For each of two windows half of the bits, all or none of them. */
	private static int signs(final float valueV, final float valueW, final int threshold) {
		return below(valueV, threshold) >>> SECOND | below(valueW, threshold) << SECOND;
	}
}
