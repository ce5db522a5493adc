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

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.series.DicomFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths that a macro's line and a locale make hard to write. */
class PathsOfMacrosTest {

	@TempDir
	Path folder;

	/** As ImageJ reads a line: brackets may be nested, and single quotes hold what they cannot. */
	@Test
	void spacesAndBracketsOfNamesAreRead() throws Exception {
		final StringBuilder macro = new StringBuilder();
		for (final String name : List.of("ends ", "a]b c", "a[b c", "a[b] c", "gr\u00f6\u00dfe")) {
			final Path place = Files.createDirectory(folder.resolve(name));
			Files.write(place.resolve("1.dcm"), DicomFixture.slice("1", 1).file());
			final boolean quoted = name.indexOf('[') >= 0 != name.indexOf(']') >= 0;
			macro.append("run(\"Open DICOM Series\", \"path=").append(quoted ? "'" + place + "'" : "[" + place + "]").append(
				" recursive=false\");\nprint(\"opened \" + nImages);\n");
		}
		macro.append("run(\"Open DICOM Series\", \"path=[").append(folder).append("/ends] virtual=true\");\n");
		try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("ij")))) {
			final ImageJProcess.Result result = imagej.runHeadless(macro.toString(), "");
			for (int i = 1; i <= 5; i++)
				assertTrue(result.out().contains("opened " + i), result::toString);
			assertTrue(result.err().contains("ends'; there is no such file") && result.err().contains("there is 'ends '"),
				result::toString);
		}
	}
}
