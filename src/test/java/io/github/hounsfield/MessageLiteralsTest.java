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

import io.github.hounsfield.command.Hints;
import io.github.hounsfield.host.DomainCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/**
 * Proves that only actions speak of macro keys and of the menu, as {@link Hints} does for {@link DomainCommand}: no
 * text below them holds a key such as {@code force=}, the label of an action, or a menu of ImageJ.
 */
class MessageLiteralsTest {

	private static final Path SOURCES = Path.of("src/main/java/io/github/hounsfield");

	/** The packages that have the keys and the menu. */
	private static final List<String> ABOVE = List.of("command", "host", "legacy");

	/** What is no hint: the text by its file, and the reason. */
	private static final Map<String, String> ALLOWED = Map.ofEntries(
		Map.entry("archive/web/Qido.java: includefield=", "a query of QIDO-RS, PS3.18 8.3.4"),
		Map.entry("archive/web/Qido.java: limit=", "a query of QIDO-RS, PS3.18 8.3.4"),
		Map.entry("archive/web/Qido.java: offset=", "a query of QIDO-RS, PS3.18 8.3.4"),
		Map.entry("archive/web/Stow.java: type=", "a parameter of a media type, RFC 2387"),
		Map.entry("archive/web/Stow.java: boundary=", "a parameter of a media type, RFC 2046"),
		Map.entry("archive/web/Wado.java: type=", "a parameter of a media type, RFC 2387"),
		Map.entry("archive/web/Wado.java: syntax=", "a parameter of a media type, PS3.18 8.7.3.5"),
		Map.entry("imagej/archive/RetrievalList.java: patient=", "the format of the lines of a list, no key"),
		Map.entry("imagej/open/SeriesChooser.java: Open DICOM Series", "the title of the action's window"),
		Map.entry("imagej/archive/ArchiveBrowser.java: Open from DICOM Archive", "the title of the action's window"),
		Map.entry("imagej/archive/ArchivesWindow.java: DICOM Archives", "the title of the action's window"),
		Map.entry("imagej/archive/SendQuestion.java: Send to DICOM Archive", "the title of the action's window"),
		Map.entry("imagej/pixels/ImageGeometry.java: Image > ", "what may have lost the place of an image, no hint"),
		Map.entry("imagej/lung/DensityMeasurement.java: Lung Mask", "a value in the table: what made the mask"),
		Map.entry("imagej/save/MaskPixels.java: Lung Mask", "SegmentAlgorithmName of the files that are written"),
		Map.entry("intensity/LookupTable.java: entries=", "toString, for a debugger"),
		Map.entry("intensity/LookupTable.java: firstMapped=", "toString, for a debugger"),
		Map.entry("intensity/LookupTable.java: bits=", "toString, for a debugger"));

	/** A comment, a text block, a text or a character, whichever begins first. */
	private static final Pattern TOKEN = Pattern.compile(
		"/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"((?:[^\"\\\\]|\\\\.)*)\"|'(?:[^'\\\\]|\\\\.[^']*)'", Pattern.DOTALL);

	/** A tag with its attributes. */
	private static final Pattern HTML = Pattern.compile("<\\w[^>]*>");

	/** What joins two parts of one text. */
	private static final Pattern JOINT = Pattern.compile("\\s*\\+\\s*");

	@Test
	void noTextBelowTheActionsNamesAKeyOrTheMenu() throws IOException {
		final Set<String> labels = labels();
		assertTrue(labels.contains("Convert to HU") && labels.size() > 15, labels::toString);
		final Pattern key = Pattern.compile("(?<!\\\\)\\b[A-Za-z]\\w*=|\\b(File|Edit|Image|Process|Analyze|Plugins) > ");
		final Set<String> found = new TreeSet<>();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			for (final Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
				final String name = SOURCES.relativize(file).toString().replace('\\', '/');
				if (ABOVE.contains(name.substring(0, Math.max(0, name.indexOf('/'))))) continue;
				for (final String literal : texts(Files.readString(file))) {
					final String text = HTML.matcher(literal).replaceAll("");
					final Matcher keys = key.matcher(text);
					while (keys.find())
						found.add(name + ": " + keys.group());
					for (final String label : labels)
						if (text.contains(label)) found.add(name + ": " + label);
				}
			}
		}
		final Set<String> forbidden = new TreeSet<>(found);
		forbidden.removeAll(ALLOWED.keySet());
		assertEquals(Set.of(), forbidden, "give the problem a kind, and let command/Hints say what helps");
		final Set<String> gone = new HashSet<>(ALLOWED.keySet());
		gone.removeAll(found);
		assertEquals(Set.of(), gone, "exceptions that nothing needs any more");
	}

	@Test
	void textsAreFoundWhereverTheyStand() {
		assertEquals(List.of("with force=true", "b"), texts(
			"/* \"no\" */ f(\"with \" +\n\t\"force=true\", '\"', \"b\"); // \"no\""));
	}

	/** The texts of a source, each in one piece where it is put together from several. */
	private static List<String> texts(final String source) {
		final List<String> texts = new ArrayList<>();
		final Matcher token = TOKEN.matcher(source);
		int end = -1;
		while (token.find()) {
			if (token.group(1) == null && !token.group().startsWith("\"\"\"")) continue;
			final String text = token.group(1) == null ? token.group() : token.group(1);
			if (end >= 0 && JOINT.matcher(source.substring(end, token.start())).matches()) texts.add(texts.remove(texts
				.size() - 1) + text);
			else texts.add(text);
			end = token.end();
		}
		return texts;
	}

	/** The labels of the menu, from the actions themselves. */
	private static Set<String> labels() throws IOException {
		final Set<String> labels = new TreeSet<>();
		try (Stream<Path> files = Files.list(SOURCES.resolve("command"))) {
			for (final Path file : files.toList()) {
				final String name = file.getFileName().toString().replace(".java", "");
				if (name.equals("package-info")) continue;
				final Plugin plugin;
				try {
					plugin = Class.forName(DomainCommand.class.getPackageName().replace("host", "command") + "." + name)
						.getAnnotation(Plugin.class);
				}
				catch (final ClassNotFoundException e) {
					throw new IOException(e);
				}
				if (plugin == null) continue;
				final Menu[] menu = plugin.menu();
				if (menu.length > 0) labels.add(menu[menu.length - 1].label());
			}
		}
		return labels;
	}
}
