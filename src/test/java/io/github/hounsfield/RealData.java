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
package io.github.hounsfield;

import io.github.hounsfield.dicom.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The real files and the values that other tools compute from them; where they are absent, a test is skipped. */
public final class RealData {

	private static final Path FOLDER = Path.of(System.getProperty("hounsfield.data", "absent"));

	private RealData() {}

	/** @return the folder of the files; skips the calling test, with a message, where there is none */
	public static Path folder() {
		Assumptions.assumeTrue(Files.isDirectory(FOLDER), "the real data are not at " + FOLDER +
			": set -Dhounsfield.data=FOLDER");
		return FOLDER;
	}

	/** @return the folder of small files that once failed; skips the calling test where there is none */
	public static Path faults() {
		final Path faults = folder().resolveSibling("faults");
		Assumptions.assumeTrue(Files.isDirectory(faults), "no folder faults beside the real data");
		return faults;
	}

	/** @return {@code expected.json}, a new map */
	public static Map<String, Object> expected() throws IOException {
		return Json.read(folder().resolve("expected.json"));
	}
}
