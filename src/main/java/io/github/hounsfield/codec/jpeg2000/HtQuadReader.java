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
 * Reads which samples of an HT code-block are significant and how large they may be: the MEL and VLC streams of its
 * cleanup pass, row by row of quads of 2 x 2 samples (T.814 clauses 7.3.3 to 7.3.6).
 */
final class HtQuadReader {

	/** Bits that one pair of quads may take from the VLC stream. */
	private static final int MAX_PAIR_BITS = 2 * (7 + 3 + 5 + 4);

	/** U-VLC prefixes by their next three bits: length, length of the suffix x 8, value x 64 (T.814 table 3). */
	private static final int[] PREFIX = new int[8];

	static {
		for (int i = 0; i < PREFIX.length; i++) {
			if ((i & 1) != 0) PREFIX[i] = 1 | 1 << 6;
			else if ((i & 2) != 0) PREFIX[i] = 2 | 2 << 6;
			else PREFIX[i] = i == 4 ? 3 | 1 << 3 | 3 << 6 : 3 | 5 << 3 | 5 << 6;
		}
	}

	/**
	 * Entries of {@link HtVlcTables} for the quads of the last row that was read, from index 1 on: bits 4 to 7 are the
	 * significant samples.
	 */
	int[] entries = new int[0];
	/** What the quads' exponents have above their prediction, likewise. */
	int[] offsets = new int[0];
	private int[] entriesAbove = new int[0];
	private final MelDecoder mel = new MelDecoder();
	private final HtBits vlc = new HtBits();
	private int position;
	private int quads;

	/**
	 * @param buffer holds the cleanup segment
	 * @param from where its suffix begins, of which MEL bytes come from the front and VLC bytes from the end
	 * @param to where it ends
	 * @param quadsAcross quads of a row
	 */
	void start(final byte[] buffer, final int from, final int to, final int quadsAcross) {
		quads = quadsAcross;
		if (entries.length < quads + 3) {
			entries = new int[quads + 3];
			entriesAbove = new int[quads + 3];
			offsets = new int[quads + 3];
		}
		Arrays.fill(entries, 0);
		mel.start(buffer, from, to - 1);
		final int nibble = (buffer[to - 2] & 0xFF) >> 4;
		final int count = (nibble & 7) == 7 ? 3 : 4;
		vlc.startBackward(buffer, from, to - 2, nibble & (1 << count) - 1, count, buffer[to - 2] & 0xFF | 0x0F,
			(quads + 1) / 2 * MAX_PAIR_BITS / 8 + 1);
		position = 0;
	}

	/** Significance patterns and exponent offsets of a row of quads (T.814 clauses 7.3.5, 7.3.6). */
	void readRow(final boolean first) throws CodecException {
		final int[] entriesBefore = entriesAbove;
		entriesAbove = entries;
		entries = entriesBefore;
		final char[] table = first ? HtVlcTables.FIRST_ROW : HtVlcTables.OTHER_ROWS;
		final int[] row = entries;
		final int[] above = entriesAbove;
		int at = position;
		final byte[] bytes = vlc.bytes();
		row[0] = 0;
		row[quads + 1] = 0;
		row[quads + 2] = 0;
		for (int q = 1; q <= quads; q += 2) {
			long bits = HtBits.peek(bytes, at);
			final int context0 = first ? firstContext(row[q - 1]) : context(above, q, row[q - 1]);
			int entry0 = 0;
			if (context0 != 0 || mel.next() != 0) {
				entry0 = table[context0 << 7 | (int) bits & 0x7F];
				bits >>>= entry0 & 7;
				at += entry0 & 7;
			}
			row[q] = entry0;
			int entry1 = 0;
			if (q < quads) {
				final int context1 = first ? firstContext(entry0) : context(above, q + 1, entry0);
				if (context1 != 0 || mel.next() != 0) {
					entry1 = table[context1 << 7 | (int) bits & 0x7F];
					bits >>>= entry1 & 7;
					at += entry1 & 7;
				}
				row[q + 1] = entry1;
			}
			at += readOffsets(q, bits, (entry0 & 8) != 0, (entry1 & 8) != 0, first);
		}
		position = at;
		if (position > vlc.length()) throw new CodecException("an HT code-block ends within its VLC bits");
	}

	/** Whether the two streams of the suffix met, but for a byte or two. */
	boolean isUsedUp() {
		return Math.abs((vlc.length() - position) / 8 - mel.bytesUsed()) <= 3;
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
}
