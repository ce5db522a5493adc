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
package io.github.hounsfield.codec.jpeg;

import java.util.Arrays;
import java.util.Random;

/** Encodes quantised DCT coefficients (T.81, annexes F and G), and transforms them back in double precision. */
final class DctWriter {

	/** Row of the coefficients in zigzag order, then their column (T.81, figure A.6). */
	private static final int[] ZIGZAG_ROW = { 0, 0, 1, 2, 1, 0, 0, 1, 2, 3, 4, 3, 2, 1, 0, 0, 1, 2, 3, 4, 5, 6, 5, 4, 3,
		2, 1, 0, 0, 1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 4, 5, 6, 7, 7, 6, 5, 6, 7,
		7 };
	private static final int[] ZIGZAG_COLUMN = { 0, 1, 0, 0, 1, 2, 3, 2, 1, 0, 0, 1, 2, 3, 4, 5, 4, 3, 2, 1, 0, 0, 1, 2,
		3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1, 0, 1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 5, 6, 7, 7,
		6, 7 };

	int startOfFrame = 0xC1;
	int precision = 12;
	int width;
	int height;
	int[][] sampling = { { 1, 1 } };
	boolean interleaved = true;
	int restartInterval;
	boolean wideSteps;
	/** Quantisation steps in zigzag order. */
	final int[] steps = new int[64];
	/** By component: rows of blocks, blocks, coefficients in zigzag order; whole minimum coded units. */
	int[][][][] blocks;

	private final StreamWriter out = new StreamWriter();
	private final StreamWriter.Codes dcCodes = new StreamWriter.Codes(upTo(16), lengths(16, 3, 6));
	private final StreamWriter.Codes acCodes = new StreamWriter.Codes(upTo(256), lengths(256, 100, 0));

	private static int[] upTo(final int count) {
		final int[] symbols = new int[count];
		for (int i = 0; i < count; i++)
			symbols[i] = i;
		return symbols;
	}

	/** Short codes for the first symbols, long ones for the others. */
	private static int[] lengths(final int count, final int shorter, final int shortLength) {
		final int[] lengths = new int[count];
		for (int i = 0; i < count; i++)
			lengths[i] = shortLength == 0 ? i < shorter ? 8 : i < 200 ? 9 : 14 : i < shorter ? 3 : shortLength;
		return lengths;
	}

	private int maxOf(final int which) {
		int max = 1;
		for (final int[] factors : sampling)
			max = Math.max(max, factors[which]);
		return max;
	}

	private int units(final int size, final int which) {
		final int unit = 8 * maxOf(which);
		return (size + unit - 1) / unit;
	}

	/** Makes blocks of which few coefficients are other than zero, so that samples stay in their range. */
	void makeBlocks(final Random random) {
		for (int k = 0; k < 64; k++)
			steps[k] = wideSteps ? 257 : 1 + random.nextInt(4);
		final int centre = 1 << precision - 1;
		blocks = new int[sampling.length][][][];
		for (int c = 0; c < sampling.length; c++) {
			final int across = units(width, 0) * sampling[c][0];
			final int down = units(height, 1) * sampling[c][1];
			blocks[c] = new int[down][across][64];
			for (final int[][] row : blocks[c])
				for (final int[] block : row) {
					block[0] = (random.nextInt(centre) - centre / 2) * 8 / steps[0];
					final int count = random.nextInt(5);
					for (int i = 0; i < count; i++) {
						final int k = 1 + random.nextInt(63);
						block[k] = (random.nextInt(centre) - centre / 2) / steps[k];
					}
				}
		}
	}

	/** A sample of a component as the inverse DCT gives it (T.81, A.3.3), neither rounded nor clipped. */
	double sample(final int c, final int x, final int y) {
		final int[] block = blocks[c][y / 8][x / 8];
		double sum = 0;
		for (int k = 0; k < 64; k++) {
			if (block[k] == 0) continue;
			final int v = ZIGZAG_ROW[k];
			final int u = ZIGZAG_COLUMN[k];
			final double scale = (u == 0 ? Math.sqrt(0.5) : 1) * (v == 0 ? Math.sqrt(0.5) : 1) / 4;
			sum += scale * block[k] * steps[k] * Math.cos((2 * (x % 8) + 1) * u * Math.PI / 16) * Math.cos((2 * (y % 8)
				+ 1) * v * Math.PI / 16);
		}
		return sum + (1 << precision - 1);
	}

