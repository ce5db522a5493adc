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
package io.github.hounsfield.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that the script for a SLURM array gives each task its part of the studies, and refuses an array with gaps. */
class ShardsScriptTest {

	private static final String SCRIPT = System.getProperty("hounsfield.target") +
		"/../src/main/slurm/hounsfield-shards.sbatch";

	@TempDir
	private Path temporary;

	@Test
	void eachTaskHasItsShard() throws Exception {
		assertEquals("--headless -macro m.ijm /a b/s|/r|3/8|lungs=false\n", said(0, Map.of("SLURM_ARRAY_TASK_ID", "3",
			"SLURM_ARRAY_TASK_COUNT", "8", "SLURM_ARRAY_TASK_MIN", "1", "SLURM_ARRAY_TASK_MAX", "8")));
	}

	@Test
	void arrayWithGapsIsRefused() throws Exception {
		final String said = said(2, Map.of("SLURM_ARRAY_TASK_ID", "3", "SLURM_ARRAY_TASK_COUNT", "2", "SLURM_ARRAY_TASK_MIN",
			"1", "SLURM_ARRAY_TASK_MAX", "3"));
		assertTrue(said.contains("--array is 1-3; expected such as 1-8, without gaps"), said);
	}

	@Test
	void withoutSlurmItSaysSo() throws Exception {
		final String said = said(1, Map.of());
		assertTrue(said.contains("this is no array of SLURM"), said);
	}

	private String said(final int status, final Map<String, String> slurm) throws Exception {
		final Path fiji = temporary.resolve("fiji");
		Files.writeString(fiji, "#!/bin/sh\necho \"$*\"\n");
		Files.setPosixFilePermissions(fiji, PosixFilePermissions.fromString("rwxr-xr-x"));
		final ProcessBuilder builder = new ProcessBuilder(List.of("bash", SCRIPT, "m.ijm", "/a b/s", "/r"))
			.redirectErrorStream(true);
		builder.environment().keySet().removeIf(name -> name.startsWith("SLURM_"));
		builder.environment().put("FIJI", fiji.toString());
		builder.environment().putAll(slurm);
		final Process process = builder.start();
		final String said = new String(process.getInputStream().readAllBytes());
		assertEquals(status, process.waitFor(), said);
		return said;
	}
}
