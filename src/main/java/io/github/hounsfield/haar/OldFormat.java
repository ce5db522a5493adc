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
import java.util.ArrayList;
import java.util.List;

/** The format {@code opencv-haar-classifier}: each node holds its feature. */
final class OldFormat extends FormatReader {

	OldFormat(final Xml.Element root) {
		super(root);
	}

	@Override
	Cascade cascade() throws CascadeException {
		final Xml.Element size = child(root, "size", Place.ROOT);
		final String[] words = size.words();
		if (words.length != 2) throw error(Place.ROOT, size, "a size of " + words.length +
			" numbers; expected width and height");
		final int width = whole(words[0], size, Place.ROOT);
		final int height = whole(words[1], size, Place.ROOT);
		built(Place.ROOT, size, () -> {
			Cascade.requireWindow(width, height);
			return null;
		});
		final List<Stage> stages = new ArrayList<>();
		for (final Xml.Element item : items(root, "stages", Place.ROOT))
			stages.add(stage(item, Place.ROOT.in("stage", stages.size()), width, height));
		return built(Place.ROOT, root, () -> new Cascade(width, height, stages));
	}

	private Stage stage(final Xml.Element element, final Place place, final int width, final int height)
		throws CascadeException
	{
		final float threshold = real(word(element, "stage_threshold", place), element, place);
		for (final String name : new String[] { "parent", "next" })
			if (element.child(name) != null) whole(word(element, name, place), element, place);
		final List<Tree> trees = new ArrayList<>();
		for (final Xml.Element item : items(element, "trees", place))
			trees.add(tree(item, place.in("tree", trees.size()), width, height));
		return built(place, element, () -> new Stage(threshold, trees));
	}

	private Tree tree(final Xml.Element element, final Place place, final int width, final int height)
		throws CascadeException
	{
		final List<Node> nodes = new ArrayList<>();
		final List<Float> leaves = new ArrayList<>();
		for (final Xml.Element item : element.children()) {
			final Place nodePlace = place.in("node", nodes.size());
			final HaarFeature feature = feature(child(item, "feature", nodePlace), width, height, nodePlace);
			final float threshold = real(word(item, "threshold", nodePlace), item, nodePlace);
			final int left = branch(item, "left", leaves, nodePlace);
			final int right = branch(item, "right", leaves, nodePlace);
			nodes.add(built(nodePlace, item, () -> new Node(feature, threshold, left, right)));
		}
		return built(place, element, () -> new Tree(nodes, leaves));
	}

	/** Either the value of a leaf, which is appended, or the index of a node. */
	private static int branch(final Xml.Element element, final String side, final List<Float> leaves,
		final Place place) throws CascadeException
	{
		if (element.child(side + "_val") == null) {
			final int node = whole(word(element, side + "_node", place), element, place);
			if (node < 1) throw error(place, element, side + "_node " + node + "; expected at least 1");
			return node;
		}
		leaves.add(real(word(element, side + "_val", place), element, place));
		return 1 - leaves.size();
	}
}
