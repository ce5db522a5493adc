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
import java.util.Arrays;

/**
 * Decodes a code-block of HTJ2K: the cleanup pass, and the two passes that may refine it (T.814 clause 7).
 * <p>
 * The cleanup pass codes quads of 2 x 2 samples, row by row. Sample 0 of a quad is its upper left one, 1 lower left, 2
 * upper right, 3 lower right.
 */
final class HtBlockDecoder {

	/** Bits that one pair of quads may take from the VLC stream. */
	private static final int MAX_PAIR_BITS = 2 * (7 + 3 + 5 + 4);
	private static final int MAX_SUFFIX_LENGTH = 4079;

	/** U-VLC prefixes by their next three bits: length, length of the suffix x 8, value x 64 (T.814 table 3). */
	private static final int[] PREFIX = new int[8];

	static {
		for (int i = 0; i < PREFIX.length; i++) {
			if ((i & 1) != 0) PREFIX[i] = 1 | 1 << 6;
			else if ((i & 2) != 0) PREFIX[i] = 2 | 2 << 6;
			else PREFIX[i] = i == 4 ? 3 | 1 << 3 | 3 << 6 : 3 | 5 << 3 | 5 << 6;
		}
	}

	private final MelDecoder mel = new MelDecoder();
	private final HtBits vlc = new HtBits();
	private final HtBits magnitudes = new HtBits();
	private final HtRefinement refinement = new HtRefinement();
	private byte[] buffer = new byte[0];
	private int vlcPosition;
	private int magnitudePosition;
	private int width;
	private int height;
	private int quads;
	/** VLC entries and exponent offsets of the row; entries of the row above. One quad of zeros on either side. */
	private int[] entries = new int[0];
	private int[] entriesAbove = new int[0];
	private int[] offsets = new int[0];
	/** Exponents of the lower samples of the quads, by column from index 1 on. */
	private byte[] exponents = new byte[0];
	private byte[] exponentsAbove = new byte[0];

	/**
	 * @param data the bytes in which the code-block's segments stand
	 * @param out takes the coefficients as {@link BlockDecoder} gives them
	 */
	void decode(final CodeBlock block, final Subband band, final CodingStyle style, final byte[] data, final int[] out)
		throws CodecException
	{
		width = block.area.width();
		height = block.area.height();
		Arrays.fill(out, 0, width * height, 0);
		final int cleanup = block.segments - 1 & ~1;
		final int placeholders = (block.segmentPasses[0] - 1) / 3;
		final int plane = band.bitPlanes() - 1 - block.missingPlanes - placeholders - cleanup / 2;
		if (band.bitPlanes() > TileComponent.MAX_BIT_PLANES)
			throw new CodecException("a subband of " + band.bitPlanes() + " bit planes is not supported");
		final boolean refined = cleanup + 1 < block.segments;
		if (plane < (refined ? 1 : 0)) throw new CodecException("an HT code-block goes below the last bit plane");
		cleanup(load(block, cleanup, data), plane, band.bitPlanes() - plane + 1, out);
		if (refined) refinement.decode(buffer, load(block, cleanup + 1, data), block.segmentPasses[cleanup + 1] > 1,
			style.has(CodingStyle.CAUSAL), plane - 1, width, height, out);
	}

	private int load(final CodeBlock block, final int segment, final byte[] data) {
		final int length = block.segmentLength(segment);
		if (buffer.length < length) buffer = new byte[2 * length];
		return block.copySegment(segment, data, buffer, 0);
	}

	/** @param maxExponent the largest U that leaves the magnitude within its bit planes */
	private void cleanup(final int length, final int plane, final int maxExponent, final int[] out)
		throws CodecException
	{
		final int suffix = length < 2 ? 0 : (buffer[length - 1] & 0xFF) << 4 | buffer[length - 2] & 0x0F;
		if (suffix < 2 || suffix > Math.min(length, MAX_SUFFIX_LENGTH)) throw new CodecException(
			"an HT code-block of " + length + " bytes names " + suffix + " of them as its suffix");
		start(length, suffix);
		for (int y = 0; y < height; y += 2) {
			readRow(y == 0);
			if (vlcPosition > vlc.length()) throw new CodecException("an HT code-block ends within its VLC bits");
			final int lowerMask = y + 1 < height ? 0xF : 0b0101;
			final int outside = (width & 1) == 0 ? 0 : 0b1100;
			for (int q = 1; q <= quads; q++) {
				final int rho = entries[q] >> 4 & 0xF;
				if ((rho & ~lowerMask) != 0 || q == quads && (rho & outside) != 0)
					throw new CodecException("an HT code-block has a sample outside itself");
			}
			readMagnitudes(y, plane, maxExponent, out);
			if (magnitudePosition > magnitudes.length() + Long.SIZE)
				throw new CodecException("an HT code-block ends within its magnitude bits");
			final int[] entriesBefore = entriesAbove;
			entriesAbove = entries;
			entries = entriesBefore;
			final byte[] exponentsBefore = exponentsAbove;
			exponentsAbove = exponents;
			exponents = exponentsBefore;
		}
	}

