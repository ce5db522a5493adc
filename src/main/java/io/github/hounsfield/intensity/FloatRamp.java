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
package io.github.hounsfield.intensity;

import java.util.Arrays;

/**
 * Grey levels of 32-bit floats through a straight window, a block at once. The ramp is evaluated in float, moved up and
 * down by more than its error, and rounded both ways. If both agree, this is the exact level. Otherwise, and for NaN,
 * the value is evaluated again without error. Not safe for several threads.
 * <p>
 * Its loops are of the form that the compiler of JDK 17 turns into vector instructions: arrays of their own, from index
 * 0, of a fixed length.
 */
final class FloatRamp {

	/** Values at once. Three arrays of them stay in the processor's nearest cache. */
	private static final int BLOCK = 1024;

	/** After so many values all are checked for certainty. They fit into the next cache. */
	private static final int GROUP = 32 * BLOCK;

	/** The middle between 2^25 and 2^26. In that range floats are multiples of 4, and their low bits are the factors. */
	private static final float SHIFT = 0x1.8p25f;

	/** The largest relative error of one operation in float. */
	private static final double ROUNDING = 0x1p-24;

	/** With a larger error than this most values would be evaluated twice. */
	private static final double MOST_DOUBT = 1.0 / 64;

	/** Below this slope a product may lose digits. */
	private static final double LEAST_SLOPE = 1e-30;

	private final ByteKernel.Levels levels;
	/** 255 minus the level falls by so much for each stored unit, and is so much for the stored value 0. */
	private final float slope;
	private final float intercept;
	/** In quarters of a level. */
	private final float doubt;

	private final float[] values = new float[BLOCK];
	private final float[] rounded = new float[BLOCK];
	/** Sums of what the two ways to round differ by. */
	private final float[] differences = new float[BLOCK];

	private FloatRamp(final ByteKernel.Levels levels, final double slope, final double intercept, final double doubt) {
		this.levels = levels;
		this.slope = (float) -slope;
		this.intercept = (float) (255 - intercept);
		this.doubt = (float) (4 * doubt);
	}

	/** @return null if the window is no ramp, or too steep for float, or a value other than NaN may be padding */
	static FloatRamp of(final ByteKernel.Levels levels) {
		if (!(levels.voi() instanceof Window window) || !(levels.function().transform() instanceof Rescale rescale))
			return null;
		if (window.function() == VoiLutFunction.SIGMOID || !holdsNaNAlone(levels.function().padding())) return null;
		final int inset = window.function() == VoiLutFunction.LINEAR ? 1 : 0;
		final double ramp = window.width() - inset;
		if (ramp <= 0) return null;
		final double rising = 255 * rescale.slope() / ramp;
		final double start = 255 * ((rescale.intercept() - window.center() + 0.5 * inset) / ramp + 0.5);
		final double slope = levels.inverted() ? -rising : rising;
		final double intercept = levels.inverted() ? 255 - start : start;
		// Twice the error of slope, intercept, product and sum within the ramp, and that of the steps after them.
		final double doubt = 8 * (Math.abs(intercept) + 256) * ROUNDING + 0x1p-15;
		final boolean usable = doubt <= MOST_DOUBT && Math.abs(slope) >= LEAST_SLOPE && Math.abs(slope) <= 1 / LEAST_SLOPE;
		return usable ? new FloatRamp(levels, slope, intercept, doubt) : null;
	}

	/** NaN is black with and without padding. */
	private static boolean holdsNaNAlone(final Padding padding) {
		for (final Padding.Range range : padding.ranges())
			if (!Double.isNaN(range.min())) return false;
		return true;
	}

	/** @param out takes the levels of as many values as asked for, from index 0 */
	void run(final float[] in, final int offset, final byte[] out, final int length) {
		final int whole = length / BLOCK * BLOCK;
		boolean certain = true;
		for (int done = 0; done < whole; done += GROUP) {
			final int end = Math.min(done + GROUP, whole);
			certain = certain && quick(in, offset, out, done, end);
			if (!certain) careful(in, offset, out, done, end);
		}
		for (int i = whole; i < length; i++)
			out[i] = (byte) levels.level(in[offset + i]);
	}

	/** @return whether all levels are exact */
	private boolean quick(final float[] in, final int offset, final byte[] out, final int from, final int end) {
		Arrays.fill(differences, 0);
		for (int at = from; at < end; at += BLOCK) {
			System.arraycopy(in, offset + at, values, 0, BLOCK);
			round(values, slope, intercept, doubt, rounded, differences);
			store(rounded, out, at);
		}
		int any = 0;
		for (final float difference : differences)
			any |= Float.floatToRawIntBits(difference);
		return any == 0;
	}

	private void careful(final float[] in, final int offset, final byte[] out, final int from, final int end) {
		for (int at = from; at < end; at += BLOCK) {
			Arrays.fill(differences, 0);
			System.arraycopy(in, offset + at, values, 0, BLOCK);
			round(values, slope, intercept, doubt, rounded, differences);
			for (int i = 0; i < BLOCK; i++)
				out[at + i] = differences[i] == 0 ? (byte) Float.floatToRawIntBits(rounded[i]) : (byte) levels.level(
					values[i]);
		}
	}

	/**
	 * Counts in quarters of a level. The sum of a number and its absolute value is twice the number, or 0. That is quicker
	 * than a comparison. Infinity becomes NaN.
	 */
	private static void round(final float[] in, final float slope, final float intercept, final float doubt,
		final float[] rounded, final float[] differences)
	{
		for (int i = 0; i < BLOCK; i++) {
			final float fromTop = in[i] * slope + intercept;
			final float capped = 510f - (fromTop + Math.abs(fromTop));
			final float level = capped + Math.abs(capped);
			final float up = level + doubt + SHIFT;
			differences[i] += up - (level - doubt + SHIFT);
			rounded[i] = up;
		}
	}

	private static void store(final float[] rounded, final byte[] out, final int at) {
		for (int i = 0; i < BLOCK; i++)
			out[at + i] = (byte) Float.floatToRawIntBits(rounded[i]);
	}
}
