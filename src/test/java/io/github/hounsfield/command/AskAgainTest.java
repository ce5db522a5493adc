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
 * Proves that a dialog comes back with all answers where the work refuses one of them, in the window of either host;
 * that Cancel ends it, that the Recorder has the run that succeeded, once, and that neither a refusal of the image nor
 * one in a macro asks again. Also tests {@code Refusals}, {@code HostCaller} and {@code Fault}.
 */
class AskAgainTest {

	@TempDir
	private Path folder;

	@Test
	void theDialogComesBackUntilTheWorkTakesItsAnswersOrItIsCanceled() throws Exception {
		assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: dialogs are not tested");
		final Path there = folder.resolve("there.nii");
		Files.writeString(there, "something else");
		try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")))) {
			final ImageJProcess.Result result = imagej.runInWindow(AskAgainScripts.Refused.class, there.toString());
			assertEquals(0, result.exitCode(), result::toString);
			assertEquals(List.of("there already: " + there + ": is there already. 'Replace the file' replaces it.", "again " +
				there + " float32, focus " + there, "written true",
				"letters: 'Slope (HU per value)' is 'abc'; expected a number, or an empty field.",
				"stays true abc 16-bit signed",
				"one alone: 'Slope (HU per value)' and 'Intercept (HU)' go together; 'Intercept (HU)' is missing.",
				"again 2 <> 16-bit signed, focus 2", "image HU of Thorax phantom", "spacing: 'Spacing (mm)' is '0'; expected " +
					"one number of mm over 0, or three such as 0.8,0.8,1.", "again 0", "canceled, images 2",
				"recorded run(\"Export Volume\", \"path=" + there + " type=float32 overwrite=true\");",
				"recorded run(\"Convert to HU\", \"output=[16-bit signed] padding=[Air (-1000 HU)] slope=2 intercept=-1000 " +
					"mask=false force=false\");", "no lung: No lung: no voxel is under -320 HU; the volume goes from 0 to 0 " +
						"HU; expected a chest in HU.", "gone", "macro ended, dialogs []"), result.out().lines().filter(
							line -> !line.startsWith("[INFO] ")).toList(), result::toString);
		}
	}
}
