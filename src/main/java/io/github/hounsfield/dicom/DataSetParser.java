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
import java.util.ArrayList;
import java.util.List;

/** Bytes to elements (PS3.5 section 7). Stops at Pixel Data of the outermost data set. */
final class DataSetParser {

	/** The length that says that the end is marked by a delimiter. */
	static final long UNDEFINED = 0xFFFFFFFFL;

	/** Deeper sequences are an attack or a broken file: the standard's own reach 8 or so. */
	static final int DEEPEST = 64;

	/** Longer values outside sequences are left in the file. */
	static final int LONGEST_IN_MEMORY = 256 * 1024;

	private final DicomSource source;
	private final HeaderInput in;
	private final TransferSyntax syntax;
	private final List<String> warnings;
	private boolean explicit;

	/** @param in stands at the first element, on the source's own bytes */
	DataSetParser(final DicomSource source, final HeaderInput in, final TransferSyntax syntax,
		final List<String> warnings)
	{
		this.source = source;
		this.in = in;
		this.syntax = syntax;
		this.explicit = syntax.explicitVr();
		this.warnings = warnings;
		in.setBigEndian(syntax.bigEndian());
	}

	DataSet parse() throws IOException {
		final DataSet.Builder dataSet = new DataSet.Builder(in.source(), CharacterSet.DEFAULT);
		while (in.remaining() > 0) {
			if (isZeroPadding()) break;
			final Element element = readElement(in.size(), 0, dataSet.characterSet());
			add(dataSet, element);
			if (Tag.isPixelData(element.tag())) break;
		}
		return dataSet.build();
	}

	Element readElement(final long end, final int depth) throws IOException {
		return readElement(end, depth, CharacterSet.DEFAULT);
	}

	private Element readElement(final long end, final int depth, final CharacterSet characters) throws IOException {
		final long start = in.position();
		final int tag = in.readTag();
		if (tag >>> 16 == 0xFFFE) throw DicomException.at(in.source(), start, "found " + Tag.toString(tag) +
			" outside a sequence, expected an element");
		Vr vr = null;
		long length;
		if (explicit) {
			final int first = in.readByte();
			final int second = in.readByte();
			vr = Vr.of(first, second);
			if (vr == null && !Vr.areLetters(first, second)) {
				in.seek(start + 4);
				vr = Dictionary.vr(tag);
				length = in.readLength();
				warnings.add(Dictionary.describe(tag) + " at byte " + start + " has no VR; read as implicit");
			}
			else if (vr == null || vr.hasLongLength()) {
				if (vr == null) {
					warnings.add(Dictionary.describe(tag) + " at byte " + start + " has the unknown VR " + (char) first +
						(char) second);
					vr = Vr.UN;
				}
				in.readShort();
				length = in.readLength();
			}
			else length = in.readShort();
		}
		else {
			vr = Dictionary.vr(tag);
			length = in.readLength();
		}
		if (depth == 0 && Tag.isPixelData(tag)) return pixelData(tag, vr, start, length);
		if (length == UNDEFINED) return undefinedLength(tag, vr, start, end, depth, characters);
		if (length > end - in.position()) throw DicomException.of(in.source(), tag, start, "the value claims " + length +
			" bytes, but only " + (end - in.position()) + " are left");
		if (vr == Vr.SQ) return Element.ofItems(tag, start, readItems(tag, start, in.position() + length, depth,
			characters));
		if (length > LONGEST_IN_MEMORY) {
			final BulkData bulk = new BulkData(source, in.position(), length, in.remaining(), false);
			in.seek(in.position() + length);
			return Element.ofBulk(tag, vr, start, bulk, in.isBigEndian());
		}
		return Element.of(tag, vr, start, in.readBytes((int) length), in.isBigEndian());
	}

	private Element pixelData(final int tag, final Vr vr, final long start, final long length) {
		final boolean encapsulated = length == UNDEFINED;
		final long position = in.position();
		return Element.ofBulk(tag, vr, start, new BulkData(source, position, encapsulated ? in.remaining() : length, in
			.remaining(), encapsulated), in.isBigEndian());
	}

