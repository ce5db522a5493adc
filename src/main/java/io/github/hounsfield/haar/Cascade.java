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
 * A boosted cascade of Haar-like features (Viola and Jones 2001): stages of weak classifiers that a search window must
 * pass one after the other. Immutable, so threads may share it. {@link CascadeReader} makes it.
 *
 * @param width of the unscaled search window, pixels, at least 3
 * @param height of the unscaled search window, pixels, at least 3
 * @param stages in the order of evaluation, at least one
 */
public record Cascade(int width, int height, List<Stage> stages) {

	/** Pixels of the largest search window: the sum of its squared grey levels still fits 32 bits. */
	public static final int MAX_WINDOW_PIXELS = 66_051;

	/**
	 * @throws IllegalArgumentException where there is no stage, the window is too small or too large, or a feature
	 *           leaves the window
	 */
	public Cascade {
		stages = List.copyOf(stages);
		requireWindow(width, height);
		if (stages.isEmpty()) throw new IllegalArgumentException("a cascade without a stage");
		for (final Stage stage : stages)
			for (final Tree tree : stage.trees())
				for (final Node node : tree.nodes())
					node.feature().requireInside(width, height);
	}

	/**
	 * A sum of weak classifiers. A window passes where the sum is not below the threshold (less 1e-5, OpenCV's allowance
	 * for rounding).
	 *
	 * @param threshold finite
	 * @param trees at least one
	 */
	public record Stage(float threshold, List<Tree> trees) {

		/**
		 * @throws IllegalArgumentException where there is no tree or the threshold is not finite
		 */
		public Stage {
			trees = List.copyOf(trees);
			if (trees.isEmpty()) throw new IllegalArgumentException("a stage without a weak classifier");
			if (!Float.isFinite(threshold)) throw new IllegalArgumentException("the stage threshold " + threshold +
				"; expected a finite number");
		}
	}

	/**
	 * A weak classifier: a decision tree, most often with one node (a stump). Evaluation starts at node 0.
	 *
	 * @param nodes at least one
	 * @param leaves values of the leaves, one more than nodes, finite
	 */
	public record Tree(List<Node> nodes, List<Float> leaves) {

		/**
		 * @throws IllegalArgumentException where the nodes do not form a tree whose leaves are the given ones
		 */
		public Tree {
			nodes = List.copyOf(nodes);
			leaves = List.copyOf(leaves);
			if (nodes.isEmpty()) throw new IllegalArgumentException("a tree without a node");
			if (leaves.size() != nodes.size() + 1) throw new IllegalArgumentException("a tree of " + nodes.size() +
				" nodes with " + leaves.size() + " leaves; expected " + (nodes.size() + 1));
			for (final float leaf : leaves)
				if (!Float.isFinite(leaf)) throw new IllegalArgumentException("the leaf value " + leaf +
					"; expected a finite number");
			requireTree(nodes);
		}

		/** Checks that each node except the root has at most one parent. So every path from the root ends at a leaf. */
		private static void requireTree(final List<Node> nodes) {
			final boolean[] hasParent = new boolean[nodes.size()];
			hasParent[0] = true;
			for (int k = 0; k < nodes.size(); k++)
				for (final int child : new int[] { nodes.get(k).left(), nodes.get(k).right() }) {
					if (child >= nodes.size() || child < -nodes.size()) throw new IllegalArgumentException("node " + k +
						" leads to " + child + "; expected a node below " + nodes.size() + " or a leaf from " + -nodes.size() +
						" to 0");
					if (child <= 0) continue;
					if (hasParent[child]) throw new IllegalArgumentException("node " + child + " is reached on two ways");
					hasParent[child] = true;
				}
		}
	}

	/**
	 * A decision: left where the feature, divided by the window's contrast, is below the threshold, else right.
	 *
	 * @param feature what is measured
	 * @param threshold finite
	 * @param left a positive number is the next node of the tree, any other the negated index of a leaf
	 * @param right likewise
	 */
	public record Node(HaarFeature feature, float threshold, int left, int right) {

		/**
		 * @throws IllegalArgumentException where the threshold is not finite
		 */
		public Node {
			if (!Float.isFinite(threshold)) throw new IllegalArgumentException("the node threshold " + threshold +
				"; expected a finite number");
		}
	}

	static void requireWindow(final int width, final int height) {
		if (width < 3 || height < 3 || (long) width * height > MAX_WINDOW_PIXELS) throw new IllegalArgumentException(
			"a search window of " + width + " x " + height + " pixels; expected at least 3 x 3 and at most " +
				MAX_WINDOW_PIXELS + " pixels in all");
	}

	/** Whether a feature needs the integral image turned by 45 degrees. */
	public boolean hasTiltedFeatures() {
		for (final Stage stage : stages)
			for (final Tree tree : stage.trees)
				for (final Node node : tree.nodes)
					if (node.feature.tilted()) return true;
		return false;
	}

	/** Nodes of the largest tree. */
	int maxNodes() {
		int most = 0;
		for (final Stage stage : stages)
			for (final Tree tree : stage.trees) most = Math.max(most, tree.nodes.size());
		return most;
	}

	/** Whether whole numbers give every feature exactly as single precision does. */
	boolean exactInFloat() {
		for (final Stage stage : stages)
			for (final Tree tree : stage.trees)
				for (final Node node : tree.nodes)
					if (!node.feature.exactInFloat()) return false;
		return true;
	}
}
