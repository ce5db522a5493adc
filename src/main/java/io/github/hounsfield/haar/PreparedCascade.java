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
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A cascade with everything that is derived from it once, and the layouts that were used last. So the images of a stack
 * share them. For any thread.
 */
final class PreparedCascade {

	/** After so many nodes too few windows of a row are left. */
	private static final int MAX_DENSE_NODES = 200;

	/** Half of the range of grey levels, the bound of the standard deviation in a window. */
	private static final double MAX_DEVIATION = 127.5;

	/** Lays the cascade out for integral images of a stride. */
	private interface Plan {

		WindowClassifier laidOut(int stride, int step, int tiltedOffset);
	}

	private record Layout(int stride, int tiltedOffset, WindowClassifier classifier) {}

	private final Cascade cascade;
	private final boolean tilted;
	private final List<DenseStage> denseStages;
	private final Plan plan;
	/** By step. */
	private final AtomicReferenceArray<Layout> last = new AtomicReferenceArray<>(3);
	/** Hash of the cascade. It reads every number, so it is computed once, at the first call. */
	private Integer hash;

	PreparedCascade(final Cascade cascade) {
		this.cascade = cascade;
		tilted = cascade.hasTiltedFeatures();
		final List<List<TreeStages.Tree>> trees = TreeStages.of(cascade);
		denseStages = trees == null ? List.of() : denseStages(cascade, trees);
		plan = plan(cascade, trees);
	}

	private static Plan plan(final Cascade cascade, final List<List<TreeStages.Tree>> trees) {
		if (trees == null) return (stride, step, tiltedOffset) -> new RoundedTrees(cascade, stride, step, tiltedOffset);
		if (cascade.maxNodes() == 1) return new ScaledStumps.Plan(cascade, trees)::laidOut;
		return new ScaledTrees.Plan(cascade, trees)::laidOut;
	}

	private static List<DenseStage> denseStages(final Cascade cascade, final List<List<TreeStages.Tree>> trees) {
		final double maxContrast = MAX_DEVIATION * (cascade.width() - 2) * (cascade.height() - 2);
		final List<DenseStage> dense = new ArrayList<>();
		int total = 0;
		for (int k = 0; k < trees.size(); k++) {
			for (final TreeStages.Tree tree : trees.get(k)) total += tree.nodes().size();
			if (total > MAX_DENSE_NODES) break;
			final float threshold = cascade.stages().get(k).threshold() - TreeStages.THRESHOLD_ALLOWANCE;
			final DenseStage stage = DenseStage.of(trees.get(k), threshold, maxContrast);
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

	/** The first stages in fixed point, or none. */
	List<DenseStage> denseStages() {
		return denseStages;
	}

	/** The cascade laid out for integral images of these arguments. */
	WindowClassifier classifier(final int width, final int height, final int step) {
		final int stride = IntegralImage.stride(width, step);
		final int tiltedOffset = IntegralImage.tiltedOffset(width, height, step, tilted);
		final Layout known = last.get(step);
		if (known != null && known.stride == stride && known.tiltedOffset == tiltedOffset) return known.classifier;
		final WindowClassifier classifier = plan.laidOut(stride, step, tiltedOffset);
		last.set(step, new Layout(stride, tiltedOffset, classifier));
		return classifier;
	}
}
