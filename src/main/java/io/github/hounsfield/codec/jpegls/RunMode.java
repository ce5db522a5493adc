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
package io.github.hounsfield.codec.jpegls;

import io.github.hounsfield.codec.CodecException;
import java.util.Arrays;

/** Run mode of T.87 A.7: lengths of runs, and the samples that end them. */
final class RunMode {

	/** J: order of the run length codes (A.2.1). */
	private static final int[] J = { 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10,
		11, 12, 13, 14, 15 };

	private final BitReader reader;
	private final int maxval;
	private final int near;
	private final int quantum;
	private final int range;
	private final int qbpp;
	private final int limit;
	private final int reset;
	private final int initialA;

	/** A, N and Nn of the two contexts of interruption, RItype 0 and 1: contexts 365 and 366 of the standard. */
	private final int[] a = new int[2];
	private final int[] n = new int[2];
	private final int[] negatives = new int[2];

	private int index;

	RunMode(final BitReader reader, final CodingParameters parameters) {
		this.reader = reader;
		maxval = parameters.maxval();
		near = parameters.near();
		quantum = parameters.quantum();
		range = parameters.range();
		qbpp = parameters.qbpp();
		limit = parameters.limit();
		reset = parameters.reset();
		initialA = parameters.initialA();
	}

	void reset() {
		Arrays.fill(a, initialA);
		Arrays.fill(n, 1);
		Arrays.fill(negatives, 0);
	}

	/**
	 * Reads the length of a run (A.7.1.2); {@link #index()} is RUNindex behind it.
	 *
	 * @param runIndex RUNindex before the run
	 * @param left samples up to the end of the line
	 * @return samples of the run, all of {@code left} where no sample interrupts it
	 */
	int length(final int runIndex, final int left) throws CodecException {
		index = runIndex;
		int length = 0;
		while (reader.readBit()) {
			final int step = 1 << J[index];
			if (step <= left - length && index < J.length - 1) index++;
			length += Math.min(step, left - length);
			if (length == left) return length;
		}
		length += reader.readBits(J[index]);
		if (length >= left) throw reader.broken("a run longer than its line");
		return length;
	}

	int index() {
		return index;
	}

	/**
	 * Decodes the sample that ends a run (A.7.2).
	 *
	 * @param runIndex RUNindex of the run, not yet lowered
	 * @param ra the sample of the run
	 * @param rb the sample above the one that ends it
	 * @param single false where the samples of several components end the run together: RItype is 0 then
	 */
	int interruption(final int runIndex, final int ra, final int rb, final boolean single) throws CodecException {
		final int type = single && Math.abs(ra - rb) <= near ? 1 : 0;
		final int count = n[type];
		final int k = CodingParameters.golombParameter(type == 0 ? a[0] : a[1] + (count >> 1), count);
		final int mapped = reader.readGolomb(k, limit - J[runIndex] - 1 - qbpp - 1, qbpp);
		if (mapped > range + 1) throw reader.broken("a prediction error beyond RANGE");
		final int map = mapped + type & 1;
		final int magnitude = mapped + type + map >> 1;
		final boolean negative = magnitude > 0 && (k != 0 || 2 * negatives[type] >= count) == (map == 1);
		update(type, negative, mapped);
		final int error = negative ? -magnitude : magnitude;
		return reconstruct(type == 1 ? ra : rb, type == 0 && ra > rb ? -error : error);
	}

	/** Code segment A.23. */
	private void update(final int type, final boolean negative, final int mapped) {
		if (negative) negatives[type]++;
		a[type] += mapped + 1 - type >> 1;
		if (n[type] == reset) {
			a[type] >>= 1;
			n[type] >>= 1;
			negatives[type] >>= 1;
		}
		n[type]++;
	}

	/** The sample from its prediction and the error, modulo RANGE and within 0 to MAXVAL (A.4.4, A.4.5 reversed). */
	int reconstruct(final int predicted, final int error) {
		int value = predicted + error * quantum;
		if (value < -near) value += range * quantum;
		else if (value > maxval + near) value -= range * quantum;
		return Math.max(0, Math.min(maxval, value));
	}
}
