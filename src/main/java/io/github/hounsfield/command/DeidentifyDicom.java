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

import ij.gui.HTMLDialog;
import io.github.hounsfield.deidentify.Deidentifier;
import io.github.hounsfield.deidentify.DeidentifyOptions;
import io.github.hounsfield.deidentify.DeidentifyOptions.Dates;
import io.github.hounsfield.deidentify.DeidentifyOptions.Privates;
import io.github.hounsfield.deidentify.DeidentifyOptions.Uids;
import io.github.hounsfield.deidentify.FolderDeidentification;
import io.github.hounsfield.deidentify.FolderDeidentification.Request;
import io.github.hounsfield.deidentify.FolderDeidentification.Summary;
import io.github.hounsfield.deidentify.KeyFile;
import io.github.hounsfield.deidentify.PatientTable;
import io.github.hounsfield.deidentify.PixelPolicy;
import io.github.hounsfield.deidentify.Pseudonyms;
import io.github.hounsfield.host.Inputs;
import io.github.hounsfield.host.SessionChoices;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.windows.Beside;
import java.awt.EventQueue;
import java.awt.Window;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: a folder of DICOM files to a folder of copies that do not name their patients. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = DeidentifyDicom.LABEL, weight = 8) }, description = "Copies of DICOM files that do not name their patients, " +
		"by PS3.15 annex E")
public class DeidentifyDicom extends MenuCommand {

	static final String LABEL = "De-identify DICOM";

