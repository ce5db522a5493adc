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
package io.github.hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ShortProcessor;
import io.github.hounsfield.host.SessionChoices;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.awt.EventQueue;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.display.Display;
import org.scijava.event.EventService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.ui.AbstractUserInterface;
import org.scijava.ui.DialogPrompt;
import org.scijava.ui.UserInterface;
import org.scijava.ui.viewer.DisplayWindow;
import org.scijava.widget.InputHarvester;

/**
 * What a person meets in a host with a window, as scijava-common and its swing interface treat commands: one dialog for
 * a refusal, none for a script's remaining inputs, and no warning for a result. Also tests {@code OpenDicomSeries},
 * {@code MacroFailureService}, {@code ImageCheckPreprocessor}, {@code RequiredInputsPreprocessor},
 * {@code SessionChoices} and {@code SessionChoicesPreprocessor}.
 */
@Isolated
class HostWithWindowTest {

	private static final List<String> DIALOGS = Collections.synchronizedList(new ArrayList<>());
	private static final List<String> ASKED = Collections.synchronizedList(new ArrayList<>());
	private static final Map<String, String> SHOWN = Collections.synchronizedMap(new HashMap<>());
	private static final Map<String, Object> ANSWERS = new HashMap<>();
	private static final List<String> WARNINGS = Collections.synchronizedList(new ArrayList<>());

	/** A window that only notes its dialogs. */
	public static final class Window extends AbstractUserInterface {

		@Override
		public boolean isVisible() {
			return true;
		}

		@Override
		public void show(final Display<?> display) {}

		@Override
		public DisplayWindow createDisplayWindow(final Display<?> display) {
			return null;
		}

		@Override
		public DialogPrompt dialogPrompt(final String message, final String title, final DialogPrompt.MessageType type,
			final DialogPrompt.OptionType options)
		{
			return () -> {
				DIALOGS.add(title + " | " + message);
				return DialogPrompt.Result.OK_OPTION;
			};
		}

		@Override
		public File chooseFile(final String title, final File file, final String style) {
			throw new AssertionError("asks for a file");
		}

		@Override
		public void showContextMenu(final String menu, final Display<?> display, final int x, final int y) {}

		@Override
		public boolean requiresEDT() {
			return false;
		}
	}

	/** Notes what SciJava's dialog would ask for, and answers. */
	public static final class Asking extends AbstractPreprocessorPlugin {

		@Override
		public void process(final Module module) {
			module.getInfo().inputs().forEach(input -> {
				if (module.isInputResolved(input.getName())) return;
				ASKED.add(input.getName());
				SHOWN.put(input.getName(), String.valueOf(module.getInput(input.getName())));
				if (ANSWERS.containsKey(input.getName())) module.setInput(input.getName(), ANSWERS.get(input.getName()));
			});
		}
	}

	private static Context context;

	@BeforeAll
	static void start() {
		context = new Context();
		final PluginService plugins = context.service(PluginService.class);
		plugins.addPlugin(new PluginInfo<>(Window.class, UserInterface.class));
		final PluginInfo<PreprocessorPlugin> asking = new PluginInfo<>(Asking.class, PreprocessorPlugin.class);
		asking.setPriority(InputHarvester.PRIORITY);
		plugins.addPlugin(asking);
		context.service(LogService.class).addLogListener(message -> {
			if (message.level() <= LogLevel.WARN) WARNINGS.add(message.text());
		});
	}

	@AfterAll
	static void stop() {
		context.dispose();
	}

	@BeforeEach
	void forget() {
		List.of(DIALOGS, ASKED, WARNINGS).forEach(List::clear);
		List.of(SHOWN, ANSWERS).forEach(Map::clear);
		SessionChoices.forget();
	}

	private static CommandModule run(final Class<? extends Command> command, final Object... inputs) throws Exception {
		final CommandModule module = context.service(CommandService.class).run(command, true, inputs).get();
		// warnings are told to the window by an event that comes later: after this one it has come
		final EventService events = context.service(EventService.class);
		final Thread waiting = Thread.currentThread();
		EventQueue.invokeAndWait(() -> events.publish(new StatusEvent("after " + waiting.getName())));
		return module;
	}

	private static ImagePlus plain() {
		return new ImagePlus("plain", new ShortProcessor(2, 1, new short[] { 0, 100 }, null));
	}

