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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Proves that the test of a class can be found from its name. Each main class that decides something bears the name of
 * a test, or a test names it: in its Javadoc, or because it uses it.
 */
class NamedByTestsTest {

	/** A class that branches less often hands values on. */
	private static final int RULES = 4;

	/** Where a class decides. */
	private static final Pattern DECISION = Pattern.compile("\\b(if|for|while|switch|case|catch)\\b|[^<]\\?[^>,]");

	/** What is no code. */
	private static final Pattern NO_CODE =
		Pattern.compile("/\\*.*?\\*/|//[^\\n]*|\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)'",
		Pattern.DOTALL);

	private static final Pattern WORD = Pattern.compile("\\b[A-Z]\\w+");

	private static List<Path> sources(final String folder) throws IOException {
		final Path root = Path.of(folder);
		if (!Files.isDirectory(root)) return List.of();
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter(file -> file.toString().endsWith(".java")).toList();
		}
	}

	private static int decisions(final String source) {
		final Matcher decision = DECISION.matcher(NO_CODE.matcher(source).replaceAll(" "));
		int count = 0;
		while (decision.find())
			count++;
		return count;
	}

	@Test
	void everyClassWithRulesIsNamedByATest() throws IOException {
		final Set<String> named = new HashSet<>();
		for (final String folder : List.of("src/test/java", "src/fiji-test/java", "src/dcm4che-test/java"))
			for (final Path test : sources(folder)) {
				final String source = Files.readString(test);
				final Matcher word = WORD.matcher(source.substring(source.indexOf("package ")));
				while (word.find())
					named.add(word.group());
				named.add(name(test).replaceFirst("(RealData|Fuzz|Window|Macro)?Test$", ""));
			}
		final List<Path> classes = sources("src/main/java");
		assertTrue(classes.size() > 500, classes.size() + " classes");
		final Set<String> unnamed = new TreeSet<>();
		for (final Path one : classes)
			if (!named.contains(name(one)) && decisions(Files.readString(one)) >= RULES) unnamed.add(name(one));
		assertEquals(Set.of(), unnamed, "name each in the Javadoc of the test that tests it, or write that test");
	}

	@Test
	void decisionsAreCountedInCodeAlone() {
		final List<Integer> counts = new ArrayList<>();
		for (final String source : List.of("/** if */ // for\nint a = 1; String s = \"? if\";", "if (a) b = c ? d : e;",
			"Class<?> c; for (;;) switch (d) { case 1: }"))
			counts.add(decisions(source));
		assertEquals(List.of(0, 2, 3), counts);
	}

	private static String name(final Path source) {
		return source.getFileName().toString().replace(".java", "");
	}
}
