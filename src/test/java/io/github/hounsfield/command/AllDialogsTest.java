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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.hounsfield.ImageJProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves of every action's dialog, in the window of either host, that it is at most 600 pixels wide and 720 high, and
 * that each of its fields for a path has a button to browse. Also tests {@code DialogWidth} and {@code FieldStyle}.
 */
class AllDialogsTest {

	/** Actions and how many of their inputs are paths, counted by hand. */
	private static final List<String> PATHS = List.of("Open DICOM Series 2", "List DICOM Series 3", "DICOM Tag Table 3",
		"Convert to HU 0", "Apply Lung Window 0", "HU Histogram 1", "Lung Mask 0", "Measure Lung Density 1",
		"Import RTSTRUCT 1", "Resample Volume 0", "Export Volume 1", "Save as DICOM 1", "Detect Faces (Haar) 1",
		"Blur Detected Faces 1", "De-identify DICOM 5", "Open Sample 0", "Open from DICOM Archive 1", "List DICOM Archive 1",
		"Retrieve from DICOM Archive 2", "Send to DICOM Archive 1", "Normalize HU 0");

	@TempDir
	private Path folder;

	@Test
	void dialogsFitAndPathsAreBrowsedFor() throws Exception {
		assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: dialogs are not tested");
		final Path empty = Files.createDirectory(folder.resolve("empty"));
		try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")))) {
			final ImageJProcess.Result result = imagej.runInWindow(AllDialogsScripts.All.class, empty.toString(), System
				.getProperty("hounsfield.pictures", ""));
			assertEquals(0, result.exitCode(), result::toString);
			assertEquals(PATHS, result.out().lines().filter(line -> !line.startsWith("[INFO] ")).toList(), result::toString);
		}
	}
}
