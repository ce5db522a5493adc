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

/** Bytes to elements (PS3.5 section 7). Stops at Pixel Data of the outermost data set. Not thread safe. */
final class DataSetParser {

	/** Deeper sequences are an attack or a broken file. Those of the standard reach about 8 levels. */
	static final int DEEPEST = 64;

	/** Longer values are left in the file. */
	static final int LONGEST_IN_MEMORY = 64 * 1024;

	private static final long UNDEFINED = ElementHeader.UNDEFINED;

	private final DicomSource source;
	private final HeaderInput in;
	private final Warnings warnings;
	private final ElementHeader header;
	private boolean explicit;
	/** Pixel Representation of the data set or item that is being read. It decides between US and SS in implicit VR. */
	private boolean signed;
	/** Budget in bytes for the search for items in values of unknown VR. */
	private long guesses;
	/** Whether an item without a sequence has been met. */
	private boolean bareItems;

	/** @param in stands at the first element, on the source's own bytes */
	DataSetParser(final DicomSource source, final HeaderInput in, final TransferSyntax syntax,
		final Warnings warnings)
	{
		this.source = source;
		this.in = in;
		this.explicit = syntax.explicitVr();
		this.warnings = warnings;
		this.header = new ElementHeader(in, warnings);
		this.guesses = in.size();
		in.setBigEndian(syntax.bigEndian());
	}

	/** Elements up to Pixel Data or the end. */
	DataSet parse() throws IOException {
		final DataSet.Builder dataSet = new DataSet.Builder(in.source(), CharacterSet.DEFAULT);
		while (in.remaining() > 0) {
			if (explicit && !in.isBigEndian()) in.readPlain(dataSet);
			if (in.remaining() == 0 || in.isZeroPadding()) break;
			header.read(in.size(), explicit);
			if (isStrayDelimiter() || skipsBareItem(in.size(), 0, dataSet.characterSet())) continue;
			final Element element = readValue(in.size(), 0, dataSet.characterSet());
			add(dataSet, element);
			if (Tag.isPixelData(element.tag())) break;
		}
		return dataSet.build();
	}

	/** The elements of one group from here on. */
	DataSet parseGroup(final int group) throws IOException {
		final DataSet.Builder dataSet = new DataSet.Builder(in.source(), CharacterSet.DEFAULT);
		while (in.remaining() >= 8 && in.peekTag(in.position()) >>> 16 == group) {
			header.read(in.size(), explicit);
			add(dataSet, readValue(in.size(), 0, CharacterSet.DEFAULT));
		}
		return dataSet.build();
	}

	/** The value whose header was just read. */
	private Element readValue(final long end, final int depth, final CharacterSet characters) throws IOException {
		final int tag = header.tag();
		final Vr vr = header.vr() == Vr.US && signed && Dictionary.isSignedByPixels(tag) && isVrFromDictionary() ? Vr.SS
			: header.vr();
		final long start = header.start();
		final long length = header.length();
		if (tag >>> 16 == 0xFFFE) throw DicomException.at(in.source(), start, "found " + Tag.toString(tag), "an element");
		if (depth == 0 && Tag.isPixelData(tag)) return pixelData(tag, vr, start, length);
		if (length == UNDEFINED) return undefinedLength(tag, vr, start, end, depth, characters);
		if (length > end - in.position()) throw DicomException.of(in.source(), tag, start, "the value claims " + length +
			" bytes", "at most the " + (end - in.position()) + " that are left");
		if (vr == Vr.SQ) return definedSequence(tag, start, length, depth, characters);
		if (vr == Vr.UN && beginsWithItem(length)) {
			final Element sequence = guessSequence(tag, start, length, depth, characters);
			if (sequence != null) return sequence;
		}
		if (length > LONGEST_IN_MEMORY) {
			final BulkData bulk = new BulkData(source, in.position(), length, in.remaining(), false);
			in.seek(in.position() + length);
			return Element.ofBulk(tag, vr, start, bulk, in.isBigEndian());
		}
		final byte[] value = in.readBytes((int) length);
		if (tag == Tag.PixelRepresentation && length == 2) signed = (value[0] | value[1]) == 1;
		return Element.of(tag, vr, start, value, in.isBigEndian());
	}

