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
 * A stage in fixed point, for whole rows of windows at once. Immutable.
 * <p>
 * The contrast of a window is rounded to a whole number and multiplied by the threshold of a stump, which gives the
 * value at which the feature turns from the left leaf to the right; the distance from it, and in the end the distance of
 * the sum of leaves from the stage's threshold, are compared with bounds of all rounding on the way. A window that comes
 * nearer is left open, so what is decided here is what single and double precision decide.
 */
final class DenseStage {

	private static final int VALUE_BITS = 30;
	private static final int SUM_BITS = 29;
	/** Bound of the relative error of a product in single precision with a factor that was rounded to it. */
	private static final double FLOAT_ERROR = 0x1p-21;

	private final List<StumpStages.Stump> stumps;
	private final int[] thresholds;
	private final int[] shifts;
	private final int[] tolerances;
	private final int[] rights;
	private final int[] differences;
	private final int sumThreshold;
	private final int sumTolerance;

	private DenseStage(final List<StumpStages.Stump> stumps, final float stageThreshold, final double maxContrast) {
		this.stumps = stumps;
		final int count = stumps.size();
		thresholds = new int[count];
		shifts = new int[count];
		tolerances = new int[count];
		rights = new int[count];
		differences = new int[count];
		double most = Math.abs(stageThreshold);
		for (final StumpStages.Stump s : stumps) most += Math.max(Math.abs(s.left()), Math.abs(s.right()));
		final int sumScale = SUM_BITS - 1 - Math.getExponent(most);
		for (int k = 0; k < count; k++) {
			final StumpStages.Stump stump = stumps.get(k);
			final double turn = Math.abs(stump.threshold()) * (maxContrast + 1);
			final int shift = Math.min(VALUE_BITS, VALUE_BITS - 1 - Math.getExponent(turn));
			shifts[k] = shift;
			thresholds[k] = (int) Math.rint(Math.scalb((double) stump.threshold(), shift));
			final double error = 0.5 * Math.abs(stump.threshold()) + Math.scalb(0.5 * maxContrast, -shift) + 1 + turn *
				FLOAT_ERROR;
			tolerances[k] = (int) Math.ceil(error) + 1;
			rights[k] = fixed(stump.right(), sumScale);
			differences[k] = fixed(stump.left(), sumScale) - rights[k];
		}
		sumThreshold = fixed(stageThreshold, sumScale);
		sumTolerance = (count + 1) / 2 + 2;
	}

	private static int fixed(final float value, final int scale) {
		return (int) Math.rint(Math.scalb((double) value, scale));
	}

	/**
	 * @param stumps of the stage
	 * @param stageThreshold allowance taken off
	 * @param maxContrast the largest contrast of a window
	 * @return null where fixed point of 32 bits does not suffice
	 */
	static DenseStage of(final List<StumpStages.Stump> stumps, final float stageThreshold, final double maxContrast) {
		for (final StumpStages.Stump s : stumps)
			if (Math.abs(s.threshold()) * (maxContrast + 1) >= 1 << VALUE_BITS - 1) return null;
		return new DenseStage(stumps, stageThreshold, maxContrast);
	}

	/**
	 * Evaluates the stage for the windows of a row.
	 *
	 * @param rows the integral image about the windows
	 * @param contrasts whole contrasts of the windows
	 * @param count windows
	 * @param values is overwritten
	 * @param margins takes a negative number for each window that is rejected
	 * @param decided takes a negative number for each window whose margin can be relied on
	 */
	void evaluate(final ShiftedRows rows, final int[] contrasts, final int count, final int[] values,
		final int[] margins, final int[] decided)
	{
		for (int i = 0; i < count; i++) {
			margins[i] = -sumThreshold;
			decided[i] = -1;
		}
		for (int k = 0; k < thresholds.length; k++) {
			value(stumps.get(k).terms(), rows, count, values);
			decide(values, contrasts, count, thresholds[k], shifts[k], tolerances[k], rights[k], differences[k], margins,
				decided);
		}
		for (int i = 0; i < count; i++) {
			final int above = margins[i] + sumTolerance;
			decided[i] &= above | 2 * sumTolerance - above;
		}
	}

	private static void value(final List<StumpStages.Term> terms, final ShiftedRows rows, final int count,
		final int[] values)
	{
		final StumpStages.Term a = terms.get(0);
		final StumpStages.Term b = terms.get(1);
		final StumpStages.Term c = terms.get(2);
		setTerms(a.factor(), rows.plus(a), rows.minus(a), b.factor(), rows.plus(b), rows.minus(b), c.factor(), rows.plus(c),
			rows.minus(c), count, values);
		for (int k = 3; k < terms.size(); k++) {
			final StumpStages.Term d = terms.get(k);
			addTerm(d.factor(), rows.plus(d), rows.minus(d), count, values);
		}
	}

	/** The compiler turns this loop and the next two into vector instructions: all arrays have the same index. */
	private static void setTerms(final int fa, final int[] pa, final int[] ma, final int fb, final int[] pb,
		final int[] mb, final int fc, final int[] pc, final int[] mc, final int count, final int[] values)
	{
		for (int i = 0; i < count; i++)
			values[i] = fa * (pa[i] - ma[i]) + fb * (pb[i] - mb[i]) + fc * (pc[i] - mc[i]);
	}

	private static void addTerm(final int f, final int[] p, final int[] m, final int count, final int[] values) {
		for (int i = 0; i < count; i++) values[i] += f * (p[i] - m[i]);
	}

	/** Adds the left leaf where the value is below the turn, the right leaf elsewhere. */
	private static void decide(final int[] values, final int[] contrasts, final int count, final int threshold,
		final int shift, final int tolerance, final int right, final int difference, final int[] sums, final int[] decided)
	{
		final int twice = 2 * tolerance;
		for (int i = 0; i < count; i++) {
			final int distance = values[i] - (contrasts[i] * threshold >> shift);
			sums[i] += right + (distance >> 31 & difference);
			final int above = distance + tolerance;
			decided[i] &= above | twice - above;
		}
	}
}
