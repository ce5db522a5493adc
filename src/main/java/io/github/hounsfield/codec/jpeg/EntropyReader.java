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
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads Huffman codes and bits of the entropy-coded segments of one scan (T.81, F.2.2). After a segment's last bit it
 * gives zeros, so that the inner loops need no check. {@link #checkNotCut()} says later whether one of them was used.
 * Not thread safe.
 */
final class EntropyReader {

	/** In an entry of {@link HuffmanTable#coefficients()}: the rest of the block is zero. */
	static final int END_OF_BLOCK = 0x7F;

	/** From {@link #bandCoefficient}: this plus r, where the rest of blocks is zero and r bits tell how many. */
	static final int END_OF_BANDS = 0x80;

	/** Bytes of ones and of zeros that may be left in a segment. Encoders that write whole words leave them. */
	private static final int ONES_MAX = 8;
	private static final int ZEROS_MAX = 32;

	/** In an entry of the look-up tables: how many bits it takes. */
	private static final int ENTRY_LENGTH = 0x7F;

	private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
	private static final int WORD_BYTES = 8;
	private static final long ONES = 0x0101010101010101L;
	private static final long TOPS = 0x8080808080808080L;

	private final byte[] data;
	private final int start;
	private final int end;
	private int position;
	/** The next bits of the segment, the first one at the top. More than {@link #bits} of them may be valid. */
	private long window;
	private int bits;
	/** Zero bits given behind the segment's end. */
	private int padding;

	/** Starts with the byte at which {@code cursor} stands. */
	EntropyReader(final ByteCursor cursor) {
		data = cursor.data();
		start = cursor.start();
		end = cursor.end();
		position = cursor.position();
	}

	/** Sees to it that 56 bits or more are in the window. */
	private void refill() {
		if (position <= end - WORD_BYTES) {
			final long word = (long) WORDS.get(data, position);
			// No byte is FF: none of the complement is zero.
			if ((~word - ONES & word & TOPS) == 0) {
				window |= word >>> bits;
				position += 63 - bits >>> 3;
				bits |= 56;
				return;
			}
		}
		refillByBytes();
	}

	private void refillByBytes() {
		while (bits < 56) {
			int value = 0;
			if (padding == 0 && position < end) {
				value = data[position] & 0xFF;
				if (value != 0xFF) position++;
				else {
					final int code = behindFill(position);
					if (code < end && data[code] == 0) position = code + 1;
					else {
						value = 0;
						padding = 8;
					}
				}
			}
			else padding += 8;
			window |= (long) value << 56 - bits;
			bits += 8;
		}
	}

	/** Index of the byte that follows the FF at {@code from} and all that follow it. */
	private int behindFill(final int from) {
		int index = from;
		while (index < end && data[index] == (byte) 0xFF)
			index++;
		return index;
	}

	private void skip(final int count) {
		window <<= count;
		bits -= count;
	}

	/** Reads one Huffman code. */
	int symbol(final HuffmanTable table) throws CodecException {
		refill();
		final int code = table.code((int) (window >>> 48));
		if (code == 0) throw noCode();
		skip(code >> 8);
		return code & 0xFF;
	}

	/** Reads {@code count} bits, 0 to 16. */
	int bits(final int count) {
		refill();
		final int value = (int) (window >>> 32 >>> 32 - count);
		skip(count);
		return value;
	}

	/** Reads one bit. */
	int bit() {
		if (bits == 0) refill();
		final int value = (int) (window >>> 63);
		skip(1);
		return value;
	}

	/** Reads one difference of DC coefficients or of lossless samples: -32767 to 32768. */
	int difference(final HuffmanTable table, final int[] differences) throws CodecException {
		refill();
		final int entry = differences[(int) (window >>> 64 - HuffmanTable.WINDOW)];
		if ((entry & HuffmanTable.UNRESOLVED) != 0) return longDifference(table, entry);
		skip(entry & ENTRY_LENGTH);
		return entry >> 8;
	}

	private int longDifference(final HuffmanTable table, final int entry) throws CodecException {
		final int category = longSymbol(table, entry);
		return category == 16 ? 32768 : HuffmanTable.extend(bits(category), category);
	}

	/** Reads the code that an {@link HuffmanTable#UNRESOLVED} entry is for. */
	private int longSymbol(final HuffmanTable table, final int entry) throws CodecException {
		final int length = entry & ENTRY_LENGTH;
		if (length == 0) return symbol(table);
		skip(length);
		return entry >> 8;
	}

	/** Reads {@code count} differences of lossless samples of one component. */
	void differences(final HuffmanTable table, final int[] row, final int count) throws CodecException {
		final int[] differences = table.differences();
		for (int x = 0; x < count; x++)
			row[x] = difference(table, differences);
	}

	/** Reads one code of an AC coefficient with its bits, as an entry of {@link HuffmanTable#coefficients()}. */
	int coefficient(final HuffmanTable table, final int[] coefficients) throws CodecException {
		refill();
		final int entry = coefficients[(int) (window >>> 64 - HuffmanTable.WINDOW)];
		if ((entry & HuffmanTable.UNRESOLVED) != 0) return longCoefficient(table, entry);
		skip(entry & ENTRY_LENGTH);
		return entry;
	}

	private int longCoefficient(final HuffmanTable table, final int unresolved) throws CodecException {
		final int symbol = longSymbol(table, unresolved);
		final int entry = HuffmanTable.coefficient(symbol, bits(symbol & 15), 1);
		if ((entry & HuffmanTable.UNRESOLVED) != 0) throw error(String.format(
			"the run and size 0x%02X has no meaning in a sequential scan", symbol));
		return entry;
	}

	/**
	 * Reads one code of an AC coefficient in the first scan of a progressive band, with its bits except the length of a
	 * run of blocks. The result is an entry of {@link HuffmanTable#coefficients()}, or {@link #END_OF_BANDS} plus r in
	 * bits 8 to 15.
	 */
	int bandCoefficient(final HuffmanTable table, final int[] coefficients) throws CodecException {
		refill();
		final int entry = coefficients[(int) (window >>> 64 - HuffmanTable.WINDOW)];
		if ((entry & HuffmanTable.UNRESOLVED) == 0) {
			skip(entry & ENTRY_LENGTH);
			return entry >> 8 == END_OF_BLOCK ? END_OF_BANDS << 8 : entry;
		}
		final int symbol = longSymbol(table, entry);
		if ((symbol & 15) == 0 && symbol >> 4 < 15) return END_OF_BANDS + (symbol >> 4) << 8;
		return HuffmanTable.coefficient(symbol, bits(symbol & 15), 1);
	}

	/** Throws where more bits were read than the segment has. */
	void checkNotCut() throws CodecException {
		if (padding > bits) throw error("the entropy-coded data end inside the image");
	}

	/**
	 * Goes behind the restart marker that must stand here (T.81, F.2.1.3.1).
	 *
	 * @param number of the restart in its scan, from 0
	 */
	void restart(final int number) throws CodecException {
		goToMarker();
		final int code = behindFill(position);
		final int expected = Marker.RST0 + (number & 7);
		if (code >= end) throw error("the codestream ends where " + Marker.hex(expected) + " is expected");
		if ((data[code] & 0xFF) != expected) throw error(Marker.hex(data[code] & 0xFF) + " found where "
			+ Marker.hex(expected) + " is expected");
		position = code + 1;
		window = 0;
		bits = 0;
		padding = 0;
	}

	/**
	 * Ends the scan. A restart marker behind its last unit is passed over.
	 *
	 * @return index in the data of the marker behind it, or of the end of the data
	 */
	int finish() throws CodecException {
		goToMarker();
		int code = behindFill(position);
		while (code < end && Marker.isRestart(data[code] & 0xFF)) {
			position = code + 1;
			bits = 0;
			padding = 0;
			goToMarker();
			code = behindFill(position);
		}
		return position;
	}

	/**
	 * Goes to the first FF of the marker after the segment, or to the end of the data. The segment must have been read
	 * whole. Only a little fill may be left.
	 */
	private void goToMarker() throws CodecException {
		checkNotCut();
		final int real = Math.max(0, bits - padding);
		int left = real >> 3;
		boolean fill = true;
		for (int i = 0; i < left; i++)
			fill &= isFill((int) (window << (real & 7) + 8 * i >>> 56));
		int zeros = 0;
		while (position < end) {
			final int value = data[position] & 0xFF;
			if (value == 0xFF) {
				final int code = behindFill(position);
				if (code >= end || data[code] != 0) break;
				position = code;
			}
			if (value == 0) zeros++;
			else left++;
			fill &= isFill(value);
			position++;
		}
		if (!fill || left > ONES_MAX || zeros > ZEROS_MAX) throw error("about " + (left + zeros)
			+ " bytes of entropy-coded data are left over behind the last sample");
	}

	/** Whether a byte is of one kind of bits, with which encoders fill up words. */
	private static boolean isFill(final int value) {
		return value == 0 || value == 0xFF;
	}

	private CodecException noCode() {
		return padding > bits - 16 ? error("the entropy-coded data end inside the image") : error(
			"bits that are no code of the Huffman table");
	}

	/** An error near the next bit. */
	CodecException error(final String message) {
		return CodecException.at(position - start - (Math.max(0, bits - padding) >> 3), message);
	}
}
