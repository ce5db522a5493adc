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
package io.github.hounsfield.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.hounsfield.ImageJProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In ImageJ2's window: the menu's order, the macros in the editor, dialogs that are no wider than a box may be and find
 * folders, warnings without the Console, and a script that ends where an action refuses.
 */
class ImageJ2DialogTest {

	@TempDir
	private static Path folder;
	private static ImageJProcess imagej;

	@BeforeAll
	static void install() throws IOException {
		final Path home = Files.createDirectory(folder.resolve("imagej"));
		imagej = ImageJProcess.underTest(home).timeoutSeconds(120);
		final Path macros = Files.createDirectories(home.resolve("macros/Hounsfield"));
		try (Stream<Path> files = Files.list(Path.of("macros"))) {
			for (final Path file : files.filter(path -> path.toString().endsWith(".ijm")).toList())
				Files.copy(file, macros.resolve(file.getFileName()));
		}
	}

	@AfterAll
	static void close() {
		imagej.close();
	}

	private static ImageJProcess.Result run(final Class<? extends ImageJProcess.Script> script, final String... args)
		throws Exception
	{
		Assumptions.assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: ImageJ2's window is not tested");
		final ImageJProcess.Result result = imagej.runInWindow(script, args);
		assertEquals(0, result.exitCode(), result::toString);
		return result;
	}

	private static List<String> lines(final ImageJProcess.Result result) {
		return Arrays.stream(result.out().split("\n")).filter(line -> !line.startsWith("[INFO] ")).toList();
	}

	@Test
	void dailyActionsComeFirstAndAMacroOpensInTheEditor() throws Exception {
		final ImageJProcess.Result result = run(ImageJ2DialogScripts.Menus.class);
		assertEquals(List.of("menu [Open DICOM Series, Open Sample, List DICOM Series, DICOM Tag Table, Convert to HU, " +
			"Apply Lung Window, HU Histogram, Lung Mask, Measure Lung Density, Import RTSTRUCT, Resample Volume, " +
			"Normalize HU, Export Volume, Save as DICOM, Detect Faces (Haar), Blur Detected Faces, De-identify DICOM, " +
			"Archive, Macros]", "editor [ImageJ, Lung_CT_Walkthrough.ijm]"), lines(result), result::toString);
	}

	@Test
	void dialogsAreNarrowBrowseFindsFoldersAndANoteIsInTheLog() throws Exception {
		final ImageJProcess.Result result = run(ImageJ2DialogScripts.Dialogs.class);
		assertEquals(List.of("Convert to HU is narrow: true", "Apply Lung Window is narrow: true",
			"Export Volume is narrow: true", "noted true false", "browse true true"), lines(result), result::toString);
	}

	@Test
	void aScriptEndsWhereAnActionRefuses() throws Exception {
		final Path script = folder.resolve("refused.groovy");
		Files.writeString(script, "imp = ij.IJ.createImage('plain', '8-bit ramp', 32, 32, 1)\nimp.show()\n" +
			"ij.IJ.run(imp, 'Convert to HU', 'padding=Keep')\nij.IJ.log('went on')\n");
		final ImageJProcess.Result result = run(ImageJ2DialogScripts.RefusedScript.class, script.toString());
		assertEquals("images 1, log null", lines(result).get(lines(result).size() - 1), result::toString);
		assertFalse(result.toString().contains("went on\n"), result::toString);
	}
}
