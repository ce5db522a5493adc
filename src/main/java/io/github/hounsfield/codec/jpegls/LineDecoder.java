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

import static io.github.hounsfield.codec.jpegls.BitReader.LONGS;

import io.github.hounsfield.codec.CodecException;
import java.util.Arrays;

/**
 * The samples of one line after the other: context modelling, prediction, Golomb decoding and run mode of T.87 annex A.
 * <p>
 * A line is an array with one sample of border before and one behind. Ra, Rb, Rc, Rd are the samples to the left,
 * above, above to the left and above to the right (figure A.1). The counters A, B and N of a context and a word stand
 * together in {@link #contexts}. The word holds C (bits 8 up) and the Golomb parameter k of the next sample (bits 0 to
 * 4). Its bit {@link #MIRRORED} says whether the next error is mapped the other way round (A.5.2). Keeping k and the
 * mapping there takes their calculation off the path from one sample to the next.
 */
final class LineDecoder {

	/** Contexts of regular mode, after signs are merged (A.3.4). */
	private static final int CONTEXTS = 365;

	private static final int MIRRORED = 0x80;

	private static final int MIN_C = -128;
	private static final int MAX_C = 127;

	private final BitReader reader;
	private final CodingParameters parameters;
	private final RunMode run;
	private final int width;
	private final int maxval;
	private final int range;
	private final int qbpp;
	private final int longest;
	private final int near;
	private final int quantum;
	private final int reset;
	private final boolean masked;
	private final byte[] regions;
	private final int[] contexts = new int[4 * CONTEXTS];

	/**
	 * @param reader where the entropy-coded data come from
	 * @param parameters of the scan
	 * @param width samples in a line
	 */
	LineDecoder(final BitReader reader, final CodingParameters parameters, final int width) {
		this.reader = reader;
		this.parameters = parameters;
		this.width = width;
		maxval = parameters.maxval();
		range = parameters.range();
		qbpp = parameters.qbpp();
		longest = parameters.limit() - qbpp - 1;
		near = parameters.near();
		quantum = parameters.quantum();
		reset = parameters.reset();
		masked = near == 0 && (maxval & maxval + 1) == 0;
		regions = parameters.regions();
		run = new RunMode(reader, parameters);
	}

	/** Sets all contexts to their first state (A.2.1), at the beginning of a scan and after a restart marker. */
	void reset() {
		final int a = parameters.initialA();
		for (int i = 0; i < contexts.length; i += 4) {
			contexts[i] = a;
			contexts[i + 1] = 0;
			contexts[i + 2] = 1;
			contexts[i + 3] = CodingParameters.golombParameter(a, 1);
		}
		run.reset();
	}

	/**
	 * Decodes a line of one component.
	 *
	 * @param above the line before, with its borders
	 * @param line takes the samples; its border before the first sample is set
	 * @param runIndex RUNindex of the component
	 * @return RUNindex after the line
	 */
	int decodeLine(final int[] above, final int[] line, final int runIndex) throws CodecException {
		final BitReader in = reader;
		final byte[] data = in.data;
		long bits = in.bits;
		int count = in.count;
		int position = in.position;
		int nextFf = in.nextFf;
		int index = runIndex;
		int ra = line[0];
		int rb = above[0];
		int rd = above[1];
		for (int x = 1; x <= width;) {
			final int rc = rb;
			rb = rd;
			rd = above[x + 1];
			final int q = 9 * (9 * regions[maxval + rd - rb] + regions[maxval + rb - rc]) + regions[maxval + rc - ra];
			if (q == 0) {
				in.bits = bits;
				in.count = count;
				in.position = position;
				final int end = x + run.length(index, width + 1 - x);
				index = run.index();
				Arrays.fill(line, x, end, ra);
				x = end;
				if (x <= width) {
					line[x] = run.interruption(index, ra, above[x], true);
					index = Math.max(0, index - 1);
					x++;
				}
				bits = in.bits;
				count = in.count;
				position = in.position;
				nextFf = in.nextFf;
				ra = line[x - 1];
				rb = above[x - 1];
				rd = above[x];
				continue;
			}
			if (position + 8 <= nextFf) {
				bits |= (long) LONGS.get(data, position) >>> count;
				position += 63 - count >>> 3;
				count |= 56;
			}
			else if (count <= 48) {
				in.bits = bits;
				in.count = count;
				in.position = position;
				in.fill();
				bits = in.bits;
				count = in.count;
				position = in.position;
				nextFf = in.nextFf;
			}
			final int sign = q >> 31;
			final int context = (q ^ sign) - sign << 2;
			final int word = contexts[context + 3];
			final int k = word & 31;
			final int zeros = Long.numberOfLeadingZeros(bits);
			final int mapped;
			if (zeros + k < count && zeros < longest) {
				bits <<= zeros;
				mapped = (zeros - 1 << k) + (int) (bits >>> 63 - k);
				bits <<= k + 1;
				count -= zeros + k + 1;
			}
			else {
				in.bits = bits;
				in.count = count;
				in.position = position;
				mapped = in.readGolomb(k, longest, qbpp);
				bits = in.bits;
				count = in.count;
				position = in.position;
				nextFf = in.nextFf;
			}
			if (mapped > range) throw in.broken("a prediction error beyond RANGE");
			final int error = error(mapped, word);
			final int predicted = predict(ra, rb, rc, (word >> 8 ^ sign) - sign);
			ra = reconstruct(predicted, (error ^ sign) - sign);
			line[x++] = ra;
			update(context, error, word >> 8);
		}
		in.bits = bits;
		in.count = count;
		in.position = position;
		return index;
	}

