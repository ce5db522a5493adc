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

import io.github.hounsfield.command.RecorderScripts.End;
import io.github.hounsfield.command.RecorderScripts.Session;
import io.github.hounsfield.command.RecorderScripts.Step;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@link RecorderTest} does by dialogs, and what is due of it; in texts {@code $} stands for the folder. */
final class RecorderCases {

	static final String OPEN = "Open DICOM Series";
	private static final String SAMPLE = "Open Sample";
	static final String LIST = "List DICOM Series";
	private static final String DEIDENTIFY = "De-identify DICOM";
	static final String TAGS = "DICOM Tag Table";
	static final String CONVERT = "Convert to HU";
	static final String WINDOW = "Apply Lung Window";
	static final String HISTOGRAM = "HU Histogram";
	static final String LUNGS = "Lung Mask";
	static final String DENSITY = "Measure Lung Density";
	static final String STRUCTURES = "Import RTSTRUCT";
	static final String RESAMPLE = "Resample Volume";
	static final String NORMALIZE = "Normalize HU";
	static final String EXPORT = "Export Volume";
	static final String SAVE = "Save as DICOM";
	static final String DETECT = "Detect Faces (Haar)";
	static final String BLUR = "Blur Detected Faces";

	static final CtSeriesWriter LARGE = RecorderFiles.LARGE;
	private static final CtSeriesWriter SMALL = RecorderFiles.SMALL;

	static final String CT = "run('Open DICOM Series', 'path=$/study series=1');";
	static final String PHOTOGRAPH = "open('$/astronaut.png');";

	/**
	 * A session and what is due of it.
	 *
	 * @param lines that the Recorder writes
	 * @param reasons that messages say
	 * @param seen what must stand somewhere in the state after it
	 */
	record Case(Session session, List<String> lines, List<String> reasons, List<String> seen) {

		@Override
		public String toString() {
			return session.name();
		}
	}

	private final Path folder;
	private final List<Case> cases = new ArrayList<>();

	/** @param folder where {@link RecorderFiles} put the files */
	RecorderCases(final Path folder) {
		this.folder = folder;
		open();
		samples();
		list();
		deidentify();
		intensity();
		lungs();
		export();
		faces();
		new RecorderRefusals(this).add();
	}

	void add(final Case one) {
		cases.add(one);
	}

	List<Case> all() {
		return cases;
	}

	private void open() {
		done(OPEN, "on an even grid", "", List.of("Folder or file=$/gap", "Uneven slices onto a grid=even",
			"Look into subfolders=false",
			"Straighten a tilted gantry=true"), "",
			"path=$/gap resample=even recursive=false virtual=false untilt=true anonymize=false", "[32, 32, 1, 5, 1]",
			"RESAMPLED");
		done(OPEN, "two of the list", "", List.of("Folder or file=$/study"), "0,1", "path=$/study series=" + LARGE
			.seriesInstanceUid() + "," + SMALL.seriesInstanceUid() +
			" resample=none recursive=true virtual=false untilt=false anonymize=false", "[48, 48, 1, 4, 1]",
			"[40, 40, 1, 3, 1]");
		done(OPEN, "one of the list, anonymized", "", List.of("Folder or file=$/study", "Anonymize=true"), "1",
			"path=$/study series=2 resample=none recursive=true virtual=false untilt=false anonymize=true", "image CT series",
			"[40, 40, 1, 3, 1]");
		done(OPEN, "virtual", "", List.of("Folder or file=$/study", "Series (empty: choose)=2", "Virtual stack=true"), "",
			"path=$/study series=2 resample=none recursive=true virtual=true untilt=false anonymize=false", ", virtual",
			"[40, 40, 1, 3, 1]");
		done(OPEN, "paths with spaces, brackets, quotes and backslashes", "", List.of("Folder or file=$/ct [chest] 1",
			"Series (empty: choose)=all", "Further folders=$/left ] over;$/a \"b\" \\c"), "",
				"path=[$/ct [chest] 1] series=all " +
				"more='$/left ] over;$/a \\\"b\\\" \\\\c' resample=none recursive=true virtual=false untilt=false anonymize=false",
			"[48, 48, 1, 4, 1]", "[40, 40, 1, 3, 1]", "[32, 32, 1, 2, 1]");
	}

	private void samples() {
		done(SAMPLE, "a photograph", "", List.of("Sample=Photograph with a face"), "", "sample=[Photograph with a face]",
			"[512, 512, 1, 1, 1]", "image Photograph with a face");
	}

