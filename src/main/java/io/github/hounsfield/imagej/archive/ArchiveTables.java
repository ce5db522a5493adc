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
package io.github.hounsfield.imagej.archive;

import ij.measure.ResultsTable;
import io.github.hounsfield.archive.SeriesRecord;
import io.github.hounsfield.archive.StudyRecord;
import java.util.List;
import java.util.OptionalInt;

/** Studies and series of an archive in rows, for people, macros and scripts. */
public final class ArchiveTables {

	private ArchiveTables() {}

	/**
	 * Columns Number (from 1), PatientID, PatientName, StudyDate (YYYY-MM-DD), StudyDescription, Modalities, Series,
	 * Instances, StudyInstanceUID.
	 *
	 * @param anonymize whether what identifies the patient stays empty: ID, name, date, description (sites write names
	 *          there), UID
	 */
	public static ResultsTable studies(final List<StudyRecord> studies, final boolean anonymize) {
		final ResultsTable table = new ResultsTable();
		for (final StudyRecord study : studies) {
			table.incrementCounter();
			table.addValue("Number", table.size());
			table.addValue("PatientID", anonymize ? "" : study.patientId());
			table.addValue("PatientName", anonymize ? "" : name(study.patientName()));
			table.addValue("StudyDate", anonymize ? "" : date(study.studyDate()));
			table.addValue("StudyDescription", anonymize ? "" : study.studyDescription());
			table.addValue("Modalities", String.join(" ", study.modalities()));
			table.addValue("Series", number(study.series()));
			table.addValue("Instances", number(study.instances()));
			table.addValue("StudyInstanceUID", anonymize ? "" : study.studyInstanceUid());
		}
		return table;
	}

	/** Columns Number (from 1), Modality, SeriesNumber, SeriesDescription, Instances, SeriesInstanceUID. */
	public static ResultsTable series(final List<SeriesRecord> series, final boolean anonymize) {
		final ResultsTable table = new ResultsTable();
		for (final SeriesRecord one : series) {
			table.incrementCounter();
			table.addValue("Number", table.size());
			table.addValue("Modality", one.modality());
			table.addValue("SeriesNumber", number(one.seriesNumber()));
			table.addValue("SeriesDescription", anonymize ? "" : one.seriesDescription());
			table.addValue("Instances", number(one.instances()));
			table.addValue("SeriesInstanceUID", anonymize ? "" : one.seriesInstanceUid());
		}
		return table;
	}

	/** As people read it: blanks for carets. */
	static String name(final String patientName) {
		return patientName.replace('^', ' ').trim();
	}

	/** YYYY-MM-DD; unchanged if the archive has another form. */
	static String date(final String date) {
		return date.matches("\\d{8}") ? date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6) : date;
	}

	/** "" where the archive did not tell. */
	static String number(final OptionalInt number) {
		return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
	}
}
