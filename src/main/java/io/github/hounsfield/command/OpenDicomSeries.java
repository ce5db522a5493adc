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
import ij.plugin.frame.Recorder;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.Sentence;
import io.github.hounsfield.dicom.Severity;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.host.Inputs;
import io.github.hounsfield.host.SessionChoices;
import io.github.hounsfield.host.Warnings;
import io.github.hounsfield.imagej.open.SeriesChooser;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.open.SeriesOpener.Resampling;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.series.Finding;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesListing;
import io.github.hounsfield.series.SeriesReport;
import io.github.hounsfield.series.SkippedFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: a folder of slices as a scanner writes them becomes one calibrated volume. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = "Open DICOM Series", weight = 1) }, description = "A folder of slices as a scanner writes them becomes one " +
		"calibrated stack, sorted by position and checked for gaps")
public class OpenDicomSeries extends MenuCommand {

	static final String AS_ACQUIRED = "none";
	static final String EVEN = "even";

	@Parameter(label = "Folder or file", style = "both", persist = false,
		description = "A folder of slices, any one file of a series, a DICOMDIR, or a zip")
	private File path;

	@Parameter(label = "Series (empty: choose)", columns = 40, persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "largest, all, a number in the listing, or a Series Instance UID; several with commas; empty: a list " +
			"to choose from where there are several, without a window the largest")
	private String series = "";

	@Parameter(label = "Further folders", columns = 40, persist = false,
		attrs = { @Attr(name = SessionChoices.FRESH, value = "true"), @Attr(name = "paths", value = "several") },
		required = false,
		description = "Further folders or files, divided by semicolons, taken together with the first")
	private String more = "";

	@Parameter(label = "Uneven slices onto a grid", choices = { AS_ACQUIRED, EVEN }, persist = false, required = false,
		description = "even: put unevenly spaced slices on an even grid by linear interpolation")
	private String resample = AS_ACQUIRED;

	@Parameter(label = "Look into subfolders", persist = false, required = false,
		description = "Also read the folders within the folder")
	private boolean recursive = true;

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
		final List<Path> paths = Inputs.existing(path, more);
		final SeriesOpener opener = SeriesOpener.DEFAULT.withRecursive(recursive).withVirtual(virtual).withAnonymize(
			anonymize).withWorkers(workers());
		if (log != null && DicomReaders.isAnother()) log.info("DICOM reader: " + DicomReaders.chosen());
		final Set<Resampling> resampling = resampling(resample, untilt);
		showWork("Reading headers");
		final SeriesListing listing = opener.scan(paths);
		if (listing.series().isEmpty()) reportLeftOut(listing, List.of());
		final List<Series> chosen = choose(listing);
		reportLeftOut(listing, chosen);
		for (int i = 0; i < chosen.size(); i++) {
			showWork("Reading " + chosen.get(i));
			final SeriesOpener.Opened opened = opener.open(chosen.get(i), resampling);
			if (isWatched(given())) remedies(recorded(listing, chosen.get(i))).show(opened.image(), opened.findings(),
					wording());
			if (i < chosen.size() - 1) outputs().show(opened.image());
			// what is open already would open once more
			askAgain(null);
			if (i == chosen.size() - 1) image = outputs().registered(opened.image());
			report(log, opened, isWatched(given()));
		}
		showMade(image);
	}

	/** What helps where the series has warnings. */
	private SeriesRemedies remedies(final String key) {
		final Map<String, String> options = new LinkedHashMap<>();
		options.put("path", Recorder.fixPath(path.getPath()));
		options.put("series", key);
		options.put("more", more == null ? "" : more);
		options.put("resample", resample);
		options.put("recursive", Boolean.toString(recursive));
		options.put("virtual", Boolean.toString(virtual));
		options.put("untilt", Boolean.toString(untilt));
		options.put("anonymize", Boolean.toString(anonymize));
		final Map<String, String> list = new LinkedHashMap<>(options);
		list.keySet().retainAll(Set.of("path", "more", "recursive", "anonymize"));
		return new SeriesRemedies("Open DICOM Series", options, list);
	}

	/** What the keys of that name mean. */
	static Set<Resampling> resampling(final String resample, final boolean untilt) {
		if (!List.of(AS_ACQUIRED, EVEN).contains(resample)) throw new ImageException("resample is '" + resample +
			"'", "one of " + AS_ACQUIRED + ", " + EVEN);
		final Set<Resampling> resampling = EnumSet.noneOf(Resampling.class);
		if (untilt) resampling.add(Resampling.UNTILT);
		if (EVEN.equals(resample)) resampling.add(Resampling.EVEN);
		return resampling;
	}

	/** Puts the choice of the dialog into the parameter, so that the recorded line opens the same series. */
	private List<Series> choose(final SeriesListing listing) throws IOException {
		if (series == null || series.isBlank()) {
			if (listing.series().size() < 2 || isHeadless() || isMacro()) return listing.resolve(SeriesListing.LARGEST);
			showWork("Choose a series");
			final List<Series> chosen = SeriesChooser.choose(IJ.getInstance(), listing, anonymize);
			series = chosen.stream().map(one -> recorded(listing, one)).collect(Collectors.joining(","));
			return chosen;
		}
		final Set<Series> chosen = new LinkedHashSet<>();
		for (final String one : series.split(","))
			chosen.addAll(listing.resolve(one));
		return List.copyOf(chosen);
	}

	/** A UID finds the series even when the folder has more of them. But it identifies the patient. */
	private String recorded(final SeriesListing listing, final Series one) {
		return anonymize || one.key().isBlank() ? Integer.toString(listing.series().indexOf(one) + 1) : one.key();
	}

	/**
	 * Reports what the chosen series' reports do not tell. If nothing was chosen, a refusal follows and warns.
	 */
	private void reportLeftOut(final SeriesListing listing, final List<Series> chosen) {
		final Set<String> told = new HashSet<>();
		for (final Series one : chosen)
			one.report().findings(Finding.Kind.SKIPPED).forEach(finding -> told.addAll(finding.files()));
		for (int i = 0; i < listing.skipped().size() && log != null; i++) {
			final SkippedFile file = listing.skipped().get(i);
			if (told.contains(file.name())) continue;
			final String text = Sentence.of("Left out: " + file.text(wording(), i + 1));
			if (file.reason().isLoss() && !chosen.isEmpty()) Warnings.say(log, text);
			else log.info(text);
		}
	}

	/**
	 * Logs what a series' report says, under the image's title.
	 *
	 * @param log null where the host has none
	 * @param watched whether a window beside the image says what is to be doubted, so that nothing need come up besides
	 */
	static void report(final LogService log, final SeriesOpener.Opened opened, final boolean watched) {
		if (log == null || opened.report().isEmpty()) return;
		log.info("'" + opened.image().getTitle() + "', " + opened.image().getStackSize() + (opened.image()
			.getStackSize() == 1 ? " slice:" : " slices:"));
		for (final SeriesReport.Line line : opened.report())
			if (watched || line.severity() == Severity.NOTE) log.info(line.toString());
			else Warnings.say(log, line.text());
	}

	@Override
	protected Wording wording() {
		return Wording.of(anonymize);
	}
}
