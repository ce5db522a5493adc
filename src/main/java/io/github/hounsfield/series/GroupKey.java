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
package io.github.hounsfield.series;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Tag;
import java.util.ArrayList;
import java.util.List;

/**
 * What frames must share to make one image.
 *
 * @param series Series Instance UID, or its substitute
 * @param subject whose images they are and in which coordinates
 * @param localizer whether Image Type says LOCALIZER
 * @param kind what else makes pixels incomparable: palette, floating point
 * @param stack Stack ID of Enhanced files
 * @param clip SOP Instance UID and name of a multi-frame file without positions, which is an image of its own
 * @param positioned whether the frames have a place; a mosaic of slices has none
 */
record GroupKey(String series, Subject subject, int rows, int columns, int samplesPerPixel, int bitsAllocated,
	boolean localizer, String kind, String stack, String clip, boolean positioned)
{

	/** As a record's own, without what a JVM sets up for that: each frame of a scan looks for its group. */
	@Override
	public boolean equals(final Object other) {
		return other instanceof GroupKey key && series.equals(key.series) && subject.equals(key.subject) &&
			rows == key.rows && columns == key.columns && samplesPerPixel == key.samplesPerPixel &&
			bitsAllocated == key.bitsAllocated && localizer == key.localizer && kind.equals(key.kind) && stack.equals(
				key.stack) && clip.equals(key.clip) && positioned == key.positioned;
	}

	@Override
	public int hashCode() {
		int hash = series.hashCode() * 31 + subject.hashCode();
		hash = (hash * 31 + rows) * 31 + columns;
		return (hash * 31 + stack.hashCode()) * 31 + clip.hashCode();
	}

	/**
	 * Whose images they are, and in which coordinates their positions are. Both are empty if all images of a series that
	 * have them agree. So an image without them stays with the others.
	 */
	record Subject(String patientId, String frameOfReferenceUid) {

		/** That of a series where all agree. */
		static final Subject ONE = new Subject("", "");

		@Override
		public boolean equals(final Object other) {
			return other instanceof Subject subject && patientId.equals(subject.patientId) && frameOfReferenceUid.equals(
				subject.frameOfReferenceUid);
		}

		@Override
		public int hashCode() {
			return patientId.hashCode() * 31 + frameOfReferenceUid.hashCode();
		}

		static Subject of(final Instance instance) {
			return new Subject(Headers.text(instance.dataSet(), Tag.PatientID), Headers.text(instance.dataSet(),
				FrameTag.FrameOfReferenceUID));
		}
	}

	static GroupKey of(final Frame frame, final Subject subject) {
		final Instance instance = frame.instance();
		final DataSet dataSet = instance.dataSet();
		final boolean positioned = frame.plane().isPresent() && !Mosaic.is(frame);
		final boolean localizer = Headers.text(dataSet, Tag.ImageType, 2).equals("LOCALIZER");
		final String palette = Headers.text(dataSet, Tag.PhotometricInterpretation).equals("PALETTE COLOR") ? "palette" : "";
		final String kind = palette + (instance.pixelElement().tag() == Tag.PixelData ? "" : "float");
		final String stack = instance.isEnhanced() ? Headers.text(frame.attributes(Tag.FrameContentSequence), Tag.StackID)
			: "";
		final String clip = positioned || instance.numberOfFrames() == 1 ? "" : instance.sopInstanceUid() + instance.name();
		return new GroupKey(seriesOf(instance), subject, instance.rows(), instance.columns(), instance.samplesPerPixel(),
			instance.bitsAllocated(), localizer, kind, stack, clip, positioned);
	}

	/** Stands for a missing Series Instance UID. Such files go together only if all other names of a series agree. */
	static String seriesOf(final Instance instance) {
		if (!instance.seriesInstanceUid().isEmpty()) return instance.seriesInstanceUid();
		final DataSet dataSet = instance.dataSet();
		final int folder = Math.max(instance.name().lastIndexOf('/'), instance.name().lastIndexOf('\\'));
		return String.join("\n", "", Headers.text(dataSet, Tag.StudyInstanceUID), Headers.text(dataSet, Tag.PatientID),
			Headers.text(dataSet, Tag.SeriesNumber), instance.name().substring(0, Math.max(0, folder)));
	}

	/** The key in words. */
	List<String> differences(final GroupKey other) {
		final List<String> words = new ArrayList<>();
		if (!subject.patientId.equals(other.subject.patientId)) words.add("of another patient");
		if (!subject.frameOfReferenceUid.equals(other.subject.frameOfReferenceUid)) words.add(
			"of another Frame of Reference");
		if (rows != other.rows || columns != other.columns) words.add("of another size");
		if (samplesPerPixel != other.samplesPerPixel || bitsAllocated != other.bitsAllocated || !kind.equals(other.kind))
			words.add("of another pixel type");
		if (localizer != other.localizer) words.add(other.localizer ? "localizers" : "not localizers");
		if (!stack.equals(other.stack)) words.add("of another stack");
		if (positioned != other.positioned) words.add(other.positioned ? "with positions" : "without positions");
		else if (!clip.equals(other.clip)) words.add("multi-frame files without positions");
		return words;
	}
}
