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
import java.util.List;

/**
 * A stage in fixed point, laid out for integral images, for a whole band of windows at once. Immutable.
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
	 * its difference to the left one, are 0 if another node follows. A node that is not the root has a parent in its tree,
	 * and the side is 0 if it stands on the left of that, else -1.
	 */
	private record Node(List<TreeStages.Term> terms, int[] factors, int threshold, int shift, int tolerance, int right,
		int difference, int parent, int side)
	{}

	/** Where a node stands in its tree. */
	private record Place(int index, int parent, int side) {}

	private final List<DenseStep> steps = new ArrayList<>();
	private final IntegralLayout layout;

	private DenseStage(final List<TreeStages.Tree> trees, final float stageThreshold, final double maxContrast,
		final IntegralLayout layout)
	{
		this.layout = layout;
		double most = Math.abs(stageThreshold);
		for (final TreeStages.Tree t : trees) most += t.largestLeaf();
		final int sumScale = SUM_BITS - 1 - Math.getExponent(most);
		steps.add(new DenseStep.Begin(-fixed(stageThreshold, sumScale)));
		for (final TreeStages.Tree t : trees) addSteps(nodes(t, sumScale, maxContrast));
		steps.add(new DenseStep.NoteNear((trees.size() + 1) / 2 + 3));
	}

	/** The nodes of a tree, parents first. */
	private static List<Node> nodes(final TreeStages.Tree tree, final int sumScale, final double maxContrast) {
		final List<Place> places = new ArrayList<>(List.of(new Place(0, 0, 0)));
		final List<Node> nodes = new ArrayList<>();
		while (nodes.size() < tree.nodes().size()) {
			final Place place = places.get(nodes.size());
			final TreeStages.Node node = tree.nodes().get(place.index);
			if (node.left() > 0) places.add(new Place(node.left(), nodes.size(), 0));
			if (node.right() > 0) places.add(new Place(node.right(), nodes.size(), -1));
			nodes.add(node(node, fixed(tree.left(node), sumScale), fixed(tree.right(node), sumScale), maxContrast, place));
		}
		return nodes;
	}

	private static Node node(final TreeStages.Node node, final int left, final int right, final double maxContrast,
		final Place place)
	{
		final double turn = Math.abs(node.threshold()) * (maxContrast + 1);
		final int shift = Math.min(VALUE_BITS, VALUE_BITS - 1 - Math.getExponent(turn));
		final int fraction = Math.max(0, Math.min(shift, VALUE_BITS - 2 - Math.getExponent(node.bound() + turn + 2)));
		final double error = 0.5 * Math.abs(node.threshold()) + Math.scalb(0.5 * maxContrast, -shift) + turn * FLOAT_ERROR;
		final int[] factors = new int[node.terms().size()];
		for (int k = 0; k < factors.length; k++) factors[k] = node.terms().get(k).factor() << fraction;
		return new Node(node.terms(), factors, (int) Math.rint(Math.scalb((double) node.threshold(), shift)), shift -
			fraction, (int) Math.ceil(Math.scalb(error, fraction) + 1) + 2, right, left - right, place.parent, place.side);
	}

	private void addSteps(final List<Node> tree) {
		for (int k = 0; k < tree.size(); k++) addFeature(k, tree.get(k));
		final Node root = tree.get(0);
		if (tree.size() == 1) {
			steps.add(new DenseStep.DecideStump(root.threshold, root.shift, root.tolerance, root.right, root.difference));
			return;
		}
		for (int k = 0; k < tree.size(); k++) steps.add(new DenseStep.TakeTurn(k, tree.get(k).threshold, tree.get(k).shift));
		final Node second = tree.get(1);
		steps.add(new DenseStep.DecideTwo(root.tolerance, root.right, root.difference, second.tolerance, second.right,
			second.difference, second.side));
		if (tree.size() == 2) return;
		final Node third = tree.get(2);
		steps.add(new DenseStep.DecideThird(third.tolerance, third.right, third.difference, second.side, third.parent,
			third.side));
	}

	private void addFeature(final int index, final Node node) {
		final List<TreeStages.Term> t = node.terms;
		final int[] f = node.factors;
		if (f.length == 3) {
			addThreeTerms(index, t, f);
			return;
		}
		for (int k = 0; k < f.length; k += 2) {
			final TreeStages.Term a = t.get(k);
			final TreeStages.Term b = t.get(k + 1);
			steps.add(k == 0 ? new DenseStep.SetTerms(index, plus(a), minus(a), plus(b), minus(b), f[k])
				: new DenseStep.AddTerms(index, plus(a), minus(a), plus(b), minus(b), f[k]));
		}
	}

	/** The first two factors mostly differ by no more than the sign. */
	private void addThreeTerms(final int index, final List<TreeStages.Term> terms, final int[] factors) {
		final TreeStages.Term a = terms.get(0);
		final TreeStages.Term b = terms.get(1);
		final TreeStages.Term c = terms.get(2);
		if (factors[0] == factors[1]) steps.add(new DenseStep.SetTerms(index, plus(a), minus(a), plus(b), minus(b),
			factors[0]));
		else if (factors[0] == -factors[1]) steps.add(new DenseStep.SetTerms(index, plus(a), minus(a), minus(b), plus(b),
			factors[0]));
		else {
			steps.add(new DenseStep.SetTerms(index, plus(a), minus(a), plus(a), plus(a), factors[0]));
			steps.add(new DenseStep.AddTerm(index, plus(b), minus(b), factors[1]));
		}
		steps.add(new DenseStep.AddTerm(index, plus(c), minus(c), factors[2]));
	}

	private int plus(final TreeStages.Term term) {
		return layout.at(term.plusX(), term.plusY(), term.tilted());
	}

	private int minus(final TreeStages.Term term) {
		return layout.at(term.minusX(), term.minusY(), term.tilted());
	}

	private static int fixed(final float value, final int scale) {
		return (int) Math.rint(Math.scalb((double) value, scale));
	}

	/**
	 * @param trees of the stage
	 * @param stageThreshold allowance taken off
	 * @param maxContrast the largest contrast of a window
	 * @param layout of the integral image
	 * @return null where fixed point of 32 bits does not suffice
	 */
	static DenseStage of(final List<TreeStages.Tree> trees, final float stageThreshold, final double maxContrast,
		final IntegralLayout layout)
	{
		for (final TreeStages.Tree t : trees)
			for (final TreeStages.Node n : t.nodes())
				if (Math.abs(n.threshold()) * (maxContrast + 1) >= 1 << VALUE_BITS - 1) return null;
		return new DenseStage(trees, stageThreshold, maxContrast, layout);
	}

	/**
	 * Evaluates the stage for the windows of a band.
	 *
	 * @param sums the integral image
	 * @param base offset of the first window
	 * @param band has the contrasts; takes margins and doubts
	 * @param count windows
	 */
	void evaluate(final int[] sums, final int base, final DenseBand band, final int count) {
		for (final DenseStep step : steps) step.run(sums, base, band, count);
	}
}
