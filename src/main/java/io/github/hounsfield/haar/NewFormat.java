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

/** The format {@code opencv-cascade-classifier}: nodes refer to a list of features by index. */
final class NewFormat extends FormatReader {

	NewFormat(final Xml.Element root) {
		super(root);
	}

	@Override
	Cascade cascade() throws CascadeException {
		final String featureType = word(root, "featureType", Place.ROOT);
		if (!"HAAR".equals(featureType)) throw error(Place.ROOT, root, "a cascade of " + featureType +
			" features; only HAAR features are evaluated");
		final String stageType = word(root, "stageType", Place.ROOT);
		if (!"BOOST".equals(stageType)) throw error(Place.ROOT, root, "stageType " + stageType + "; expected BOOST");
		final int width = whole(word(root, "width", Place.ROOT), root, Place.ROOT);
		final int height = whole(word(root, "height", Place.ROOT), root, Place.ROOT);
		built(Place.ROOT, root, () -> {
			Cascade.requireWindow(width, height);
			return null;
		});
		final List<HaarFeature> features = new ArrayList<>();
		for (final Xml.Element item : items(root, "features", Place.ROOT))
			features.add(feature(item, width, height, Place.ROOT.in("feature", features.size())));
		final List<Stage> stages = new ArrayList<>();
		for (final Xml.Element item : items(root, "stages", Place.ROOT))
			stages.add(stage(item, Place.ROOT.in("stage", stages.size()), features));
		return built(Place.ROOT, root, () -> new Cascade(width, height, stages));
	}

	private static Stage stage(final Xml.Element element, final Place place, final List<HaarFeature> features)
		throws CascadeException
	{
		final float threshold = real(word(element, "stageThreshold", place), element, place);
		final List<Tree> trees = new ArrayList<>();
		for (final Xml.Element item : items(element, "weakClassifiers", place))
			trees.add(tree(item, place.in("tree", trees.size()), features));
		return built(place, element, () -> new Stage(threshold, trees));
	}

	private static Tree tree(final Xml.Element element, final Place place, final List<HaarFeature> features)
		throws CascadeException
	{
		final Xml.Element internal = child(element, "internalNodes", place);
		final String[] words = internal.words();
		if (words.length == 0 || words.length % 4 != 0) throw error(place, internal, "internalNodes of " + words.length +
			" numbers; expected left, right, feature and threshold of each node");
		final List<Node> nodes = new ArrayList<>();
		for (int k = 0; k < words.length; k += 4)
			nodes.add(node(words, k, internal, place.in("node", nodes.size()), features));
		final Xml.Element values = child(element, "leafValues", place);
		final List<Float> leaves = new ArrayList<>();
		for (final String word : values.words()) leaves.add(real(word, values, place.in("leaf", leaves.size())));
		return built(place, element, () -> new Tree(nodes, leaves));
	}

	private static Node node(final String[] words, final int at, final Xml.Element where, final Place place,
		final List<HaarFeature> features) throws CascadeException
	{
		final int left = whole(words[at], where, place);
		final int right = whole(words[at + 1], where, place);
		final int feature = whole(words[at + 2], where, place);
		if (feature < 0 || feature >= features.size()) throw error(place, where, "feature " + feature +
			" is missing; the file has " + features.size());
		final float threshold = real(words[at + 3], where, place);
		return built(place, where, () -> new Node(features.get(feature), threshold, left, right));
	}
}
