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
package io.github.hounsfield.macros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.hounsfield.ImageJProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped macros run with plain ImageJ's {@code -batch}, which knows no plugin before a macro's first command, and
 * ask for folders by prompts that the Recorder tells apart.
 */
class BatchModeTest {

	private static final Pattern PROMPT = Pattern.compile("get(?:Dir|Number|String)\\(\"(\\w+)");

	@TempDir
	Path folder;

	@Test
	void theBatchMeasuresWithBatch() throws Exception {
		assumeTrue(ImageJProcess.canShowWindows(), "Xvfb is not installed: ImageJ -batch is not tested");
		final Studies studies = new Studies(folder.resolve("studies"), 3, 1);
		final Path results = folder.resolve("results");
		final String macro = Files.readString(Path.of("macros", "Batch_HU_Measurements.ijm"));
		try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")))) {
			final ImageJProcess.Result result = imagej.runBatch(macro, Scripts.argument(studies.folder(), results));
			assertTrue(Files.exists(results.resolve("measurements.csv")), result::toString);
			assertEquals(1 + studies.good().size(), Files.readAllLines(results.resolve("measurements.csv")).size(),
				result::toString);
			assertEquals(1 + studies.bad().size(), Files.readAllLines(results.resolve("failures.csv")).size(),
				result::toString);
		}
	}

	/** Each macro that calls the lock does so before its first command. */
	@Test
	void whatCallsTheLockFirstHasPlugins() throws Exception {
		try (Stream<Path> macros = Files.list(Path.of("macros"))) {
			for (final Path macro : macros.filter(file -> file.toString().endsWith(".ijm")).toList()) {
				final String text = Files.readString(macro);
				final int lock = text.indexOf("ResultsLock.take");
				final int ready = text.indexOf("if (getDirectory(\"plugins\") == \"\") run(");
				assertTrue(lock < 0 || ready >= 0 && ready < lock, macro::toString);
			}
		}
	}

	@Test
	void promptsDifferInTheirFirstWords() throws Exception {
		try (Stream<Path> macros = Files.list(Path.of("macros"))) {
			for (final Path macro : macros.filter(file -> file.toString().endsWith(".ijm")).toList()) {
				final Set<String> words = new HashSet<>();
				final Matcher prompt = PROMPT.matcher(Files.readString(macro));
				while (prompt.find())
					assertTrue(words.add(prompt.group(1)), () -> macro + " asks twice for " + prompt.group(1));
				assertTrue(words.size() > 1, () -> macro + " asks for nothing");
			}
		}
	}
}
