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

import ij.ImagePlus;
import ij.WindowManager;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.host.Inputs;
import io.github.hounsfield.host.SessionChoices;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.tags.SliceHeader;
import io.github.hounsfield.imagej.tags.TagTables;
import io.github.hounsfield.imagej.tags.TagTreeWindow;
import io.github.hounsfield.series.SeriesListing;
import io.github.hounsfield.tags.ElementNode;
import io.github.hounsfield.tags.TagList;
import io.github.hounsfield.tags.TagPath;
import io.github.hounsfield.tags.TagTable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: what headers say, as a table of many files or as a tree of one. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = "DICOM Tag Table", weight = 1.6) }, description =
		"A table of tags of series, files or frames, or all elements " +
		"of one header")
public class DicomTagTable extends MenuCommand {

	/** Title of the window of rows. */
	static final String TITLE = "DICOM Tags";

	/** All elements of one header. */
	private static final String ALL = "all";

	@Parameter(label = "Folder or file (empty: this slice)", style = "both", persist = false, required = false,
		description = "A folder, a DICOMDIR, a zip, or any one file of a series; empty: the shown slice of the active image")
	private File path;

	@Parameter(label = "Further folders", columns = 40, persist = false,
		attrs = { @Attr(name = SessionChoices.FRESH, value = "true"), @Attr(name = "paths", value = "several") },
		required = false,
		description = "Further folders or files, divided by semicolons, taken together with the first")
	private String more = "";

	@Parameter(label = "Tags", columns = 40, persist = false, required = false,
		description = "Keywords, (gggg,eeee), (gggg,eeee,creator), Keyword[0].Keyword, CTProtocol or Geometry, with commas " +
			"between; all: each element of one file or slice")
	private String tags = TagList.CT_PROTOCOL;

	@Parameter(label = "A row for each", choices = { "series", "file", "frame" }, persist = false, required = false,
		description = "What a row stands for; of several values it says how many there are")
	private String level = "series";

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

	@Parameter(label = "Anonymize", persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "Hide what identifies the patient, private elements among it, and names of files")
	private boolean anonymize = true;

	@Override
	protected void execute() throws IOException {
		if (Inputs.isGiven(path) && !ALL.equalsIgnoreCase(tags.trim())) target().requireBothFree();
		else target().requireFree();
		if (Inputs.isGiven(path) && !ALL.equalsIgnoreCase(tags.trim())) list(Inputs.existing(path, more));
		else if (Inputs.isGiven(path)) file(Inputs.existing(path, more));
		else slice();
	}

	private void list(final List<Path> paths) throws IOException {
		final List<TagPath> asked = TagList.parse(tags);
		showWork("Reading headers");
		final SeriesListing listing = SeriesOpener.DEFAULT.withRecursive(recursive).withAnonymize(anonymize).withWorkers(
			workers()).scan(paths);
		listing.resolve(SeriesListing.ALL);
		final TagTable table = TagTable.of(listing, asked, TagTable.Level.of(level), TagTables.filter(
			anonymize));
		put(table);
		showStatus(table.rows().size() + " rows" + target().putLeftOut(listing, anonymize, TITLE));
	}

	private void file(final List<Path> paths) throws IOException {
		if (paths.size() > 1 || !path.isFile()) throw new ImageException("tags is all, which lists the elements of one " +
			"file; found " + (paths.size() > 1 ? paths.size() + " paths" : "a folder") +
			"; name one file, or the tags that are wanted");
		final DicomFile file = DicomReaders.chosen().read(DicomSource.of(path.toPath()));
		elements(List.of(file.meta(), file.dataSet()), anonymize ? "DICOM file" : path.getName());
	}

	private void slice() throws IOException {
		final ImagePlus image = WindowManager.getCurrentImage();
		if (image == null) throw new ImageException(
			"path is missing, and no image is open", "a folder, a file, or an " +
			"image whose header is to be shown");
		final DataSet header = SliceHeader.of(image);
		final String name = "slice " + image.getCurrentSlice() + (anonymize ? "" : " of " + image.getTitle());
		if (ALL.equalsIgnoreCase(tags.trim())) elements(List.of(header), name);
		else put(TagTable.of(header, name, TagList.parse(tags), TagTables.filter(anonymize)));
	}

	/** A tree where there is a window for it, otherwise a table. */
	private void elements(final List<DataSet> header, final String name) throws IOException {
		final List<ElementNode> nodes = ElementNode.of(header, TagTables.filter(anonymize));
		if (target().isFile() || isHeadless()) target().put(TagTables.table(nodes), TITLE);
		else TagTreeWindow.show(TITLE + " of " + name, nodes);
	}

	private void put(final TagTable table) throws IOException {
		if (target().isFile()) target().save(table.columns(), table.rows());
		else target().put(TagTables.table(table), TITLE);
	}

	private TableTarget target() {
		return new TableTarget(save, overwrite);
	}

	@Override
	protected Wording wording() {
		return Wording.of(anonymize);
	}
}
