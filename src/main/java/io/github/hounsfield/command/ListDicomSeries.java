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

import ij.measure.ResultsTable;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.host.Inputs;
import io.github.hounsfield.host.SessionChoices;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.open.SeriesTable;
import io.github.hounsfield.series.NoSuchSeriesException;
import io.github.hounsfield.series.SeriesListing;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: a table of the series in a folder, in the order of the numbers that Open DICOM Series takes. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = "List DICOM Series", weight = 1.5) }, description =
		"A table of the series in a folder, with the numbers that " +
		"Open DICOM Series takes")
public class ListDicomSeries extends MenuCommand {

	/** Title of the table's window. */
	static final String TITLE = "DICOM Series";

	@Parameter(label = "Folder or file", style = "both", persist = false,
		description = "A folder, a DICOMDIR, a zip, or any one file of a series")
	private File path;

	@Parameter(label = "Further folders", columns = 40, persist = false,
		attrs = { @Attr(name = SessionChoices.FRESH, value = "true"), @Attr(name = "paths", value = "several") },
		required = false,
		description = "Further folders or files, divided by semicolons, taken together with the first")
	private String more = "";

	@Parameter(label = "Save table as", style = "save", persist = false, required = false,
		description = "A file for the table, with commas where its name ends in .csv, with tabs otherwise; empty: a window")
	private File save;

	@Parameter(label = "Replace the file", persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "Replace a table that is there already")
	private boolean overwrite;

	@Parameter(label = "Look into subfolders", persist = false, required = false,
		description = "Also read the folders within the folder")
	private boolean recursive = true;

	@Parameter(label = "Anonymize", persist = false, required = false,
		description = "Leave out what identifies the patient")
	private boolean anonymize;

	@Override
	protected void execute() throws IOException {
		final List<Path> paths = Inputs.existing(path, more);
		final TableTarget target = new TableTarget(save, overwrite);
		target.requireBothFree();
		final SeriesOpener opener = SeriesOpener.DEFAULT.withRecursive(recursive).withAnonymize(anonymize).withWorkers(
			workers());
		showWork("Reading headers");
		final SeriesListing listing = opener.scan(paths);
		final int found = series(listing, target);
		final ResultsTable table = SeriesTable.table(SeriesTable.rows(listing, anonymize));
		target.put(table, TITLE);
		showStatus(found + " series" + target.putLeftOut(listing, anonymize, TITLE));
	}

	/** How many series there are. Where there is none, what was left out is listed before the refusal. */
	private int series(final SeriesListing listing, final TableTarget target) throws IOException {
		try {
			return listing.resolve(SeriesListing.ALL).size();
		}
		catch (final NoSuchSeriesException e) {
			target.putLeftOut(listing, anonymize, TITLE);
			throw e;
		}
	}

	@Override
	protected Wording wording() {
		return Wording.of(anonymize);
	}
}
