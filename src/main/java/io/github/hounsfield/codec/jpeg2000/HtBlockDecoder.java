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

	private static final int MAX_SUFFIX_LENGTH = 4079;
	private static final int UPPER_SAMPLES = 0b0101;
	private static final int LEFT_SAMPLES = 0b0011;
	private static final int BITS_OF_A_BYTE = 8;

	private final HtQuadReader reader = new HtQuadReader();
	private final HtBits magnitudes = new HtBits();
	private final HtRefinement refinement = new HtRefinement();
	private byte[] buffer = new byte[0];
	private int position;
	private int width;
	private int height;
	private int quads;
	/** Exponents of the lower samples of a row of quads, by column from index 1 on. */
	private byte[] exponents = new byte[0];
	private byte[] exponentsAbove = new byte[0];
	/** The two rows of samples of a row of quads, one after the other, with room for a quad that juts out. */
	private int[] upper = new int[0];
	private int[] lower = new int[0];

	/**
	 * @param data the bytes in which the code-block's segments stand
	 * @param out takes the coefficients as {@link BlockDecoder} gives them
	 */
	void decode(final CodeBlock block, final Subband band, final CodingStyle style, final byte[] data, final int[] out)
		throws CodecException
	{
		width = block.area.width();
		height = block.area.height();
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
		quads = width + 1 >> 1;
		if (exponents.length < 2 * quads + 3) {
			exponents = new byte[2 * quads + 3];
			exponentsAbove = new byte[2 * quads + 3];
			upper = new int[2 * quads];
			lower = new int[2 * quads];
		}
		Arrays.fill(exponentsAbove, (byte) 0);
		reader.start(buffer, length - suffix, length, quads);
		magnitudes.startForward(buffer, 0, length - suffix, 4 * quads * Integer.BYTES + Long.BYTES, 0xFF);
		position = 0;
		for (int y = 0; y < height; y += 2) {
			reader.readRow(y == 0);
			checkEdges(y);
			readMagnitudes(plane, maxExponent);
			if (position > magnitudes.length() + Long.SIZE)
				throw new CodecException("an HT code-block ends within its magnitude bits");
			System.arraycopy(upper, 0, out, y * width, width);
			if (y + 1 < height) System.arraycopy(lower, 0, out, (y + 1) * width, width);
			final byte[] exponentsBefore = exponentsAbove;
			exponentsAbove = exponents;
			exponents = exponentsBefore;
		}
		final int left = magnitudes.length() - position;
		if (left < -BITS_OF_A_BYTE || left > 3 * BITS_OF_A_BYTE || !reader.isUsedUp()) throw new CodecException(
			"an HT code-block of " + length + " bytes is broken: its samples end elsewhere");
	}

	/** A quad may jut out to the right and below; its samples there are zero. */
	private void checkEdges(final int y) throws CodecException {
		int outside = 0;
		if ((width & 1) != 0) outside = reader.entries[quads] >> 4 & 0xF & ~LEFT_SAMPLES;
		if (y + 1 == height) for (int q = 1; q <= quads; q++)
			outside |= reader.entries[q] >> 4 & 0xF & ~UPPER_SAMPLES;
		if (outside != 0) throw new CodecException("an HT code-block has a sample outside itself");
	}

	/** Magnitudes and signs of a row of quads (T.814 clauses 7.3.7, 7.3.8). */
	private void readMagnitudes(final int plane, final int maxExponent) throws CodecException {
		final byte[] bytes = magnitudes.bytes();
		final byte[] above = exponentsAbove;
		final byte[] below = exponents;
		final int[] entries = reader.entries;
		final int[] offsets = reader.offsets;
		final int[] first = upper;
		final int[] second = lower;
		final int last = quads;
		int at = position;
		below[0] = 0;
		below[2 * quads + 1] = 0;
		for (int q = 1; q <= last; q++) {
			final int entry = entries[q];
			final int rho = entry >> 4 & 0xF;
			if (rho == 0) {
				below[2 * q - 1] = 0;
				below[2 * q] = 0;
				first[2 * q - 2] = 0;
				first[2 * q - 1] = 0;
				second[2 * q - 2] = 0;
				second[2 * q - 1] = 0;
				continue;
			}
			int exponent = 1;
			if ((rho & rho - 1) != 0) exponent = Math.max(1, Math.max(Math.max(above[2 * q - 2], above[2 * q - 1]),
				Math.max(above[2 * q], above[2 * q + 1])) - 1);
			exponent += offsets[q];
			if (exponent > maxExponent)
				throw new CodecException("an HT code-block has a magnitude of " + exponent + " bits");
			// Each mask is -1 where the sample is significant, else 0: no branch could be foretold.
			final int mask0 = -(entry >> 4 & 1);
			final int mask1 = -(entry >> 5 & 1);
			final int mask2 = -(entry >> 6 & 1);
			final int mask3 = -(entry >> 7 & 1);
			final int bits0 = exponent - (entry >> 8 & 1) & mask0;
			final int bits1 = exponent - (entry >> 9 & 1) & mask1;
			final int bits2 = exponent - (entry >> 10 & 1) & mask2;
			final int bits3 = exponent - (entry >> 11 & 1) & mask3;
			final boolean wide = 4 * exponent > HtBits.PEEK_BITS;
			long stream = HtBits.peek(bytes, at);
			final int value0 = value(stream, bits0, entry >> 12 & 1);
			at += bits0;
			stream = wide ? HtBits.peek(bytes, at) : stream >>> bits0;
			final int value1 = value(stream, bits1, entry >> 13 & 1);
			at += bits1;
			stream = wide ? HtBits.peek(bytes, at) : stream >>> bits1;
			final int value2 = value(stream, bits2, entry >> 14 & 1);
			at += bits2;
			stream = wide ? HtBits.peek(bytes, at) : stream >>> bits2;
			final int value3 = value(stream, bits3, entry >> 15 & 1);
			at += bits3;
			first[2 * q - 2] = coefficient(value0, plane) & mask0;
			second[2 * q - 2] = coefficient(value1, plane) & mask1;
			first[2 * q - 1] = coefficient(value2, plane) & mask2;
			second[2 * q - 1] = coefficient(value3, plane) & mask3;
			below[2 * q - 1] = (byte) (Integer.SIZE - Integer.numberOfLeadingZeros(value1 | 1) & mask1);
			below[2 * q] = (byte) (Integer.SIZE - Integer.numberOfLeadingZeros(value3 | 1) & mask3);
		}
		position = at;
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
