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

import io.github.hounsfield.codec.CodecException;

/** A tag tree (T.800 B.10.2): a matrix of numbers coded through the minima of ever larger squares of it. */
final class TagTree {

	private static final int UNKNOWN = Integer.MAX_VALUE;

	private final int levels;
	private final int[] offset;
	private final int[] width;
	private final int[] lowerBound;
	private final int[] value;

	TagTree(final int leavesAcross, final int leavesDown) {
		int w = leavesAcross;
		int h = leavesDown;
		int count = 1;
		for (; w > 1 || h > 1; w = w + 1 >> 1, h = h + 1 >> 1)
			count++;
		levels = count;
		offset = new int[levels];
		width = new int[levels];
		int nodes = 0;
		w = leavesAcross;
		h = leavesDown;
		for (int i = 0; i < levels; i++, w = w + 1 >> 1, h = h + 1 >> 1) {
			offset[i] = nodes;
			width[i] = w;
			nodes += w * h;
		}
		lowerBound = new int[nodes];
		value = new int[nodes];
		java.util.Arrays.fill(value, UNKNOWN);
	}

	/** Reads as many bits as tell whether the number of a leaf is below the threshold. */
	boolean isBelow(final PacketBits in, final int x, final int y, final int threshold) throws CodecException {
		int low = 0;
		int node = 0;
		for (int i = levels - 1; i >= 0; i--) {
			node = offset[i] + (y >> i) * width[i] + (x >> i);
			low = Math.max(low, lowerBound[node]);
			while (low < threshold && value[node] == UNKNOWN)
				if (in.bit() == 1) value[node] = low;
				else low++;
			lowerBound[node] = low;
		}
		return value[node] < threshold;
	}

	/** Reads the number of a leaf, which may be at most the limit. */
	int read(final PacketBits in, final int x, final int y, final int limit) throws CodecException {
		int threshold = 1;
		while (!isBelow(in, x, y, threshold))
			if (++threshold > limit + 1) throw in.error("more than " + limit + " missing bit planes");
		return threshold - 1;
	}
}
