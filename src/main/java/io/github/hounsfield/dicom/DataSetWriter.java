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
package io.github.hounsfield.dicom;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Elements to bytes, Explicit VR Little Endian (PS3.5 sections 7.1 and A.2). Sequences and items have a defined length
 * (section 7.5.1). Group lengths are left out (section 7.2). One object writes one data set; not thread safe.
 */
final class DataSetWriter {

	private static final int UNDEFINED = 0xFFFFFFFF;

	/** The longest value with a length field of 32 bits. The largest number of that field means an undefined length. */
	private static final long LONGEST = 0xFFFFFFFEL;

	private static final int LONGEST_SHORT = 0xFFFF;

	/** Tag, VR and length with 16 bits, or with two reserved bytes and 32 bits. */
	private static final int SHORT_HEADER = 8;
	private static final int LONG_HEADER = 12;

	/** Tag and length of an item or a delimiter. */
	private static final int ITEM_HEADER = 8;

	private final LittleEndianOutput out;

	/** Bytes of each item's elements, without the item's header. */
	private final Map<DataSet, Long> lengths = new IdentityHashMap<>();

	DataSetWriter(final LittleEndianOutput out) {
		this.out = out;
	}

	/** Writes the elements of a data set. */
	void write(final DataSet dataSet) throws IOException {
		measure(dataSet, 0);
		writeElements(dataSet);
	}

	/** Bytes of a data set when written. */
	static long length(final DataSet dataSet) throws IOException {
		return new DataSetWriter(null).measure(dataSet, 0);
	}

	/** Leaves out group lengths and the length to the end. They are retired, and wrong after any change. */
	private static boolean isWritten(final int tag) {
		return (tag & 0xFFFF) != 0 && tag != Tag.LengthToEnd;
	}

	private long measure(final DataSet dataSet, final int depth) throws IOException {
		long sum = 0;
		for (final Element element : dataSet.elements())
			if (isWritten(element.tag())) sum += measure(dataSet, element, depth);
		return sum;
	}

	/**
	 * Bytes of the element with its header. Keeps the lengths of its items. Fragments of the outermost data set count 0.
	 */
	private long measure(final DataSet dataSet, final Element element, final int depth) throws IOException {
		if (depth > DataSetParser.DEEPEST) throw dataSet.problem(element.tag(), "sequences are nested too deep",
			"at most " + DataSetParser.DEEPEST + " levels");
		if (isFragments(element)) return depth == 0 ? 0 : LONG_HEADER + measureFragments(dataSet, element);
		long value = evenLength(element);
		if (element.vr() == Vr.SQ) {
			value = 0;
			for (final DataSet item : element.items()) {
				final long length = measure(item, depth + 1);
				if (length > LONGEST) throw tooLong(dataSet, element, length);
				lengths.put(item, length);
				value += ITEM_HEADER + length;
			}
		}
		if (value > LONGEST) throw tooLong(dataSet, element, value);
		return (writtenVr(element, value).hasLongLength() ? LONG_HEADER : SHORT_HEADER) + value;
	}

	/** Bytes of fragments in an item, with the delimiter. They count for the item's length. */
	private static long measureFragments(final DataSet dataSet, final Element element) throws IOException {
		long sum = ITEM_HEADER;
		try (SeekableByteChannel channel = element.bulk().source().open()) {
			final FragmentCursor fragments = new FragmentCursor(dataSet, element, channel);
			while (fragments.next())
				sum += ITEM_HEADER + fragments.length() + (fragments.length() & 1);
		}
		return sum;
	}

	private static DicomException tooLong(final DataSet dataSet, final Element element, final long length) {
		return dataSet.problem(element.tag(), "found " + length + " bytes", "at most " + LONGEST);
	}

	private static boolean isFragments(final Element element) {
		return element.bulk() != null && element.bulk().encapsulated();
	}

	private static long evenLength(final Element element) {
		final long length = element.length();
		return length + (length & 1);
	}

	/** A value that is too long for its VR's length field is UN (PS3.5 section 6.2.2, note 4). */
	private static Vr writtenVr(final Element element, final long length) {
		if (isFragments(element)) return Vr.OB;
		return length > LONGEST_SHORT && !element.vr().hasLongLength() ? Vr.UN : element.vr();
	}

	private void writeElements(final DataSet dataSet) throws IOException {
		for (final Element element : dataSet.elements())
			if (isWritten(element.tag())) write(dataSet, element);
	}

	private void write(final DataSet dataSet, final Element element) throws IOException {
		if (element.vr() == Vr.SQ) writeSequence(element);
		else if (isFragments(element)) writeFragments(dataSet, element);
		else writeValue(element);
	}

	private void writeHeader(final int tag, final Vr vr, final int length) throws IOException {
		out.writeTag(tag);
		out.writeByte(vr.name().charAt(0));
		out.writeByte(vr.name().charAt(1));
		if (vr.hasLongLength()) {
			out.writeShort(0);
			out.writeInt(length);
		}
		else out.writeShort(length);
	}

	private void writeSequence(final Element element) throws IOException {
		long length = 0;
		final List<DataSet> items = element.items();
		for (final DataSet item : items)
			length += ITEM_HEADER + lengths.get(item);
		writeHeader(element.tag(), Vr.SQ, (int) length);
		for (final DataSet item : items) {
			out.writeTag(Tag.Item);
			out.writeInt((int) (long) lengths.get(item));
			writeElements(item);
		}
	}

	private void writeValue(final Element element) throws IOException {
		final long length = element.length();
		final Vr vr = writtenVr(element, length);
		final int unit = element.isBigEndian() ? unit(element.vr()) : 1;
		writeHeader(element.tag(), vr, (int) evenLength(element));
		final BulkData bulk = element.bulk();
		if (bulk == null) {
			final byte[] value = unit == 1 ? element.inMemory() : element.inMemory().clone();
			LittleEndianOutput.swap(value, 0, value.length, unit);
			out.write(value);
		}
		else try (SeekableByteChannel channel = bulk.source().open()) {
			out.copy(bulk, channel, 0, length, unit);
		}
		if ((length & 1) == 1) out.writeByte(padding(element.vr()));
	}

	/**
	 * Bytes of a unit that is turned around from big to little endian. OW and tags are words of 16 bits (PS3.5 section
	 * 7.3).
	 */
	private static int unit(final Vr vr) {
		return vr.kind() == Vr.Kind.TAGS ? 2 : vr.kind().size();
	}

	/** Text is padded with a space. UI, bytes and broken values are padded with a zero byte (PS3.5 section 6.2). */
	private static int padding(final Vr vr) {
		return switch (vr.kind()) {
			case TEXT, CHARACTERS, PARAGRAPHS -> vr == Vr.UI ? 0 : ' ';
			default -> 0;
		};
	}

	/** Copies the Basic Offset Table and each fragment (PS3.5 section A.4). */
	private void writeFragments(final DataSet dataSet, final Element element) throws IOException {
		final BulkData bulk = element.bulk();
		writeHeader(element.tag(), Vr.OB, UNDEFINED);
		try (SeekableByteChannel channel = bulk.source().open()) {
			final FragmentCursor fragments = new FragmentCursor(dataSet, element, channel);
			while (fragments.next()) {
				final long length = fragments.length();
				out.writeTag(Tag.Item);
				out.writeInt((int) (length + (length & 1)));
				out.copy(bulk, channel, fragments.offset(), length, 1);
				if ((length & 1) == 1) out.writeByte(0);
			}
		}
		out.writeTag(Tag.SequenceDelimitationItem);
		out.writeInt(0);
	}
}
