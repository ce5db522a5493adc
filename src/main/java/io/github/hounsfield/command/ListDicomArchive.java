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
package io.github.hounsfield.command;

import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.DicomArchive;
import io.github.hounsfield.archive.Found;
import io.github.hounsfield.archive.SeriesRecord;
import io.github.hounsfield.archive.StudyQuery;
import io.github.hounsfield.archive.StudyRecord;
import io.github.hounsfield.host.SessionChoices;
import io.github.hounsfield.imagej.archive.ArchiveTables;
import java.io.File;
import java.io.IOException;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: a table of the studies in an archive, or of the series of one study. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(label = "Archive",
	weight = 9), @Menu(label = "List DICOM Archive", weight = 9.2) }, description = "A table of the studies in a DICOM " +
		"archive, or of the series of one study")
public class ListDicomArchive extends ArchiveCommand {

	/** Titles of the tables' windows. */
	static final String STUDIES = "DICOM Studies";
	static final String SERIES = "DICOM Series of a Study";

	@Parameter(label = "Archive (name or address)", columns = 40, persist = false,
		description = "A name in DICOM Archives, https://host/dicom-web, or dicom://CALLED_AE@host:port")
	private String archive = "";

	@Parameter(label = "Patient ID", columns = 24, persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false, description =
		"Patient ID; * and ? " +
		"stand for any text and any character")
	private String patient = "";

	@Parameter(label = "Patient's name", columns = 24, persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "As DICOM has it, such as Doe^John*")
	private String name = "";

	@Parameter(label = "Accession number", columns = 24, persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false)
	private String accession = "";

	@Parameter(label = "Study date", columns = 24, persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "20240131, or a range: 20240101-20241231, 20240101-, -20241231")
	private String date = "";

	@Parameter(label = "Modality", columns = 24, persist = false, required = false, description = "Such as CT")
	private String modality = "";

	@Parameter(label = "Study description", columns = 24, persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "* and ? stand for any text and any character")
	private String description = "";

	@Parameter(label = "Series of the study (UID)", columns = 40, persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "A StudyInstanceUID: then its series are listed")
	private String study = "";

	@Parameter(label = "Most studies (0: all)", columns = 8, persist = false,
		required = false, attrs = @Attr(name = "numbers", value = "one"),
		description = "Most studies listed; 0: all; empty: 500, and then a search needs a criterion")
	private String limit = "";

	@Parameter(label = "Save table as", style = "save", persist = false, required = false,
		description = "A file for the table, with commas where its name ends in .csv, with tabs otherwise; empty: a window")
	private File save;

	@Parameter(label = "Replace the file", persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "Replace a table that is there already")
	private boolean overwrite;

	@Parameter(label = "Anonymize", persist = false, required = false,
		description = "Leave out what identifies the patient")
	private boolean anonymize;

	@Override
	protected void execute() throws IOException {
		target().requireFree();
		final StudyQuery query = query();
		try (DicomArchive found = connect(archive)) {
			if (study.isBlank()) listStudies(found, query.check());
			else listSeries(found);
		}
	}

	private StudyQuery query() throws ArchiveException {
		final StudyQuery query = StudyQuery.ALL.withPatientId(patient).withPatientName(name).withAccessionNumber(accession)
			.withStudyDate(date).withModality(modality).withStudyDescription(description);
		if (limit == null || limit.isBlank()) return query;
		if (limit.trim().matches("\\d{1,9}")) return query.withLimit(Integer.parseInt(limit.trim()));
		throw new ArchiveException(ArchiveException.Reason.INPUT, "limit is '" + limit +
			"'; expected a whole number, 0 for all.");
	}

	private void listStudies(final DicomArchive found, final StudyQuery query) throws IOException {
		final Found<StudyRecord> studies = found.findStudies(query, monitor());
		warnOf(studies.warnings());
		if (studies.more()) warn("The archive has more than the " + query.limit() +
			" studies listed; raise limit, or search " +
			"with more criteria");
		target().put(ArchiveTables.studies(studies.records(), anonymize), STUDIES);
		showStatus(studies.records().size() + (studies.records().size() == 1 ? " study" : " studies"));
	}

	private void listSeries(final DicomArchive found) throws IOException {
		final Found<SeriesRecord> series = found.findSeries(study.trim(), monitor());
		warnOf(series.warnings());
		target().put(ArchiveTables.series(series.records(), anonymize), SERIES);
		showStatus(series.records().size() + " series");
	}

	private TableTarget target() {
		return new TableTarget(save, overwrite);
	}
}
