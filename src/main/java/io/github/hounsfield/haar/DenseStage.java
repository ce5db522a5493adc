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
import java.util.Arrays;
import java.util.List;

/**
 * A stage in fixed point, for whole rows of windows at once. Immutable.
 * <p>
 * The contrast of a window is rounded to a whole number. Multiplied by the threshold of a node, it gives the turn: the
 * value at which the feature goes from left to right. Bounds of all rounding are known. A window is left open if a
 * feature comes nearer to its turn than that, or the sum of leaves to the stage's threshold. So all decisions here
 * equal those of single and double precision.
 * <p>
 * Every node of a tree is evaluated for every window. Masks say which windows reach it.
 */
final class DenseStage {

	private static final int VALUE_BITS = 30;
	private static final int SUM_BITS = 29;
	/** Bound of the relative error of a product in single precision with a factor that was rounded to it. */
	private static final double FLOAT_ERROR = 0x1p-21;

	/**
	 * A node in fixed point. Factors have as many fractional bits as the bound of the feature allows. The right leaf, and
	 * its xor with the left one, are 0 if another node follows.
	 */
	private record Node(List<TreeStages.Term> terms, int[] factors, int threshold, int shift, int tolerance, int right,
		int difference, int leftNode, int rightNode)
	{}

	/** The nodes of each tree. A node comes after the one that leads to it, and index is its number in the tree. */
	private record Tree(List<Node> nodes, int[] indices) {}

	private final List<Tree> trees = new ArrayList<>();
	private final int sumThreshold;
	private final int sumTolerance;

	private DenseStage(final List<TreeStages.Tree> trees, final float stageThreshold, final double maxContrast) {
		double most = Math.abs(stageThreshold);
		for (final TreeStages.Tree t : trees) most += t.largestLeaf();
		final int sumScale = SUM_BITS - 1 - Math.getExponent(most);
		for (final TreeStages.Tree t : trees) this.trees.add(tree(t, sumScale, maxContrast));
		sumThreshold = fixed(stageThreshold, sumScale);
		sumTolerance = (trees.size() + 1) / 2 + 3;
	}

	private static Tree tree(final TreeStages.Tree tree, final int sumScale, final double maxContrast) {
		final int[] indices = new int[tree.nodes().size()];
		final List<Node> nodes = new ArrayList<>();
		for (int next = 1; nodes.size() < indices.length;) {
			final int index = indices[nodes.size()];
			final TreeStages.Node node = tree.nodes().get(index);
			if (node.left() > 0) indices[next++] = node.left();
			if (node.right() > 0) indices[next++] = node.right();
			nodes.add(node(node, fixed(tree.left(node), sumScale), fixed(tree.right(node), sumScale), maxContrast));
		}
		return new Tree(nodes, indices);
	}

	private static Node node(final TreeStages.Node node, final int left, final int right, final double maxContrast) {
		final double turn = Math.abs(node.threshold()) * (maxContrast + 1);
		final int shift = Math.min(VALUE_BITS, VALUE_BITS - 1 - Math.getExponent(turn));
		final int fraction = Math.max(0, Math.min(shift, VALUE_BITS - 2 - Math.getExponent(node.bound() + turn + 2)));
		final double error = 0.5 * Math.abs(node.threshold()) + Math.scalb(0.5 * maxContrast, -shift) + turn * FLOAT_ERROR;
		final int[] factors = new int[node.terms().size()];
		for (int k = 0; k < factors.length; k++) factors[k] = node.terms().get(k).factor() << fraction;
		return new Node(node.terms(), factors, (int) Math.rint(Math.scalb((double) node.threshold(), shift)), shift -
			fraction, (int) Math.ceil(Math.scalb(error, fraction) + 1) + 2, right, left - right, node.left(), node.right());
	}

	private static int fixed(final float value, final int scale) {
		return (int) Math.rint(Math.scalb((double) value, scale));
	}

	/**
	 * @param trees of the stage
	 * @param stageThreshold allowance taken off
	 * @param maxContrast the largest contrast of a window
	 * @return null where fixed point of 32 bits does not suffice
	 */
	static DenseStage of(final List<TreeStages.Tree> trees, final float stageThreshold, final double maxContrast) {
		for (final TreeStages.Tree t : trees)
			for (final TreeStages.Node n : t.nodes())
				if (Math.abs(n.threshold()) * (maxContrast + 1) >= 1 << VALUE_BITS - 1) return null;
		return new DenseStage(trees, stageThreshold, maxContrast);
	}

