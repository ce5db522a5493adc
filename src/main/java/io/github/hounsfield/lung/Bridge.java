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
package io.github.hounsfield.lung;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A connected area of a slice that may be two lungs with a bridge between. On each side of the middle, one point is
 * farthest from the border. The widest path between the two points has a narrowest place: the bridge. If it is far
 * thinner than both lungs, the area is cut there. For one thread.
 */
final class Bridge {

	/** A bridge is at most this part as thick as the thinner of the lungs beside it. */
	static final double THIN = 0.6;

	private final Patch patch;
	private final double[] squares;
	private final int width;

	Bridge(final Patch patch, final PatientGrid grid) {
		this.patch = patch;
		width = patch.width();
		squares = DistanceMap.squared(patch.pixels(), width, patch.height(), grid.spacingXMm(), grid.spacingYMm());
	}

	/**
	 * Cuts the area in two.
	 *
	 * @param middleX column of the slice between the lungs
	 * @param tie label of pixels at equal distance from both, 1 or 2
	 * @return 1 for pixels of the part with the smaller column, 2 for the other, 0 outside; null where there is no bridge
	 */
	byte[] cut(final double middleX, final byte tie) {
		final int low = farthest(middleX, true);
		final int high = farthest(middleX, false);
		if (low < 0 || high < 0) return null;
		final double narrowest = narrowest(low, high);
		if (Math.sqrt(narrowest) > THIN * Math.sqrt(Math.min(squares[low], squares[high]))) return null;
		final byte[] labels = new byte[squares.length];
		final int[] queue = new int[squares.length];
		int end = flood(low, narrowest, (byte) 1, labels, queue, 0);
		end = flood(high, narrowest, (byte) 2, labels, queue, end);
		spread(labels, queue, end, tie);
		return labels;
	}

	private int farthest(final double middleX, final boolean low) {
		int best = -1;
		for (int i = 0; i < squares.length; i++)
			if (squares[i] > 0 && patch.x() + i % width < middleX == low && (best < 0 || squares[i] > squares[best])) best = i;
		return best;
	}

	/** Square of the least distance from the border on the widest path between two pixels. */
	private double narrowest(final int a, final int b) {
		final int[] order = IntStream.range(0, squares.length).filter(i -> squares[i] > 0).boxed().sorted((i, j) -> Double
			.compare(squares[j], squares[i])).mapToInt(i -> i).toArray();
		final DisjointSets sets = new DisjointSets(squares.length);
		final boolean[] in = new boolean[squares.length];
		for (final int i : order) {
			in[i] = true;
			final int x = i % width;
			if (x > 0 && in[i - 1]) sets.join(i, i - 1);
			if (x < width - 1 && in[i + 1]) sets.join(i, i + 1);
			if (i >= width && in[i - width]) sets.join(i, i - width);
			if (i < in.length - width && in[i + width]) sets.join(i, i + width);
			if (sets.find(a) == sets.find(b)) return squares[i];
		}
		return 0;
	}

	/** Labels the pixels that are connected with a pixel, and farther from the border than the bridge. */
	private int flood(final int start, final double narrowest, final byte label, final byte[] labels, final int[] queue,
		final int first)
	{
		int next = first;
		int end = first;
		labels[start] = label;
		queue[end++] = start;
		while (next < end) {
			final int i = queue[next++];
			for (final int j : neighbours(i))
				if (j >= 0 && labels[j] == 0 && squares[j] > narrowest) {
					labels[j] = label;
					queue[end++] = j;
				}
		}
		return end;
	}

	/** Labels the rest in rounds, by the fewest steps from labelled pixels. */
	private void spread(final byte[] labels, final int[] queue, final int labelled, final byte tie) {
		int[] round = Arrays.copyOf(queue, labelled);
		final int[] next = new int[squares.length];
		final byte[] claims = new byte[squares.length];
		while (round.length > 0) {
			int n = 0;
			for (final int i : round)
				for (final int j : neighbours(i))
					if (j >= 0 && labels[j] == 0 && squares[j] > 0) {
						if (claims[j] == 0) next[n++] = j;
						claims[j] |= labels[i];
					}
			for (int k = 0; k < n; k++)
				labels[next[k]] = claims[next[k]] == 3 ? tie : claims[next[k]];
			round = Arrays.copyOf(next, n);
		}
	}

	private int[] neighbours(final int i) {
		final int x = i % width;
		return new int[] { x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i >= width ? i - width : -1, i < squares.length -
			width ? i + width : -1 };
	}
}
