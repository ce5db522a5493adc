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
package io.github.hounsfield.archive.dimse;

import io.github.hounsfield.archive.StudyQuery;
import io.github.hounsfield.archive.StudyRecord;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.PersonName;
import io.github.hounsfield.dicom.Tag;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A query of studies and its answers (PS3.4 section C.6.2.1). Modalities in Study and Study Description are optional
 * keys (tables C.6-5 and C.6-2): an archive may ignore them, so the answers are checked here.
 */
final class StudyAnswers implements Predicate<DataSet> {

	private final StudyQuery query;
	private final Distinct distinct = new Distinct(Tag.StudyInstanceUID);
	private final Pattern description;

	StudyAnswers(final StudyQuery query) {
		this.query = query;
		this.description = pattern(query.studyDescription());
	}

	Identifier identifier() {
		final Identifier identifier = new Identifier("STUDY").text(Tag.PatientID, query.patientId()).text(Tag.PatientName,
			query.patientName()).text(Tag.AccessionNumber, query.accessionNumber()).text(Tag.StudyDate, query.studyDate())
			.text(Identifier.ModalitiesInStudy, query.modality()).text(Tag.StudyDescription, query.studyDescription());
		if (!query.studyInstanceUid().isEmpty()) identifier.uid(Tag.StudyInstanceUID, query.studyInstanceUid());
		return identifier.tell(Tag.StudyInstanceUID, Identifier.NumberOfStudyRelatedSeries,
			Identifier.NumberOfStudyRelatedInstances);
	}

	/** {@code *} any characters, {@code ?} one (PS3.4 section C.2.2.2.4); in any case of letters. */
	private static Pattern pattern(final String wild) {
		final StringBuilder text = new StringBuilder();
		for (final char c : wild.toCharArray())
			text.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
		return Pattern.compile(text.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
	}

	@Override
	public boolean test(final DataSet answer) {
		if (!isOfModality(Answers.texts(answer, Identifier.ModalitiesInStudy))) return false;
		final String told = Answers.text(answer, Tag.StudyDescription);
		if (!query.studyDescription().isEmpty() && !told.isEmpty() && !description.matcher(told).matches()) return false;
		return distinct.test(answer);
	}

	/** Whether a modality matches. It does if none is asked for or none is told. */
	boolean isOfModality(final List<String> modalities) {
		if (query.modality().isEmpty() || modalities.isEmpty()) return true;
		final Pattern wanted = pattern(query.modality());
		return modalities.stream().anyMatch(modality -> wanted.matcher(modality).matches());
	}

	static StudyRecord with(final StudyRecord study, final List<String> modalities) {
		return new StudyRecord(study.studyInstanceUid(), study.patientId(), study.patientName(), study.studyDate(), study
			.accessionNumber(), study.studyDescription(), modalities, study.series(), study.instances());
	}

	static StudyRecord record(final DataSet answer) {
		return new StudyRecord(Answers.text(answer, Tag.StudyInstanceUID), Answers.text(answer, Tag.PatientID), name(Answers
			.text(answer, Tag.PatientName)), Answers.text(answer, Tag.StudyDate), Answers.text(answer, Tag.AccessionNumber),
			Answers.text(answer, Tag.StudyDescription), Answers.texts(answer, Identifier.ModalitiesInStudy), Answers.number(
				answer, Identifier.NumberOfStudyRelatedSeries), Answers.number(answer,
					Identifier.NumberOfStudyRelatedInstances));
	}

	/** The first group of components that is not empty. */
	private static String name(final String value) {
		final PersonName name = PersonName.of(value);
		return !name.alphabetic().isEmpty() ? name.alphabetic() : !name.ideographic().isEmpty() ? name.ideographic() : name
			.phonetic();
	}
}
