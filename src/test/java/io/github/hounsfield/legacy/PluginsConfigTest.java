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
package io.github.hounsfield.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.scijava.annotations.Index;
import org.scijava.annotations.IndexItem;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/**
 * plugins.config, which ImageJ reads, says the same as the commands' annotations, which Fiji reads. Also tests
 * {@code CommandBridge} and {@code MacroEditor}.
 */
class PluginsConfigTest {

	private static final Path COMMANDS = Path.of(System.getProperty("hounsfield.target", "target"), "classes", "io",
		"github", "hounsfield", "command");
	private static final Pattern LINE = Pattern.compile("Plugins>(.+), \"([^\",]+)\", ([\\w.]+)\\(\"([\\w.]+)\"\\)");

	/** Of the actions. */
	private static List<Matcher> lines() throws IOException {
		return all().stream().filter(line -> !line.group(3).equals(MacroEditor.class.getName())).toList();
	}

	private static List<Matcher> all() throws IOException {
		return Files.readAllLines(Path.of("plugins.config")).stream().filter(line -> !line.startsWith("#")).map(line -> {
			final Matcher matcher = LINE.matcher(line);
			assertTrue(matcher.matches(), line);
			return matcher;
		}).collect(Collectors.toList());
	}

	@Test
	void everyMacroStandsInTheMenu() throws Exception {
		final List<String> named = all().stream().filter(line -> line.group(3).equals(MacroEditor.class.getName())).peek(
			line -> assertEquals("Hounsfield>Macros " + line.group(4).replace('_', ' '), line.group(1) + " " + line.group(2)))
			.map(line -> line.group(4)).sorted().toList();
		try (Stream<Path> files = Files.list(Path.of("macros"))) {
			assertEquals(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".ijm")).sorted()
				.toList(), named);
		}
	}

	@Test
	void everyLineRunsTheBridge() throws Exception {
		final List<String> labels = lines().stream().map(line -> line.group(2)).collect(Collectors.toList());
		assertTrue(labels.containsAll(List.of("Open DICOM Series", "Convert to HU", "Apply Lung Window",
			"Detect Faces (Haar)")), labels::toString);
		for (final Matcher line : lines()) assertEquals(CommandBridge.class.getName(), line.group(3), line.group());
	}

	@Test
	void labelsAndPathsAreThoseOfTheCommands() throws Exception {
		assumeTrue(Files.isDirectory(COMMANDS), "There are no commands yet to compare with");
		for (final Matcher line : lines()) {
			final Class<? extends Command> type = Class.forName(line.group(4)).asSubclass(Command.class);
			final CommandInfo info = new CommandInfo(type, type.getAnnotation(Plugin.class));
			assertEquals("Plugins > " + line.group(1).replace(">", " > ") + " > " + line.group(2),
				info.getMenuPath().getMenuString(), line
				.group());
		}
	}

	/** Fiji sorts a menu by the weights of its leaves; plain ImageJ takes the lines as they stand. */
	@Test
	void theOrderIsTheSameInBothHosts() throws Exception {
		final Map<String, Double> weights = new LinkedHashMap<>();
		final Map<String, String> macros = new LinkedHashMap<>();
		for (final IndexItem<Plugin> item : Index.load(Plugin.class, PluginsConfigTest.class.getClassLoader())) {
			final Menu[] menu = item.annotation().menu();
			if (menu.length < 3 || !menu[1].label().equals("Hounsfield") || item.className().contains("Fixture")) continue;
			final Menu leaf = menu[menu.length - 1];
			weights.put(leaf.label(), leaf.weight());
			if (item.className().startsWith(MacroMenu.class.getName())) macros.put(leaf.label(), menu[2].label());
		}
		final List<String> sorted = weights.keySet().stream().sorted(Comparator.comparing(weights::get)).toList();
		assertEquals(all().stream().map(line -> line.group(2)).toList(), sorted);
		assertEquals(sorted.size(), Set.copyOf(weights.values()).size(), "no two weights are the same: " + weights);
		assertEquals(all().stream().filter(line -> line.group(3).equals(MacroEditor.class.getName())).map(line -> line.group(
			2)).collect(Collectors.toSet()), macros.keySet());
		assertEquals(Set.of("Macros"), Set.copyOf(macros.values()));
	}

	@Test
	void everyInputOfEveryCommandCanBeGivenByAMacro() throws Exception {
		assumeTrue(Files.isDirectory(COMMANDS), "There are no commands yet to look at");
		for (final Matcher line : lines()) {
			final Class<? extends Command> type = Class.forName(line.group(4)).asSubclass(Command.class);
			final BridgedCommand command = new BridgedCommand(type, SharedContext.forCommand(type));
			final List<String> keys = command.inputs().stream().map(CommandInput::key).collect(Collectors.toList());
			for (final CommandInput input : command.inputs()) {
				final boolean javaHasIt = SourceVersion.isKeyword(input.key()) && input.name().matches("[A-Z][a-z]+");
				assertTrue(javaHasIt || input.name().matches("[a-z]+"), line.group(4) + ": " + input.name() +
					" is no single lower-case word");
				for (final String key : keys) assertTrue(key.equals(input.key()) || !key.endsWith(input.key()), line.group(4) +
					": " + input.key() + " is the tail of " + key);
			}
		}
	}
}
