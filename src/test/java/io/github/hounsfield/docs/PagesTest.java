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
package io.github.hounsfield.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.command.FindingGuide;
import io.github.hounsfield.series.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Proves that the pages tell what the program has: every {@link Finding.Kind} with its severity and its guide, every
 * action of the menu with its keys, links that lead somewhere, a README that a person reads to its end, and lines that
 * fit a window. Also tests {@code FindingGuide}.
 */
class PagesTest {

	private static final Path DOCS = Path.of("docs");
	private static final int README_LINES = 150;
	private static final int LINE = 120;

	private static String page(final String name) throws IOException {
		return Files.readString(DOCS.resolve(name));
	}

	@Test
	void everyFindingHasItsRow() throws IOException {
		final String text = page("findings.md");
		final List<String> missing = new ArrayList<>();
		for (final Finding.Kind kind : Finding.Kind.values()) {
			final Matcher row = Pattern.compile("^\\| [^|]*`" + kind + "`[^|]*\\((warning|note)s?\\) \\|", Pattern.MULTILINE)
				.matcher(text);
			if (!row.find() || row.group(1).equals("warning") != kind.isWarning()) missing.add(kind.toString());
		}
		assertEquals(List.of(), missing);
	}

	@Test
	void theReportBesideAnImageHasTheWordsOfThePage() throws IOException {
		final String text = page("findings.md");
		for (final Finding.Kind kind : Finding.Kind.values()) {
			final FindingGuide guide = FindingGuide.of(kind);
			final Matcher row = Pattern.compile("^\\| [^|]*`" + kind + "`[^|]*\\| (.*?) \\| (.*?) \\| (.*?) \\|$",
				Pattern.MULTILINE).matcher(text);
			assertTrue(row.find(), kind::toString);
			assertEquals(List.of(row.group(1), row.group(2), row.group(3)), List.of(guide.meaning(), guide.effect(), guide
				.advice()));
		}
	}

	@Test
	void everyActionOfTheMenuStandsAmongTheKeys() throws IOException {
		final String text = page("macros.md");
		final List<String> missing = new ArrayList<>();
		for (final String line : Files.readAllLines(Path.of("plugins.config"))) {
			final Matcher label = Pattern.compile("\"([^\"]+)\", io\\.\\S+CommandBridge").matcher(line);
			if (label.find() && !text.contains(label.group(1))) missing.add(label.group(1));
		}
		assertEquals(List.of(), missing);
	}

	@Test
	void linksLeadSomewhere() throws IOException {
		final List<String> broken = new ArrayList<>();
		for (final Path one : pages()) {
			final Matcher link = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)").matcher(Files.readString(one));
			while (link.find())
				if (!Files.exists(one.toAbsolutePath().resolveSibling(link.group(1)))) broken.add(one + ": " + link.group(1));
		}
		assertEquals(List.of(), broken);
	}

	private static List<Path> pages() throws IOException {
		try (Stream<Path> pages = Stream.concat(Files.list(DOCS), Stream.of(Path.of("README.md"), Path.of("NOTICE.md"), Path
			.of("spark/README.md"))))
		{
			return pages.filter(path -> path.toString().endsWith(".md")).toList();
		}
	}

	/** A heading's anchor is its words in lower case, with hyphens between. */
	@Test
	void anchorsAreHeadings() throws IOException {
		final List<String> broken = new ArrayList<>();
		for (final Path one : pages()) {
			final Matcher link = Pattern.compile("\\]\\(([^)#:]*)#([^)]*)\\)").matcher(Files.readString(one));
			while (link.find()) {
				final Path to = link.group(1).isEmpty() ? one : one.toAbsolutePath().resolveSibling(link.group(1));
				final String text = Files.exists(to) ? Files.readString(to) : "";
				if (text.lines().filter(line -> line.startsWith("#")).noneMatch(line -> anchor(line).equals(link.group(2))))
					broken.add(one + ": " + link.group());
			}
		}
		assertEquals(List.of(), broken);
	}

	private static String anchor(final String heading) {
		return heading.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
	}

	@Test
	void anchorsAreMadeOfHeadings() {
		assertEquals("what-is-read-1-bit", anchor("## What is read: 1 bit"));
	}

	/** Also that no picture lies about that no page shows. */
	@Test
	void pagesForUsersHavePictures() throws IOException {
		final Set<String> shown = new TreeSet<>();
		for (final Path one : pages()) {
			final Matcher picture = Pattern.compile("images/([\\w-]+\\.png)").matcher(Files.readString(one));
			while (picture.find())
				shown.add(picture.group(1));
		}
		try (Stream<Path> files = Files.list(DOCS.resolve("images"))) {
			assertEquals(new TreeSet<>(files.map(file -> file.getFileName().toString()).toList()), shown);
		}
		for (final String page : List.of("guide.md", "macros.md", "findings.md", "formats.md"))
			assertTrue(page(page).contains("](images/"), page);
	}

	/** {@code `series/GeometryCheck`} and {@code `series.SeriesGrouper`} are classes, lower case alone a package. */
	@Test
	void whatThePictureOfTheCodeNamesIsThere() throws IOException {
		final List<String> missing = new ArrayList<>();
		final Matcher name = Pattern.compile("`((?:[a-z0-9]+[./])+)([A-Z]\\w+)(?:\\.\\w+)?`").matcher(page(
			"ARCHITECTURE.md"));
		while (name.find())
			if (!Files.exists(Path.of("src/main/java/io/github/hounsfield", name.group(1).replace('.', '/'), name.group(2) +
				".java"))) missing.add(name.group());
		assertEquals(List.of(), missing);
	}

	/** Codecs are one room, and so is what speaks to archives. */
	@Test
	void everyRoomStandsInThePictureOfTheCode() throws IOException {
		final String text = page("ARCHITECTURE.md");
		final Path root = Path.of("src/main/java/io/github/hounsfield");
		final List<String> missing = new ArrayList<>();
		try (Stream<Path> rooms = Files.walk(root)) {
			for (final Path one : rooms.filter(path -> path.endsWith("package-info.java")).toList()) {
				final String room = root.relativize(one.getParent()).toString().replace('\\', '/').replaceAll(
					"^(codec|archive)/.*", "$1");
				if (!Pattern.compile("(?m)(^|   )" + room + "/? ").matcher(text).find()) missing.add(room);
			}
		}
		assertEquals(List.of(), missing);
	}

	/** Text blocks are macros of their own, which break lines where macros do. */
	@Test
	void linesOfCodeAreAtMost120Characters() throws IOException {
		final List<String> longer = new ArrayList<>();
		try (Stream<Path> sources = Files.walk(Path.of("src"))) {
			for (final Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
				boolean block = false;
				int number = 0;
				for (final String line : Files.readAllLines(source)) {
					number++;
					final boolean turns = line.split("\"\"\"", -1).length % 2 == 0;
					if (line.length() > LINE && !block && !turns && !line.startsWith("import ")) longer.add(source + ":" + number);
					block ^= turns;
				}
			}
		}
		assertEquals(List.of(), longer);
	}

	@Test
	void theReadmeIsShort() throws IOException {
		final int lines = Files.readAllLines(Path.of("README.md")).size();
		assertTrue(lines <= README_LINES, lines + " lines");
	}
}
