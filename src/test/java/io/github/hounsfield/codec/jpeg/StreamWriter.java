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

import java.io.ByteArrayOutputStream;

/** Writes marker segments, Huffman codes and bits of test codestreams (T.81, annexes B and F.1.2). */
final class StreamWriter {

	/** A Huffman table for writing: symbols in the order of their codes, and how many codes there are of each length. */
	static final class Codes {

		final int[] counts = new int[17];
		final int[] symbols;
		private final int[] code = new int[256];
		private final int[] length = new int[256];

		/** @param lengths of the codes of the symbols, ascending */
		Codes(final int[] symbols, final int[] lengths) {
			this.symbols = symbols.clone();
			int next = 0;
			for (int i = 0; i < symbols.length; i++) {
				if (i > 0) next = next + 1 << lengths[i] - lengths[i - 1];
				code[symbols[i]] = next;
				length[symbols[i]] = lengths[i];
				counts[lengths[i]]++;
			}
		}
	}

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private int pending;
	private int pendingBits;

	StreamWriter marker(final int code) {
		out.write(0xFF);
		out.write(code);
		return this;
	}

	StreamWriter u8(final int... values) {
		for (final int value : values)
			out.write(value);
		return this;
	}

	StreamWriter u16(final int value) {
		return u8(value >> 8, value);
	}

	/** A DHT segment. */
	StreamWriter huffman(final int tableClass, final int number, final Codes codes) {
		marker(0xC4).u16(2 + 1 + 16 + codes.symbols.length).u8(tableClass << 4 | number);
		for (int i = 1; i <= 16; i++)
			u8(codes.counts[i]);
		return u8(codes.symbols);
	}

	/** A DRI segment. */
	StreamWriter restartInterval(final int units) {
		return marker(0xDD).u16(4).u16(units);
	}

	void symbol(final Codes codes, final int symbol) {
		if (codes.length[symbol] == 0) throw new IllegalStateException("no code for " + symbol);
		bits(codes.code[symbol], codes.length[symbol]);
	}

	void bits(final int value, final int count) {
		for (int i = count - 1; i >= 0; i--) {
			pending = pending << 1 | value >> i & 1;
			if (++pendingBits == 8) flushByte();
		}
	}

	/** The additional bits of a value of {@code size} bits (T.81, F.1.2.1.1). */
	void value(final int value, final int size) {
		bits(value < 0 ? value - 1 : value, size);
	}

	/** Fills up the byte with ones. */
	void align() {
		while (pendingBits != 0)
			bits(1, 1);
	}

	private void flushByte() {
		out.write(pending);
		if ((pending & 0xFF) == 0xFF) out.write(0);
		pending = 0;
		pendingBits = 0;
	}

	byte[] bytes() {
		return out.toByteArray();
	}

	/** Bits of the magnitude of a value (T.81, table F.1). */
	static int size(final int value) {
		return 32 - Integer.numberOfLeadingZeros(Math.abs(value));
	}
}
