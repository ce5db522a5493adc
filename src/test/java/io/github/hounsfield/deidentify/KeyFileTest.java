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
package io.github.hounsfield.deidentify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The key's file and the table of patients: made, read, and refused with a reason that holds none of their content.
 * Also tests {@code PatientTable}.
 */
class KeyFileTest {

	@TempDir
	private Path folder;

	private void assumePosix() {
		Assumptions.assumeTrue(Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null,
			"this file system has no permissions of POSIX");
	}

	@Test
	void isMadeOnceForItsOwnerAlone() throws IOException {
		final Path file = folder.resolve("my.key");
		final String first = KeyFile.open(file).uid("1.2.3");
		assertEquals(first, KeyFile.open(file).uid("1.2.3"));
		assertTrue(Files.readString(file).matches("[0-9a-f]{64}\n"));
		assertNotEquals(first, KeyFile.open(folder.resolve("other.key")).uid("1.2.3"));
		assertEquals(2, folder.toFile().list().length, "no part stays");
		assumePosix();
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx" })
	void isRefusedWhereOthersMayReadIt(final String permissions) throws IOException {
		assumePosix();
		final Path file = folder.resolve("my.key");
		KeyFile.open(file);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
		final IOException e = assertThrows(KeyFile.KeyException.class, () -> KeyFile.open(file));
		assertTrue(e.getMessage().contains(permissions) && e.getMessage().contains("chmod 600"), e.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "secret", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde",
		"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdefg" })
	void whatIsNoKeyIsRefused(final String text) throws IOException {
		final Path file = folder.resolve("my.key");
		KeyFile.open(file);
		Files.writeString(file, text);
		final IOException e = assertThrows(KeyFile.KeyException.class, () -> KeyFile.open(file));
		assertTrue(e.getMessage().contains("expected 64 hexadecimal digits"), e.getMessage());
		assertTrue(text.isEmpty() || !e.getMessage().contains(text), e.getMessage());
	}

	@Test
	void aTableOfPatients() throws IOException {
		final Path file = folder.resolve("patients.csv");
		Files.writeString(file, "old,new\r\n\"Doe, 1\",S-1\r\n4711, S-2\n\n");
		assertEquals(Map.of("Doe, 1", "S-1", "4711", "S-2"), PatientTable.read(file));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Doe", "Doe,1,2", "Doe,1\nRoe,1", "Doe,1\nDoe,2", "Doe,", "Doe,a\\b", "Doe,J\u00fcrgen" })
	void aTableThatCannotBeUsed(final String text) throws IOException {
		final Path file = folder.resolve("patients.csv");
		Files.writeString(file, text);
		final IOException e = assertThrows(PatientTable.TableException.class, () -> PatientTable.read(file));
		assertFalse(e.getMessage().contains("Doe") || e.getMessage().contains("Roe"), e.getMessage());
	}
}