	private void start(final int length, final int suffix) {
		quads = width + 1 >> 1;
		if (entries.length < quads + 3) {
			entries = new int[quads + 3];
			entriesAbove = new int[quads + 3];
			offsets = new int[quads + 3];
			exponents = new byte[2 * quads + 3];
			exponentsAbove = new byte[2 * quads + 3];
		}
		Arrays.fill(entriesAbove, 0);
		Arrays.fill(exponentsAbove, (byte) 0);
		final int prefix = length - suffix;
		mel.start(buffer, prefix, length - 1);
		final int nibble = (buffer[length - 2] & 0xFF) >> 4;
		final int count = (nibble & 7) == 7 ? 3 : 4;
		vlc.startBackward(buffer, prefix, length - 2, nibble & (1 << count) - 1, count, buffer[length - 2] & 0xFF | 0x0F,
			(quads + 1) / 2 * MAX_PAIR_BITS / 8 + 1);
		magnitudes.startForward(buffer, 0, prefix, 4 * quads * Integer.BYTES + Long.BYTES, 0xFF);
		vlcPosition = 0;
		magnitudePosition = 0;
	}

	/** Significance patterns and exponent offsets of a row of quads (T.814 clauses 7.3.5, 7.3.6). */
	private void readRow(final boolean first) {
		final char[] table = first ? HtVlcTables.FIRST_ROW : HtVlcTables.OTHER_ROWS;
		final int[] row = entries;
		final int[] above = entriesAbove;
		int position = vlcPosition;
		final byte[] bytes = vlc.bytes();
		row[0] = 0;
		row[quads + 1] = 0;
		row[quads + 2] = 0;
		for (int q = 1; q <= quads; q += 2) {
			long bits = HtBits.peek(bytes, position);
			final int context0 = first ? firstContext(row[q - 1]) : context(above, q, row[q - 1]);
			int entry0 = 0;
			if (context0 != 0 || mel.next() != 0) {
				entry0 = table[context0 << 7 | (int) bits & 0x7F];
				bits >>>= entry0 & 7;
				position += entry0 & 7;
			}
			row[q] = entry0;
			int entry1 = 0;
			if (q < quads) {
				final int context1 = first ? firstContext(entry0) : context(above, q + 1, entry0);
				if (context1 != 0 || mel.next() != 0) {
					entry1 = table[context1 << 7 | (int) bits & 0x7F];
					bits >>>= entry1 & 7;
					position += entry1 & 7;
				}
				row[q + 1] = entry1;
			}
			position += readOffsets(q, bits, (entry0 & 8) != 0, (entry1 & 8) != 0, first);
		}
		vlcPosition = position;
	}

	private static int firstContext(final int left) {
		return (left >> 4 | left >> 5) & 1 | left >> 5 & 6;
	}

	private static int context(final int[] above, final int q, final int left) {
		final int northWest = (above[q - 1] >> 7 | above[q] >> 5) & 1;
		final int west = (left >> 6 | left >> 7) & 1;
		final int northEast = (above[q] >> 7 | above[q + 1] >> 5) & 1;
		return northWest | west << 1 | northEast << 2;
	}