	/** New Patient IDs are made from the key. */
	static final String CODE = "code";

	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false, label = "Note")
	private String profile = "By the Basic Application Level Confidentiality Profile of PS3.15 (annex E), what may name " +
		"a patient is removed or replaced; each option below keeps a part of it.";

	@Parameter(label = "Folder or file", style = "both", persist = false,
		description = "What is to be copied: a folder with all below it, or one file")
	private File path;

	@Parameter(label = "Output folder", style = "directory", attrs = @Attr(name = "made", value = "true"), persist = false,
		description = "Where the copies go; it is made where it is absent")
	private File folder;

	@Parameter(label = "Key file", style = "save", persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "false"),
		description =
			"A file with a secret, from which new names are made; it is made where it is absent. Keep it: the same " +
			"key gives the same names, and without it nobody finds the old ones")
	private File key;

	@Parameter(label = "Patient IDs (code, or a CSV file)", columns = 40, persist = false, required = false,
		attrs = @Attr(name = "paths", value = "one"),
		description = "code: new ones from the key; or a CSV file with lines old,new")
	private String patient = CODE;

	@Parameter(label = "Dates (shift: days back)", choices = { "remove", "shift", "keep" }, persist = false,
		required = false, attrs = @Attr(name = "line", value = "remove: none stays. shift, keep: Retain Longitudinal " +
			"Temporal Information, modified or full"),
		description = "shift: back by days that are the same for all of a patient; times of day stay")
	private String dates = "remove";

	@Parameter(label = "UIDs (map: new ones)", choices = { "map", "keep" }, persist = false, required = false,
		attrs = @Attr(name = "line", value = "map: new ones, the same in each run with this key. keep: Retain UIDs Option"),
		description = "map: each UID gets a new one, the same in every file and run with this key")
	private String uids = "map";

	/** Its key in a macro is private, a reserved word of Java. */
	@Parameter(label = "Private elements (safe: known ones stay)", choices = { "remove", "safe" }, persist = false,
		required = false,
		attrs = @Attr(name = "line", value = "remove: none stays. safe: Retain Safe Private Option, table E.3.10-1"),
		description = "safe: those stay that the standard calls safe and that CT, MR or PET have")
	private String Private = "remove";

	@Parameter(label = "Keep patient characteristics", persist = false, required = false,
		attrs = @Attr(name = "line", value = "Retain Patient Characteristics Option: age up to 89, sex, size, weight stay"),
		description = "Age (up to 89), sex, size, weight")
	private boolean characteristics;

	@Parameter(label = "Keep device identity", persist = false, required = false,
		attrs = @Attr(name = "line", value = "Retain Device Identity Option: serial numbers, stations, calibrations stay"),
		description = "Serial numbers, station names, calibrations")
	private boolean device;

	@Parameter(label = "Keep institution", persist = false, required = false,
		attrs = @Attr(name = "line", value = "Retain Institution Identity Option: its name, address and department stay"),
		description = "Name, address and department of the institution")
	private boolean institution;

	@Parameter(label = "Keep cleaned descriptions", persist = false, required = false,
		attrs = @Attr(name = "line", value = "Clean Descriptors Option: known words of anatomy and technique stay"),
		description = "Of study, series and protocol, only the words of anatomy and technique that are known")
	private boolean descriptors;

	@Parameter(label = "Names burnt into pixels (check: refuse)", choices = { "check", "skip", "copy" }, persist = false,
		attrs = { @Attr(name = SessionChoices.FRESH, value = "true"), @Attr(name = "line",
			value = "check: such files are refused. skip: they are left out. copy: copied unseen, not cleaned") },
		required = false, description =
			"check: such files are refused; skip: they are left out; copy: they are copied unseen")
	private String pixels = "check";

	@Parameter(label = "Report", style = "save", attrs = @Attr(name = "made", value = "true"), persist = false,
		required = false,
		description = "A CSV file with a line for each file; empty: " + FolderDeidentification.REPORT +
			" in the output folder")
	private File report;

	@Parameter(required = false)
	private LogService log;

	/** For scripts; a person reads the counts in a window. */
	@Parameter(type = ItemIO.OUTPUT, visibility = ItemVisibility.INVISIBLE)
	private int copied;

	@Override
	protected void execute() throws IOException {
		Inputs.existing("path", path);
		final Path output = given("folder", folder);
		final Path keyFile = given("key", key);
		if (keyFile.toAbsolutePath().normalize().startsWith(output.toAbsolutePath().normalize())) throw new ImageException(
			"key is inside the output folder", "a place that is not handed on with the copies");
		final DeidentifyOptions options = DeidentifyOptions.BASIC.withDates(choice("dates", dates, Dates.class)).withUids(
			choice(
			"uids", uids, Uids.class)).withPrivates(choice("private", Private, Privates.class)).withCharacteristics(
				characteristics).withDevice(device).withInstitution(institution).withDescriptors(descriptors);
		final PixelPolicy policy = choice("pixels", pixels, PixelPolicy.class);
		final Pseudonyms pseudonyms = new Pseudonyms(KeyFile.open(keyFile), CODE.equals(patient) ? null : PatientTable.read(
			patients()));
		final Path where = Inputs.isGiven(report) ? report.toPath() : null;
		showWork("De-identifying");
		final Summary summary = new FolderDeidentification(new Deidentifier(options, pseudonyms), pseudonyms).run(new Request(
			path.toPath(), output, where, policy), workers());
		copied = summary.copied();
		tell(summary);
	}

	private static Path given(final String parameter, final File file) {
		if (!Inputs.isGiven(file)) throw new ImageException(parameter + " is missing", "a path");
		return file.toPath();
	}

	private Path patients() {
		final File table = new File(patient == null ? "" : patient.trim());
		if (!table.isFile()) throw new ImageException("patient is '" + patient + "'", CODE +
			" or an existing CSV file with lines old,new");
		return table.toPath();
	}

	private static <T extends Enum<T>> T choice(final String parameter, final String value, final Class<T> type) {
		for (final T one : type.getEnumConstants())
			if (one.name().toLowerCase(Locale.ROOT).equals(value)) return one;
		throw new ImageException(parameter + " is '" + value + "'", "one of " + Arrays.stream(type.getEnumConstants()).map(
			one -> one.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")));
	}

	/**
	 * Counts alone; which file it was says the report. Who answered a dialog reads them in a window, others in the
	 * log.
	 */
	private void tell(final Summary summary) {
		showStatus(summary.copied() + " of " + summary.files() + " files de-identified");
		final DeidentifyReport lines = new DeidentifyReport(summary);
		final Window image = Beside.ofActiveImage();
		final String html = lines.html(folder, key);
		if (isWatched(given())) EventQueue.invokeLater(() -> Beside.place(new HTMLDialog(LABEL, html, false), image));
		else {
			if (log != null) log.info(LABEL + ": " + lines.counts());
			lines.doubts(isDialog()).forEach(this::warn);
		}
	}
}
