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
 * Reads which samples of an HT code-block are significant and how large they may be. These are the MEL and VLC streams
 * of its cleanup pass, by rows of quads of 2 x 2 samples (T.814 clauses 7.3.3 to 7.3.6).
 */
final class HtQuadReader {

	/** Bits that one pair of quads may take from the VLC stream. */
	private static final int MAX_PAIR_BITS = 2 * (7 + 3 + 5 + 4);

	private static final int PREFIX_BITS = 6;
	/** Suffixes from here on have an extension (T.814 table 3). */
	private static final int EXTENDED = 28;

	/**
	 * U-VLC prefixes of a pair of quads by their next six bits, plus 64 where the first quad has an offset, plus 128 where
	 * the second has one (T.814 table 3). From the lowest bit: length of both prefixes (3 bits), length of the first
	 * suffix (3), of the second (3), the first prefix's value (3), the second's (3).
	 */
	private static final short[] PREFIXES = new short[4 << PREFIX_BITS];
	/** The same for a first row's pair with two offsets that are not both above 2 (T.814 clause 7.3.6). */
	private static final short[] FIRST_ROW_PREFIXES = new short[1 << PREFIX_BITS];

	static {
		for (int i = 0; i < PREFIXES.length; i++) {
			final int first = (i & 1 << PREFIX_BITS) == 0 ? 0 : prefix(i);
			final int second = (i & 2 << PREFIX_BITS) == 0 ? 0 : prefix(i >> (first & 7));
			PREFIXES[i] = (short) pair(first, second);
		}
		for (int i = 0; i < FIRST_ROW_PREFIXES.length; i++) {
			final int first = prefix(i);
			final int next = i >> (first & 7);
			FIRST_ROW_PREFIXES[i] = (short) pair(first, (first & 7) < 3 ? prefix(next) : 1 | 1 + (next & 1) << 6);
		}
	}

	/** Length, length of the suffix x 8, value x 64. */
	private static int prefix(final int bits) {
		if ((bits & 1) != 0) return 1 | 1 << 6;
		if ((bits & 2) != 0) return 2 | 2 << 6;
		return (bits & 4) != 0 ? 3 | 1 << 3 | 3 << 6 : 3 | 5 << 3 | 5 << 6;
	}

	private static int pair(final int first, final int second) {
		return (first & 7) + (second & 7) | first & 7 << 3 | (second & 7 << 3) << 3 | first >> 6 << 9 | second >> 6 << 12;
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
			final int offsetsOf = entry0 >> 3 & 1 | entry1 >> 2 & 2;
			at += first && offsetsOf == 3 ? readFirstRowOffsets(q, bits) : readOffsets(q, bits, PREFIXES[offsetsOf <<
				PREFIX_BITS | (int) bits & 63]);
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

	/** The MEL stream tells whether both of the offsets are above 2. */
	private int readFirstRowOffsets(final int q, final long next) {
		if (mel.next() == 0) return readOffsets(q, next, FIRST_ROW_PREFIXES[(int) next & 63]);
		final int used = readOffsets(q, next, PREFIXES[3 << PREFIX_BITS | (int) next & 63]);
		offsets[q] += 2;
		offsets[q + 1] += 2;
		return used;
	}

	/** Reads the U-VLC codes of a pair of quads, whose parts alternate, and returns their bits. */
	private int readOffsets(final int q, final long next, final int prefixes) {
		final int length0 = prefixes >> 3 & 7;
		final int length1 = prefixes >> 6 & 7;
		int used = prefixes & 7;
		final int suffix0 = (int) (next >>> used) & (1 << length0) - 1;
		used += length0;
		final int suffix1 = (int) (next >>> used) & (1 << length1) - 1;
		used += length1;
		int u0 = (prefixes >> 9 & 7) + suffix0;
		int u1 = (prefixes >> 12) + suffix1;
		if (Math.max(suffix0, suffix1) >= EXTENDED) {
			if (suffix0 >= EXTENDED) {
				u0 += 4 * ((int) (next >>> used) & 15);
				used += 4;
			}
			if (suffix1 >= EXTENDED) {
				u1 += 4 * ((int) (next >>> used) & 15);
				used += 4;
			}
		}
		offsets[q] = u0;
		offsets[q + 1] = u1;
		return used;
	}
}