	@Test
	void aRefusalIsOneDialogUnderTheNameOfTheAction() throws Exception {
		final ByteArrayOutputStream err = new ByteArrayOutputStream();
		final PrintStream before = System.err;
		final CommandModule refused;
		System.setErr(new PrintStream(err, true));
		try {
			refused = run(ConvertToHu.class, "image", plain());
		}
		finally {
			System.setErr(before);
		}
		assertTrue(refused.isCanceled());
		assertEquals(List.of("Convert to HU | " + refused.getCancelReason()), DIALOGS.stream().map(dialog -> dialog.replace(
			"\n", " ")).toList());
		assertTrue(refused.getCancelReason().startsWith("'plain' has no DICOM header"), refused.getCancelReason());
		assertEquals("", err.toString());
	}

	@Test
	void anImageThatIsMissingIsSaidBeforeTheDialog() throws Exception {
		run(ConvertToHu.class);
		assertEquals(List.of(), ASKED);
		assertEquals(List.of("Convert to HU | No image is open, and Convert to HU works on one. Open one with Plugins > " +
			"Hounsfield > Open DICOM Series or Open Sample, or with File > Open."), DIALOGS.stream().map(
				dialog -> dialog.replace("\n", " ")).toList());
	}

	@Test
	void anInputThatIsMissingIsCalledByItsLabel() throws Exception {
		final CommandModule refused = run(OpenDicomSeries.class, "series", "1");
		assertEquals("'Folder or file' (path) is missing.", refused.getCancelReason());
		assertEquals(List.of("Open DICOM Series | 'Folder or file' (path) is missing."), DIALOGS);
	}

	@Test
	void aScriptIsNotAskedForTheRest(@TempDir final Path folder) throws Exception {
		new CtSeriesWriter(32, 2, 10, 5, 0, 1).write(folder);
		final CommandModule opened = run(OpenDicomSeries.class, "path", folder.toFile(), "series", "largest");
		assertEquals(List.of(), ASKED);
		final CommandModule converted = run(ConvertToHu.class, "image", opened.getOutput("image"));
		assertEquals(List.of(), ASKED);
		assertEquals(32, ((ImagePlus) converted.getOutput("hu")).getBitDepth());
		run(OpenDicomSeries.class);
		assertTrue(ASKED.contains("series"), "without any input, a dialog asks: " + ASKED);
	}

	/** A warning would open Fiji's Console beside the dialog, which says it already. */
	@Test
	void aFolderOfBrokenFilesIsRefusedInOneDialog(@TempDir final Path folder) throws Exception {
		final Path file = new CtSeriesWriter(32, 1, 10, 5, 0, 1).write(folder).get(0);
		final byte[] whole = Files.readAllBytes(file);
		Files.write(file, Arrays.copyOf(whole, whole.length - 9));
		run(OpenDicomSeries.class, "path", folder.toFile(), "series", "largest");
		assertEquals(1, DIALOGS.size(), DIALOGS::toString);
		assertTrue(DIALOGS.get(0).replace('\n', ' ').contains("the file ends before its pixels do"), DIALOGS::toString);
		assertEquals(List.of(), WARNINGS);
	}

	@Test
	void aDialogBeginsWithWhatTheLastOneHad(@TempDir final Path folder) throws Exception {
		ANSWERS.putAll(Map.of("path", folder.toFile(), "resample", "even", "series", "1"));
		run(OpenDicomSeries.class);
		ANSWERS.clear();
		run(OpenDicomSeries.class);
		assertEquals(folder.toString(), SHOWN.get("path"));
		assertEquals("even", SHOWN.get("resample"));
		assertEquals("", SHOWN.get("series"), "belongs to one folder");
		run(ListDicomSeries.class);
		assertEquals(folder.toString(), SHOWN.get("path"));
		new CtSeriesWriter(32, 2, 10, 5, 0, 1).write(folder);
		final CommandModule scripted = run(OpenDicomSeries.class, "path", folder.toFile());
		assertEquals("none", scripted.getInput("resample"), "a script's missing keys are the defaults");
	}

	@Test
	void resultsForScriptsGiveNoWarning() throws Exception {
		final ImagePlus photograph;
		try (InputStream in = getClass().getResourceAsStream("/io/github/hounsfield/sample/astronaut.png")) {
			photograph = new ImagePlus("astronaut", ImageIO.read(in));
		}
		assertEquals(1, ((List<?>) run(DetectFaces.class, "image", photograph, "neighbors", 5).getOutput(
			"detections")).size());
		final ImagePlus numbers = plain();
		run(ConvertToHu.class, "image", numbers, "slope", "1", "intercept", "-1024", "force", true);
		assertEquals(List.of(), WARNINGS.stream().filter(line -> line.contains("unsupported")).toList());
	}
}