	/**
	 * Decodes a line of several components whose samples alternate (interleave mode 2).
	 *
	 * @param above per component, the line before, with its borders
	 * @param line per component, takes the samples; its border before the first sample is set
	 * @param runIndex RUNindex, one for all components
	 * @return RUNindex after the line
	 */
	int decodePixels(final int[][] above, final int[][] line, final int runIndex) throws CodecException {
		final int[] contextOf = new int[line.length];
		int index = runIndex;
		for (int x = 1; x <= width;) {
			int any = 0;
			for (int c = 0; c < line.length; c++) {
				final int rb = above[c][x];
				final int rc = above[c][x - 1];
				contextOf[c] = 9 * (9 * regions[maxval + above[c][x + 1] - rb] + regions[maxval + rb - rc]) +
					regions[maxval + rc - line[c][x - 1]];
				any |= contextOf[c];
			}
			if (any != 0) {
				for (int c = 0; c < line.length; c++)
					line[c][x] = regular(contextOf[c], line[c][x - 1], above[c][x], above[c][x - 1]);
				x++;
				continue;
			}
			final int end = x + run.length(index, width + 1 - x);
			index = run.index();
			for (final int[] samples : line) Arrays.fill(samples, x, end, samples[x - 1]);
			x = end;
			if (x <= width) {
				for (int c = 0; c < line.length; c++)
					line[c][x] = run.interruption(index, line[c][x - 1], above[c][x], false);
				index = Math.max(0, index - 1);
				x++;
			}
		}
		return index;
	}

	/** One sample in regular mode. */
	private int regular(final int q, final int ra, final int rb, final int rc) throws CodecException {
		final int sign = q >> 31;
		final int context = (q ^ sign) - sign << 2;
		final int word = contexts[context + 3];
		final int mapped = reader.readGolomb(word & 31, longest, qbpp);
		if (mapped > range) throw reader.broken("a prediction error beyond RANGE");
		final int error = error(mapped, word);
		final int predicted = predict(ra, rb, rc, (word >> 8 ^ sign) - sign);
		update(context, error, word >> 8);
		return reconstruct(predicted, (error ^ sign) - sign);
	}

	/** Errval from MErrval (A.5.2). */
	private static int error(final int mapped, final int word) {
		return mapped >>> 1 ^ -(mapped & 1) ^ word << 24 >> 31;
	}

	/** The median of the edge detecting predictor (A.4.1), corrected (A.4.2). */
	private int predict(final int ra, final int rb, final int rc, final int correction) {
		final int low = Math.min(ra, rb);
		final int high = Math.max(ra, rb);
		final int median = Math.max(low, Math.min(high, ra + rb - rc));
		return Math.max(0, Math.min(maxval, median + correction));
	}

	/** The sample; where RANGE is a power of two and nothing is quantised, modulo RANGE is a mask. */
	private int reconstruct(final int predicted, final int error) {
		return masked ? predicted + error & maxval : run.reconstruct(predicted, error);
	}

	/** Updates the counters of a context (A.6). */
	private void update(final int context, final int error, final int bias) {
		int a = contexts[context] + Math.abs(error);
		int b = contexts[context + 1] + error * quantum;
		int n = contexts[context + 2];
		if (n == reset) {
			a >>= 1;
			b >>= 1;
			n >>= 1;
		}
		n++;
		final int positive = -b >> 31;
		final int negative = b + n - 1 >> 31;
		b = Math.min(0, Math.max(1 - n, b + (n & negative) - (n & positive)));
		final int c = Math.max(MIN_C, Math.min(MAX_C, bias + negative - positive));
		final int k = CodingParameters.golombParameter(a, n);
		contexts[context] = a;
		contexts[context + 1] = b;
		contexts[context + 2] = n;
		contexts[context + 3] = c << 8 | mirrored(k, b, n) | k;
	}

	/** Whether lossless coding with k = 0 and a strongly negative bias swaps the signs in the mapping (A.5.2). */
	private int mirrored(final int k, final int b, final int n) {
		return near == 0 ? k - 1 >> 31 & 2 * b + n - 1 >> 31 & MIRRORED : 0;
	}
}