	/**
	 * Evaluates the stage for the windows of a row.
	 *
	 * @param rows the integral image about the windows
	 * @param count windows
	 * @param row has the contrasts; takes margins and doubts
	 */
	void evaluate(final ShiftedRows rows, final int count, final DenseRow row) {
		Arrays.fill(row.margins, 0, count, -sumThreshold);
		Arrays.fill(row.doubts, 0, count, 0);
		for (final Tree tree : trees)
			for (int k = 0; k < tree.indices.length; k++) {
				final Node node = tree.nodes.get(k);
				value(node, rows, count, row.values);
				if (tree.indices.length == 1) decide(row.values, row.contrasts, count, node.threshold, node.shift,
					node.tolerance, node.right, node.difference, row.margins, row.doubts);
				else decideReached(row, count, node, row.reached[tree.indices[k]]);
			}
		noteNear(row.margins, count, sumTolerance, row.doubts);
	}

	/** As decide, for the windows that reach the node. Says which of them go left and which go right. */
	private static void decideReached(final DenseRow row, final int count, final Node node, final int[] reached) {
		toDistances(row.values, row.contrasts, count, node.threshold, node.shift);
		addLeaves(row.values, reached, count, node.right, node.difference, row.margins);
		noteDoubts(row.values, reached, count, node.tolerance, row.doubts);
		if (node.leftNode > 0) goLeft(row.values, reached, count, row.reached[node.leftNode]);
		if (node.rightNode > 0) goRight(row.values, reached, count, row.reached[node.rightNode]);
	}

	private static void value(final Node node, final ShiftedRows rows, final int count, final int[] values) {
		final List<TreeStages.Term> terms = node.terms;
		final int[] f = node.factors;
		final TreeStages.Term a = terms.get(0);
		final TreeStages.Term b = terms.get(1);
		final TreeStages.Term c = terms.get(2);
		setTerms(f[0], rows.plus(a), rows.minus(a), f[1], rows.plus(b), rows.minus(b), f[2], rows.plus(c), rows.minus(c),
			count, values);
		for (int k = 3; k < f.length; k++) addTerm(f[k], rows.plus(terms.get(k)), rows.minus(terms.get(k)), count, values);
	}

	/** The compiler turns this loop and the next two into vector instructions: all arrays have the same index. */
	private static void setTerms(final int fa, final int[] pa, final int[] ma, final int fb, final int[] pb,
		final int[] mb, final int fc, final int[] pc, final int[] mc, final int count, final int[] values)
	{
		for (int i = 0; i < count; i++)
			values[i] = fa * (pa[i] - ma[i]) + fb * (pb[i] - mb[i]) + fc * (pc[i] - mc[i]);
	}

	private static void addTerm(final int f, final int[] p, final int[] m, final int count, final int[] values) {
		for (int i = 0; i < count; i++) values[i] += f * (p[i] - m[i]);
	}

	/** Adds the left leaf where the value is below the turn, the right leaf elsewhere. */
	private static void decide(final int[] values, final int[] contrasts, final int count, final int threshold,
		final int shift, final int tolerance, final int right, final int difference, final int[] sums, final int[] doubts)
	{
		for (int i = 0; i < count; i++) {
			final int distance = values[i] - (contrasts[i] * threshold >> shift);
			sums[i] += right + (distance >> 31 & difference);
			doubts[i] |= distance + tolerance ^ distance - tolerance;
		}
	}

	/**
	 * Short loops become vector instructions. One loop of all would not. None stands in the method that walks over the
	 * trees: the compiler takes a second to compile them in there, and all else waits for it.
	 */
	private static void toDistances(final int[] values, final int[] contrasts, final int count, final int threshold,
		final int shift)
	{
		for (int i = 0; i < count; i++) values[i] -= contrasts[i] * threshold >> shift;
	}

	private static void addLeaves(final int[] distances, final int[] reached, final int count, final int right,
		final int difference, final int[] sums)
	{
		for (int i = 0; i < count; i++) sums[i] += reached[i] & right + (distances[i] >> 31 & difference);
	}

	/** A value within the tolerance changes its sign where the tolerance is added or subtracted. */
	private static void noteNear(final int[] values, final int count, final int tolerance, final int[] doubts) {
		for (int i = 0; i < count; i++) doubts[i] |= values[i] + tolerance ^ values[i] - tolerance;
	}

	private static void noteDoubts(final int[] distances, final int[] reached, final int count, final int tolerance,
		final int[] doubts)
	{
		for (int i = 0; i < count; i++)
			doubts[i] |= (distances[i] + tolerance ^ distances[i] - tolerance) & reached[i];
	}

	private static void goLeft(final int[] distances, final int[] reached, final int count, final int[] left) {
		for (int i = 0; i < count; i++) left[i] = reached[i] & distances[i] >> 31;
	}

	private static void goRight(final int[] distances, final int[] reached, final int count, final int[] right) {
		for (int i = 0; i < count; i++) right[i] = reached[i] & ~(distances[i] >> 31);
	}
}