	/** Whether the VR comes from the dictionary: implicit VR, or UN in the file. */
	private boolean isVrFromDictionary() {
		return !explicit || header.isUnknownInFile();
	}

	private Element pixelData(final int tag, final Vr vr, final long start, final long length) {
		final boolean encapsulated = length == UNDEFINED;
		final long position = in.position();
		return Element.ofBulk(tag, vr, start, new BulkData(source, position, encapsulated ? in.remaining() : length, in
			.remaining(), encapsulated), in.isBigEndian());
	}

	private Element definedSequence(final int tag, final long start, final long length, final int depth,
		final CharacterSet characters) throws IOException
	{
		final long end = in.position() + length;
		final List<DataSet> items = header.isUnknownInFile() ? implicitItems(tag, start, end, depth, characters, end)
			: readItems(tag, start, end, depth, characters, end);
		return Element.ofItems(tag, start, items);
	}

	/** A sequence or fragments. The items of an UN are implicit (PS3.5 section 6.2.2). */
	private Element undefinedLength(final int tag, final Vr vr, final long start, final long end, final int depth,
		final CharacterSet characters) throws IOException
	{
		if (vr == Vr.OB || vr == Vr.OW) {
			final long position = in.position();
			final long available = end - position;
			in.skipFragments(tag, start, end);
			return Element.ofBulk(tag, vr, start, new BulkData(source, position, in.position() - position, available, true),
				in.isBigEndian());
		}
		final boolean implicit = header.isUnknownInFile();
		return Element.ofItems(tag, start, implicit ? implicitItems(tag, start, -1, depth, characters, end) : readItems(tag,
			start, -1, depth, characters, end));
	}

	private boolean beginsWithItem(final long length) throws IOException {
		return length >= 8 && in.peekTag(in.position()) == (in.isBigEndian() ? 0xFEFF00E0 : Tag.Item);
	}

	/** A private sequence of known length whose VR is lost; null if its bytes are something else. */
	private Element guessSequence(final int tag, final long start, final long length, final int depth,
		final CharacterSet characters) throws IOException
	{
		if (length > guesses || depth >= DEEPEST) return null;
		final long position = in.position();
		final int mark = warnings.mark();
		try {
			return Element.ofItems(tag, start, implicitItems(tag, start, position + length, depth, characters, position +
				length));
		}
		catch (final DicomException e) {
			guesses -= length;
			warnings.backTo(mark);
			in.seek(position);
			return null;
		}
	}

	private List<DataSet> implicitItems(final int tag, final long start, final long end, final int depth,
		final CharacterSet characters, final long limit) throws IOException
	{
		final boolean outerExplicit = explicit;
		final boolean outerBig = in.isBigEndian();
		in.setBigEndian(false);
		explicit = outerExplicit && isExplicitItem(limit);
		try {
			return readItems(tag, start, end, depth, characters, limit);
		}
		finally {
			explicit = outerExplicit;
			in.setBigEndian(outerBig);
		}
	}

	/** Whether a writer kept the VR in the items of UN. The length does not fit otherwise. */
	private boolean isExplicitItem(final long limit) throws IOException {
		final long lengthField = in.position() + 12;
		if (limit - lengthField < 4) return false;
		final int letters = in.peekTag(lengthField);
		final long implicitLength = (letters >>> 16 | letters << 16) & 0xFFFFFFFFL;
		return implicitLength != UNDEFINED && implicitLength > limit - lengthField - 4 && Vr.of(letters >>> 16 & 0xFF,
			letters >>> 24) != null;
	}

