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

/**
 * The numbers that steer one scan, under the names of T.87: MAXVAL, NEAR, the gradient thresholds T1 to T3 and RESET,
 * and what follows from them (A.2.1).
 *
 * @param maxval largest sample value, 1 to 65535
 * @param near largest allowed difference of a sample, 0 for lossless
 * @param t1 first gradient threshold
 * @param t2 second gradient threshold
 * @param t3 third gradient threshold
 * @param reset number of samples of a context after which its counters are halved
 */
record CodingParameters(int maxval, int near, int t1, int t2, int t3, int reset) {

	/** RESET where no preset says otherwise (C.2.4.1.1). */
	private static final int DEFAULT_RESET = 64;

	/**
	 * Fills in what an LSE marker segment left open, and checks it (C.2.4.1.1, tables C.2 and C.3).
	 *
	 * @param preset MAXVAL, T1, T2, T3, RESET as coded, 0 for the default
	 * @param precision bits of a sample
	 * @param near from the scan header
	 * @param position of the scan header, for the error
	 */
	static CodingParameters of(final int[] preset, final int precision, final int near, final long position)
		throws CodecException
	{
		final int largest = (1 << precision) - 1;
		final int maxval = preset[0] == 0 ? largest : preset[0];
		if (maxval > largest) throw CodecException.at(position, "MAXVAL " + maxval + " does not fit in samples of " +
			precision + " bits");
		if (near > Math.min(255, maxval / 2)) throw CodecException.at(position, "NEAR is " + near +
			", at most " + Math.min(255, maxval / 2) + " fits MAXVAL " + maxval);
		final int[] defaults = defaultThresholds(maxval, near);
		final int t1 = preset[1] == 0 ? defaults[0] : preset[1];
		final int t2 = preset[2] == 0 ? defaults[1] : preset[2];
		final int t3 = preset[3] == 0 ? defaults[2] : preset[3];
		final int reset = preset[4] == 0 ? DEFAULT_RESET : preset[4];
		if (t1 < near + 1 || t2 < t1 || t3 < t2 || t3 > maxval) throw CodecException.at(position, "thresholds " + t1 +
			", " + t2 + ", " + t3 + " do not rise from NEAR + 1 = " + (near + 1) + " to MAXVAL = " + maxval);
		if (reset < 3 || reset > Math.max(255, maxval)) throw CodecException.at(position, "RESET is " + reset +
			"; expected 3 to " + Math.max(255, maxval));
		return new CodingParameters(maxval, near, t1, t2, t3, reset);
	}

	/** Default T1, T2, T3 (C.2.4.1.1.1). */
	private static int[] defaultThresholds(final int maxval, final int near) {
		final int t1, t2, t3;
		if (maxval >= 128) {
			final int factor = (Math.min(maxval, 4095) + 128) / 256;
			t1 = clamp(factor * (3 - 2) + 2 + 3 * near, near + 1, maxval);
			t2 = clamp(factor * (7 - 3) + 3 + 5 * near, t1, maxval);
			t3 = clamp(factor * (21 - 4) + 4 + 7 * near, t2, maxval);
		}
		else {
			final int factor = 256 / (maxval + 1);
			t1 = clamp(Math.max(2, 3 / factor + 3 * near), near + 1, maxval);
			t2 = clamp(Math.max(3, 7 / factor + 5 * near), t1, maxval);
			t3 = clamp(Math.max(4, 21 / factor + 7 * near), t2, maxval);
		}
		return new int[] { t1, t2, t3 };
	}

	/** CLAMP of C.2.4.1.1.1: what is too large becomes the lower end as well. */
	private static int clamp(final int value, final int low, final int high) {
		return value > high || value < low ? low : value;
	}

	/** RANGE: number of different prediction errors. */
	int range() {
		return (maxval + 2 * near) / quantum() + 1;
	}

	/** Width of a quantised error, 2 NEAR + 1. */
	int quantum() {
		return 2 * near + 1;
	}

	/** qbpp: bits of a quantised error. */
	int qbpp() {
		return bitsFor(range());
	}

	/** LIMIT: longest Golomb code in bits. */
	int limit() {
		final int bpp = Math.max(2, bitsFor(maxval + 1));
		return 2 * (bpp + Math.max(8, bpp));
	}

	/** First value of each A: the mean error of a context, 2 at least. */
	int initialA() {
		return Math.max(2, (range() + 32) / 64);
	}

	/** Regions -4 to 4 of all differences, that of -MAXVAL first (A.3.3). */
	byte[] regions() {
		final byte[] regions = new byte[2 * maxval + 1];
		final int[] from = { near + 1, t1, t2, t3, maxval + 1 };
		for (int region = 1; region <= 4; region++) {
			Arrays.fill(regions, maxval + from[region - 1], maxval + from[region], (byte) region);
			Arrays.fill(regions, maxval - from[region] + 1, maxval - from[region - 1] + 1, (byte) -region);
		}
		return regions;
	}

	/** The Golomb parameter: the smallest k with N x 2^k at least A (A.5.1), without a loop. */
	static int golombParameter(final int a, final int n) {
		final int k = Math.max(0, Integer.numberOfLeadingZeros(n) - Integer.numberOfLeadingZeros(a));
		return n << k < a ? k + 1 : k;
	}

	/** The smallest n with 2^n at least count. */
	private static int bitsFor(final int count) {
		return 32 - Integer.numberOfLeadingZeros(count - 1);
	}
}
