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
package io.github.hounsfield.pixel;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** One colour of a segmented palette (PS3.3 section C.7.9.2): runs of discrete, linear and indirect segments. */
final class SegmentedTable {

	private static final int DISCRETE = 0;
	private static final int LINEAR = 1;
	private static final int INDIRECT = 2;

	private final DataSet dataSet;
	private final int tag;
	private final ByteBuffer bytes;
	private final boolean wide;
	private final int[] table;
	private int filled;
	/** Start of each segment, for segments that point back. */
	private final List<Integer> offsets = new ArrayList<>();

	/**
	 * @param bits of an entry and of each number in a segment: 8 or 16
	 * @param entries of the expanded table
	 */
	SegmentedTable(final DataSet dataSet, final int tag, final int bits, final int entries) throws DicomException {
		this.dataSet = dataSet;
		this.tag = tag;
		this.bytes = Palette.buffer(dataSet, tag);
		this.wide = bits == 16;
		this.table = new int[entries];
	}

	int[] expand() throws DicomException {
		final int smallest = wide ? 6 : 3;
		int at = 0;
		while (filled < table.length && bytes.limit() - at >= smallest) {
			offsets.add(at);
			at = segment(at, true);
		}
		if (filled != table.length) throw dataSet.problem(tag, "found segments for " + filled + " entries", "" +
			table.length);
		return table;
	}

	/** @return where the next segment begins */
	private int segment(final int at, final boolean indirectAllowed) throws DicomException {
		final int opcode = number(at);
		final int length = number(at + size());
		final int data = at + 2 * size();
		switch (opcode) {
			case DISCRETE:
				for (int i = 0; i < length; i++)
					put(number(data + i * size()));
				return data + length * size();
			case LINEAR:
				linear(length, number(data), at);
				return data + size();
			case INDIRECT:
				if (!indirectAllowed) throw problem(at, "an indirect segment inside an indirect one");
				indirect(length, data, at);
				return data + (wide ? 2 : 4) * size();
			default:
				throw problem(at, "segment type " + opcode);
		}
	}

	/** A straight line from the last entry, which is not repeated, to the new one. */
	private void linear(final int length, final int last, final int at) throws DicomException {
		if (filled == 0) throw problem(at, "a linear segment at the start");
		final int from = table[filled - 1];
		for (int i = 1; i <= length; i++)
			put((int) Math.rint(from + (double) (last - from) * i / length));
	}

	/** Repeats some segments from an offset. The offset is two words, the lower one first, or four bytes. */
	private void indirect(final int segments, final int data, final int at) throws DicomException {
		long offset = 0;
		for (int i = wide ? 1 : 3; i >= 0; i--)
			offset = offset << (wide ? 16 : 8) | number(data + i * size());
		final int first = offsets.indexOf((int) Math.min(offset, Integer.MAX_VALUE));
		if (first < 0 || first + segments > offsets.size() - 1) throw problem(at, "an indirect segment to byte " + offset);
		for (int i = first; i < first + segments; i++)
			segment(offsets.get(i), false);
	}

	private void put(final int value) throws DicomException {
		if (filled == table.length) throw dataSet.problem(tag, "found segments for more entries", "" +
			table.length);
		table[filled++] = value;
	}

	private int size() {
		return wide ? 2 : 1;
	}

	private int number(final int at) throws DicomException {
		if (at + size() > bytes.limit()) throw dataSet.problem(tag, "found " + bytes.limit() +
			" bytes, which end inside a segment", "whole segments");
		return wide ? bytes.getShort(at) & 0xFFFF : bytes.get(at) & 0xFF;
	}

	private DicomException problem(final int at, final String found) {
		return dataSet.problem(tag, "found " + found + " at byte " + at + " of the value", "a segment as in PS3.3 " +
			"section C.7.9.2");
	}
}
