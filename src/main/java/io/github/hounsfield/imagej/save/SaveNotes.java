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

import io.github.hounsfield.derived.DerivedSeries;
import io.github.hounsfield.derived.ImageKind;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a user must know of a series that was saved: names of attributes, never values. */
final class SaveNotes {

	/** Elements that are made anew for the new pixels, if the source has them. */
	private static final int[] OF_PIXELS = { Tag.SmallestImagePixelValue, Tag.LargestImagePixelValue,
		Tag.PixelPaddingValue,
		Tag.PixelPaddingRangeLimit, Tag.ModalityLUTSequence };

	private final SourceSlices slices;
	private final SaveOptions options;
	private final List<String> notes = new ArrayList<>();

	SaveNotes(final SourceSlices slices, final SaveOptions options) {
		this.slices = slices;
		this.options = options;
	}

	void addAll(final List<String> more) {
		notes.addAll(more);
	}

	/** What became of the source's header. */
	void series(final DerivedSeries series, final ImageKind kind) {
		final String source = slices.header(0).text(Tag.SOPClassUID).orElse("");
		if (kind != ImageKind.SECONDARY_CAPTURE && !source.equals(kind.sopClass())) notes.add("the source is a multi-frame " +
			"file; it was saved as classic " + kind + " images, one file a slice, without what only multi-frame files say");
		final String rebuilt = IntStream.of(OF_PIXELS).filter(slices.header(0)::has).mapToObj(SaveNotes::keyword).collect(
			Collectors.joining(", "));
		if (!rebuilt.isEmpty()) notes.add("made anew for the new values, or left out where they need none: " + rebuilt);
		if (series.isPadded()) notes.add("SmallestImagePixelValue and LargestImagePixelValue are left out: the standard " +
			"does not say whether padding counts");
		final String lost = series.notKept().stream().filter(tag -> tag != Tag.ModalityLUTSequence).map(SaveNotes::keyword)
			.collect(Collectors.joining(", "));
		notes.add("not kept of the source's header: " + (lost.isEmpty() ? "" : lost + ", and ") +
			"what the open image does not hold (items of sequences, private elements, overlays and icons)");
	}

	private static String keyword(final int tag) {
		final Dictionary.Entry entry = Dictionary.find(tag);
		return entry == null ? Tag.toString(tag) : entry.keyword();
	}

	/** All notes, and what is missing or left out of identity. */
	List<String> all() {
		if (slices.header(0).text(Tag.SOPInstanceUID).isEmpty()) notes.add(
			"the image's header names neither study nor source " +
			"images, as where these were left out when it was opened: the series is a study of its own and refers to no source");
		if (options.anonymize()) notes.add(
			"identifying attributes were left out by the basic profile of PS3.15, the description " +
			"among them; pixels are as they are, and a face in them can be recognized");
		return notes;
	}
}
