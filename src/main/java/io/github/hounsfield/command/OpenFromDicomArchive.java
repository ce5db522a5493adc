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

import ij.IJ;
import ij.ImagePlus;
import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveException.Reason;
import io.github.hounsfield.archive.DicomArchive;
import io.github.hounsfield.archive.RetrievedSeries;
import io.github.hounsfield.host.Inputs;
import io.github.hounsfield.host.SessionChoices;
import io.github.hounsfield.imagej.archive.ArchiveBrowser;
import io.github.hounsfield.imagej.archive.ArchiveRetrieval;
import io.github.hounsfield.imagej.archive.TemporaryFolder;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.open.SeriesOpener.Resampling;
import io.github.hounsfield.dicom.Wording;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: series of an archive become calibrated volumes; all of their instances came, or none opens. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(label = "Archive",
	weight = 9), @Menu(label = "Open from DICOM Archive", weight = 9.1) }, description =
		"Series of a DICOM archive become " +
		"calibrated stacks; all of their instances came, or none opens")
public class OpenFromDicomArchive extends ArchiveCommand {

	@Parameter(label = "Archive (name or address)", columns = 40, persist = false, required = false,
		description =
			"A name in DICOM Archives, https://host/dicom-web, or dicom://CALLED_AE@host:port; empty, in a window: " +
			"a search")
	private String archive = "";

	@Parameter(label = "Study (UID; empty: search)", columns = 40, persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "A StudyInstanceUID; empty, in a window: a search")
	private String study = "";

	@Parameter(label = "Series (empty: largest)", columns = 40, persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "largest, all, a number in the study's list, or a SeriesInstanceUID; several with commas; empty: the " +
			"largest")
	private String series = "";

	@Parameter(label = "Keep files in (empty: nowhere)", style = "directory", attrs = { @Attr(name = "made",
		value = "true"), @Attr(name = SessionChoices.FRESH, value = "false") }, persist = false, required = false,
		description = "A folder where the files stay, made where it is not there; empty: a temporary one, removed when the " +
			"image closes")
	private File folder;

	@Parameter(label = "Uneven slices onto a grid", choices = { OpenDicomSeries.AS_ACQUIRED, OpenDicomSeries.EVEN },
		persist = false, required = false,
		description = "even: put unevenly spaced slices on an even grid by linear interpolation")
	private String resample = OpenDicomSeries.AS_ACQUIRED;

	@Parameter(label = "Virtual stack", persist = false, required = false,
		description = "Read slices when they are shown: for series larger than memory")
	private boolean virtual;

	@Parameter(label = "Straighten a tilted gantry", persist = false, required = false,
		description =
			"Shift the slices of a tilted gantry to stand upright; otherwise they stay as acquired, and the report " +
			"says that the volume is sheared")
	private boolean untilt;

	@Parameter(label = "Anonymize", persist = false, required = false,
		description = "Leave what identifies the patient out of title, labels and Info")
	private boolean anonymize;

	@Parameter(required = false)
	private LogService log;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus image;

	@Override
	protected void execute() throws IOException {
		final Set<Resampling> resampling = OpenDicomSeries.resampling(resample, untilt);
		if (study.isBlank() && canAsk()) browse();
		if (study.isBlank()) throw new ArchiveException(Reason.INPUT,
			"study is missing; expected a StudyInstanceUID, as List DICOM Archive shows them.");
		final boolean keep = Inputs.isGiven(folder);
		final TemporaryFolder temporary = keep ? null : TemporaryFolder.make();
		final List<ImagePlus> images = new ArrayList<>();
		try (DicomArchive found = connect(archive)) {
			final Path parent = keep ? folder.toPath() : temporary.path();
			open(new ArchiveRetrieval(found, monitor()).retrieve(study.trim(), series, parent), resampling, images);
		}
		finally {
			if (temporary != null && images.isEmpty()) temporary.remove();
			else if (temporary != null) temporary.removeWith(images);
		}
	}

	/** What was chosen goes into the parameters, so that the recorded line opens the same series. */
	private void browse() throws IOException {
		final ArchiveBrowser.Choice choice = ArchiveBrowser.choose(IJ.getInstance(), archive, anonymize, prompt());
		archive = choice.archive();
		study = choice.studyInstanceUid();
		series = String.join(",", choice.seriesInstanceUids());
	}

	private void open(final List<RetrievedSeries> retrieved, final Set<Resampling> resampling,
		final List<ImagePlus> images) throws IOException
	{
		final SeriesOpener opener = SeriesOpener.DEFAULT.withRecursive(false).withVirtual(virtual).withAnonymize(anonymize)
			.withWorkers(workers());
		for (final RetrievedSeries one : retrieved)
			for (final SeriesOpener.Opened opened : ArchiveRetrieval.open(one, opener, resampling)) {
				OpenDicomSeries.report(log, opened, isWatched(given()));
				if (isWatched(given())) remedies(one.series().seriesInstanceUid()).show(opened.image(), opened.findings(),
					wording());
				if (image != null) outputs().show(image);
				// what is open already would open once more
				askAgain(null);
				image = opened.image();
				images.add(image);
			}
		image = outputs().registered(image);
		showMade(image);
	}

	/** What helps if the series has warnings. */
	private SeriesRemedies remedies(final String uid) {
		final Map<String, String> options = new LinkedHashMap<>();
		options.put("archive", archive);
		options.put("study", study.trim());
		options.put("series", uid);
		options.put("folder", Inputs.isGiven(folder) ? folder.getPath() : "");
		options.put("resample", resample);
		options.put("virtual", Boolean.toString(virtual));
		options.put("untilt", Boolean.toString(untilt));
		options.put("anonymize", Boolean.toString(anonymize));
		return new SeriesRemedies("Open from DICOM Archive", options, Map.of());
	}

	@Override
	protected Wording wording() {
		return Wording.of(anonymize);
	}
}
