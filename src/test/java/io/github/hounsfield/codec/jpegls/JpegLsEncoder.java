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

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * An encoder for the tests, written from the text of T.87 annex A without a line or a constant of the decoder: slow,
 * with the border rules spelled out, contexts in a map of three gradients and Golomb parameters found by a loop.
 */
final class JpegLsEncoder {

	private final int width;
	private final int height;
	private final int precision;
	private final int[][] planes;

	int near;
	int interleave;
	int restartLines;
	int restartBytes = 2;
	int maxval;
	int[] thresholds;
	int reset = 64;
	boolean endOfImage = true;
	boolean oversize;
	boolean linesBehindScan;
	byte[] before = {};

	/** What a decoder must find: the samples themselves, or those within NEAR of them. */
	final int[][] decoded;

	private ByteArrayOutputStream out;
	private LsBitWriter code;
	private LsParameters parameters;

	private int[] a;
	private int[] b;
	private int[] c;
	private int[] n;
	private int[] negative;
	private int intervalStart;

	/** @param planes per component, its samples row by row */
	JpegLsEncoder(final int width, final int height, final int precision, final int[]... planes) {
		this.width = width;
		this.height = height;
		this.precision = precision;
		this.planes = planes;
		maxval = (1 << precision) - 1;
		decoded = new int[planes.length][width * height];
	}

	byte[] encode() {
		out = new ByteArrayOutputStream();
		parameters = new LsParameters(maxval, near, thresholds);
		put(2, 0xFFD8);
		out.writeBytes(before);
		put(2, 0xFFF7);
		put(2, 8 + 3 * planes.length);
		put(1, precision);
		put(2, oversize || linesBehindScan ? 0 : height);
		put(2, oversize ? 0 : width);
		put(1, planes.length);
		for (int i = 0; i < planes.length; i++) put(3, (10 + i) << 16 | 0x1100);
		if (oversize) {
			put(2, 0xFFF8);
			put(2, 12);
			put(2, 0x0404);
			put(4, height);
			put(4, width);
		}
		if (thresholds != null || maxval != (1 << precision) - 1 || reset != 64) {
			put(2, 0xFFF8);
			put(2, 13);
			put(1, 1);
			put(2, maxval == (1 << precision) - 1 ? 0 : maxval);
			for (int i = 0; i < 3; i++) put(2, thresholds == null ? 0 : thresholds[i]);
			put(2, reset == 64 ? 0 : reset);
		}
		if (restartLines > 0) {
			put(2, 0xFFDD);
			put(2, 2 + restartBytes);
			put(restartBytes, restartLines);
		}
		final int scans = interleave == 0 ? planes.length : 1;
		for (int i = 0; i < scans; i++) {
			scan(i, planes.length / scans);
			if (i == 0 && linesBehindScan) numberOfLines();
		}
		if (endOfImage) put(2, 0xFFD9);
		return out.toByteArray();
	}

	/** Checks that what was coded is within NEAR of the samples. */
	void checkNear(final int plane, final String what) {
		for (int i = 0; i < planes[plane].length; i++)
			if (Math.abs(planes[plane][i] - decoded[plane][i]) > near) throw new AssertionError(what + ": sample " + i +
				" is " + planes[plane][i] + ", coded as " + decoded[plane][i] + " with NEAR " + near);
	}

	private void numberOfLines() {
		put(2, 0xFFDC);
		put(2, 4);
		put(2, height);
	}

	private void put(final int bytes, final int value) {
		for (int i = bytes - 1; i >= 0; i--) out.write(value >> 8 * i);
	}

	private void scan(final int first, final int count) {
		put(2, 0xFFDA);
		put(2, 6 + 2 * count);
		put(1, count);
		for (int i = 0; i < count; i++) put(2, (10 + first + i) << 8);
		put(1, near);
		put(1, interleave);
		put(1, 0);
		begin(0);
		final int[] runIndex = new int[count];
		int restarts = 0;
		for (int y = 0; y < height; y++) {
			if (restartLines > 0 && y > 0 && y % restartLines == 0) {
				code.flush();
				put(2, 0xFFD0 + restarts++ % 8);
				begin(y);
				Arrays.fill(runIndex, 0);
			}
			if (interleave == 2) runIndex[0] = line(y, runIndex[0], first, count);
			else for (int i = 0; i < count; i++) runIndex[i] = line(y, runIndex[i], first + i, 1);
		}
		code.flush();
	}

	private void begin(final int y) {
		intervalStart = y;
		final int start = Math.max(2, (parameters.range() + 32) / 64);
		a = new int[367];
		Arrays.fill(a, start);
		n = new int[367];
		Arrays.fill(n, 1);
		b = new int[365];
		c = new int[365];
		negative = new int[2];
		code = new LsBitWriter(out);
	}

