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
package io.github.hounsfield.attributes;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Tag;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.IntFunction;

/** The attributes of a data set, or of one frame of a multi-frame data set. */
public final class DataSetAttributes implements Attributes {

	private final IntFunction<DataSet> places;

	private DataSetAttributes(final IntFunction<DataSet> places) {
		this.places = places;
	}

	/** A data set, or an item of a sequence. */
	public static Attributes of(final DataSet dataSet) {
		return new DataSetAttributes(tag -> dataSet);
	}

	/**
	 * A frame. Attributes of a functional group (PS3.3 C.7.6.16) come from the group, if there is one.
	 *
	 * @param root the data set
	 * @param groups tag of a functional group's sequence to the frame's item; to the root if there is none
	 */
	public static Attributes ofFrame(final DataSet root, final IntFunction<DataSet> groups) {
		return new DataSetAttributes(tag -> {
			final int group = groupOf(tag);
			return group == 0 ? root : groups.apply(group);
		});
	}

	/** @return the sequence of an attribute's functional group, if a rule asks for that attribute; otherwise 0 */
	private static int groupOf(final int tag) {
		return switch (tag) {
			case Tag.RescaleSlope, Tag.RescaleIntercept, Tag.RescaleType -> Tag.PixelValueTransformationSequence;
			case Tag.WindowCenter, Tag.WindowWidth, Tag.WindowCenterWidthExplanation, Tag.VOILUTFunction ->
				Tag.FrameVOILUTSequence;
			case Tag.FrameType -> Tag.CTImageFrameTypeSequence;
			default -> 0;
		};
	}

	private DataSet place(final int tag) {
		return places.apply(tag);
	}

	@Override
	public boolean has(final int tag) {
		return place(tag).has(tag);
	}

	@Override
	public double[] numbers(final int tag) {
		try {
			return place(tag).numbers(tag);
		}
		catch (final DicomException e) {
			throw new AttributeException(tag, e);
		}
	}

	@Override
	public List<String> texts(final int tag) {
		try {
			return place(tag).strings(tag);
		}
		catch (final DicomException e) {
			throw new AttributeException(tag, e);
		}
	}

	@Override
	public List<Attributes> items(final int sequence) {
		return place(sequence).items(sequence).stream().map(DataSetAttributes::of).toList();
	}

	/** An entry has a word. An entry of 8 bits may have half a word (PS3.3 C.11.1.1.1). */
	@Override
	public int[] lutData(final int count, final int bits) {
		final Element data = place(Tag.LUTData).element(Tag.LUTData);
		if (data == null) throw problem(Tag.LUTData, "missing", "a table");
		final byte[] bytes;
		try {
			bytes = place(Tag.LUTData).bytes(Tag.LUTData);
		}
		catch (final DicomException e) {
			throw new AttributeException(Tag.LUTData, e);
		}
		final boolean bigEndian = data.isBigEndian();
		final boolean packed = bytes.length < 2 * count && bits == 8;
		final int[] table = new int[Math.min(count, packed ? bytes.length : bytes.length / 2)];
		final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < table.length; i++)
			table[i] = packed ? bytes[bigEndian && (i ^ 1) < bytes.length ? i ^ 1 : i] & 0xFF : buffer.getShort() & 0xFFFF;
		return table;
	}

	@Override
	public AttributeException problem(final int tag, final String found, final String expected) {
		return new AttributeException(tag, place(tag).problem(tag, found, expected));
	}
}
