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

/** What T.87 annex A derives from MAXVAL, NEAR and the thresholds; for {@link JpegLsEncoder}. */
record LsParameters(int maxval, int near, int[] thresholds) {

	/** @param thresholds T1 to T3; null for those of the standard, C.2.4.1.1 */
	LsParameters(final int maxval, final int near, final int[] thresholds) {
		this.maxval = maxval;
		this.near = near;
		this.thresholds = thresholds == null ? defaults(maxval, near) : thresholds;
	}

	int range() {
		return (maxval + 2 * near) / (2 * near + 1) + 1;
	}

	/** Bits of a mapped error value. */
	int qbpp() {
		return log2(range());
	}

	private static int log2(final int count) {
		int bits = 0;
		while (1 << bits < count) bits++;
		return bits;
	}

	int limit() {
		final int bpp = Math.max(2, log2(maxval + 1));
		return 2 * (bpp + Math.max(8, bpp));
	}

	int region(final int d) {
		final int m = Math.abs(d);
		final int region = m <= near ? 0 : m < thresholds[0] ? 1 : m < thresholds[1] ? 2 : m < thresholds[2] ? 3 : 4;
		return d < 0 ? -region : region;
	}

	private static int[] defaults(final int maxval, final int near) {
		final int[] basic = { 3, 7, 21 };
		final int[] t = new int[3];
		for (int i = 0, low = near + 1; i < 3; low = t[i++]) {
			final int more = (3 + 2 * i) * near;
			t[i] = maxval >= 128 ? (Math.min(maxval, 4095) + 128) / 256 * (basic[i] - 2 - i) + 2 + i + more : Math.max(
				2 + i, basic[i] / (256 / (maxval + 1)) + more);
			if (t[i] > maxval || t[i] < low) t[i] = low;
		}
		return t;
	}

	int quantised(final int difference) {
		int error = difference > 0 ? (difference + near) / (2 * near + 1) : -((near - difference) / (2 * near + 1));
		if (error < 0) error += range();
		if (error >= (range() + 1) / 2) error -= range();
		return error;
	}

	int reconstruct(final int value) {
		int rx = value;
		if (rx < -near) rx += range() * (2 * near + 1);
		else if (rx > maxval + near) rx -= range() * (2 * near + 1);
		return Math.max(0, Math.min(maxval, rx));
	}
}
