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
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Tag;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The palette of a PALETTE COLOR image (PS3.3 sections C.7.6.3.1.5 and C.7.6.3.1.6), plain or segmented (section
 * C.7.9.2), brought to 8 bits. Immutable.
 */
final class Palette {

	private static final int[] DESCRIPTORS = { Tag.RedPaletteColorLookupTableDescriptor,
		Tag.GreenPaletteColorLookupTableDescriptor, Tag.BluePaletteColorLookupTableDescriptor };
	private static final int[] DATA = { Tag.RedPaletteColorLookupTableData, Tag.GreenPaletteColorLookupTableData,
		Tag.BluePaletteColorLookupTableData };
	private static final int[] SEGMENTED = { Tag.SegmentedRedPaletteColorLookupTableData,
		Tag.SegmentedGreenPaletteColorLookupTableData, Tag.SegmentedBluePaletteColorLookupTableData };

	private final int first;
	private final int[] rgb;

	private Palette(final int first, final int[] rgb) {
		this.first = first;
		this.rgb = rgb;
	}

	/** @throws DicomException where an element of the palette is missing or the three tables do not belong together */
	static Palette of(final DataSet dataSet, final PixelFormat format) throws DicomException {
		int first = 0;
		final int[][] tables = new int[3][];
		final int[] bits = new int[3];
		for (int i = 0; i < 3; i++) {
			final int[] descriptor = dataSet.integers(DESCRIPTORS[i]);
			if (descriptor.length != 3) throw dataSet.problem(DESCRIPTORS[i], "found " + descriptor.length +
				" values", "3");
			final int entries = (descriptor[0] & 0xFFFF) == 0 ? 65536 : descriptor[0] & 0xFFFF;
			final int mapped = format.signed() ? (short) descriptor[1] : descriptor[1] & 0xFFFF;
			bits[i] = descriptor[2];
			if (bits[i] != 8 && bits[i] != 16) throw dataSet.problem(DESCRIPTORS[i], "found entries of " + bits[i] +
				" bits", "8 or 16");
			tables[i] = dataSet.has(SEGMENTED[i]) && !dataSet.has(DATA[i]) ? new SegmentedTable(dataSet, SEGMENTED[i], bits[i],
				entries).expand() : plain(dataSet, DATA[i], bits[i], entries);
			if (i > 0 && (mapped != first || tables[i].length != tables[0].length)) throw dataSet.problem(DESCRIPTORS[i],
				"found " + tables[i].length + " entries from " + mapped + " on", tables[0].length + " from " +
					first + " on as for red");
			first = mapped;
		}
		return new Palette(first, join(tables, bits));
	}

	/** @param value a stored value: those outside the palette take its first or last colour */
	int rgb(final int value) {
		final int index = value - first;
		return rgb[index < 0 ? 0 : Math.min(index, rgb.length - 1)];
	}

	/** Entries of 16 bits lose their lower half. If all are below 256, the writer meant 8 bits. */
	private static int[] join(final int[][] tables, final int[] bits) {
		int largest = 0;
		for (final int[] table : tables)
			for (final int entry : table)
				largest = Math.max(largest, entry);
		final int[] rgb = new int[tables[0].length];
		for (int i = 0; i < rgb.length; i++) {
			int packed = 0xFF;
			for (int c = 0; c < 3; c++)
				packed = packed << 8 | (bits[c] == 16 && largest > 0xFF ? tables[c][i] >> 8 : tables[c][i]);
			rgb[i] = packed;
		}
		return rgb;
	}

	/**
	 * Entries of 8 bits stand in bytes. Against the standard some writers put each in a 16-bit word; the length tells.
	 */
	private static int[] plain(final DataSet dataSet, final int tag, final int bits, final int entries)
		throws DicomException
	{
		final ByteBuffer bytes = buffer(dataSet, tag);
		final int length = bytes.limit();
		final boolean words = bits == 16 || length == 2 * entries && entries > 1;
		if (length < (words ? 2 : 1) * entries) throw dataSet.problem(tag, "found " + length + " bytes",
			entries + " entries of " + bits + " bits");
		final Element element = dataSet.element(tag);
		final boolean swapped = !words && element.isBigEndian() && element.vr().kind().size() == 2;
		final int[] table = new int[entries];
		for (int i = 0; i < entries; i++) {
			if (words) table[i] = bits == 16 ? bytes.getShort(2 * i) & 0xFFFF : bytes.getShort(2 * i) & 0xFF;
			else table[i] = bytes.get(swapped && (i ^ 1) < length ? i ^ 1 : i) & 0xFF;
		}
		return table;
	}

	static ByteBuffer buffer(final DataSet dataSet, final int tag) throws DicomException {
		final byte[] bytes = dataSet.bytes(tag);
		if (bytes.length == 0) throw dataSet.problem(tag, "missing", "the palette's entries");
		return ByteBuffer.wrap(bytes).order(dataSet.element(tag).isBigEndian() ? ByteOrder.BIG_ENDIAN
			: ByteOrder.LITTLE_ENDIAN);
	}
}
