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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.command.ApplyLungWindow;
import io.github.hounsfield.command.ConvertToHu;
import io.github.hounsfield.command.OpenDicomSeries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a dialog asks and what its answers mean. Also tests {@code CommandInput} and {@code NumberText}.
 */
class DialogModelTest {

	private final BridgedCommand command = BridgedCommandTest.fixture();
	private final DialogModel model = new DialogModel(command);

	@Test
	void asksForAllButTheActiveImage() {
		assertEquals(List.of("note", "path", "folder", "file", "preset", "width", "slope", "neighbors", "minsize", "scale",
			"virtual", "recursive", "direction", "series", "act", "reset", "preview"), model.inputs().stream().map(
				CommandInput::name).collect(Collectors.toList()));
		assertFalse(model.isEmpty());
	}

	@Test
	void labelsHaveColonsWhereAFieldFollows() {
		assertEquals(List.of("File or folder:", "Folder:", "File:", "Preset:"), model.inputs().subList(1, 5).stream().map(
			DialogModel::fieldLabel).collect(Collectors.toList()));
		assertEquals("Virtual", DialogModel.fieldLabel(model.inputs().get(10)));
	}

	@Test
	void aMessageFollowsItsLabelInLinesThatFit() throws Exception {
		assertEquals("Nothing is written to disk.", model.message(model.inputs().get(0)));
		final BridgedCommand window = new BridgedCommand(ApplyLungWindow.class, SharedContext.forCommand(
			ApplyLungWindow.class));
		final CommandInput header = window.asked().stream().filter(input -> input.name().equals("windows")).findFirst()
			.orElseThrow();
		window.module().setInput("windows", "Image: LUNG");
		assertEquals("In the header: Image: LUNG", new DialogModel(window).message(header));
		window.module().setInput("windows", "");
		assertEquals("", new DialogModel(window).message(header));
		window.module().setInput("windows", "slope 1. Padding is -2000");
		assertEquals("In the header: slope 1. Padding is -2000.", new DialogModel(window).message(header));
		window.module().setInput("windows", "word ".repeat(40));
		final String[] lines = new DialogModel(window).message(header).split("\n");
		assertEquals(4, lines.length);
		for (final String line : lines) assertTrue(line.length() <= 72, line);
		assertEquals("In the header: " + "word ".repeat(40).trim(), String.join(" ", lines));
	}

	@Test
	void textFieldsAreAsWideAsTheCommandSays() {
		final BridgedCommand open = new BridgedCommand(OpenDicomSeries.class, SharedContext.forCommand(
			OpenDicomSeries.class));
		assertEquals(List.of(40, 40), open.asked().stream().filter(input -> input.kind() == CommandInput.Kind.TEXT).map(
			CommandInput::columns).toList());
		assertEquals(0, model.inputs().get(13).columns());
	}

	@Test
	void fieldsBeginWithTheDefaults() {
		final Map<String, String> texts = model.texts();
		assertEquals("1500", texts.get("width"));
		assertEquals("", texts.get("slope"));
		assertEquals("", texts.get("minsize"));
		assertEquals("1.1", texts.get("scale"));
		assertEquals("true", texts.get("recursive"));
		assertFalse(texts.containsKey("note") || texts.containsKey("reset"));
	}

	@Test
	void aRefusedAnswerNamesTheLabelAndChangesNothing() {
		final Map<String, String> answers = new HashMap<>(model.texts());
		answers.put("width", "300");
		answers.put("path", "/no/such");
		final String message = assertThrows(CommandFailedException.class, () -> model.fill(answers)).getMessage();
		assertEquals("'File or folder' is '/no/such'; there is no such file or folder.", message);
		assertEquals(1500.0, command.module().getInput("width"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"slope | abc | 'Slope (HU per value)' is 'abc'; expected a number, or an empty field.",
		"slope | 1,5 | 'Slope (HU per value)' is '1,5'; expected a number, or an empty field.", "slope | -1.5e-2 |",
		"slope | '' |" })
	void aTextThatStandsForANumberIsLookedAtBeforeTheDialogCloses(final String name, final String answer,
		final String due) throws Exception
	{
		final BridgedCommand convert = new BridgedCommand(ConvertToHu.class, SharedContext.forCommand(ConvertToHu.class));
		final CommandInput input = convert.asked().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
		if (due == null) DialogModel.parse(input, answer == null ? "" : answer);
		else assertEquals(due, assertThrows(CommandFailedException.class, () -> DialogModel.parse(input, answer))
			.getMessage());
	}

	@Test
	void halfTypedAnswersLeaveTheOldValue() {
		final Map<String, String> answers = new HashMap<>(model.texts());
		answers.put("width", "-");
		answers.put("neighbors", "9");
		model.fillWhatIsAllowed(answers);
		assertEquals(1500.0, command.module().getInput("width"));
		assertEquals(9, command.module().getInput("neighbors"));
	}

	@Test
	void answersFillTheCommand() throws Exception {
		final Map<String, String> answers = new HashMap<>(model.texts());
		answers.put("preset", "Bone");
		answers.put("slope", " 1.5 ");
		answers.put("virtual", "true");
		model.fill(answers);
		assertEquals("Bone", command.module().getInput("preset"));
		assertEquals(1.5, command.module().getInput("slope"));
		assertEquals(true, command.module().getInput("virtual"));
	}

	@Test
	void helpTellsMeaningRangeAndKey() {
		final String help = model.help();
		assertTrue(help.contains("<b>Scale</b></dt><dd>Factor from one scale to the next. Allowed: a number of at least " +
			"1.01. Macro key: scale.</dd>"), help);
	}

	@Test
	void aCommandWithItsOwnPreviewInputGetsNoSecondOne() {
		assertTrue(command.previews());
		assertFalse(model.addsPreviewCheckbox());
	}
}
