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

/** Tables and settings that stay in force until another segment replaces them (T.81, B.2.4). Not thread safe. */
final class Tables {

	private static final int COUNT = 4;
	private static final int BLOCK = 64;

	private final HuffmanTable[] dc = new HuffmanTable[COUNT];
	private final HuffmanTable[] ac = new HuffmanTable[COUNT];
	private final int[][] quantisation = new int[COUNT][];
	private int restartInterval;

	/** Reads a DHT segment (B.2.4.2). */
	void readHuffman(final ByteCursor in) throws CodecException {
		while (in.remaining() > 0) {
			final int classAndNumber = in.u8();
			final int number = classAndNumber & 15;
			if (classAndNumber >> 4 > 1 || number >= COUNT) throw in.error(String.format(
				"Huffman table class and number 0x%02X; expected 00 to 03 or 10 to 13", classAndNumber));
			(classAndNumber >> 4 == 0 ? dc : ac)[number] = new HuffmanTable(in);
		}
	}

	/** Reads a DQT segment (B.2.4.1). */
	void readQuantisation(final ByteCursor in) throws CodecException {
		while (in.remaining() > 0) {
			final int precisionAndNumber = in.u8();
			final int number = precisionAndNumber & 15;
			final int wide = precisionAndNumber >> 4;
			if (wide > 1 || number >= COUNT) throw in.error(String.format(
				"quantisation table precision and number 0x%02X; expected 00 to 03 or 10 to 13", precisionAndNumber));
			final int[] steps = new int[BLOCK];
			for (int k = 0; k < BLOCK; k++)
				steps[k] = wide == 1 ? in.u16() : in.u8();
			quantisation[number] = steps;
		}
	}

	/** Reads a DRI segment (B.2.4.4). */
	void readRestartInterval(final ByteCursor in) throws CodecException {
		restartInterval = in.u16();
	}

	/** Minimum coded units between two restart markers, 0 where there are none. */
	int restartInterval() {
		return restartInterval;
	}

	/** The table for DC coefficients (or lossless differences), whose categories must not exceed {@code largest}. */
	HuffmanTable dc(final int number, final int largest) throws CodecException {
		final HuffmanTable table = dc[number];
		if (table == null) throw new CodecException("a scan uses DC Huffman table " + number
			+ ", which is not defined");
		if (table.largestSymbol() > largest) throw new CodecException("DC Huffman table " + number + " has category "
			+ table.largestSymbol() + "; expected 0 to " + largest);
		return table;
	}

	HuffmanTable ac(final int number) throws CodecException {
		final HuffmanTable table = ac[number];
		if (table == null) throw new CodecException("a scan uses AC Huffman table " + number
			+ ", which is not defined");
		return table;
	}

	/** Quantisation steps in zigzag order; never changed. */
	int[] quantisation(final Component component) throws CodecException {
		final int[] steps = quantisation[component.quantisation()];
		if (steps == null) throw new CodecException("component " + component.id() + " uses quantisation table "
			+ component.quantisation() + ", which is not defined");
		return steps;
	}
}
