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

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.hounsfield.ImageJProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves of Measure Lung Density and HU Histogram in macros: the image that was measured stays active beside the
 * density plot, a table that is there is not replaced unasked, nothing is taken for none, titles say what was counted
 * and are numbered as ImageJ numbers them. Also tests {@code TableTarget}.
 */
class MeasuresInMacrosTest {

	private static final String DENSITY = """
		run("Measure Lung Density", "sides=false save=[FOLDER/density.csv]");
		print("active " + getTitle() + ", " + nResults + " row");
		selectImage("Lung density of Thorax phantom");
		print("plot " + getTitle());
		close();
		""";

	private static final String HISTOGRAMS = """
		makeOval(96, 236, 20, 20);
		setSlice(25);
		run("HU Histogram", "all=false roi=true table=false save=[FOLDER/counts.csv]");
		print(getTitle());
		close();
		run("HU Histogram", "table=false");
		print(getTitle());
		close();
		""";

	@TempDir
	private Path folder;

	private String in(final String macro) {
		return "run(\"Open Sample\", \"sample=[Thorax phantom]\");\n" + macro.replace("FOLDER", folder.toString());
	}

	@Test
	void headless() throws Exception {
		final Map<String, String> macros = new LinkedHashMap<>();
		macros.put("all", in(DENSITY + HISTOGRAMS + attempt("percentiles=[]") + attempt("thresholds=[]") + attempt(
			"save=[FOLDER/density.csv]") + attempt("save=[FOLDER/density.csv] overwrite=true")));
		try (ImageJProcess imagej = ImageJProcess.underTest(folder.resolve("imagej"))) {
			final Macros run = Macros.runHeadless(imagej, folder, macros);
			assertEquals(List.of("active Thorax phantom, 1 row", "plot Lung density of Thorax phantom",
				"HU histogram of selection in slice 25 of Thorax phantom", "HU histogram of Thorax phantom",
				"[percentiles is empty; expected numbers with commas between, such as 15.]",
				"[thresholds is empty; expected numbers with commas between, such as -950,-910.]",
				"[" + folder + "/density.csv is there already. overwrite=true replaces it.]", "[]"), run
					.printed("all"), run::toString);
			assertEquals(4, Files.readAllLines(folder.resolve("density.csv")).size(), "three regions replaced the one row");
		}
	}

	private static String attempt(final String options) {
		return "print(\"[\" + call(\"io.github.hounsfield.legacy.Attempt.run\", \"Measure Lung Density\", \"" + options +
			"\") + \"]\");\n";
	}

	@Test
	void withAWindow() throws Exception {
		Assumptions.assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: ImageJ's window is not tested");
		final String macro = in(DENSITY) + in(HISTOGRAMS) + """
			print(getTitle());
			File.saveString(getInfo("log"), "FOLDER/out.txt");
			""".replace("FOLDER", folder.toString());
		try (ImageJProcess imagej = ImageJProcess.underTest(folder.resolve("imagej"))) {
			final ImageJProcess.Result result = imagej.runInWindow(macro, "");
			assertEquals(0, result.exitCode(), result::toString);
			assertEquals(List.of("active Thorax phantom, 1 row", "plot Lung density of Thorax phantom",
				"HU histogram of selection in slice 25 of Thorax phantom-1", "HU histogram of Thorax phantom-1",
				"Thorax phantom-1"), Files.readAllLines(folder.resolve("out.txt")).stream().filter(line -> !line.startsWith("[") &&
					!line.startsWith("Measure")).toList(), result::toString);
		}
	}
}
