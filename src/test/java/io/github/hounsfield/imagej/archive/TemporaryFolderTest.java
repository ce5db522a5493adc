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
package io.github.hounsfield.imagej.archive;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.hounsfield.imagej.open.FindingsWindow;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Proves that retrieved files are gone when the last of their images is closed, also where a window of findings closes
 * with it and stops listening at the same moment ({@link TemporaryFolder}).
 */
class TemporaryFolderTest {

	/** Tells that it was closed, without a window. */
	private static final class Told extends ImagePlus {

		void closed() throws Exception {
			notifyListeners(CLOSED);
			EventQueue.invokeAndWait(() -> {});
		}
	}

	private static TemporaryFolder withAFile() throws IOException {
		final TemporaryFolder made = TemporaryFolder.make();
		Files.writeString(made.path().resolve("slice.dcm"), "pixels");
		return made;
	}

	@Test
	void goesWithItsLastImage() throws Exception {
		final Told first = new Told();
		final Told second = new Told();
		final TemporaryFolder folder = withAFile();
		folder.removeWith(List.of(first, second));
		second.closed();
		assertTrue(Files.exists(folder.path()));
		first.closed();
		assertFalse(Files.exists(folder.path()));
	}

	@Test
	void goesWithAnImageThatHasFindings() throws Exception {
		final Told image = new Told();
		FindingsWindow.showWith(image, "<html>a slice is missing</html>", List.of());
		final TemporaryFolder folder = withAFile();
		folder.removeWith(List.of(image));
		image.closed();
		assertFalse(Files.exists(folder.path()), "the retrieved files are left");
	}
}
