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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.Macro;
import io.github.hounsfield.command.ApplyLungWindow;
import io.github.hounsfield.command.BlurDetectedFaces;
import io.github.hounsfield.command.ConvertToHu;
import io.github.hounsfield.command.OpenDicomSeries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;

/** What a macro's options do to the suite's commands where SciJava runs them, as in Fiji. */
class MacroOptionsPreprocessorTest {

	private static Context context;

	@TempDir
	private static Path folder;

	@BeforeAll
	static void start() {
		context = new Context();
	}

	@AfterAll
	static void end() {
		context.dispose();
	}

	private record Processed(Module module, MacroOptionsPreprocessor preprocessor) {

		/** Names of the inputs, but for services, that nobody is asked for. */
		List<String> resolved() {
			final List<String> names = new ArrayList<>();
			for (final ModuleItem<?> item : module.getInfo().inputs())
				if (!context.isInjectable(item.getType()) && module.isInputResolved(item.getName())) names.add(item.getName());
			return names;
		}
	}

	/** In a thread such as {@code run(...)} has, with its options. */
	private static Processed process(final Class<? extends Command> type, final String options,
		final Map<String, Object> given) throws Exception
	{
		final Processed processed = new Processed(module(type), new MacroOptionsPreprocessor());
		given.forEach((name, value) -> {
			processed.module.setInput(name, value);
			processed.module.resolveInput(name);
		});
		context.inject(processed.preprocessor);
		final Thread thread = new Thread(() -> {
			Macro.setOptions(options);
			processed.preprocessor.process(processed.module);
			Macro.setOptions(null);
		}, "Run$_test");
		thread.start();
		thread.join();
		return processed;
	}

	private static Module module(final Class<? extends Command> type) throws ModuleException {
		return context.service(CommandService.class).getCommand(type).createModule();
	}

	@Test
	void missingKeysKeepTheirDefaultsAndNobodyIsAsked() throws Exception {
		final Processed open = process(OpenDicomSeries.class, "path=[" + folder + "] virtual", Map.of());
		assertFalse(open.preprocessor.isCanceled());
		assertEquals(List.of("path", "series", "more", "resample", "recursive", "virtual", "untilt", "anonymize"), open
			.resolved());
		assertEquals(folder.toFile(), open.module.getInput("path"));
		assertEquals(true, open.module.getInput("virtual"));
		assertEquals(true, open.module.getInput("recursive"));
		assertEquals("", open.module.getInput("series"));
	}

	@Test
	void theActiveImageIsLeftToTheHost() throws Exception {
		final Processed convert = process(ConvertToHu.class, "padding=NaN", Map.of());
		assertEquals(List.of("output", "padding", "slope", "intercept", "mask", "force"), convert.resolved());
		assertEquals("NaN", convert.module.getInput("padding"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "virtuel=true path=. | Unknown parameter \"virtuel\": this command has path, series",
		"series=largest | path: nothing was given, needed is an existing file or folder",
		"path=/no/such | path: \"/no/such\" was given, allowed is an existing file or folder",
		"path=. virtual=yes | virtual: \"yes\" was given, allowed is true or false",
		"path=[. | path: the bracket that begins its value is not closed" })
	void whatIsNotAllowedCancelsWithItsReason(final String options, final String reason) throws Exception {
		final Processed open = process(OpenDicomSeries.class, options, Map.of());
		assertTrue(open.preprocessor.isCanceled(), options);
		assertTrue(open.preprocessor.getCancelReason().startsWith(reason), open.preprocessor::getCancelReason);
	}

	@Test
	void aWordIsNoNumber() throws Exception {
		assertEquals("width: \"abc\" was given, allowed is a number", process(ApplyLungWindow.class,
			"preset=Custom width=abc", Map.of()).preprocessor.getCancelReason());
		assertEquals("margin: \"201\" was given, allowed is a number from 0 to 200", process(BlurDetectedFaces.class,
			"margin=201", Map.of()).preprocessor.getCancelReason());
	}

	@Test
	void aLineWithoutOptionsAndAScriptThatGivesInputsAreLeftAlone() throws Exception {
		for (final String options : new String[] { null, "", " " })
			assertEquals(List.of(), process(ConvertToHu.class, options, Map.of()).resolved());
		final Processed script = process(ConvertToHu.class, "folder=/of/the/script", Map.of("padding", "Keep"));
		assertFalse(script.preprocessor.isCanceled());
		assertEquals(List.of("padding"), script.resolved());
	}

	@Test
	void otherCommandsAreLeftAlone() throws Exception {
		final Processed other = process(FixtureCommand.class, "virtuel=true", Map.of());
		assertFalse(other.preprocessor.isCanceled());
		assertEquals(List.of(), other.resolved());
	}

	@Test
	void standsBeforeWhatFillsOrAsks() {
		final List<String> order = context.service(PluginService.class).getPluginsOfType(PreprocessorPlugin.class).stream()
			.map(info -> info.getClassName().replaceFirst(".*\\.", "")).collect(Collectors.toList());
		assertTrue(order.contains("MacroOptionsPreprocessor"), order::toString);
		for (final String later : List.of("DefaultValuePreprocessor", "FilePreprocessor", "LoadInputsPreprocessor",
			"CheckInputsPreprocessor"))
			assertTrue(order.indexOf("MacroOptionsPreprocessor") < order.indexOf(later), order::toString);
	}
}
