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
package io.github.hounsfield.archive;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.ImageJProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In ImageJ's window an archive gets a name, is searched by the form, and a series opens; an archive that does not
 * answer freezes nothing; what is recorded, logged and kept holds no login. Also tests {@code ArchiveBrowser},
 * {@code ArchivesWindow}, {@code ArchiveTableModel}, {@code CalendarButton}, {@code Form}, {@code SendQuestion},
 * {@code LatestQuestion}, {@code LoginDialog} and {@code ArchiveCommand}.
 */
class ArchiveWindowTest {

	@Test
	void searchesAndOpensInTheWindow(@TempDir final Path folder) throws Exception {
		PrivateNetwork.assume(OrthancServer.PROGRAM);
		Assumptions.assumeTrue(ImageJProcess.canShowWindows(), "Xvfb is not installed: no window to search in");
		final String output = PrivateNetwork.run(folder, List.of(), ArchiveWindowSession.class, folder.toString(), System
			.getProperty("hounsfield.screenshots", folder.toString()));
		System.out.println(output);
		for (final String text : List.of("ARCHIVES DONE", "OPENED Chest 5.0 mm", "run(\"Open from DICOM Archive\", " +
			"\"archive=Clinic study=1.2.826", "Clinic.address="))
			assertTrue(output.contains(text), text + " is missing");
		for (final String secret : List.of(OrthancServer.PASSWORD, OrthancServer.USER))
			assertFalse(output.contains(secret), "a login was printed");
		final String wait = output.replaceAll("(?s).*EVENT THREAD ANSWERS IN (\\d+) ms.*", "$1");
		assertTrue(Integer.parseInt(wait) < 1000, wait + " ms");
	}
}