	byte[] write() {
		out.marker(0xD8).marker(0xDB).u16(3 + (wideSteps ? 128 : 64)).u8(wideSteps ? 0x10 : 0);
		for (final int step : steps)
			if (wideSteps) out.u16(step);
			else out.u8(step);
		out.marker(startOfFrame).u16(8 + 3 * sampling.length).u8(precision).u16(height).u16(width).u8(sampling.length);
		for (int c = 0; c < sampling.length; c++)
			out.u8(10 + c, sampling[c][0] << 4 | sampling[c][1], 0);
		out.huffman(0, 1, dcCodes).huffman(1, 2, acCodes).restartInterval(restartInterval);
		if (startOfFrame == 0xC2) {
			scan(0, sampling.length, 0, 0, 0, 1);
			for (int c = 0; c < sampling.length; c++) {
				scan(c, c + 1, 1, 5, 0, 0);
				scan(c, c + 1, 6, 63, 0, 0);
			}
			scan(0, sampling.length, 0, 0, 1, 0);
		}
		else if (interleaved) scan(0, sampling.length, 0, 63, 0, 0);
		else for (int c = 0; c < sampling.length; c++)
			scan(c, c + 1, 0, 63, 0, 0);
		return out.marker(0xD9).bytes();
	}

	private void scan(final int from, final int to, final int first, final int last, final int high, final int low) {
		out.marker(0xDA).u16(6 + 2 * (to - from)).u8(to - from);
		for (int c = from; c < to; c++)
			out.u8(10 + c, 0x12);
		out.u8(first, last, high << 4 | low);
		final boolean alone = to - from == 1;
		final int[] factors = sampling[from];
		final int across = alone ? (width * factors[0] + maxOf(0) * 8 - 1) / (maxOf(0) * 8) : units(width, 0);
		final int down = alone ? (height * factors[1] + maxOf(1) * 8 - 1) / (maxOf(1) * 8) : units(height, 1);
		final int[] dc = new int[to];
		for (int unit = 0; unit < across * down; unit++) {
			if (restartInterval != 0 && unit != 0 && unit % restartInterval == 0) {
				out.align();
				out.marker(0xD0 + (unit / restartInterval - 1) % 8);
				Arrays.fill(dc, 0);
			}
			for (int c = from; c < to; c++) {
				final int h = alone ? 1 : sampling[c][0];
				final int v = alone ? 1 : sampling[c][1];
				for (int i = 0; i < v; i++)
					for (int j = 0; j < h; j++)
						block(blocks[c][unit / across * v + i][unit % across * h + j], dc, c, first, last, high, low);
			}
		}
		out.align();
	}

	private void block(final int[] block, final int[] dc, final int c, final int first, final int last, final int high,
		final int low)
	{
		int k = first;
		if (first == 0) {
			k = 1;
			if (high != 0) {
				out.bits(block[0] >> low & 1, 1);
				return;
			}
			final int difference = (block[0] >> low) - dc[c];
			dc[c] = block[0] >> low;
			out.symbol(dcCodes, StreamWriter.size(difference));
			out.value(difference, StreamWriter.size(difference));
		}
		int zeros = 0;
		for (; k <= last; k++) {
			if (block[k] == 0) {
				zeros++;
				continue;
			}
			for (; zeros > 15; zeros -= 16)
				out.symbol(acCodes, 0xF0);
			out.symbol(acCodes, zeros << 4 | StreamWriter.size(block[k]));
			out.value(block[k], StreamWriter.size(block[k]));
			zeros = 0;
		}
		if (zeros > 0) out.symbol(acCodes, 0);
	}
}
