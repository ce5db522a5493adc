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
package io.github.hounsfield.imagej.tags;

import ij.ImagePlus;
import io.github.hounsfield.dicom.CharacterSet;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.Vr;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.Remedy;
import io.github.hounsfield.imagej.pixels.SliceHeaders;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header that the shown slice of an image keeps as text, as a data set. Private elements and long tables are not in
 * that text. A new item begins if tags no longer ascend. Sequences within sequences stand beside each other.
 */
public final class SliceHeader {

	private static final Pattern LINE = Pattern.compile("(?m)^([0-9A-F]{4}),([0-9A-F]{4})  (>?)[^:\\n]*: ?(.*)$");
	private static final byte[] NONE = {};

	private SliceHeader() {}

	/** @throws ImageException where the slice has no header, or not one of its own */
	public static DataSet of(final ImagePlus image) {
		final int slice = image.getCurrentSlice();
		final String text = new SliceHeaders(image.getTitle(), image.getStack(), image.getInfoProperty()).of(slice - 1)
			.toString();
		final DataSet header = parse(text);
		if (header.elements().isEmpty()) throw new ImageException("slice " + slice + " of '" + image.getTitle() +
			"' has no DICOM header", Remedy.NAME_FILES_OR_OPEN_WITH_THIS_READER);
		return header;
	}

	/** @param text lines of {@code gggg,eeee  Name: value}, those of items with {@code >} before the name */
	static DataSet parse(final String text) {
		final DataSet.Builder root = builder();
		final Matcher line = LINE.matcher(text);
		final List<DataSet> items = new ArrayList<>();
		DataSet.Builder item = null;
		int sequence = 0;
		int last = 0;
		while (line.find()) {
			final int tag = (int) Long.parseLong(line.group(1) + line.group(2), 16);
			if (line.group(3).isEmpty()) {
				close(root, sequence, item, items);
				item = null;
				sequence = Dictionary.vr(tag) == Vr.SQ ? tag : 0;
				if (sequence == 0) root.add(element(tag, line.group(4).trim()));
				continue;
			}
			if (item == null || Integer.compareUnsigned(tag, last) <= 0) {
				if (item != null) items.add(item.build());
				item = builder();
			}
			last = tag;
			if (Dictionary.vr(tag) != Vr.SQ) item.add(element(tag, line.group(4).trim()));
		}
		close(root, sequence, item, items);
		return root.build();
	}

	private static void close(final DataSet.Builder root, final int sequence, final DataSet.Builder item,
		final List<DataSet> items)
	{
		if (item != null) items.add(item.build());
		if (sequence != 0) root.add(Element.ofItems(sequence, -1, items));
		items.clear();
	}

	private static DataSet.Builder builder() {
		return new DataSet.Builder("", CharacterSet.of(List.of("ISO_IR 192")));
	}

	/** An element. It is text if the dictionary says so, or if its number cannot be read. */
	private static Element element(final int tag, final String value) {
		final Vr vr = Dictionary.vr(tag);
		// the text is in Java's characters, whatever set the file was in
		if (tag == Tag.SpecificCharacterSet) return Element.of(tag, Vr.CS, -1, "ISO_IR 192".getBytes(
			StandardCharsets.UTF_8), false);
		final byte[] numbers = numbers(vr, value);
		if (numbers != null) return Element.of(tag, vr, -1, numbers, false);
		return Element.of(tag, isText(vr) ? vr : Vr.UC, -1, value.getBytes(StandardCharsets.UTF_8), false);
	}

	private static boolean isText(final Vr vr) {
		return switch (vr.kind()) {
			case TEXT, CHARACTERS, PARAGRAPHS -> true;
			default -> false;
		};
	}

	/** @return null where the VR's values are no numbers, or the text holds none */
	private static byte[] numbers(final Vr vr, final String value) {
		final int size = vr.kind().size();
		if (size == 1 || vr.kind() == Vr.Kind.TAGS) return null;
		if (value.isEmpty()) return NONE;
		final String[] texts = value.split("\\\\");
		final ByteBuffer bytes = ByteBuffer.allocate(size * texts.length).order(ByteOrder.LITTLE_ENDIAN);
		try {
			for (final String text : texts)
				switch (vr.kind()) {
					case INT16, UINT16 -> bytes.putShort((short) Integer.parseInt(text.trim()));
					case INT32, UINT32 -> bytes.putInt((int) Long.parseLong(text.trim()));
					case FLOAT32 -> bytes.putFloat(Float.parseFloat(text.trim()));
					case FLOAT64 -> bytes.putDouble(Double.parseDouble(text.trim()));
					default -> {
						return null;
					}
				}
		}
		catch (final NumberFormatException e) {
			return null;
		}
		return bytes.array();
	}
}