	private void list() {
		done(LIST, "a table", "", List.of("Folder or file=$/ct [chest] 1", "Further folders=$/study/b", "Anonymize=true"), "",
			"path=[$/ct [chest] 1] more=$/study/b overwrite=false recursive=true anonymize=true", "table DICOM Series",
				"48 x 48 x 4",
			"40 x 40 x 3");
		done(LIST, "a file", "", List.of("Folder or file=$/study", "Save table as=$/results/the series.csv"), "",
			"path=$/study save=[$/results/the series.csv] overwrite=false recursive=true anonymize=false",
				"file the series.csv");
		done(TAGS, "a table", "", List.of("Folder or file (empty: this slice)=$/study",
			"Tags=Rows; RequestAttributesSequence[0].CodeValue", "A row for each=file"), "",
			"path=$/study tags=[Rows; RequestAttributesSequence[0].CodeValue] level=file " +
				"overwrite=false recursive=true anonymize=true", "table DICOM Tags");
		done(TAGS, "the slice of the image, to a file", CT, List.of("Save table as=$/results/tags.csv", "Anonymize=false"),
			"",
			"tags=CTProtocol level=series save=$/results/tags.csv overwrite=false recursive=true anonymize=false",
				"file tags.csv");
	}

	private void deidentify() {
		done(DEIDENTIFY, "a folder", "", List.of("Folder or file=$/study", "Output folder=$/of others",
			"Key file=$/my.key", "Dates (shift: days back)=shift",
			"Private elements (safe: known ones stay)=safe", "Report=$/results/report.csv"), "",
			"path=$/study folder=[$/of others] key=$/my.key patient=code dates=shift uids=map private=safe " +
				"characteristics=false device=false institution=false descriptors=false pixels=check " +
				"report=$/results/report.csv", "file report.csv");
	}

	private void intensity() {
		done(CONVERT, "16 bits and a mask", CT, List.of("Output=16-bit signed", "Padding becomes=Zero before rescale",
			"Also make a mask of the padding=true"), "",
				"output=[16-bit signed] padding=[Zero before rescale] mask=true force=false",
			"image HU of Chest 5.0 mm (active) [48, 48, 1, 4, 1] 16 bits", "image Padding of Chest 5.0 mm");
		done(CONVERT, "by hand", CT, List.of("Padding becomes=NaN", "Slope (HU per value)=0.5", "Intercept (HU)=-100.25",
			"Convert what is not CT=true"), "",
			"output=[32-bit float] padding=NaN slope=0.5 intercept=-100.25 mask=false force=true",
			"image HU of Chest 5.0 mm (active) [48, 48, 1, 4, 1] 32 bits");
		done(WINDOW, "8 bits, a window of one's own", CT, List.of("Width (HU)=600", "Level (HU)=-300.5",
			"Function=SIGMOID", "Mode=8-bit image"), "",
			"preset=Custom width=600 center=-300.5 function=SIGMOID mode=[8-bit image]",
			"image Window of Chest 5.0 mm (W 600, L -300.5) (active) [48, 48, 1, 4, 1] 8 bits");
		done(WINDOW, "display, previewed", CT + " setSlice(3);", List.of("Window=Image: MEDIASTINUM", "Preview=true"), "",
			"preset=[Image: MEDIASTINUM] width=400 center=40 function=LINEAR mode=[Display range]", "slice 3, shown 33632.0 to");
		done(HISTOGRAM, "plot and table", CT, List.of("Show table=true"), "", "all=true roi=false overwrite=false table=true",
			"table HU counts of Chest 5.0 mm", "PlotWindow");
		done(HISTOGRAM, "of a selection in a slice", CT + " makeRectangle(10, 12, 20, 8); setSlice(3);", List.of(
			"All slices=false"), "", "all=false roi=true overwrite=false table=false",
			"image HU histogram of selection in slice 3 of Chest 5.0 mm");
	}

	private void lungs() {
		done(LUNGS, "sides, previewed", CT, List.of("Airways=keep", "Close the outline by (mm)=0",
			"Mask is 1 in the right lung, 2 in the left=true", "Smallest part of a lung (ml)=20", "Preview=true"), "",
				"threshold=-320 airways=keep close=0 sides=true minimum=20 force=false",
			"image Lungs of Chest 5.0 mm (active) [48, 48, 1, 4, 1] 8 bits", "overlay ");
		done(DENSITY, "many parameters", CT, List.of("Thresholds (HU)=-950,-856", "Rows for thirds of each lung=true",
			"Sizes of clusters under -950 HU=true",
			"Reference volume (ml)=6000", "Save table as=$/results/density.csv"), "",
			"sides=true thresholds=-950,-856 percentiles=15 thirds=true clusters=true reference=6000 " +
				"save=$/results/density.csv overwrite=false", "table Results", "file density.csv");
	}

