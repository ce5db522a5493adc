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
import io.github.hounsfield.archive.ArchiveException.Reason;
import io.github.hounsfield.archive.DicomArchive;
import io.github.hounsfield.archive.RetrievedSeries;
import io.github.hounsfield.host.Inputs;
import io.github.hounsfield.host.SessionChoices;
import io.github.hounsfield.imagej.archive.ArchiveRetrieval;
import io.github.hounsfield.imagej.archive.RetrievalList;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: series of an archive become files in a folder, without being opened. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(label = "Archive",
	weight = 9), @Menu(label = "Retrieve from DICOM Archive", weight = 9.3) }, description = "Series of a DICOM archive " +
		"become files in a folder; another run goes on where one ended")
public class RetrieveFromDicomArchive extends ArchiveCommand {

	@Parameter(label = "Archive (name or address)", columns = 40, persist = false,
		description = "A name in DICOM Archives, https://host/dicom-web, or dicom://CALLED_AE@host:port")
	private String archive = "";

	@Parameter(label = "Study (UID)", columns = 40, persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "A StudyInstanceUID; or give a list")
	private String study = "";

	@Parameter(label = "Series (empty: all)", columns = 40, persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "largest, all, a number in the study's list, or a SeriesInstanceUID; several with commas; empty: all")
	private String series = "";

	@Parameter(label = "Output folder", style = "directory", attrs = @Attr(name = "made", value = "true"),
		persist = false,
		description = "Made where it is not there, for its owner alone; gets a numbered folder for each series")
	private File folder;

	@Parameter(label = "Or a list of studies (file)", persist = false, required = false,
		description = "A text file with one StudyInstanceUID, or patient=ID, a line")
	private File list;

	@Override
	protected void execute() throws IOException {
		final boolean hasList = Inputs.isGiven(list);
		if (hasList != study.isBlank()) throw new ArchiveException(Reason.INPUT,
			"study and list are both " + (hasList ? "given" : "missing") + "; expected one of them.");
		if (!Inputs.isGiven(folder)) throw new ArchiveException(Reason.INPUT, "folder is missing; expected a folder.");
		try (DicomArchive found = connect(archive)) {
			final List<String> studies = hasList ? RetrievalList.studies(list.toPath(), found, monitor()) : List.of(study
				.trim());
			final ArchiveRetrieval retrieval = new ArchiveRetrieval(found, monitor());
			final List<RetrievedSeries> all = new ArrayList<>();
			for (final String one : studies)
				all.addAll(retrieval.retrieve(one, series.isBlank() ? "all" : series, folder.toPath()));
			showStatus(all.stream().mapToInt(whole -> whole.files().size()).sum() + " instances in " + all.size() + " series");
		}
	}
}
