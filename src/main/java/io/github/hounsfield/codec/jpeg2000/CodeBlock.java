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

/** A code-block: where it stands in its subband, and what the packets read so far have given it. */
final class CodeBlock {

	private static final int[] NONE = {};

	/** Its samples, in the coordinates of the subband. */
	final Rect area;
	boolean included;
	/** Bit planes, of those of the subband, that are not coded. */
	int missingPlanes;
	/** Bits of a length, less those that the number of passes adds (T.800 B.10.7.1). */
	int lengthBits = 3;
	/** Coding passes so far, HT placeholders included. */
	int passes;
	/** Passes of each codeword segment. */
	int[] segmentPasses = NONE;
	/** Passes after which a segment ends, for each. */
	int[] segmentLimit = NONE;
	/** Codeword segments so far. */
	int segments;
	/** Index, length and segment of each run of bytes. */
	private int[] runs = NONE;
	private int runCount;
	/** Runs whose bytes have been found. */
	int runsPlaced;

	CodeBlock(final Rect area) {
		this.area = area;
	}

	/** Begins a codeword segment. */
	void addSegment(final int limit) {
		if (segments == segmentPasses.length) {
			final int size = segments == 0 ? 1 : 2 * segments + 2;
			segmentPasses = Arrays.copyOf(segmentPasses, size);
			segmentLimit = Arrays.copyOf(segmentLimit, size);
		}
		segmentPasses[segments] = 0;
		segmentLimit[segments++] = limit;
	}

	/** Notes that length bytes of a segment follow among this packet's data. */
	void addRun(final int segment, final int length) {
		if (3 * runCount == runs.length) runs = Arrays.copyOf(runs, runCount == 0 ? 3 : 6 * runCount);
		runs[3 * runCount + 1] = length;
		runs[3 * runCount + 2] = segment;
		runCount++;
	}

	int runCount() {
		return runCount;
	}

	int runLength(final int run) {
		return runs[3 * run + 1];
	}

	void placeRun(final int run, final int index) {
		runs[3 * run] = index;
	}

	int segmentLength(final int segment) {
		int sum = 0;
		for (int i = 0; i < runCount; i++)
			if (runs[3 * i + 2] == segment) sum += runs[3 * i + 1];
		return sum;
	}

	/** Copies the bytes of a segment and returns the index after the last. */
	int copySegment(final int segment, final byte[] data, final byte[] to, final int start) {
		int at = start;
		for (int i = 0; i < runCount; i++) {
			if (runs[3 * i + 2] != segment) continue;
			System.arraycopy(data, runs[3 * i], to, at, runs[3 * i + 1]);
			at += runs[3 * i + 1];
		}
		return at;
	}

	/** Bytes of all segments. */
	int totalLength() {
		int sum = 0;
		for (int i = 0; i < runCount; i++)
			sum += runs[3 * i + 1];
		return sum;
	}
}
