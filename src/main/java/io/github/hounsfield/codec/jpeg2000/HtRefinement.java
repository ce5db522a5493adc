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
package io.github.hounsfield.codec.jpeg2000;

import java.util.Arrays;

/** The significance propagation and magnitude refinement passes of an HT code-block (T.814 clauses 7.4, 7.5). */
final class HtRefinement {

	private static final byte FROM_CLEANUP = 1;
	private static final byte PROPAGATED = 2;
	private static final int STRIPE = 4;

	private final HtBits forward = new HtBits();
	private final HtBits backward = new HtBits();
	private byte[] significant = new byte[0];
	private int stride;

	/**
	 * @param bytes the segment of both passes
	 * @param length its bytes
	 * @param magnitudes whether the second pass is there too
	 * @param causal whether samples of the next stripe count as zero
	 * @param plane the bit plane to refine
	 * @param samples twice the magnitudes with the middle of their interval, and signs; refined
	 */
	void decode(final byte[] bytes, final int length, final boolean magnitudes, final boolean causal, final int plane,
		final int width, final int height, final int[] samples)
	{
		stride = width + 2;
		final int size = stride * (height + 2);
		if (significant.length < size) significant = new byte[size];
		Arrays.fill(significant, 0, size, (byte) 0);
		for (int y = 0, i = 0; y < height; y++)
			for (int x = 0; x < width; x++, i++)
				if (samples[i] != 0) significant[(y + 1) * stride + x + 1] = FROM_CLEANUP;
		final int padding = 2 * width * height / 8 + 1;
		forward.startForward(bytes, 0, length, padding, 0);
		propagate(causal, 3 << plane, width, height, samples);
		if (magnitudes) {
			backward.startBackward(bytes, 0, length, 0, 0, 0xFF, padding);
			refine(1 << plane, width, height, samples);
		}
	}

	private void propagate(final boolean causal, final int value, final int width, final int height,
		final int[] samples)
	{
		int position = 0;
		for (int top = 0; top < height; top += STRIPE) {
			final int bottom = Math.min(height, top + STRIPE);
			for (int left = 0; left < width; left += STRIPE) {
				final int right = Math.min(width, left + STRIPE);
				int found = 0;
				for (int x = left, bit = 1; x < right; x++) {
					for (int y = top; y < bottom; y++, bit <<= 1) {
						final int at = (y + 1) * stride + x + 1;
						final boolean lookBelow = !causal || y + 1 < top + STRIPE;
						if (significant[at] != 0 || !hasNeighbour(at, lookBelow)) continue;
						if ((forward.peek(position++) & 1) == 0) continue;
						significant[at] = PROPAGATED;
						found |= bit;
					}
				}
				if (found == 0) continue;
				for (int x = left, bit = 1; x < right; x++) {
					for (int y = top; y < bottom; y++, bit <<= 1) {
						if ((found & bit) == 0) continue;
						samples[y * width + x] = (forward.peek(position++) & 1) == 0 ? value : -value;
					}
				}
			}
		}
	}

	private boolean hasNeighbour(final int at, final boolean lookBelow) {
		final byte[] s = significant;
		final int above = at - stride;
		final int below = at + stride;
		return (s[above - 1] | s[above] | s[above + 1] | s[at - 1] | s[at + 1]) != 0 || lookBelow && (s[below - 1] |
			s[below] | s[below + 1]) != 0;
	}

	private void refine(final int half, final int width, final int height, final int[] samples) {
		int position = 0;
		for (int top = 0; top < height; top += STRIPE) {
			final int bottom = Math.min(height, top + STRIPE);
			for (int x = 0; x < width; x++) {
				for (int y = top; y < bottom; y++) {
					if (significant[(y + 1) * stride + x + 1] != FROM_CLEANUP) continue;
					final boolean more = (backward.peek(position++) & 1) != 0;
					final int i = y * width + x;
					samples[i] += more == samples[i] > 0 ? half : -half;
				}
			}
		}
	}
}
