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
package io.github.hounsfield.dcm4che;

import io.github.hounsfield.dicom.BulkData;
import io.github.hounsfield.dicom.CharacterSet;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.Severity;
import io.github.hounsfield.dicom.Vr;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.ElementDictionary;
import org.dcm4che3.data.Fragments;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomInputHandler;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4che3.util.TagUtils;

/**
 * Hears of each element from dcm4che and makes ours of it, with the bytes as they stand in the file and the place where
 * they stand. dcm4che's own attributes get only what its parser looks up in them later. Not safe for several threads.
 */
final class DataSetHandler implements DicomInputHandler {

	/** Deeper sequences are an attack or a broken file. */
	private static final int DEEPEST = 64;

	/** Longer values are left in the file. */
	private static final int LONGEST_IN_MEMORY = 64 * 1024;

	/** The first ones; a broken file can give one for each element. */
	private static final int MOST_WARNINGS = 20;

	private final DicomSource source;
	private final long size;
	private final List<Problem> warnings;
	private final Deque<Level> levels = new ArrayDeque<>();

	/** A data set or item, and the items of the sequence in it that is being read. */
	private static final class Level {

		private final DataSet.Builder dataSet;
		private List<DataSet> items;
		/** Pixel Representation, the outer one where the item has none of its own. */
		private boolean signed;

		Level(final DataSet.Builder dataSet, final boolean signed) {
			this.dataSet = dataSet;
			this.signed = signed;
		}
	}

	/**
	 * @param source whose positions dcm4che counts
	 * @param size of the source in bytes
	 * @param warnings takes what can be read all the same
	 */
	DataSetHandler(final DicomSource source, final long size, final List<Problem> warnings) {
		this.source = source;
		this.size = size;
		this.warnings = warnings;
		levels.push(new Level(new DataSet.Builder(source.name(), CharacterSet.DEFAULT), false));
	}

	/** What was read so far of the outermost data set. */
	DataSet dataSet() {
		return levels.getLast().dataSet.build();
	}

	/** Pixel Data whose header dcm4che has just read; the value stays in the source. */
	void addPixelData(final DicomInputStream in) {
		final long position = in.getPosition();
		final long available = size - position;
		final boolean encapsulated = in.unsignedLength() < 0;
		add(Element.ofBulk(in.tag(), vr(in.tag(), in.vr()), in.getTagPosition(), new BulkData(source, position, encapsulated
			? available : in.unsignedLength(), available, encapsulated), in.bigEndian()));
	}

	@Override
	public void readValue(final DicomInputStream in, final Attributes attributes) throws IOException {
		final int tag = in.tag();
		final VR vr = in.vr();
		final long start = in.getTagPosition();
		final long length = in.unsignedLength();
		final Level level = levels.peek();
		if (vr == VR.SQ && level.items == null) readSequence(in, attributes, level, tag, start);
		else if (length < 0) {
			in.readValue(in, attributes);
			add(Element.of(tag, vr(tag, vr), start, new byte[0], in.bigEndian()));
		}
		else {
			level.items = null;
			final long left = size - in.getPosition();
			if (length > left) throw DicomException.of(source.name(), tag, start, "the value claims " + length +
				" bytes", "at most the " + left + " that are left");
			if (length > LONGEST_IN_MEMORY) {
				add(Element.ofBulk(tag, vr(tag, vr), start, new BulkData(source, in.getPosition(), length, left, false), in
					.bigEndian()));
				in.skipFully(length);
			}
			else add(readBytes(in, attributes, tag, vr, start, (int) length));
		}
	}

	/** What dcm4che cannot read as the sequence's items, it hands over once more as bytes: then the items are gone. */
	private void readSequence(final DicomInputStream in, final Attributes attributes, final Level level, final int tag,
		final long start) throws IOException
	{
		final List<DataSet> items = new ArrayList<>(1);
		level.items = items;
		in.readValue(in, attributes);
		if (level.items == null) return;
		level.items = null;
		add(Element.ofItems(tag, start, items));
	}

	private Element readBytes(final DicomInputStream in, final Attributes attributes, final int tag, final VR vr,
		final long start, final int length) throws IOException
	{
		final byte[] value = new byte[length];
		in.readFully(value);
		if (tag == Tag.FileMetaInformationGroupLength && length == Integer.BYTES) in.setFileMetaInformationGroupLength(
			value);
		if (TagUtils.isPrivateCreator(tag) || tag == Tag.PixelRepresentation || tag == Tag.SpecificCharacterSet ||
			tag == Tag.TransferSyntaxUID)
		{
			final byte[] kept = value.clone();
			if (in.bigEndian() != attributes.bigEndian()) vr.toggleEndian(kept, false);
			attributes.setBytes(tag, vr, kept);
		}
		if (tag == Tag.PixelRepresentation && length == Short.BYTES) levels.peek().signed = (value[0] | value[1]) == 1;
		return Element.of(tag, ofPixels(in, tag, vr(tag, vr)), start, value, in.bigEndian());
	}

	/**
	 * dcm4che takes "US or SS" by the outermost Pixel Representation, and some always as SS; an icon or a table goes by
	 * its own item's (PS3.3 sections C.7.6.3 and C.11.1).
	 */
	private Vr ofPixels(final DicomInputStream in, final int tag, final Vr vr) {
		if (in.explicitVR() || vr != Vr.US && vr != Vr.SS || !Dictionary.isSignedByPixels(tag)) return vr;
		return levels.peek().signed ? Vr.SS : Vr.US;
	}

	@Override
	public void readValue(final DicomInputStream in, final Sequence sequence) throws IOException {
		final Level outer = levels.peek();
		if (levels.size() > DEEPEST) throw DicomException.at(source.name(), in.getTagPosition(),
			"sequences are nested too deep", "at most " + DEEPEST + " levels");
		final long left = size - in.getPosition();
		if (in.unsignedLength() > left) throw DicomException.at(source.name(), in.getTagPosition(), "the item claims " + in
			.unsignedLength() + " bytes", "at most the " + left + " that are left");
		final Level item = new Level(new DataSet.Builder(source.name(), outer.dataSet.characterSet()), outer.signed);
		levels.push(item);
		in.readValue(in, sequence);
		levels.pop();
		outer.items.add(item.dataSet.build());
	}

	@Override
	public void readValue(final DicomInputStream in, final Fragments fragments) throws IOException {
		in.skipFully(in.unsignedLength());
	}

	@Override
	public void startDataset(final DicomInputStream in) {}

	@Override
	public void endDataset(final DicomInputStream in) {}

	private void add(final Element element) {
		final DataSet.Builder dataSet = levels.peek().dataSet;
		if (!dataSet.add(element)) warn(element, "is there twice; the first value counts");
		else if (element.tag() == Tag.SpecificCharacterSet && !dataSet.characterSet().isKnown()) warn(element,
			"names no character set of the standard; read as Latin-1");
	}

	private void warn(final Element element, final String problem) {
		if (warnings.size() < MOST_WARNINGS) warnings.add(Problem.in(source.name()).severity(Severity.NOTE).tag(
			element.tag()).at(element.position()).found(problem));
	}

	/** As the file or dcm4che's dictionary have it. */
	private static Vr vr(final int tag, final VR vr) {
		return Vr.valueOf((vr == VR.UN ? ElementDictionary.vrOf(tag, null) : vr).name());
	}
}