	/** Reads the U-VLC codes of a pair of quads, whose parts alternate, and returns their bits. */
	private int readOffsets(final int q, final long next, final boolean has0, final boolean has1, final boolean first) {
		if (!has0 && !has1) {
			offsets[q] = 0;
			offsets[q + 1] = 0;
			return 0;
		}
		long bits = next;
		int used = 0;
		int bias = 0;
		int prefix0 = 0;
		int prefix1 = 0;
		if (has0 && has1 && first && mel.next() != 0) bias = 2;
		if (has0) {
			prefix0 = PREFIX[(int) bits & 7];
			used += prefix0 & 7;
			bits >>>= prefix0 & 7;
		}
		if (has1) {
			final boolean oneBit = first && bias == 0 && (prefix0 & 7) > 2;
			prefix1 = oneBit ? 1 | (int) (1 + (bits & 1)) << 6 : PREFIX[(int) bits & 7];
			used += prefix1 & 7;
			bits >>>= prefix1 & 7;
		}
		final int suffix0 = (int) bits & (1 << (prefix0 >> 3 & 7)) - 1;
		used += prefix0 >> 3 & 7;
		bits >>>= prefix0 >> 3 & 7;
		final int suffix1 = (int) bits & (1 << (prefix1 >> 3 & 7)) - 1;
		used += prefix1 >> 3 & 7;
		bits >>>= prefix1 >> 3 & 7;
		int u0 = (prefix0 >> 6) + suffix0;
		int u1 = (prefix1 >> 6) + suffix1;
		if (suffix0 >= 28) {
			u0 += 4 * ((int) bits & 15);
			used += 4;
			bits >>>= 4;
		}
		if (suffix1 >= 28) {
			u1 += 4 * ((int) bits & 15);
			used += 4;
		}
		offsets[q] = has0 ? u0 + bias : 0;
		offsets[q + 1] = has1 ? u1 + bias : 0;
		return used;
	}

	/** Magnitudes and signs of a row of quads (T.814 clauses 7.3.7, 7.3.8). */
	private void readMagnitudes(final int y, final int plane, final int maxExponent, final int[] out)
		throws CodecException
	{
		final byte[] bytes = magnitudes.bytes();
		final byte[] above = exponentsAbove;
		final byte[] below = exponents;
		int position = magnitudePosition;
		int at = y * width;
		below[0] = 0;
		below[2 * quads + 1] = 0;
		for (int q = 1; q <= quads; q++, at += 2) {
			final int entry = entries[q];
			final int rho = entry >> 4 & 0xF;
			if (rho == 0) {
				below[2 * q - 1] = 0;
				below[2 * q] = 0;
				continue;
			}
			int exponent = 1;
			if ((rho & rho - 1) != 0) exponent = Math.max(1, Math.max(Math.max(above[2 * q - 2], above[2 * q - 1]),
				Math.max(above[2 * q], above[2 * q + 1])) - 1);
			exponent += offsets[q];
			if (exponent > maxExponent)
				throw new CodecException("an HT code-block has a magnitude of " + exponent + " bits");
			int exponent1 = 0;
			int exponent3 = 0;
			if ((rho & 1) != 0) {
				final int bits = exponent - (entry >> 8 & 1);
				final int value = value(HtBits.peek(bytes, position), bits, entry >> 12 & 1);
				position += bits;
				out[at] = coefficient(value, plane);
			}
			if ((rho & 2) != 0) {
				final int bits = exponent - (entry >> 9 & 1);
				final int value = value(HtBits.peek(bytes, position), bits, entry >> 13 & 1);
				position += bits;
				out[at + width] = coefficient(value, plane);
				exponent1 = Integer.SIZE - Integer.numberOfLeadingZeros(value | 1);
			}
			if ((rho & 4) != 0) {
				final int bits = exponent - (entry >> 10 & 1);
				final int value = value(HtBits.peek(bytes, position), bits, entry >> 14 & 1);
				position += bits;
				out[at + 1] = coefficient(value, plane);
			}
			if ((rho & 8) != 0) {
				final int bits = exponent - (entry >> 11 & 1);
				final int value = value(HtBits.peek(bytes, position), bits, entry >> 15 & 1);
				position += bits;
				out[at + width + 1] = coefficient(value, plane);
				exponent3 = Integer.SIZE - Integer.numberOfLeadingZeros(value | 1);
			}
			below[2 * q - 1] = (byte) exponent1;
			below[2 * q] = (byte) exponent3;
		}
		magnitudePosition = position;
	}

	/** Twice the magnitude less 2, plus the sign: read bits below the known most significant one. */
	private static int value(final long stream, final int bits, final int top) {
		return (int) (stream & (1L << bits) - 1) | top << bits;
	}

	private static int coefficient(final int value, final int plane) {
		final int magnitude = (value | 1) + 2 << plane;
		final int sign = -(value & 1);
		return (magnitude ^ sign) - sign;
	}
}
