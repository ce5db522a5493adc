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

import io.github.hounsfield.codec.CodecException;
import java.util.Arrays;

/**
 * A Huffman table (T.81, annex C and F.2.2), with look-up tables that give the code and the bits that follow it at
 * once. Not thread safe: they are made when they are first asked for.
 */
final class HuffmanTable {

	/** Bits by which the tables that {@link #differences()} and {@link #coefficients()} return are indexed. */
	static final int WINDOW = 12;

	/**
	 * Set in an entry of {@link #differences()} and {@link #coefficients()} without the whole answer, because code and
	 * bits together are longer than {@link #WINDOW}. The code's symbol stands in the bits from 8, its length in the lower
	 * 7. The length is 0 if the code itself is longer, or no code begins so.
	 */
	static final int UNRESOLVED = 0x80;

	private static final int LENGTH_MAX = 16;
	private static final int CODE_WINDOW = 9;

	/** SSSS of the one difference that has no bits behind its code, 32768 (T.81, table H.2). */
	private static final int CATEGORY_32768 = 16;

	private final byte[] symbols;
	/** By symbol: length of its code. */
	private final byte[] lengths;
	/** By length: first code that is too large, as if it had 16 bits. */
	private final int[] limit = new int[LENGTH_MAX + 1];
	/** By length: what to add to a code to have the index of its symbol. */
	private final int[] symbolOffset = new int[LENGTH_MAX + 1];
	private final short[] codes = new short[1 << CODE_WINDOW];
	private int[] differences;
	private int[] coefficients;

	/** Reads one table of a DHT segment behind its class and number (T.81, B.2.4.2). */
	HuffmanTable(final ByteCursor in) throws CodecException {
		final int[] counts = new int[LENGTH_MAX + 1];
		int total = 0;
		for (int length = 1; length <= LENGTH_MAX; length++) {
			counts[length] = in.u8();
			total += counts[length];
		}
		if (total > 256 || total > in.remaining()) throw in.error("a Huffman table of " + total + " codes in "
			+ in.remaining() + " bytes");
		symbols = new byte[total];
		lengths = new byte[total];
		for (int i = 0; i < total; i++)
			symbols[i] = (byte) in.u8();
		int code = 0;
		int index = 0;
		for (int length = 1; length <= LENGTH_MAX; length++) {
			if (code + counts[length] > 1 << length) throw in.error("a Huffman table with more codes of " + length
				+ " bits than there are");
			symbolOffset[length] = index - code;
			Arrays.fill(lengths, index, index + counts[length], (byte) length);
			index += counts[length];
			code += counts[length];
			limit[length] = code << LENGTH_MAX - length;
			code <<= 1;
		}
		for (int i = 0; i < codes.length; i++) {
			final int found = search(i << LENGTH_MAX - CODE_WINDOW, 1);
			if (found >> 8 <= CODE_WINDOW) codes[i] = (short) found;
		}
	}

	/**
	 * @param next16 the next 16 bits of the codestream
	 * @return length of the code in the bits above 8, its symbol in the lower 8; 0 where no code begins so
	 */
	int code(final int next16) {
		final int found = codes[next16 >> LENGTH_MAX - CODE_WINDOW];
		return found != 0 ? found : search(next16, CODE_WINDOW + 1);
	}

	private int search(final int next16, final int shortest) {
		for (int length = shortest; length <= LENGTH_MAX; length++)
			if (next16 < limit[length]) return length << 8 | symbols[symbolOffset[length] + (next16 >> LENGTH_MAX
				- length)] & 0xFF;
		return 0;
	}

	/** The largest symbol: the largest category, where the table is for DC coefficients or lossless differences. */
	int largestSymbol() {
		int largest = 0;
		for (final byte symbol : symbols)
			largest = Math.max(largest, symbol & 0xFF);
		return largest;
	}

	/**
	 * Differences (T.81, F.1.2.1 and H.1.2.2) by the next {@link #WINDOW} bits: the difference in the bits from 8,
	 * the bits that it takes in the lower 7; or {@link #UNRESOLVED}.
	 */
	int[] differences() {
		if (differences == null) differences = lookUp(false);
		return differences;
	}

	/**
	 * AC coefficients (T.81, F.1.2.2) by the next {@link #WINDOW} bits: the coefficient in the upper 16 bits, how many
	 * coefficients further it stands in bits 8 to 15 ({@link EntropyReader#END_OF_BLOCK} for none further, 16 and a
	 * coefficient of 0 for sixteen zeros), the bits that it takes in the lower 7; or {@link #UNRESOLVED}.
	 */
	int[] coefficients() {
		if (coefficients == null) coefficients = lookUp(true);
		return coefficients;
	}

	private int[] lookUp(final boolean ac) {
		final int[] table = new int[1 << WINDOW];
		Arrays.fill(table, UNRESOLVED);
		for (int i = 0; i < symbols.length && lengths[i] <= WINDOW; i++) {
			final int length = lengths[i];
			final int symbol = symbols[i] & 0xFF;
			final int first = i - symbolOffset[length] << WINDOW - length;
			final int bits = ac ? symbol & 15 : symbol == CATEGORY_32768 ? 0 : symbol;
			final int spare = WINDOW - length - bits;
			if (spare < 0) Arrays.fill(table, first, first + (1 << WINDOW - length), symbol << 8 | UNRESOLVED | length);
			else for (int value = 0; value < 1 << bits; value++) {
				final int total = length + bits;
				final int entry = ac ? coefficient(symbol, value, total) : difference(symbol, value, total);
				final int from = first + (value << spare);
				for (int at = from; at < from + (1 << spare); at++)
					table[at] = entry;
			}
		}
		return table;
	}

	private static int difference(final int category, final int value, final int length) {
		return (category == CATEGORY_32768 ? 32768 : extend(value, category)) << 8 | length;
	}

	/** An entry of {@link #coefficients()} for a symbol RRRRSSSS, the bits behind its code, and the length of both. */
	static int coefficient(final int symbol, final int value, final int length) {
		final int run = symbol >> 4;
		final int bits = symbol & 15;
		if (bits != 0) return extend(value, bits) << 16 | run + 1 << 8 | length;
		if (run == 15) return 16 << 8 | length;
		// What is left, runs of blocks that end, has a meaning in progressive scans only.
		return run == 0 ? EntropyReader.END_OF_BLOCK << 8 | length : symbol << 8 | UNRESOLVED | length;
	}

	/** EXTEND of T.81, F.2.2.1: the value of {@code bits} bits, 0 to 16, of which the first is the inverted sign. */
	static int extend(final int value, final int bits) {
		return bits == 0 || value >> bits - 1 != 0 ? value : value - (1 << bits) + 1;
	}
}
