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
package io.github.hounsfield.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.command.DeidentifyDicom;
import io.github.hounsfield.command.ExportVolume;
import io.github.hounsfield.command.SaveAsDicom;
import io.github.hounsfield.command.SendToDicomArchive;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;

/** A dialog takes a file to write only with its folder, for nobody sees the folder that ImageJ was started in. */
class WholePathTest {

	private static Optional<String> refusal(final Class<?> command, final String path) {
		return WholePath.refusal(new CommandInfo(command.getName()).getInput("path"), new File(path));
	}

	@Test
	void aNameAloneIsRefusedForWhatIsWritten() {
		final String reason = refusal(ExportVolume.class, "chest.nii.gz").orElseThrow();
		assertTrue(reason.startsWith("'File' is 'chest.nii.gz', which does not say in which folder; expected a whole path " +
			"such as " + System.getProperty("user.home")), reason);
		assertTrue(refusal(SaveAsDicom.class, "series/new").isPresent());
	}

	@Test
	void aFileInNoFolderIsRefusedButNotOneWhoseFolderIsMade() {
		assertEquals("'File' is '/no/such/chest.npy', and there is no folder /no/such; choose a folder that is there, or " +
			"make it first", refusal(ExportVolume.class, "/no/such/chest.npy").orElseThrow());
		assertEquals(Optional.empty(), refusal(ExportVolume.class, "/no/{series}/chest.npy"));
		assertEquals(Optional.empty(), WholePath.refusal(new CommandInfo(DeidentifyDicom.class.getName()).getInput("report"),
			new File("/no/such/report.csv")));
	}

	@Test
	void wholePathsAndWhatIsReadAreTaken() {
		assertEquals(Optional.empty(), refusal(ExportVolume.class, Path.of("chest.npy").toAbsolutePath().toString()));
		assertEquals(Optional.empty(), refusal(ExportVolume.class, ""));
		assertEquals(Optional.empty(), refusal(SendToDicomArchive.class, "chest"));
	}
}
