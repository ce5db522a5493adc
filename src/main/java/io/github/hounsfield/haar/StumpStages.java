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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The stumps of a cascade, where no sum of theirs is ever rounded: features are whole numbers, and the leaves of a stage
 * share so few binary digits that double precision adds them exactly. Order then does not matter, and the stumps of a
 * stage are sorted by the number of their terms. Immutable; knows nothing of the layout of integral images.
 * <p>
 * A feature is a sum of terms, each a factor times the difference of two corners of the integral image. Two rectangles
 * of which one is the half of the other share two corners: three terms; otherwise two for each rectangle.
 */
final class StumpStages {

	/** OpenCV lowers the threshold of each stage by this. */
	static final float THRESHOLD_ALLOWANCE = 1e-5f;

	/** Terms of a stump by its kind. */
	static final int[] TERMS = { 3, 4, 6 };

	private static final int MANTISSA_BITS = 53;

	/**
	 * A term of a feature.
	 *
	 * @param factor whole number
	 * @param plusX column of the corner that counts
	 * @param plusY its row
	 * @param minusX column of the corner that is taken away
	 * @param minusY its row
	 */
	record Term(int factor, int plusX, int plusY, int minusX, int minusY) {}

	/** A stump. */
	record Stump(List<Term> terms, float threshold, float left, float right) {}

	private StumpStages() {}

	/** The stumps of each stage, or null where there are trees, tilted features, or sums that may be rounded. */
	static List<List<Stump>> of(final Cascade cascade) {
		if (cascade.hasTiltedFeatures() || !cascade.hasOnlyStumps() || !cascade.exactInFloat()) return null;
		final List<List<Stump>> stages = new ArrayList<>();
		for (final Stage stage : cascade.stages()) {
			if (!sumsExactly(stage)) return null;
			final List<Stump> stumps = new ArrayList<>();
			for (final Tree tree : stage.trees()) stumps.add(stump(tree));
			stumps.sort(Comparator.comparingInt(s -> s.terms.size()));
			stages.add(stumps);
		}
		return stages;
	}

	/** Whether double precision adds the leaves of a stage without rounding, in any order. */
	private static boolean sumsExactly(final Stage stage) {
		double unit = Double.POSITIVE_INFINITY;
		double most = 0;
		for (final Tree tree : stage.trees()) {
			double largest = 0;
			for (final float leaf : tree.leaves()) {
				if (leaf != 0) unit = Math.min(unit, Math.ulp(leaf));
				largest = Math.max(largest, Math.abs(leaf));
			}
			most += largest;
		}
		return most < unit * Math.scalb(1.0, MANTISSA_BITS);
	}

	private static Stump stump(final Tree tree) {
		final Node node = tree.nodes().get(0);
		return new Stump(terms(node.feature().rectangles()), node.threshold(), tree.leaves().get(-node.left()), tree.leaves()
			.get(-node.right()));
	}

	private static List<Term> terms(final List<Rectangle> rectangles) {
		if (rectangles.size() == 2) {
			final List<Term> shared = sharedTerms(rectangles.get(0), rectangles.get(1));
			if (shared != null) return shared;
		}
		final List<Term> terms = new ArrayList<>();
		for (final Rectangle r : rectangles) {
			final int right = r.x() + r.width();
			final int bottom = r.y() + r.height();
			terms.add(new Term((int) r.weight(), r.x(), r.y(), right, r.y()));
			terms.add(new Term((int) r.weight(), right, bottom, r.x(), bottom));
		}
		return terms;
	}

	/** Three terms where a side of one rectangle is a side of the other, else null. */
	private static List<Term> sharedTerms(final Rectangle a, final Rectangle b) {
		final int[][] cornersA = corners(a);
		final int[][] cornersB = corners(b);
		for (final int[] side : new int[][] { { 0, 2, 1, 3 }, { 3, 1, 2, 0 }, { 0, 1, 2, 3 }, { 3, 2, 1, 0 } }) {
			if (!Arrays.equals(cornersA[side[0]], cornersB[side[0]]) || !Arrays.equals(cornersA[side[1]], cornersB[side[1]]))
				continue;
			final int wa = (int) a.weight();
			final int wb = (int) b.weight();
			return List.of(term(wa + wb, cornersA[side[0]], cornersA[side[1]]), term(wa, cornersA[side[3]], cornersA[side[2]]),
				term(wb, cornersB[side[3]], cornersB[side[2]]));
		}
		return null;
	}

	/** Of the corners 0 to 3, 0 and 3 count and 1 and 2 are taken away. */
	private static int[][] corners(final Rectangle r) {
		final int right = r.x() + r.width();
		final int bottom = r.y() + r.height();
		return new int[][] { { r.x(), r.y() }, { right, r.y() }, { r.x(), bottom }, { right, bottom } };
	}

	private static Term term(final int factor, final int[] plus, final int[] minus) {
		return new Term(factor, plus[0], plus[1], minus[0], minus[1]);
	}
}
