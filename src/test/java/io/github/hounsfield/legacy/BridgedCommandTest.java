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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.WindowManager;
import io.github.hounsfield.host.MacroText;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * What arrives in a command's inputs, and what is refused. Also tests {@code SharedContext}, {@code MacroText},
 * {@code MacroLine}, {@code NumberRule} and {@code FileRule}.
 */
class BridgedCommandTest {

	@TempDir
	Path folder;

	static BridgedCommand fixture() {
		return new BridgedCommand(FixtureCommand.class, SharedContext.forCommand(FixtureCommand.class));
	}

	private static BridgedCommand filled(final String options) throws CommandFailedException {
		final BridgedCommand command = fixture();
		command.fill(MacroOptions.parse(options));
		command.initialize();
		command.check();
		return command;
	}

	private static Object input(final BridgedCommand command, final String name) {
		return command.module().getInput(name);
	}

	@Test
	void theLabelIsThatOfTheMenu() {
		assertEquals(Fixture.LABEL, fixture().label());
	}

	@Test
	void missingKeysKeepTheirDefaults() throws Exception {
		final BridgedCommand command = filled("");
		final Map<String, Object> expected = new TreeMap<>(Map.of("preset", "Lung (W 1500, L -600)", "width", 1500.0, "slope",
			Double.NaN, "neighbors", 3, "scale", 1.1f, "virtual", false, "recursive", true, "direction",
			FixtureCommand.Direction.DOWN, "series", "largest"));
		expected.forEach((name, value) -> assertEquals(value, input(command, name), name));
		assertNull(input(command, "minsize"));
		assertNull(input(command, "path"));
	}

