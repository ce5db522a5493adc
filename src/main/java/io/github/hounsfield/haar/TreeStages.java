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

import io.github.hounsfield.haar.Cascade.Stage;
import io.github.hounsfield.haar.HaarFeature.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The trees of a cascade whose sums are never rounded. Features are whole numbers, and double precision adds the leaves
 * of a stage exactly. So order does not matter. Immutable; knows nothing of the layout of integral images.
 * <p>
 * A feature is a sum of terms, each a factor times the difference of two corners of the integral image. If one of two
 * rectangles is half of the other, they share two corners, which gives three terms. Otherwise each rectangle has two
 * terms.
 */
final class TreeStages {

	/** OpenCV lowers the threshold of each stage by this. */
	static final float THRESHOLD_ALLOWANCE = 1e-5f;

	/** Terms of a feature by its kind. */
	static final int[] TERMS = { 3, 4, 6 };

	private static final int MANTISSA_BITS = 53;

	/** Nodes of the largest tree that is taken. */
	static final int MAX_NODES = 3;

	/**
	 * A term of a feature.
	 *
	 * @param factor whole number
	 * @param tilted whether the corners stand in the tilted sums
	 * @param plusX column of the corner that counts
	 * @param plusY its row
	 * @param minusX column of the corner that is taken away
	 * @param minusY its row
	 */
	record Term(int factor, boolean tilted, int plusX, int plusY, int minusX, int minusY) {}

	/**
	 * A decision.
	 *
	 * @param terms of the feature
	 * @param bound of its absolute value
	 * @param threshold of the feature divided by the window's contrast
	 * @param left as in {@link Cascade.Node}
	 * @param right likewise
	 */
	record Node(List<Term> terms, double bound, float threshold, int left, int right) {}

	/** A tree of one to three nodes, with its leaves. */
	record Tree(List<Node> nodes, List<Float> leaves) {

		/** The leaf on the left of a node, 0 where another node stands there. */
		float left(final Node node) {
			return node.left > 0 ? 0 : leaves.get(-node.left);
		}

		/** The leaf on the right of a node, 0 where another node stands there. */
		float right(final Node node) {
			return node.right > 0 ? 0 : leaves.get(-node.right);
		}

		/** The largest absolute value of a leaf. */
		double largestLeaf() {
			return largest(leaves);
		}

		/** The highest value of a leaf. */
		float highestLeaf() {
			float highest = leaves.get(0);
			for (final float leaf : leaves) highest = Math.max(highest, leaf);
			return highest;
		}

		/** Terms of its longest feature. */
		int terms() {
			int most = 0;
			for (final Node n : nodes) most = Math.max(most, n.terms.size());
			return most;
		}
	}

	private TreeStages() {}

	/** The trees of each stage, or null where there are larger trees, or sums that may be rounded. */
	static List<List<Tree>> of(final Cascade cascade) {
		if (cascade.maxNodes() > MAX_NODES || !cascade.exactInFloat()) return null;
		final List<List<Tree>> stages = new ArrayList<>();
		for (final Stage stage : cascade.stages()) {
			if (!sumsExactly(stage)) return null;
			final List<Tree> trees = new ArrayList<>();
			for (final Cascade.Tree tree : stage.trees()) trees.add(tree(tree));
			stages.add(trees);
		}
		return stages;
	}

	private static double largest(final List<Float> leaves) {
		double largest = 0;
		for (final float leaf : leaves) largest = Math.max(largest, Math.abs(leaf));
		return largest;
	}

	/** Whether double precision adds the leaves of a stage without rounding, in any order. */
	private static boolean sumsExactly(final Stage stage) {
		double unit = Double.POSITIVE_INFINITY;
		double most = 0;
		for (final Cascade.Tree tree : stage.trees()) {
			for (final float leaf : tree.leaves())
				if (leaf != 0) unit = Math.min(unit, Math.ulp(leaf));
			most += largest(tree.leaves());
		}
		return most < unit * Math.scalb(1.0, MANTISSA_BITS);
	}

	private static Tree tree(final Cascade.Tree tree) {
		final List<Node> nodes = new ArrayList<>();
		for (final Cascade.Node n : tree.nodes())
			nodes.add(new Node(terms(n.feature()), n.feature().bound(), n.threshold(), n.left(), n.right()));
		return new Tree(nodes, tree.leaves());
	}

	private static List<Term> terms(final HaarFeature feature) {
		final boolean tilted = feature.tilted();
		final List<Rectangle> rectangles = feature.rectangles();
		if (rectangles.size() == 2) {
			final List<Term> shared = sharedTerms(rectangles.get(0), rectangles.get(1), tilted);
			if (shared != null) return shared;
		}
		final List<Term> terms = new ArrayList<>();
		for (final Rectangle r : rectangles) {
			final int[][] corners = r.corners(tilted);
			terms.add(term((int) r.weight(), tilted, corners[0], corners[1]));
			terms.add(term((int) r.weight(), tilted, corners[3], corners[2]));
		}
		return terms;
	}

	/** Three terms if the rectangles have a common side, else null. */
	private static List<Term> sharedTerms(final Rectangle a, final Rectangle b, final boolean tilted) {
		final int[][] cornersA = a.corners(tilted);
		final int[][] cornersB = b.corners(tilted);
		for (final int[] side : new int[][] { { 0, 2, 1, 3 }, { 3, 1, 2, 0 }, { 0, 1, 2, 3 }, { 3, 2, 1, 0 } }) {
			if (!Arrays.equals(cornersA[side[0]], cornersB[side[0]]) || !Arrays.equals(cornersA[side[1]], cornersB[side[1]]))
				continue;
			final int wa = (int) a.weight();
			final int wb = (int) b.weight();
			return List.of(term(wa + wb, tilted, cornersA[side[0]], cornersA[side[1]]), term(wa, tilted, cornersA[side[3]],
				cornersA[side[2]]), term(wb, tilted, cornersB[side[3]], cornersB[side[2]]));
		}
		return null;
	}

	private static Term term(final int factor, final boolean tilted, final int[] plus, final int[] minus) {
		return new Term(factor, tilted, plus[0], plus[1], minus[0], minus[1]);
	}
}