	private void export() {
		done(STRUCTURES, "outlines and mask", CT, List.of("Structure set=$/rt.dcm", "Structures (empty: all)=Heart; Aorta",
			"Add to ROI Manager=true", "Also make a mask=true"), "", "path=$/rt.dcm names=[Heart; Aorta] manager=true mask=true",
			"image Structures of Chest 5.0 mm (active) [48, 48, 1, 4, 1] 8 bits", "manager ");
		done(RESAMPLE, "three spacings", CT, List.of("Spacing (mm)=10,10,2.5", "Interpolation=cubic",
			"What stays in place=first",
			"Value beyond the volume (HU of a CT)=-500.5", "Smooth before=true"), "",
			"spacing=10,10,2.5 interpolation=cubic grid=first fill=-500.5 smooth=true",
			"image Resampled Chest 5.0 mm (active) [38, 38, 1, 32, 1] 32 bits");
		done(NORMALIZE, "a range of one's own", CT + " run('Convert to HU', 'output=[32-bit float]');", List.of(
			"HU that become 0=-1200", "HU that become 1=600.5", "Then subtract=0", "Clip to 0 and 1=false"), "",
				"min=-1200 max=600.5 mean=0 clip=false",
			"image Normalized HU of Chest 5.0 mm (active) [48, 48, 1, 4, 1] 32 bits");
		done(EXPORT, "a NIfTI file", CT, List.of("File=$/results/my chest.nii.gz", "Values=float32", "Replace the file=true"),
			"", "path=[$/results/my chest.nii.gz] type=float32 overwrite=true", "file my chest.nii.gz");
		done(SAVE, "a series", CT, List.of("Folder=$/my series", "Series description=for the archive", "Series number=77",
			"Replace the series=true"), "", "path=[$/my series] description=[for the archive] number=77 overwrite=true " +
				"anonymize=false force=false", "image Chest 5.0 mm (active)");
	}

	private void faces() {
		done(DETECT, "many parameters", PHOTOGRAPH, List.of("Cascade=frontalface_alt2", "Scale factor=1.25",
			"Windows that must agree=0", "Smallest face (pixels, 0: any)=40", "Largest face (pixels, 0: any)=300",
				"All slices=true",
			"Equalize contrast=true", "Add to ROI Manager=true"), "",
			"cascade=frontalface_alt2 scale=1.25 neighbors=0 minsize=40 maxsize=300 all=true equalize=true roll=false " +
				"manager=true",
			"table Results", "overlay Rectangle Face 9 ", "manager Rectangle Face 9 ");
		done(DETECT, "a cascade from a file", PHOTOGRAPH, List.of("Other cascade (XML file)=$/my cascade.xml"), "",
			"cascade=frontalface_alt file=[$/my cascade.xml] scale=1.1 neighbors=3 minsize=30 maxsize=0 all=false " +
				"equalize=false roll=false manager=false", "overlay Rectangle My cascade 1 (40 neighbors)");
		done(BLUR, "faces found before", PHOTOGRAPH + " run('Detect Faces (Haar)', 'minsize=40');", List.of(
			"Margin (%)=12.5", "Blocks across a face (mosaic)=5", "All slices=true"), "",
			"margin=12.5 style=Mosaic blocks=5 cascade=frontalface_alt scale=1.1 neighbors=3 minsize=30 maxsize=0 all=true " +
				"equalize=false roll=false",
			"image Blurred astronaut.png (active)", "Hounsfield.Faces = 2");
		done(BLUR, "eyes found now", PHOTOGRAPH, List.of("Cascade=eye", "Scale factor=1.2", "Windows that must agree=2",
			"Largest face (pixels, 0: any)=60"), "",
			"margin=20 style=Solid blocks=8 cascade=eye scale=1.2 neighbors=2 minsize=30 maxsize=60 all=false equalize=false " +
				"roll=false",
			"Hounsfield.Faces = 2");
	}

	/** A command that is done, with the options that are due. */
	void done(final String label, final String what, final String start, final List<String> answers,
		final String series, final String options, final String... seen)
	{
		final Step step = step(label, End.DONE, series, answers.toArray(String[]::new));
		cases.add(new Case(session(label + ": " + what, start, step), List.of(line(label, options)), List.of(), List.of(
			seen)));
	}

	/** A command that is canceled, then one that fails: nothing is recorded, nothing is left. */
	void undone(final String label, final String start, final String reason, final String... answers) {
		cases.add(new Case(session(label + ": nothing", start, step(label, End.CANCELED, "", answers), step(label, End.FAILED,
			"", answers)), List.of(), List.of(in(reason)), List.of()));
	}

	/** A command that refuses the image before its dialog. */
	void refused(final String label, final String start, final String reason) {
		cases.add(new Case(session(label + ": refused", start, step(label, End.REFUSED, "")), List.of(), List.of(in(reason)),
			List.of()));
	}

	Session session(final String name, final String start, final Step... steps) {
		return new Session(name, in(start), List.of(steps));
	}

	Step step(final String label, final End end, final String series, final String... answers) {
		final Map<String, String> fields = new LinkedHashMap<>();
		for (final String answer : answers) {
			final int equals = answer.indexOf('=');
			fields.put(answer.substring(0, equals), in(answer.substring(equals + 1)));
		}
		return new Step(label, fields, series, end);
	}

	String line(final String label, final String options) {
		return "run(\"" + label + "\", \"" + in(options) + "\");";
	}

	String in(final String text) {
		return text.replace("$", folder.toString());
	}
}
