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

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a name that does not lead to a file, and which file a text with spaces means. */
class FileNamesTest {

	@TempDir
	Path folder;

	@Test
	void aNameThatTheLocaleCannotSpellIsSaid() {
		final String path = "/data/gr\u00f6\u00dfe";
		assertTrue(FileNames.hint(path, StandardCharsets.US_ASCII).contains("LC_ALL=C.UTF-8"));
		assertTrue(FileNames.hint("/data/gr\uFFFD\uFFFDe", StandardCharsets.UTF_8).contains("LC_ALL=C.UTF-8"));
		assertEquals("", FileNames.hint(path, StandardCharsets.UTF_8));
		assertEquals("", FileNames.hint("/data/plain", StandardCharsets.US_ASCII));
		assertEquals("", FileNames.hint("/", StandardCharsets.US_ASCII));
	}

	@Test
	void spacesAroundANameBelongToItWhereSuchAFileIsThere() throws IOException {
		final Path spaced = Files.createFile(folder.resolve("ct "));
		final Path plain = Files.createFile(folder.resolve("mr"));
		assertEquals(spaced.toFile(), FileNames.of(spaced.toString()));
		assertEquals(plain.toFile(), FileNames.of(" " + plain + " "));
		assertEquals(new File("/no/such"), FileNames.of(" /no/such "));
		assertTrue(FileNames.hint(folder.resolve("ct").toFile()).contains("'ct '"));
		assertEquals("", FileNames.hint(folder.resolve("pet").toFile()));
	}

	/** As ImageJ hands it over from a macro's file that is UTF-8: C3 B6 is the letter o with two dots. */
	@Test
	void aNameReadAsLatin1IsUnderstood() throws IOException {
		final Path there = Files.createFile(folder.resolve("gr\u00f6"));
		final String hint = FileNames.hint(folder.resolve("gr\u00c3\u00b6").toString(), StandardCharsets.UTF_8);
		assertTrue(hint.contains("'" + there + "'") && hint.contains("ISO-8859-1"), hint);
		assertEquals("", FileNames.hint(folder.resolve("b\u00c3\u00b6").toString(), StandardCharsets.UTF_8));
		assertEquals("", FileNames.hint(folder.resolve("\u00f6").toString(), StandardCharsets.UTF_8));
	}
}
