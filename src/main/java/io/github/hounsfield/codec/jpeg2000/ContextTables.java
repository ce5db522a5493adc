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

/**
 * Contexts of the bit-plane coder by the state of a sample's neighbours (T.800 D.3).
 * <p>
 * The eight neighbours of a sample are bits 0 to 8 of an index, row by row: bits 0, 1, 2 above it, 3 left, 4 the
 * sample itself, 5 right, 6, 7, 8 below.
 */
final class ContextTables {

	static final int RUN_LENGTH = 17;
	static final int UNIFORM = 18;
	static final int COUNT = 19;
	/** Contexts 14 and 15 are for first refinements, without and with significant neighbours; 16 for later ones. */
	static final int FIRST_REFINEMENT = 14;
	static final int LATER_REFINEMENT = 16;

	/** Rows of the MQ coder's table that a few contexts begin with (T.800 table D.7). */
	static final int UNIFORM_ROW = 46;
	static final int RUN_LENGTH_ROW = 3;
	static final int ZERO_NEIGHBOURS_ROW = 4;

	/** For each orientation of a subband, the zero-coding context by significant neighbours. */
	static final byte[][] ZERO_CODING = new byte[4][512];

	/**
	 * Sign-coding context, and in bit 7 whether the decoded symbol is turned. In the index bits 1, 3, 5, 7 say whether
	 * the neighbour above, left, right, below is significant; bits 0, 2, 4, 6 whether the same is negative.
	 */
	static final short[] SIGN_CODING = new short[256];

	static {
		for (int orientation = 0; orientation < 4; orientation++)
			for (int i = 0; i < 512; i++)
				ZERO_CODING[orientation][i] = (byte) zeroCoding(orientation, i);
		for (int i = 0; i < 256; i++)
			SIGN_CODING[i] = (short) signCoding(contribution(i, 2) + contribution(i, 4), contribution(i, 0) + contribution(
				i, 6));
	}

	private ContextTables() {}

	/** T.800 table D.1. */
	private static int zeroCoding(final int orientation, final int neighbours) {
		final int sides = (neighbours >> 3 & 1) + (neighbours >> 5 & 1);
		final int ends = (neighbours >> 1 & 1) + (neighbours >> 7 & 1);
		final int diagonal = Integer.bitCount(neighbours & 0b101000101);
		if (orientation == Subband.HH) {
			final int cross = Math.min(2, sides + ends);
			return switch (diagonal) {
				case 0 -> cross;
				case 1 -> 3 + cross;
				case 2 -> 6 + Math.min(1, cross);
				default -> 8;
			};
		}
		final int h = orientation == Subband.HL ? ends : sides;
		final int v = orientation == Subband.HL ? sides : ends;
		if (h == 2) return 8;
		if (h == 1) return v > 0 ? 7 : diagonal > 0 ? 6 : 5;
		return v > 0 ? 2 + v : Math.min(2, diagonal);
	}

	/** T.800 tables D.2 and D.3. */
	private static int signCoding(final int horizontal, final int vertical) {
		final int h = Integer.signum(horizontal);
		final int v = Integer.signum(vertical);
		final boolean turned = h < 0 || h == 0 && v < 0;
		final int context = h == 0 ? 9 + Math.abs(v) : 12 + h * v;
		return context | (turned ? 0x80 : 0);
	}

	private static int contribution(final int index, final int bit) {
		return (index >> bit + 1 & 1) == 0 ? 0 : 1 - 2 * (index >> bit & 1);
	}
}
