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
 * Stumps of {@link StumpStages} laid out for integral images of one stride, and their evaluation window by window.
 * Immutable.
 * <p>
 * Neither the order of stumps nor the sign by which a leaf is chosen changes what single and double precision give; both
 * spare the processor branches that it could not foretell.
 */
final class ScaledStumps extends WindowClassifier {

	private final double[] stageThresholds;
	/** For each stage and kind of stump, the stump behind the last one. */
	private final int[] ends;
	/** For each stump, where its terms start. */
	private final int[] firstTerms;
	private final int[] factors;
	private final int[] plus;
	private final int[] minus;
	private final float[] thresholds;
	/** For each stump the right leaf, then the left one. */
	private final float[] leaves;

	ScaledStumps(final Cascade cascade, final List<List<StumpStages.Stump>> stages, final int stride, final int step) {
		super(cascade, stride, step);
		final int kinds = StumpStages.TERMS.length;
		final int stumps = stages.stream().mapToInt(List::size).sum();
		final int terms = stages.stream().flatMap(List::stream).mapToInt(s -> s.terms().size()).sum();
		stageThresholds = new double[stages.size()];
		ends = new int[stages.size() * kinds];
		firstTerms = new int[stumps];
		factors = new int[terms];
		plus = new int[terms];
		minus = new int[terms];
		thresholds = new float[stumps];
		leaves = new float[2 * stumps];
		int stump = 0;
		int term = 0;
		for (int s = 0; s < stages.size(); s++) {
			stageThresholds[s] = cascade.stages().get(s).threshold() - StumpStages.THRESHOLD_ALLOWANCE;
			for (int kind = 0; kind < kinds; kind++) {
				for (final StumpStages.Stump from : stages.get(s)) {
					if (from.terms().size() != StumpStages.TERMS[kind]) continue;
					firstTerms[stump] = term;
					thresholds[stump] = from.threshold();
					leaves[2 * stump] = from.right();
					leaves[2 * stump + 1] = from.left();
					for (final StumpStages.Term t : from.terms()) {
						factors[term] = t.factor();
						plus[term] = t.plusY() * stride + IntegralImage.column(t.plusX(), step, stride);
						minus[term++] = t.minusY() * stride + IntegralImage.column(t.minusX(), step, stride);
					}
					stump++;
				}
				ends[s * kinds + kind] = stump;
			}
		}
	}

	@Override
	int rejectingStage(final int[] sums, final int window, final float reciprocal, final int firstStage,
		final double[] levelWeight)
	{
		double sum = 0;
		for (int stage = firstStage; stage < stageThresholds.length; stage++) {
			sum = sum(sums, window, reciprocal, stage);
			if (sum < stageThresholds[stage]) return stage;
		}
		levelWeight[0] = sum;
		return stageThresholds.length;
	}

	@Override
	boolean passes(final int stage, final int[] sums, final int window, final float reciprocal) {
		return !(sum(sums, window, reciprocal, stage) < stageThresholds[stage]);
	}

	/** The sum of the leaves of a stage. */
	private double sum(final int[] sums, final int window, final float reciprocal, final int stage) {
		final int kinds = StumpStages.TERMS.length;
		int stump = stage == 0 ? 0 : ends[stage * kinds - 1];
		int t = firstTerms[stump];
		double sum = 0;
		for (; stump < ends[stage * kinds]; stump++, t += 3) {
			final int value = term(sums, window, t) + term(sums, window, t + 1) + term(sums, window, t + 2);
			sum += leaf(stump, value, reciprocal);
		}
		for (; stump < ends[stage * kinds + 1]; stump++, t += 4) {
			final int value = term(sums, window, t) + term(sums, window, t + 1) + term(sums, window, t + 2) + term(sums,
				window, t + 3);
			sum += leaf(stump, value, reciprocal);
		}
		for (; stump < ends[stage * kinds + 2]; stump++, t += 6) {
			final int value = term(sums, window, t) + term(sums, window, t + 1) + term(sums, window, t + 2) + term(sums,
				window, t + 3) + term(sums, window, t + 4) + term(sums, window, t + 5);
			sum += leaf(stump, value, reciprocal);
		}
		return sum;
	}

	private int term(final int[] sums, final int window, final int t) {
		return factors[t] * (sums[window + plus[t]] - sums[window + minus[t]]);
	}

	/** The left leaf where the feature is below the threshold, that is where the sign of the difference is set. */
	private double leaf(final int stump, final int value, final float reciprocal) {
		return leaves[2 * stump + (Float.floatToRawIntBits(value * reciprocal - thresholds[stump]) >>> 31)];
	}
}
