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
package io.github.hounsfield.imagej.save;

import ij.ImagePlus;
import io.github.hounsfield.derived.Segment;
import io.github.hounsfield.derived.SegmentationImage;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ValueMeaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The pixels of an image that marks things: a mask of this suite, an opened segmentation, or a threshold of ImageJ. */
final class MaskPixels {

	/** An image of more different values is no mask. */
	private static final int MOST_VALUES = 16;

	private static final int WHITE = 255;
	private static final String LUNG_MASK = "Hounsfield Lung Mask";

	/** Properties by which Lung Mask and Import RTSTRUCT say what labels stand for. */
	private static final String OF_LUNGS = "Hounsfield.LungMask";
	private static final String OF_STRUCTURES = "Hounsfield.Structures";

	private static final Pattern SEGMENT_LABEL = Pattern.compile("(?m)^0062,0005  >[^:\\n]*:(.*)$");
	private static final Pattern STRUCTURE = Pattern.compile("(\\d{1,3})=([^|]*)");
	private static final int LONGEST_LABEL = 64;

	private final SourceSlices slices;
	private final List<Segment> segments;

	/** Of each segment, counted from 0. */
	private final int[] channels;

	private MaskPixels(final SourceSlices slices, final List<Segment> segments, final int[] channels) {
		this.slices = slices;
		this.segments = segments;
		this.channels = channels;
	}

	/** The image as a mask; empty where it is none. */
	static Optional<MaskPixels> of(final ImagePlus image, final SourceSlices slices) {
		if (image.getBitDepth() != 8) return Optional.empty();
		final ValueMeaning meaning = ValueMeaning.of(slices.text(0));
		final boolean labels = meaning == ValueMeaning.LABELS;
		final boolean segmentation = SegmentationImage.SOP_CLASS.equals(slices.header(0).text(Tag.SOPClassUID).orElse(""));
		final List<Integer> values = values(slices, 0, slices.channels(), labels || segmentation ? WHITE + 1
			: MOST_VALUES);
		if (!labels && !segmentation && !isMadeMask(slices, meaning, values)) return Optional.empty();
		if (values.isEmpty()) throw new ImageException("the mask '" + image.getTitle() +
			"' is empty; a segmentation must hold something");
		final boolean lungs = labels && image.getProp(OF_LUNGS) != null;
		final Map<Integer, String> structures = structures(labels ? image.getProp(OF_STRUCTURES) : null);
		if (slices.channels() > 1) return Optional.of(segmentation ? ofSegmentation(slices) : ofChannels(slices));
		return Optional.of(new MaskPixels(slices, values.stream().map(value -> segment(value, lungs, segmentation ? label(
			slices, 0) : Optional.ofNullable(structures.get(value)))).toList(), new int[values.size()]));
	}

	/** Whether ImageJ made a mask: all 0 and 255, or a few values of 8 bits from an image of more bits. */
	private static boolean isMadeMask(final SourceSlices slices, final ValueMeaning meaning, final List<Integer> values) {
		if (values == null || values.isEmpty()) return false;
		if (values.equals(List.of(WHITE))) return true;
		return meaning != ValueMeaning.WINDOWED && slices.header(0).number(Tag.BitsAllocated).orElse(0.0) > 8;
	}

	/** A segmentation that was opened: each channel is a segment. */
	private static MaskPixels ofSegmentation(final SourceSlices slices) {
		final int[] channels = IntStream.range(0, slices.channels()).toArray();
		return new MaskPixels(slices, Arrays.stream(channels).mapToObj(channel -> segment(WHITE, false, label(slices,
			channel).or(() -> Optional.of("Segment")))).toList(), channels);
	}

	/** Masks as channels of one image: each value of each channel is a segment. */
	private static MaskPixels ofChannels(final SourceSlices slices) {
		final List<Segment> segments = new ArrayList<>();
		final List<Integer> channels = new ArrayList<>();
		for (int channel = 0; channel < slices.channels(); channel++)
			for (final int value : values(slices, channel, channel + 1, WHITE + 1)) {
				segments.add(segment(value, false, Optional.of("Channel " + (channel + 1) + ", value " + value)));
				channels.add(channel);
			}
		return new MaskPixels(slices, segments, channels.stream().mapToInt(Integer::intValue).toArray());
	}

	private static Segment segment(final int value, final boolean lungs, final Optional<String> label) {
		if (lungs && value == WHITE) return Segment.lungs(value, LUNG_MASK);
		if (lungs && value == 1) return Segment.rightLung(value, LUNG_MASK);
		if (lungs && value == 2) return Segment.leftLung(value, LUNG_MASK);
		final Segment unnamed = Segment.unnamed(value);
		return label.isEmpty() ? unnamed : new Segment(value, label.get(), unnamed.category(), unnamed.type(), unnamed.side(),
			"");
	}

	/** Names by label, from a text such as {@code 1=Lung_R|2=Lung_L}. */
	private static Map<Integer, String> structures(final String text) {
		final Map<Integer, String> names = new HashMap<>();
		final Matcher entries = STRUCTURE.matcher(text == null ? "" : text);
		while (entries.find()) {
			final String name = fitting(entries.group(2));
			if (!name.isEmpty()) names.put(Integer.valueOf(entries.group(1)), name);
		}
		return names;
	}

	/** Cuts a name to the length of a Segment Label. Characters beyond ASCII become question marks. */
	private static String fitting(final String name) {
		final String ascii = name.trim().replaceAll("[^ -~]|\\\\", "?");
		return ascii.substring(0, Math.min(LONGEST_LABEL, ascii.length()));
	}

	/** Segment Label of a segmentation that was opened. */
	private static Optional<String> label(final SourceSlices slices, final int index) {
		final Matcher labels = SEGMENT_LABEL.matcher(slices.text(0));
		for (int i = 0; i <= index; i++)
			if (!labels.find()) return Optional.empty();
		return Optional.of(fitting(labels.group(1))).filter(label -> !label.isEmpty());
	}

	/** All values except 0 of some channels, rising; null if there are at least so many. */
	private static List<Integer> values(final SourceSlices slices, final int from, final int to, final int most) {
		final boolean[] found = new boolean[256];
		for (int slice = 0; slice < slices.size(); slice++)
			for (int channel = from; channel < to; channel++) {
				for (final byte value : slices.pixels(slice, channel).bytes())
					found[value & 0xFF] = true;
				if (count(found) >= most) return null;
			}
		final List<Integer> values = new ArrayList<>();
		for (int value = 1; value < found.length; value++)
			if (found[value]) values.add(value);
		return values;
	}

	private static int count(final boolean[] found) {
		int count = 0;
		for (int value = 1; value < found.length; value++)
			if (found[value]) count++;
		return count;
	}

	/** One for each value of each channel, or of a segmentation of several channels for each channel. */
	List<Segment> segments() {
		return segments;
	}

	/** Pixels in which a segment has its value. */
	byte[] plane(final int segment, final int slice) {
		return slices.pixels(slice, channels[segment]).bytes();
	}

	List<String> notes() {
		final List<String> notes = new ArrayList<>(List.of("saved as DICOM SEG (BINARY) of " + segments.size() + (segments
			.size() == 1 ? " segment" : " segments") + ": " + String.join(", ",
				segments.stream().map(Segment::label).toList())));
		if (segments.get(0).algorithm().isEmpty()) notes.add(
			"what the mask marks is not known, so that its segments have the code Tissue");
		return notes;
	}
}