	/** @param end of the sequence, or -1 where a delimiter marks it; never beyond the limit */
	private List<DataSet> readItems(final int tag, final long start, final long end, final int depth,
		final CharacterSet characters, final long limit) throws IOException
	{
		if (depth >= DEEPEST) throw DicomException.of(in.source(), tag, start, "sequences are nested too deep",
			"at most " + DEEPEST + " levels");
		final List<DataSet> items = new ArrayList<>(1);
		while (end < 0 || in.position() < end) {
			final long itemStart = in.position();
			if (limit - itemStart < 8) throw DicomException.of(in.source(), tag, start, "the sequence has no end by byte " +
				itemStart, "an item or the end of the sequence");
			final int itemTag = in.readTag();
			final long length = in.readLength();
			if (itemTag == Tag.SequenceDelimitationItem) {
				if (end >= 0 && in.position() != end) throw DicomException.of(in.source(), tag, start,
					"found the end of the sequence at byte " + itemStart, "it at byte " + end);
				break;
			}
			if (itemTag == Tag.ItemDelimitationItem) {
				warnings.add(tag, start, "has an item delimiter too many at byte " + itemStart);
				continue;
			}
			if (itemTag != Tag.Item) throw DicomException.of(in.source(), tag, start, "found " + Tag.toString(itemTag) +
				" at byte " + itemStart, "an item of the sequence");
			if (length != UNDEFINED && length > limit - in.position()) throw DicomException.of(in.source(), tag, start,
				"the item at byte " + itemStart + " claims " + length + " bytes", "at most the " + (limit - in.position()) +
					" that are left");
			items.add(readItem(tag, length == UNDEFINED ? -1 : in.position() + length, limit, depth, characters));
		}
		return items;
	}

	private DataSet readItem(final int sequence, final long end, final long limit, final int depth,
		final CharacterSet characters) throws IOException
	{
		final DataSet.Builder item = new DataSet.Builder(in.source(), characters);
		final boolean outerSigned = signed;
		final long last = end < 0 ? limit : end;
		while (end < 0 || in.position() < end) {
			header.read(last, explicit);
			if (header.tag() == Tag.ItemDelimitationItem) {
				if (end < 0 || in.position() == end) break;
				throw DicomException.of(in.source(), sequence, header.start(), "found the end of an item", "it at byte " +
					end);
			}
			if (header.tag() == Tag.SequenceDelimitationItem && end < 0) {
				warnings.add(sequence, header.start(), "has an item without an end");
				in.seek(header.start());
				break;
			}
			if (end >= 0 && skipsBareItem(last, depth + 1, item.characterSet())) continue;
			add(item, readValue(last, depth + 1, item.characterSet()));
		}
		signed = outerSigned;
		return item.build();
	}

	private void add(final DataSet.Builder dataSet, final Element element) {
		if (!dataSet.add(element)) warnings.add(element.tag(), element.position(),
			"is there twice; the first value counts");
		else if (element.tag() == Tag.SpecificCharacterSet && !dataSet.characterSet().isKnown()) warnings.add(element.tag(),
			element.position(), "names no character set of the standard; read as Latin-1");
	}

	/** Some writers add a delimiter to a sequence of known length. */
	private boolean isStrayDelimiter() {
		final boolean stray = (header.tag() == Tag.ItemDelimitationItem || header
			.tag() == Tag.SequenceDelimitationItem) && header.length() == 0;
		if (stray) warnings.add(header.tag(), header.start(), "stands outside a sequence");
		return stray;
	}

	/**
	 * Skips an item without a sequence around it. Some anonymizers remove the tag of a sequence and leave its items,
	 * which were meant to go too.
	 */
	private boolean skipsBareItem(final long limit, final int depth, final CharacterSet characters) throws IOException {
		if (header.tag() != Tag.Item) return false;
		final long start = header.start();
		final long length = header.length();
		if (length == UNDEFINED) readItem(Tag.Item, -1, limit, depth, characters);
		else if (length <= limit - in.position()) in.seek(in.position() + length);
		else throw DicomException.of(in.source(), Tag.Item, start, "the item claims " + length + " bytes",
			"at most the " + (limit - in.position()) + " that are left");
		if (!bareItems) warnings.add(Tag.Item, start,
			"stands outside a sequence, as where the tag of the sequence was removed; such items are skipped");
		bareItems = true;
		return true;
	}
}
