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
package io.github.hounsfield.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that files are found in what is dropped, in each of the forms in which programs hand them over. */
class PathFieldTest {

	private record Files(List<File> files) implements Transferable {

		@Override
		public DataFlavor[] getTransferDataFlavors() {
			return new DataFlavor[] { DataFlavor.javaFileListFlavor };
		}

		@Override
		public boolean isDataFlavorSupported(final DataFlavor flavor) {
			return DataFlavor.javaFileListFlavor.equals(flavor);
		}

		@Override
		public Object getTransferData(final DataFlavor flavor) {
			return files;
		}
	}

	@Test
	void takesFilesAddressesAndPaths(@TempDir final Path folder) {
		final File there = folder.toFile();
		assertEquals(List.of(there), PathField.files(new Files(List.of(there))));
		assertEquals(List.of(new File("/a b/c")), PathField.files(new StringSelection("file:///a%20b/c\r\n")));
		assertEquals(List.of(there), PathField.files(new StringSelection(there.getPath())));
		assertEquals(List.of(), PathField.files(new StringSelection("some words")));
		assertEquals(List.of(), PathField.files(new StringSelection("file:a b")));
	}

	/** Browse, Recent and a drop add to a field of several paths, and replace what stands in any other. */
	@Test
	void severalPathsStandInOneField() {
		assertEquals("/b", PathField.joined("/a", List.of(new File("/b"), new File("/c")), false));
		assertEquals("/b; /c", PathField.joined(" ", List.of(new File("/b"), new File("/c")), true));
		assertEquals("/a; /b", PathField.joined("/a", List.of(new File("/b")), true));
		assertEquals("/a; /b", PathField.joined("/a; ", List.of(new File("/b")), true));
	}
}