	private int line(final int y, final int startIndex, final int first, final int count) {
		int runIndex = startIndex;
		int x = 0;
		while (x < width) {
			boolean flat = true;
			for (int i = first; i < first + count; i++) {
				final int ra = sample(i, x - 1, y), rb = sample(i, x, y - 1), rc = sample(i, x - 1, y - 1);
				final int rd = sample(i, x + 1, y - 1);
				flat &= Math.abs(rd - rb) <= near && Math.abs(rb - rc) <= near && Math.abs(rc - ra) <= near;
			}
			if (!flat) {
				for (int i = first; i < first + count; i++) regular(i, x, y);
				x++;
				continue;
			}
			int length = 0;
			while (x + length < width && continues(first, count, x + length, x - 1, y)) {
				for (int i = first; i < first + count; i++)
					decoded[i][y * width + x + length] = sample(i, x - 1, y);
				length++;
			}
			x += length;
			while (length >= 1 << order(runIndex)) {
				code.bit(1);
				length -= 1 << order(runIndex);
				if (runIndex < 31) runIndex++;
			}
			if (x == width) {
				if (length > 0) code.bit(1);
				continue;
			}
			code.bit(0);
			code.bits(length, order(runIndex));
			for (int i = first; i < first + count; i++) interruption(i, x, y, runIndex, count == 1);
			if (runIndex > 0) runIndex--;
			x++;
		}
		return runIndex;
	}

	private boolean continues(final int first, final int count, final int x, final int runX, final int y) {
		for (int i = first; i < first + count; i++)
			if (Math.abs(planes[i][y * width + x] - sample(i, runX, y)) > near) return false;
		return true;
	}

	/** J, as four of each 0 to 3, two of each 4 to 7, one of each 8 to 15. */
	private static int order(final int runIndex) {
		return runIndex < 16 ? runIndex / 4 : runIndex < 24 ? 4 + (runIndex - 16) / 2 : runIndex - 16;
	}

	/** A reconstructed sample, or what stands for it beyond the border (A.2). */
	private int sample(final int plane, final int x, final int y) {
		if (y < intervalStart) return 0;
		if (x < 0) return y - 1 < intervalStart ? 0 : decoded[plane][(y - 1) * width];
		return decoded[plane][y * width + Math.min(x, width - 1)];
	}

	private void regular(final int plane, final int x, final int y) {
		final int ra = sample(plane, x - 1, y), rb = sample(plane, x, y - 1), rc = sample(plane, x - 1, y - 1);
		final int rd = sample(plane, x + 1, y - 1);
		int q1 = parameters.region(rd - rb), q2 = parameters.region(rb - rc), q3 = parameters.region(rc - ra);
		final boolean swap = q1 < 0 || q1 == 0 && (q2 < 0 || q2 == 0 && q3 < 0);
		final int sign = swap ? -1 : 1;
		q1 *= sign;
		q2 *= sign;
		q3 *= sign;
		final int q = q1 * 81 + q2 * 9 + q3;
		int px = rc >= Math.max(ra, rb) ? Math.min(ra, rb) : rc <= Math.min(ra, rb) ? Math.max(ra, rb) : ra + rb - rc;
		px = Math.max(0, Math.min(maxval, px + sign * c[q]));
		final int error = parameters.quantised(sign * (planes[plane][y * width + x] - px));
		decoded[plane][y * width + x] = parameters.reconstruct(px + sign * error * (2 * near + 1));
		int k = 0;
		while (n[q] << k < a[q]) k++;
		final int mapped;
		if (near == 0 && k == 0 && 2 * b[q] <= -n[q]) mapped = error >= 0 ? 2 * error + 1 : -2 * (error + 1);
		else mapped = error >= 0 ? 2 * error : -2 * error - 1;
		code.golomb(mapped, k, parameters.limit(), parameters.qbpp());
		b[q] += error * (2 * near + 1);
		a[q] += Math.abs(error);
		if (n[q] == reset) {
			a[q] /= 2;
			b[q] = Math.floorDiv(b[q], 2);
			n[q] /= 2;
		}
		n[q]++;
		if (b[q] <= -n[q]) {
			b[q] += n[q];
			if (c[q] > -128) c[q]--;
			if (b[q] <= -n[q]) b[q] = -n[q] + 1;
		}
		else if (b[q] > 0) {
			b[q] -= n[q];
			if (c[q] < 127) c[q]++;
			if (b[q] > 0) b[q] = 0;
		}
	}

	private void interruption(final int plane, final int x, final int y, final int runIndex, final boolean single) {
		final int ra = sample(plane, x - 1, y), rb = sample(plane, x, y - 1);
		final int type = single && Math.abs(ra - rb) <= near ? 1 : 0;
		final int px = type == 1 ? ra : rb;
		final int sign = type == 0 && ra > rb ? -1 : 1;
		final int error = parameters.quantised(sign * (planes[plane][y * width + x] - px));
		decoded[plane][y * width + x] = parameters.reconstruct(px + sign * error * (2 * near + 1));
		final int q = 365 + type;
		final int temp = type == 0 ? a[365] : a[366] + n[366] / 2;
		int k = 0;
		while (n[q] << k < temp) k++;
		final int map;
		if (k == 0 && error > 0 && 2 * negative[type] < n[q]) map = 1;
		else if (error < 0 && 2 * negative[type] >= n[q]) map = 1;
		else map = error < 0 && k != 0 ? 1 : 0;
		final int mapped = 2 * Math.abs(error) - type - map;
		code.golomb(mapped, k, parameters.limit() - order(runIndex) - 1, parameters.qbpp());
		if (error < 0) negative[type]++;
		a[q] += (mapped + 1 - type) / 2;
		if (n[q] == reset) {
			a[q] /= 2;
			n[q] /= 2;
			negative[type] /= 2;
		}
		n[q]++;
	}
}
