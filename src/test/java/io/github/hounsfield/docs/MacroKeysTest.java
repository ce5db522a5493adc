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

import ij.ImagePlus;
import io.github.hounsfield.command.ConvertToHu;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.Service;
import org.scijava.util.ClassUtils;

/**
 * Proves that the table of keys in docs/macros.md is that of the actions, such as {@link ConvertToHu}: every key of
 * every action and no other, with its label, and with the default and the range that the action declares.
 */
class MacroKeysTest {

	private static final Path COMMANDS = Path.of("src/main/java/io/github/hounsfield/command");

	/** A key's row, which several keys may share. */
	private record Row(List<String> keys, List<String> labels, String values, String initial) {}

	@Test
	void theTableHasEachKeyWithItsLabelItsDefaultAndItsRange() throws Exception {
		final Map<String, List<Row>> rows = rows();
		final Map<String, Class<?>> actions = actions();
		assertTrue(actions.size() > 20, actions::toString);
		final List<String> wrong = new ArrayList<>();
		for (final Map.Entry<String, Class<?>> action : actions.entrySet()) {
			final Map<String, Field> inputs = inputs(action.getValue());
			final Map<String, Row> told = new TreeMap<>();
			for (final Row row : rows.getOrDefault(action.getKey(), List.of()))
				row.keys.forEach(key -> told.put(key, row));
			if (!told.keySet().equals(new TreeMap<>(inputs).keySet())) wrong.add(action.getKey() + " has " + inputs.keySet() +
				", and the page " + told.keySet());
			for (final Map.Entry<String, Row> one : told.entrySet())
				if (inputs.containsKey(one.getKey())) check(action.getKey() + " " + one.getKey(), one.getKey(), one.getValue(),
					inputs.get(one.getKey()), wrong);
		}
		assertEquals(List.of(), wrong);
	}

	private static void check(final String name, final String key, final Row row, final Field field,
		final List<String> wrong) throws ReflectiveOperationException
	{
		final Parameter input = field.getAnnotation(Parameter.class);
		final String label = row.labels.get(row.keys.indexOf(key));
		if (!input.label().equals(label)) wrong.add(name + " is called '" + input.label() + "', on the page '" + label + "'");
		if (!input.min().isEmpty() && !input.max().isEmpty() && !row.values.contains("as above") && !row.values.contains(
			input.min() + " to " + input.max()) && !row.values.contains("not searched in just this way")) wrong.add(name +
				" is " + input.min() + " to " + input.max() + ", on the page " + row.values);
		if (row.keys.size() > 1) return;
		final Object command = field.getDeclaringClass().getDeclaredConstructor().newInstance();
		field.setAccessible(true);
		final String initial = text(field.get(command));
		final String said = row.initial.replaceAll("^`([^`]*)`.*", "$1");
		final boolean isPlain = field.getType().isPrimitive();
		if (isPlain && !said.equals(initial)) wrong.add(name + " is " + initial + " by default, on the page " + said);
	}

	private static String text(final Object value) {
		return value instanceof Double number && number == Math.rint(number) ? Long.toString(Math.round(number)) : String
			.valueOf(value);
	}

	/** What a macro can give: no service, image or message. */
	private static Map<String, Field> inputs(final Class<?> command) {
		final Map<String, Field> inputs = new LinkedHashMap<>();
		for (final Field field : ClassUtils.getAnnotatedFields(command, Parameter.class)) {
			final Parameter input = field.getAnnotation(Parameter.class);
			final Class<?> type = field.getType();
			final boolean isOfHost = Service.class.isAssignableFrom(type) || type == Context.class || type == ImagePlus.class;
			final boolean isGiven = input.type() != ItemIO.OUTPUT && input.visibility() == ItemVisibility.NORMAL && !isOfHost;
			if (isGiven) inputs.put(field.getName().toLowerCase(Locale.ROOT), field);
		}
		return inputs;
	}

	private static Map<String, Class<?>> actions() throws IOException, ClassNotFoundException {
		final Map<String, Class<?>> actions = new TreeMap<>();
		try (Stream<Path> files = Files.list(COMMANDS)) {
			for (final Path file : files.toList()) {
				final String name = file.getFileName().toString().replace(".java", "");
				if (name.equals("package-info")) continue;
				final Class<?> type = Class.forName(ConvertToHu.class.getPackageName() + "." + name);
				final Plugin plugin = type.getAnnotation(Plugin.class);
				if (plugin == null || plugin.type() != Command.class || plugin.menu().length == 0) continue;
				final Menu[] menu = plugin.menu();
				actions.put(menu[menu.length - 1].label(), type);
			}
		}
		return actions;
	}

	private static Map<String, List<Row>> rows() throws IOException {
		final Map<String, List<Row>> rows = new LinkedHashMap<>();
		String action = "";
		boolean isTable = false;
		for (final String line : Files.readAllLines(Path.of("docs/macros.md"))) {
			if (line.startsWith("| action | key | in the dialog |")) isTable = true;
			else if (!line.startsWith("|")) isTable = false;
			else if (isTable && !line.startsWith("|---")) {
				final String[] cells = line.split(" ?\\| ?", -1);
				assertEquals(7, cells.length, line);
				if (!cells[1].isBlank()) action = cells[1];
				final List<String> keys = new ArrayList<>();
				final Matcher key = Pattern.compile("`([^`]+)`").matcher(cells[2]);
				while (key.find())
					keys.add(key.group(1));
				final List<String> labels = List.of(cells[3].split("(?<=[\\w)]), (?=[A-Z])"));
				assertEquals(keys.size(), labels.size(), line);
				rows.computeIfAbsent(action, none -> new ArrayList<>()).add(new Row(keys, labels, cells[4], cells[5]));
			}
		}
		return rows;
	}
}
