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
package io.github.hounsfield.imagej.pixels;

import io.github.hounsfield.attributes.AttributeException;
import io.github.hounsfield.attributes.DataSetAttributes;
import io.github.hounsfield.attributes.LookupTableRule;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.dicom.Vr;
import io.github.hounsfield.series.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Turns data sets into a {@link HeaderText}: elements that have a name and fit into a line, and tables of LUT
 * sequences.
 */
public final class HeaderWriter {

	/** Longer values of numbers and bytes (tables, curves) are of no use as text. */
	private static final int MOST_VALUES = 64;

	/** Sequences that describe each frame. Their elements stand in the text as if each frame had its own file. */
	private static final int[] FUNCTIONAL_GROUPS = { Tag.PlanePositionSequence, Tag.PlaneOrientationSequence,
		Tag.PixelMeasuresSequence, Tag.PixelValueTransformationSequence, Tag.FrameVOILUTSequence,
		Tag.FrameContentSequence, Tag.CTImageFrameTypeSequence, Tag.MRDiffusionSequence, Tag.MREchoSequence,
		Tag.CardiacSynchronizationSequence };

	private HeaderWriter() {}

	/**
	 * The header of one frame, File Meta Information included. For a multi-frame file it holds the elements of this
	 * frame, without the sequences about all frames.
	 *
	 * @param keep which elements, of the data set or of the items of its sequences, may stand in the text
	 */
	public static HeaderText write(final Frame frame, final BiPredicate<DataSet, Element> keep) {
		final DataSet root = frame.instance().dataSet();
		final List<DataSet> dataSets = new ArrayList<>();
		for (final int group : FUNCTIONAL_GROUPS)
			if (frame.attributes(group) != root) dataSets.add(frame.attributes(group));
		dataSets.add(root);
		dataSets.add(frame.instance().file().meta());
		return write(dataSets, (dataSet, element) -> element.tag() != Tag.PerFrameFunctionalGroupsSequence && element
			.tag() != Tag.SharedFunctionalGroupsSequence && keep.test(dataSet, element));
	}

	/** @param dataSets one header's data sets; an element stands in the text once, from the first that has it */
	public static HeaderText write(final List<DataSet> dataSets, final BiPredicate<DataSet, Element> keep) {
		final SortedMap<Long, Map.Entry<DataSet, Element>> elements = new TreeMap<>();
		for (final DataSet dataSet : dataSets)
			for (final Element element : dataSet.elements())
				if (keep.test(dataSet, element)) elements.putIfAbsent(element.tag() & 0xFFFFFFFFL, Map.entry(dataSet, element));
		final StringBuilder text = new StringBuilder(8192);
		for (final Map.Entry<DataSet, Element> entry : elements.values())
			append(text, entry.getKey(), entry.getValue(), keep, false);
		return HeaderText.parse(text.toString());
	}

	private static void append(final StringBuilder text, final DataSet dataSet, final Element element,
		final BiPredicate<DataSet, Element> keep, final boolean inSequence)
	{
		final Dictionary.Entry entry = Dictionary.find(element.tag());
		if (entry == null || (element.tag() & 0xFFFF) == 0) return;
		final String name = inSequence ? ">" + entry.name() : entry.name();
		if (element.tag() == Tag.LUTData) {
			HeaderText.line(text, element.tag(), name, entries(dataSet));
			return;
		}
		if (element.bulk() != null) return;
		if (element.vr() == Vr.SQ) {
			HeaderText.line(text, element.tag(), name, "");
			for (final DataSet item : element.items())
				for (final Element inner : item.elements())
					if (keep.test(item, inner)) append(text, item, inner, keep, true);
			return;
		}
		if (!isShort(element)) return;
		try {
			HeaderText.line(text, element.tag(), name, String.join("\\", dataSet.strings(element.tag())));
		}
		catch (final DicomException e) {
			HeaderText.line(text, element.tag(), name, "(unreadable)");
		}
	}

	private static String entries(final DataSet table) {
		try {
			return Arrays.stream(LookupTableRule.entries(DataSetAttributes.of(table))).mapToObj(Integer::toString).collect(
				Collectors
				.joining("\\"));
		}
		catch (final AttributeException e) {
			return "(unreadable)";
		}
	}

	private static boolean isShort(final Element element) {
		final int size = element.vr().kind().size();
		if (element.vr().kind() == Vr.Kind.BYTES) return false;
		return size == 1 || element.length() / size <= MOST_VALUES;
	}
}
