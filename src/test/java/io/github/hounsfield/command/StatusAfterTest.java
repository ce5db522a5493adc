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
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that after an action, in the window of either host, no progress bar stands and the status says what was done:
 * reports come in the order in which they were made. Also tests {@code Reports} and {@code DoneStatusService}.
 */
class StatusAfterTest {

	private static final int TIMES = 6;

	@TempDir
	private Path folder;

	@Test
	void noBarStandsAndTheStatusSaysWhatWasDone() throws Exception {
		assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: the status bar is not tested");
		try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")))) {
			final ImageJProcess.Result result = imagej.runInWindow(StatusAfterScripts.Exports.class, folder.toString(),
				Integer.toString(TIMES));
			assertEquals(0, result.exitCode(), result::toString);
			assertEquals(Collections.nCopies(TIMES, "bar false, " + folder.resolve("x.nii") + ": 512 x 512 x 48, int16"),
				result.out().lines().filter(line -> !line.startsWith("[INFO] ")).toList(), result::toString);
			assertEquals(List.of(), List.of(folder.toFile().list((in, name) -> name.endsWith(".part"))));
		}
	}

	/** Of 0.8 x 0.8 x 5 mm, 512 x 512 x 48 pixels are 410 x 410 x 240 of 1 mm: 409.6 mm and 240 mm. */
	@Test
	void theStatusSaysWhatWasMade() throws Exception {
		assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: the status bar is not tested");
		try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")))) {
			final ImageJProcess.Result result = imagej.runInWindow(StatusAfterScripts.Actions.class, "Open Sample",
				"Apply Lung Window", "Lung Mask", "HU Histogram", "Measure Lung Density", "Convert to HU", "Resample Volume");
			assertEquals(0, result.exitCode(), result::toString);
			assertEquals(List.of("Thorax phantom: 512 x 512 x 48, 16-bit", "Thorax phantom: window Lung (W 1500, L -600)",
				"Lungs: 3940.4 ml, mean -788.4 HU", "9882816 pixels counted: all 48 slices", "3 rows in Results",
				"HU of Thorax phantom: 512 x 512 x 48, 32-bit", "Resampled Thorax phantom: 410 x 410 x 240, 32-bit"), result.out()
					.lines().filter(line -> !line.startsWith("[INFO] ")).toList(), result::toString);
		}
	}
}
