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

import java.util.Random;

/** Encodes frames in the lossless process (T.81, annex H), sample by sample and without regard to speed. */
final class LosslessWriter {

	int width;
	int height;
	int precision = 16;
	int predictor = 1;
	int pointTransform;
	int restartRows;
	boolean interleaved = true;
	int[] identifiers = { 1, 2, 3, 4 };
	/** By component, sampling factors; all ones where null. */
	int[][] sampling;

	/** Whether any category may have any code; else the small ones have the short codes. */
	boolean shuffled = true;

	/** Seventeen categories in codes of 2 to 16 bits. */
	private StreamWriter.Codes codes(final long seed) {
		final int[] symbols = new int[17];
		final Random random = new Random(seed);
		for (int i = 0; i < 17; i++) {
			final int j = shuffled ? random.nextInt(i + 1) : i;
			symbols[i] = symbols[j];
			symbols[j] = i;
		}
		return new StreamWriter.Codes(symbols, new int[] { 2, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 });
	}

	/** @param planes by component, rows, columns: what the decoder must give back, the point transform already applied */
	byte[] write(final int[][][] planes) {
		final StreamWriter out = new StreamWriter();
		final StreamWriter.Codes[] codes = new StreamWriter.Codes[planes.length];
		out.marker(0xD8);
		out.marker(0xC3).u16(8 + 3 * planes.length).u8(precision).u16(height).u16(width).u8(planes.length);
		for (int c = 0; c < planes.length; c++)
			out.u8(identifiers[c], horizontal(c) << 4 | vertical(c), 0);
		for (int c = 0; c < planes.length; c++) {
			codes[c] = codes(31 * c + precision);
			out.huffman(0, c, codes[c]);
		}
		if (interleaved) scan(out, planes, codes, 0, planes.length);
		else for (int c = 0; c < planes.length; c++)
			scan(out, planes, codes, c, c + 1);
		return out.marker(0xD9).bytes();
	}

	private int horizontal(final int c) {
		return sampling == null ? 1 : sampling[c][0];
	}

	private int vertical(final int c) {
		return sampling == null ? 1 : sampling[c][1];
	}

	private void scan(final StreamWriter out, final int[][][] planes, final StreamWriter.Codes[] codes, final int from,
		final int to)
	{
		final boolean alone = to - from == 1;
		int maxH = 1;
		int maxV = 1;
		for (int c = 0; c < planes.length; c++) {
			maxH = Math.max(maxH, horizontal(c));
			maxV = Math.max(maxV, vertical(c));
		}
		final int across = alone ? planes[from][0].length : (width + maxH - 1) / maxH;
		final int down = alone ? planes[from].length : (height + maxV - 1) / maxV;
		out.restartInterval(restartRows * across);
		out.marker(0xDA).u16(6 + 2 * (to - from)).u8(to - from);
		for (int c = from; c < to; c++)
			out.u8(identifiers[c], c << 4);
		out.u8(predictor, 0, pointTransform);
		for (int y = 0; y < down; y++) {
			final boolean restart = restartRows != 0 && y != 0 && y % restartRows == 0;
			if (restart) {
				out.align();
				out.marker(0xD0 + (y / restartRows - 1) % 8);
			}
			for (int x = 0; x < across; x++)
				for (int c = from; c < to; c++) {
					final int h = alone ? 1 : horizontal(c);
					final int v = alone ? 1 : vertical(c);
					for (int i = 0; i < v; i++)
						for (int j = 0; j < h; j++)
							sample(out, codes[c], planes[c], x * h + j, y * v + i, (restart || y == 0) && i == 0);
				}
		}
		out.align();
	}

	private void sample(final StreamWriter out, final StreamWriter.Codes codes, final int[][] plane, final int x,
		final int y, final boolean first)
	{
		int difference = at(plane, x, y) - prediction(plane, x, y, first) & 0xFFFF;
		if (difference == 32768) {
			out.symbol(codes, 16);
			return;
		}
		if (difference > 32768) difference -= 65536;
		final int size = StreamWriter.size(difference);
		out.symbol(codes, size);
		out.value(difference, size);
	}

	private int prediction(final int[][] plane, final int x, final int y, final boolean first) {
		if (first && x == 0) return 1 << precision - pointTransform - 1;
		if (first) return at(plane, x - 1, y);
		if (x == 0) return at(plane, x, y - 1);
		final int a = at(plane, x - 1, y);
		final int b = at(plane, x, y - 1);
		final int c = at(plane, x - 1, y - 1);
		return switch (predictor) {
			case 1 -> a;
			case 2 -> b;
			case 3 -> c;
			case 4 -> a + b - c;
			case 5 -> a + Math.floorDiv(b - c, 2);
			case 6 -> b + Math.floorDiv(a - c, 2);
			default -> (a + b) / 2;
		};
	}

	/** A sample as it is coded; samples that only fill up a unit are those of the last row or column. */
	private int at(final int[][] plane, final int x, final int y) {
		final int[] row = plane[Math.min(y, plane.length - 1)];
		return row[Math.min(x, row.length - 1)] >> pointTransform;
	}
}