	@Test
	void everyKindOfValueArrives() throws Exception {
		final Path file = Files.createFile(folder.resolve("a [1] b.dcm"));
		final BridgedCommand command = filled("path=[" + folder + "] folder=" + folder + " file=[" + file +
			"] preset=Bone width=.5e3 slope=-1.25 neighbors=+7 minsize=-3 scale=2 virtual recursive=false direction=UP " +
			"series=[1.2.840 x]");
		assertEquals(folder.toFile(), input(command, "path"));
		assertEquals(folder.toFile(), input(command, "folder"));
		assertEquals(file.toFile(), input(command, "file"));
		assertEquals("Bone", input(command, "preset"));
		assertEquals(500.0, input(command, "width"));
		assertEquals(-1.25, input(command, "slope"));
		assertEquals(7, input(command, "neighbors"));
		assertEquals(-3, input(command, "minsize"));
		assertEquals(2f, input(command, "scale"));
		assertEquals(true, input(command, "virtual"));
		assertEquals(false, input(command, "recursive"));
		assertEquals(FixtureCommand.Direction.UP, input(command, "direction"));
		assertEquals("1.2.840 x", input(command, "series"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"width=abc          | width is 'abc'; expected a number from 1 to 65535",
		"width=0.99         | width is '0.99'; expected a number from 1 to 65535",
		"width=65536        | width is '65536'; expected a number from 1 to 65535",
		"width=NaN          | width is 'NaN'; expected a number from 1 to 65535",
		"width=1e999        | width is '1e999'; expected a number from 1 to 65535",
		"width=1500f        | width is '1500f'; expected a number from 1 to 65535",
		"width=0x10p3       | width is '0x10p3'; expected a number from 1 to 65535",
		"width=1,5          | width is '1,5'; expected a number from 1 to 65535",
		"width=             | width is empty; expected a number from 1 to 65535",
		"width              | width is empty; expected a number from 1 to 65535",
		"scale=1            | scale is '1'; expected a number of at least 1.01",
		"neighbors=3.0      | neighbors is '3.0'; expected a whole number from 1 to 10",
		"neighbors=0        | neighbors is '0'; expected a whole number from 1 to 10",
		"minsize=4294967297 | minsize is '4294967297'; expected a whole number",
		"preset=bone        | preset is 'bone'; expected one of: Lung (W 1500, L -600) | Bone | Custom",
		"preset=            | preset is ''; expected one of: Lung (W 1500, L -600) | Bone | Custom",
		"direction=Up       | direction is 'Up'; expected one of: UP | DOWN",
		"virtual=1          | virtual is '1'; expected true or false",
		"virtual=TRUE       | virtual is 'TRUE'; expected true or false",
		"path=/no/such/one  | path is '/no/such/one'; there is no such file or folder",
		"file=/             | file is '/'; that is a folder; choose a file",
		"folder=/no/such    | folder is '/no/such'; there is no such folder",
		"image=nobody       | image is 'nobody'; expected the title of an open image",
		"act=forbidden      | act: this act is forbidden",
		"Width=1            | Unknown parameter 'Width'",
		"reset=true         | Unknown parameter 'reset'" })
	void refusesAndNamesTheParameter(final String options, final String message) {
		final String actual = assertThrows(CommandFailedException.class, () -> filled(options)).getMessage();
		assertTrue(actual.startsWith(message.replaceAll("\\s+$", "")), actual);
	}

	/** A command that needs a file and an image. */
	public static class Needy implements Command {

		@Parameter
		private File path;

		@Parameter
		private ij.ImagePlus image;

		@Override
		public void run() {
			throw new UnsupportedOperationException();
		}
	}

	@Test
	void aRequiredInputWithoutAValueIsRefused() throws Exception {
		WindowManager.setTempCurrentImage(null);
		final BridgedCommand command = new BridgedCommand(Needy.class, SharedContext.forCommand(Needy.class));
		assertEquals("No image is open, and Needy works on one. Open one with " +
			"Plugins > Hounsfield > Open DICOM Series or Open Sample, or with File > Open.", assertThrows(
				CommandFailedException.class, command::requireImage).getMessage());
		assertEquals("path is empty; expected a file that is there.", assertThrows(CommandFailedException.class,
			command::check).getMessage());
		command.fill(MacroOptions.parse("path=[" + Files.createFile(folder.resolve("x")) + "]"));
		assertEquals("image is empty; expected the title of an open image.", assertThrows(
			CommandFailedException.class, command::check).getMessage());
	}

	/** A command whose choices are known only when it runs. */
	@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Choose Series") })
	public static class Dynamic extends DynamicCommand {

		@Parameter(persist = false)
		private String series = "1: chest";

		@Override
		public void initialize() {
			getInfo().getMutableInput("series", String.class).setChoices(List.of("1: chest", "2: scout"));
		}

		@Override
		public void run() {
			throw new UnsupportedOperationException();
		}
	}

	@Test
	void choicesMayComeFromTheInitializer() throws Exception {
		final BridgedCommand command = new BridgedCommand(Dynamic.class, SharedContext.forCommand(Dynamic.class));
		assertEquals("Choose Series", command.label());
		command.fill(MacroOptions.parse("series=[2: scout]"));
		command.initialize();
		command.check();
		assertEquals("2: scout", input(command, "series"));
		assertEquals(List.of("1: chest", "2: scout"), new DialogModel(command).inputs().get(0).options());
		command.fill(MacroOptions.parse("series=[2: scout]"));
		command.module().setInput("series", "3");
		assertEquals("series is '3'; expected one of: 1: chest | 2: scout.", assertThrows(
			CommandFailedException.class, command::check).getMessage());
	}

	/** A command with an input that no macro can give. */
	public static class Odd implements Command {

		@Parameter
		private List<String> names;

		@Override
		public void run() {
			throw new UnsupportedOperationException();
		}
	}

	@Test
	void anInputOfAnUnknownTypeIsAFaultOfTheCommand() {
		final Context context = SharedContext.forCommand(Odd.class);
		final String message = assertThrows(IllegalArgumentException.class, () -> new BridgedCommand(Odd.class, context))
			.getMessage();
		assertTrue(message.contains("\"names\""), message);
	}

	@Test
	void aCanceledCommandFailsWithItsReason() throws Exception {
		final BridgedCommand command = filled("act=fail");
		assertEquals("slice-7.dcm: the file is cut off.", assertThrows(CommandFailedException.class, command::run)
			.getMessage());
	}

	@Test
	void theMacroLineRepeatsTheRun() throws Exception {
		final Path path = Files.createDirectory(folder.resolve("a b"));
		final String options = MacroLine.options(filled("path=[" + path + "] slope=2.5 width=300.25 series=[] act=x"));
		assertEquals("path=[" + path + "] preset=[Lung (W 1500, L -600)] width=300.25 slope=2.5 neighbors=3 scale=1.1 " +
			"virtual=false recursive=true direction=DOWN series=[] act=x", options);
		assertEquals(options, MacroLine.options(filled(options)));
	}

	@Test
	void theMacroLineIsAStatement() {
		assertEquals("run(\"Convert to HU\");\n", MacroText.statement("Convert to HU", "", false));
		assertEquals("run(\"A\", \"path=[C:\\\\x \\\"y\\\"]\");\n", MacroText.statement("A", "path=[C:\\x \"y\"]", false));
		assertEquals("IJ.run(\"A\", \"\");\n", MacroText.statement("A", "", true));
	}
}
