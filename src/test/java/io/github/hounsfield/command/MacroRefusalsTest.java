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

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.ImageJProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Macro lines that cannot be done stop the macro in a real ImageJ without a window, with one line that names the
 * parameter, what was found and what is allowed. Also tests {@code BlurDetectedFaces}, {@code DetectorChoice},
 * {@code WindowChoice}, {@code LungChoice}, {@code Inputs} and {@code MacroStop}.
 */
class MacroRefusalsTest {

	@TempDir
	private static Path folder;
	private static Macros several;

	/** One JVM for all. */
	@BeforeAll
	static void runSeveral() throws Exception {
		final Path series = folder.resolve("a series with spaces");
		MacroContractTest.PHANTOM.write(series);
		final Map<String, String> macros = new LinkedHashMap<>();
		macros.put("saved", MacroContractTest.open(series) + """
			run("Convert to HU", "output=[32-bit float]");
			run("Save as DICOM", "path=[FILE] description=[for the archive]");
			close("*");
			run("Open DICOM Series", "path=[FILE]");
			print(nSlices + " " + getTitle());
			run("Save as DICOM", "path=[FILE]");
			print("went on");
			""".replace("FILE", folder.resolve("a new series").toString()));
		for (int row = 0; row < WRONG.length; row++)
			macros.put("wrong " + row, MacroContractTest.open(series) + "run(\"" + WRONG[row][0] + "\", \"" +
				WRONG[row][1].replace("LICENCE", Path.of(
				"LICENSE").toAbsolutePath().toString()).replace("SERIES", series.toString()) + "\");\nprint(\"went on\");\n");
		macros.put("twice", MacroContractTest.open(series) +
			"run(\"Convert to HU\");\nrun(\"Convert to HU\");\nprint(\"went on\");\n");
		try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")))) {
			several = Macros.runHeadless(imagej, folder, macros);
		}
	}

	@Test
	void savesASeriesOnce() {
		final List<String> printed = several.printed("saved");
		assertTrue(printed.contains(MacroContractTest.PHANTOM.slices() + " for the archive"), printed::toString);
		assertFalse(printed.contains("went on"), printed::toString);
		assertTrue(several.result().err().lines().anyMatch(line -> line.startsWith("Save as DICOM: ") && line.contains(
			"overwrite=true")), several::toString);
	}

	/** Command, options, the parameter that the message names, what it says was found. */
	private static final String[][] WRONG = {
		{ "Convert to HU", "output=[24-bit float]", "output", "24-bit float" },
		{ "Convert to HU", "padding=Water", "padding", "Water" },
		{ "Convert to HU", "padding=NaN output=[16-bit signed]", "NaN", "32-bit float" },
		{ "Convert to HU", "slope=abc intercept=0", "slope", "abc" },
		{ "Convert to HU", "slope=0 intercept=0", "slope", "0" },
		{ "Convert to HU", "slope=2", "intercept", "missing" },
		{ "Convert to HU", "force=perhaps", "force", "perhaps" },
		{ "Convert to HU", "pading=Keep", "pading", "padding" },
		{ "Apply Lung Window", "preset=Nope", "preset", "Nope" },
		{ "Apply Lung Window", "preset=[Image: NOPE]", "preset", "NOPE" },
		{ "Apply Lung Window", "preset=[Image 3]", "preset", "LUNG; MEDIASTINUM" },
		{ "Apply Lung Window", "preset=Custom width=0", "width", "0" },
		{ "Apply Lung Window", "preset=Custom width=wide", "width", "wide" },
		{ "Apply Lung Window", "preset=Custom width=0.5 mode=[8-bit image]", "width", "0.5" },
		{ "Apply Lung Window", "preset=Custom width=400", "center", "missing" },
		{ "Apply Lung Window", "center=40", "width", "missing" },
		{ "Apply Lung Window", "preset=[Bone (W 2000, L 350)] width=400 center=40", "width", "preset=Custom" },
		{ "Apply Lung Window", "preset=[Lung (W 1500, L -600)] center=40", "center", "preset=Custom" },
		{ "Apply Lung Window", "preset=[Image: LUNG] function=SIGMOID", "function", "SIGMOID" },
		{ "Apply Lung Window", "function=CUBIC", "function", "CUBIC" },
		{ "Apply Lung Window", "mode=[16-bit image]", "mode", "16-bit image" },
		{ "Lung Mask", "airways=cut", "airways", "cut" },
		{ "Lung Mask", "close=31", "close", "31" },
		{ "Lung Mask", "threshold=0", "threshold", "-900 to -100" },
		{ "Lung Mask", "minimum=9999", "No lung", "none has 9999 ml" },
		{ "Measure Lung Density", "mask=[no such mask]", "mask", "no such mask" },
		{ "Measure Lung Density", "thresholds=[-950,,-910]", "thresholds", "-950,,-910" },
		{ "Measure Lung Density", "percentiles=100", "percentile", "100" },
		{ "Measure Lung Density", "reference=0", "reference", "0" },
		{ "Resample Volume", "spacing=0", "spacing", "'0'" },
		{ "Resample Volume", "spacing=1,2", "spacing", "1,2" },
		{ "Resample Volume", "interpolation=sinc", "interpolation", "sinc" },
		{ "Resample Volume", "grid=middle", "grid", "middle" },
		{ "Resample Volume", "interpolation=nearest smooth=true", "smooth", "nearest" },
		{ "Resample Volume", "fill=-77", "fill", "use grid=first" },
		{ "Normalize HU", "min=0 max=1", "not in HU", "Convert to HU" },
		{ "Normalize HU", "min=5 max=5", "min", "5" },
		{ "Save as DICOM", "number=5", "path", "is empty; expected" },
		{ "Save as DICOM", "path=[/no/such/folder/series]", "path", "no folder" },
		{ "Save as DICOM", "path=[SERIES]", "path", "holds other files" },
		{ "Save as DICOM", "path=[SERIES.new] number=1.5", "number", "1.5" },
		{ "Save as DICOM", "path=[SERIES.new] overwrite=yes", "overwrite", "yes" },
		{ "Save as DICOM", "path=[SERIES.new] descripton=x", "descripton", "description" },
		{ "Export Volume", "type=auto", "path", "is empty" },
		{ "Export Volume", "path=[SERIES.tif]", "path", ".nii.gz" },
		{ "Export Volume", "path=[/no/such/folder/a.nii]", "path", "folder" },
		{ "Export Volume", "path=[SERIES.nii] type=int8", "type", "int8" },
		{ "Export Volume", "path=[SERIES.nii] type=uint8", "type", "uint8" },
		{ "Detect Faces (Haar)", "scale=1", "scale", "1" },
		{ "Detect Faces (Haar)", "neighbors=-1", "neighbors", "-1" },
		{ "Detect Faces (Haar)", "minsize=50 maxsize=40", "maxsize", "40" },
		{ "Detect Faces (Haar)", "cascade=nose", "cascade", "nose" },
		{ "Detect Faces (Haar)", "cascade=eye file=[LICENCE]", "cascade", "file" },
		{ "Blur Detected Faces", "cascade=eye file=[LICENCE]", "cascade", "file" },
		{ "Blur Detected Faces", "style=Blur", "style", "Blur" },
		{ "Blur Detected Faces", "style=Solid blocks=4", "blocks", "4" },
		{ "Detect Faces (Haar)", "file=[/no/such/cascade.xml]", "file", "cascade.xml" },
		{ "Open DICOM Series", "series=1", "path", "is empty" },
		{ "Open DICOM Series", "path=[/no/such/folder]", "path", "folder" },
		{ "Open DICOM Series", "path=[SERIES] series=99", "series", "99" },
		{ "Open DICOM Series", "path=[SERIES] series=99 anonymize=true", "series", "a number from 1 to 1" },
		{ "Open DICOM Series", "path=[SERIES] virtual=yes", "virtual", "yes" },
		{ "Import RTSTRUCT", "mask=true", "path", "is empty" },
		{ "Import RTSTRUCT", "path=[SERIES] mask=true", "found no RT Structure Set", "folder" },
		{ "DICOM Tag Table", "path=[SERIES] tags=Nonsense", "Nonsense", "keyword" },
		{ "DICOM Tag Table", "path=[SERIES] level=slice", "level", "slice" },
		{ "DICOM Tag Table", "path=[/no/such/folder] anonymize=false", "path", "folder" },
		{ "DICOM Tag Table", "path=[SERIES] save=[LICENCE]", "is there already", "overwrite=true replaces it" },
		{ "List DICOM Series", "path=[SERIES] save=[LICENCE]", "is there already", "overwrite=true replaces it" },
		{ "List DICOM Series", "path=[/no/such/folder]", "path", "folder" } };

	private static final int REFUSED = WRONG.length + 2;

	@Test
	void stopsTheMacroAndNamesTheParameter() {
		final List<Executable> checks = new ArrayList<>();
		for (int row = 0; row < WRONG.length; row++)
			checks.add(refusal(WRONG[row], several.printed("wrong " + row), several.result().err()));
		assertAll(checks);
		final List<String> labels = Stream.of(WRONG).map(wrong -> wrong[0] + ": ").distinct().toList();
		assertEquals(REFUSED, several.result().err().lines().filter(line -> labels.stream().anyMatch(
			line::startsWith)).count(), "each is said once, with those of the macros that convert and save twice");
	}

	private static Executable refusal(final String[] wrong, final List<String> printed, final String err) {
		return () -> {
			final String what = wrong[0] + " " + wrong[1] + ": " + printed;
			assertEquals(List.of(), printed, what);
			assertTrue(err.lines().anyMatch(line -> line.startsWith(wrong[0] + ": ") && line.contains(wrong[2]) && line.contains(
				wrong[3])), what + " is not on stderr");
		};
	}

	@Test
	void refusesToConvertTwice() throws Throwable {
		refusal(new String[] { "Convert to HU", "twice", "in HU already", "subtract" }, several.printed("twice"), several
			.result().err()).execute();
	}
}