	/** A sequence, or, where it is no SQ: UN, whose content is implicit VR (PS3.5 section 6.2.2), or fragments. */
	private Element undefinedLength(final int tag, final Vr vr, final long start, final long end, final int depth,
		final CharacterSet characters) throws IOException
	{
		if (vr == Vr.OB || vr == Vr.OW) {
			skipFragments(tag, start, end);
			return Element.of(tag, vr, start, new byte[0], in.isBigEndian());
		}
		final boolean outer = explicit;
		final boolean outerBig = in.isBigEndian();
		if (vr == Vr.UN && explicit) {
			explicit = false;
			in.setBigEndian(false);
		}
		try {
			return Element.ofItems(tag, start, readItems(tag, start, -1, depth, characters, end));
		}
		finally {
			explicit = outer;
			in.setBigEndian(outerBig);
		}
	}

	private List<DataSet> readItems(final int tag, final long start, final long end, final int depth,
		final CharacterSet characters) throws IOException
	{
		return readItems(tag, start, end, depth, characters, end);
	}

	/** @param end of the sequence, or -1 where a delimiter marks it; never beyond the limit */
	private List<DataSet> readItems(final int tag, final long start, final long end, final int depth,
		final CharacterSet characters, final long limit) throws IOException
	{
		if (depth >= DEEPEST) throw DicomException.of(in.source(), tag, start, "sequences are nested more than " +
			DEEPEST + " deep");
		final List<DataSet> items = new ArrayList<>(1);
		while (end < 0 || in.position() < end) {
			final long itemStart = in.position();
			if (limit - itemStart < 8) throw DicomException.of(in.source(), tag, start, "the sequence is not ended at byte " +
				itemStart);
			final int itemTag = in.readTag();
			final long length = in.readLength();
			if (itemTag == Tag.SequenceDelimitationItem) break;
			if (itemTag != Tag.Item) throw DicomException.of(in.source(), tag, start, "found " + Tag.toString(itemTag) +
				" at byte " + itemStart + ", expected an item of the sequence");
			if (length != UNDEFINED && length > limit - in.position()) throw DicomException.of(in.source(), tag, start,
				"the item at byte " + itemStart + " claims " + length + " bytes, but only " + (limit - in.position()) +
					" are left");
			items.add(readItem(length == UNDEFINED ? -1 : in.position() + length, limit, depth, characters));
		}
		return items;
	}

	private DataSet readItem(final long end, final long limit, final int depth, final CharacterSet characters)
		throws IOException
	{
		final DataSet.Builder item = new DataSet.Builder(in.source(), characters);
		while (end < 0 || in.position() < end) {
			if (end < 0) {
				final long start = in.position();
				final int tag = in.readTag();
				if (tag == Tag.ItemDelimitationItem) {
					in.readLength();
					break;
				}
				in.seek(start);
			}
			add(item, readElement(end < 0 ? limit : end, depth + 1, item.characterSet()));
		}
		return item.build();
	}

	private void skipFragments(final int tag, final long start, final long end) throws IOException {
		while (true) {
			final int item = in.readTag();
			final long length = in.readLength();
			if (item == Tag.SequenceDelimitationItem) return;
			if (item != Tag.Item || length > end - in.position()) throw DicomException.of(in.source(), tag, start,
				"its fragments are broken at byte " + in.position());
			in.seek(in.position() + length);
		}
	}

	private void add(final DataSet.Builder dataSet, final Element element) {
		if (!dataSet.add(element)) warnings.add(Dictionary.describe(element.tag()) + " at byte " + element.position() +
			" is there twice; the first value counts");
	}

	/** Some writers fill the file up with zero bytes behind the last element. */
	private boolean isZeroPadding() throws IOException {
		final long start = in.position();
		boolean zero = true;
		for (long left = Math.min(8, in.remaining()); zero && left > 0; left--)
			zero = in.readByte() == 0;
		in.seek(start);
		return zero;
	}
}
