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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A cascade with everything that is derived from it once, and the plan of the last search. So the images of a stack
 * share them. For any thread.
 */
final class PreparedCascade {

	/** After so many nodes too few windows of a row are left. */
	private static final int MAX_DENSE_NODES = 400;

	/** Half of the range of grey levels, the bound of the standard deviation in a window. */
	private static final double MAX_DEVIATION = 127.5;

	/** The cascade laid out for integral images: the first stages in fixed point, or none, and all one by one. */
	record LaidOut(IntegralLayout layout, List<DenseStage> denseStages, WindowClassifier classifier) {}

	private final Cascade cascade;
	private final boolean tilted;
	/** Null where sums may be rounded. */
	private final List<List<TreeStages.Tree>> trees;
	private final Function<IntegralLayout, WindowClassifier> plan;
	private final AtomicReference<SearchPlan> last = new AtomicReference<>();
	/** Hash of the cascade. It reads every number, so it is computed once, at the first call. */
	private Integer hash;

	PreparedCascade(final Cascade cascade) {
		this.cascade = cascade;
		tilted = cascade.hasTiltedFeatures();
		trees = TreeStages.of(cascade);
		if (trees == null) plan = layout -> new RoundedTrees(cascade, layout);
		else if (cascade.maxNodes() == 1) plan = new ScaledStumps.Plan(cascade, trees)::laidOut;
		else plan = new ScaledTrees.Plan(cascade, trees)::laidOut;
	}

	private List<DenseStage> denseStages(final IntegralLayout layout) {
		if (trees == null) return List.of();
		final double maxContrast = MAX_DEVIATION * (cascade.width() - 2) * (cascade.height() - 2);
		final List<DenseStage> dense = new ArrayList<>();
		int total = 0;
		for (int k = 0; k < trees.size(); k++) {
			for (final TreeStages.Tree tree : trees.get(k)) total += tree.nodes().size();
			if (total > MAX_DENSE_NODES) break;
			final float threshold = cascade.stages().get(k).threshold() - TreeStages.THRESHOLD_ALLOWANCE;
			final DenseStage stage = DenseStage.of(trees.get(k), threshold, maxContrast, layout);
			if (stage == null) break;
			dense.add(stage);
		}
		return List.copyOf(dense);
	}

	Cascade cascade() {
		return cascade;
	}

	boolean tilted() {
		return tilted;
	}

	synchronized int hash() {
		if (hash == null) hash = cascade.hashCode();
		return hash;
	}

	LaidOut laidOut(final IntegralLayout layout) {
		return new LaidOut(layout, denseStages(layout), plan.apply(layout));
	}

	/** What searches of images of one size share; that of the last one stays. */
	SearchPlan plan(final int width, final int height, final DetectionParameters parameters) {
		final SearchPlan known = last.get();
		if (known != null && known.isFor(width, height, parameters)) return known;
		final SearchPlan made = new SearchPlan(this, width, height, parameters);
		last.set(made);
		return made;
	}
}
