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

import io.github.hounsfield.haar.Cascade.Node;
import io.github.hounsfield.haar.Cascade.Stage;
import io.github.hounsfield.haar.Cascade.Tree;
import io.github.hounsfield.haar.HaarFeature.Rectangle;

/**
 * Trees of any kind, laid out for integral images of one layout. Corners of rectangles have become offsets. For
 * cascades whose sums may be rounded. Immutable.
 * <p>
 * The arithmetic is OpenCV's. A feature is summed in single precision in the order of its rectangles, and multiplied by
 * the reciprocal of the window's contrast. Then it is compared with the node's threshold. Leaves are summed in double
 * precision.
 */
final class RoundedTrees extends WindowClassifier {

	/** Integers of a node: twelve corners; three weights and the threshold as bits of floats; left; right. */
	private static final int NODE = 18;
	private static final int WEIGHTS = 12;
	private static final int THRESHOLD = 15;
	private static final int LEFT = 16;
	private static final int RIGHT = 17;

	private final int[] stageEnds;
	private final int[] treeRoots;
	private final int[] treeLeaves;
	/** All nodes in one array, which spares all but two of the checks of indices. */
	private final int[] table;
	private final float[] leaves;

	RoundedTrees(final Cascade cascade, final IntegralLayout layout) {
		super(cascade, layout);
		final int stageCount = cascade.stages().size();
		final int treeCount = cascade.stages().stream().mapToInt(s -> s.trees().size()).sum();
		final int nodeCount = cascade.stages().stream().flatMap(s -> s.trees().stream()).mapToInt(t -> t.nodes().size())
			.sum();
		stageEnds = new int[stageCount];
		treeRoots = new int[treeCount];
		treeLeaves = new int[treeCount];
		table = new int[nodeCount * NODE];
		leaves = new float[nodeCount + treeCount];
		int stageIndex = 0;
		int treeIndex = 0;
		int nodeIndex = 0;
		int leafIndex = 0;
		for (final Stage stage : cascade.stages()) {
			for (final Tree tree : stage.trees()) {
				treeRoots[treeIndex] = nodeIndex;
				treeLeaves[treeIndex++] = leafIndex;
				for (final Node node : tree.nodes()) setNode(nodeIndex++, node, layout);
				for (final float leaf : tree.leaves()) leaves[leafIndex++] = leaf;
			}
			stageEnds[stageIndex++] = treeIndex;
		}
	}

	private void setNode(final int index, final Node node, final IntegralLayout layout) {
		final int start = index * NODE;
		table[start + THRESHOLD] = Float.floatToRawIntBits(node.threshold());
		table[start + LEFT] = node.left();
		table[start + RIGHT] = node.right();
		int k = 0;
		for (final Rectangle r : node.feature().rectangles()) {
			table[start + WEIGHTS + k] = Float.floatToRawIntBits(r.weight());
			final boolean tilted = node.feature().tilted();
			final int[][] corners = r.corners(tilted);
			for (int c = 0; c < corners.length; c++)
				table[start + k * 4 + c] = layout.at(corners[c][0], corners[c][1], tilted);
			k++;
		}
	}

	@Override
	double sum(final int[] sums, final int window, final float reciprocal, final int stage) {
		final int[] n = table;
		final int end = stageEnds[stage];
		double sum = 0;
		for (int tree = stage == 0 ? 0 : stageEnds[stage - 1]; tree < end; tree++) {
			int node = 0;
			do {
				final int at = (treeRoots[tree] + node) * NODE;
				final float value = feature(n, at, sums, window) * reciprocal;
				// The sum with zero makes a negative zero positive: equal is not below.
				final int below = Float.floatToRawIntBits(value - Float.intBitsToFloat(n[at + THRESHOLD]) + 0f) >> 31;
				node = n[at + RIGHT] ^ below & (n[at + RIGHT] ^ n[at + LEFT]);
			}
			while (node > 0);
			sum += leaves[treeLeaves[tree] - node];
		}
		return sum;
	}

	private static float feature(final int[] n, final int at, final int[] s, final int w) {
		float value = Float.intBitsToFloat(n[at + WEIGHTS]) * (s[w + n[at]] - s[w + n[at + 1]] - s[w + n[at + 2]] + s[w +
			n[at + 3]]) + Float.intBitsToFloat(n[at + WEIGHTS + 1]) * (s[w + n[at + 4]] - s[w + n[at + 5]] - s[w + n[at + 6]] +
				s[w + n[at + 7]]);
		final float weight = Float.intBitsToFloat(n[at + WEIGHTS + 2]);
		if (weight != 0) value += weight * (s[w + n[at + 8]] - s[w + n[at + 9]] - s[w + n[at + 10]] + s[w + n[at + 11]]);
		return value;
	}
}
