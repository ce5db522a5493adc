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
package io.github.hounsfield.derived;

import io.github.hounsfield.dicom.CharacterSet;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Elements;
import io.github.hounsfield.dicom.Part10Writer;
import io.github.hounsfield.dicom.Tag;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What all instances of a new series share: UID, number, times and maker. Times are in the source's time zone (PS3.3
 * C.12.1.1.8) if it names one, otherwise in this machine's. Immutable.
 */
final class NewSeries {

	/** Manufacturer and model of what makes derived images. */
	static final String MAKER = "Hounsfield";

	private static final int[] MAY_BE_EMPTY = { Tag.PatientName, Tag.PatientID, Tag.PatientBirthDate, Tag.PatientSex,
		Tag.StudyDate, Tag.StudyTime, Tag.AccessionNumber, 0x00080090, Tag.StudyID, Tag.Manufacturer,
		DerivedTag.POSITION_REFERENCE_INDICATOR };

	private final String uid = NewUid.make();
	private final String studyUid;
	private final String frameOfReferenceUid;
	private final Derivation derivation;
	private final String date;
	private final String time;
	private final String dateTime;

	NewSeries(final SourceHeader source, final Derivation derivation) {
		this.derivation = derivation;
		studyUid = source.uid(Tag.StudyInstanceUID).orElseGet(NewUid::make);
		frameOfReferenceUid = source.uid(Tag.FrameOfReferenceUID).orElseGet(NewUid::make);
		final ZonedDateTime now = derivation.time().atZone(zone(source));
		date = now.format(DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT));
		time = now.format(DateTimeFormatter.ofPattern("HHmmss.SSS", Locale.ROOT));
		dateTime = date + time + now.format(DateTimeFormatter.ofPattern("xx", Locale.ROOT));
	}

	private static ZoneId zone(final SourceHeader source) {
		try {
			final Optional<String> offset = source.text(DerivedTag.TIMEZONE_OFFSET_FROM_UTC);
			return offset.isPresent() ? ZoneOffset.of(offset.get()) : ZoneId.systemDefault();
		}
		catch (final DateTimeException e) {
			return ZoneId.systemDefault();
		}
	}

	/** Adds identity, times and derivation, and empty elements that the source lacks. */
	void add(final DataSetMaker made, final String modality) {
		made.add(Elements.text(Tag.SOPInstanceUID, NewUid.make()));
		made.add(Elements.text(Tag.SeriesInstanceUID, uid));
		made.add(Elements.text(Tag.StudyInstanceUID, studyUid));
		made.add(Elements.text(Tag.FrameOfReferenceUID, frameOfReferenceUid));
		made.add(Elements.text(Tag.Modality, modality));
		made.add(Elements.integers(Tag.SeriesNumber, derivation.seriesNumber()));
		if (!derivation.seriesDescription().isEmpty()) made.addText(Tag.SeriesDescription, derivation.seriesDescription());
		for (final int tag : new int[] { DerivedTag.INSTANCE_CREATION_DATE, Tag.SeriesDate, Tag.ContentDate })
			made.add(Elements.text(tag, date));
		for (final int tag : new int[] { DerivedTag.INSTANCE_CREATION_TIME, Tag.SeriesTime, Tag.ContentTime })
			made.add(Elements.text(tag, time));
		if (!derivation.description().isEmpty()) made.addText(DerivedTag.DERIVATION_DESCRIPTION, derivation.description());
		if (!derivation.codes().isEmpty()) made.add(Elements.sequence(DerivedTag.DERIVATION_CODE_SEQUENCE, derivation.codes()
			.stream().map(Code::item).toArray(DataSet[]::new)));
		made.add(Elements.sequence(DerivedTag.CONTRIBUTING_EQUIPMENT_SEQUENCE, equipment()));
	}

	/** Elements of type 2 of the modules that all images have; to be called after what is copied. */
	static void addEmpty(final DataSetMaker made) {
		for (final int tag : MAY_BE_EMPTY)
			made.addIfAbsent(Elements.empty(tag));
	}

	/**
	 * A de-identified source says how (PS3.3 C.7.1.1). If it says so only in a sequence, which is not copied, the new
	 * image refers to the source.
	 */
	static void addIdentityMark(final DataSetMaker made, final SourceHeader source) {
		if ("YES".equals(source.text(Tag.PatientIdentityRemoved).orElse("")) && source.text(Tag.DeidentificationMethod)
			.isEmpty()) made.replace(Elements.text(Tag.DeidentificationMethod, "As the source images say in codes"));
	}

	/** PS3.3 C.12.1.1.5. */
	private DataSet equipment() {
		final DataSet.Builder item = new DataSet.Builder("", CharacterSet.DEFAULT);
		item.add(Elements.text(Tag.Manufacturer, MAKER));
		item.add(Elements.text(Tag.ManufacturerModelName, MAKER));
		item.add(Elements.text(DerivedTag.SOFTWARE_VERSIONS, Part10Writer.IMPLEMENTATION_VERSION_NAME));
		item.add(Elements.text(DerivedTag.CONTRIBUTION_DATE_TIME, dateTime));
		item.add(Elements.sequence(DerivedTag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE, Code.MODIFYING_EQUIPMENT.item()));
		return item.build();
	}
}
