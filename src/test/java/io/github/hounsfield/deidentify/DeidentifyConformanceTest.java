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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.RealData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** dciodvfy, another program, finds no more errors in a copy than in the real file it was made from. */
class DeidentifyConformanceTest {

	/** Of many alike: each fifth, and all of the folders whose files differ most. */
	private static final int EACH = 5;

	@Test
	void copiesHaveNoMoreErrorsThanTheirSources(@TempDir final Path folder) throws IOException, InterruptedException {
		Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/dciodvfy")), "dciodvfy (dicom3tools) is not installed");
		final FolderDeidentification.Summary summary = FolderRun.run(RealData.folder(), folder, 2);
		final List<Path> sources;
		try (Stream<Path> files = Files.walk(RealData.folder())) {
			sources = new ArrayList<>(files.filter(Files::isRegularFile).toList());
		}
		sources.sort(Comparator.comparing(path -> RealData.folder().relativize(path).toString()));
		final List<String> worse = new ArrayList<>();
		int compared = 0;
		for (final String line : Files.readAllLines(summary.report())) {
			final String[] cells = line.split(",", 4);
			if (!cells[1].equals("copied")) continue;
			final Path source = sources.get(Integer.parseInt(cells[0]) - 1);
			if (!source.getParent().endsWith("multiframe") && Integer.parseInt(cells[0]) % EACH != 0) continue;
			final long before = errors(source);
			final long after = errors(folder.resolve(cells[2]));
			if (after > before) worse.add(RealData.folder().relativize(source) + ": " + before + " errors became " + after);
			compared++;
		}
		assertEquals(List.of(), worse);
		assertTrue(compared > 40, compared + " files");
	}

	private static long errors(final Path file) throws IOException, InterruptedException {
		final Process process = new ProcessBuilder("/usr/bin/dciodvfy", file.toString()).redirectErrorStream(true).start();
		final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
		process.waitFor();
		return output.lines().filter(line -> line.startsWith("Error")).count();
	}
}
