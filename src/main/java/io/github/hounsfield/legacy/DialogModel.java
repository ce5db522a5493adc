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

import io.github.hounsfield.host.BoxText;
import io.github.hounsfield.host.WholePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scijava.module.ModuleItem;

/**
 * What a command's dialog asks and what its answers mean, without any window. Answers are texts by input name, as they
 * stand in the fields ({@code "true"} or {@code "false"} for a checkbox). Not thread safe.
 */
final class DialogModel {

	private final BridgedCommand command;
	private final List<CommandInput> inputs;

	DialogModel(final BridgedCommand command) {
		this.command = command;
		inputs = command.asked();
	}

	String title() {
		return command.label();
	}

	BridgedCommand command() {
		return command;
	}

	/** What the dialog shows, from top to bottom. */
	List<CommandInput> inputs() {
		return inputs;
	}

	/** Whether there is anything to ask. */
	boolean isEmpty() {
		return inputs.stream().noneMatch(DialogModel::isAnswered);
	}

	/** Whether the input has an answer, as a message or a button has not. */
	static boolean isAnswered(final CommandInput input) {
		return input.kind() != CommandInput.Kind.MESSAGE && input.kind() != CommandInput.Kind.BUTTON;
	}

	/** Whether the dialog adds a preview checkbox, because the command has none among its inputs. */
	boolean addsPreviewCheckbox() {
		return command.previews() && inputs.stream().noneMatch(input -> input.name().equals(BridgedCommand.PREVIEW));
	}

	/** The texts of the values that the command holds now. */
	Map<String, String> texts() {
		final Map<String, String> texts = new LinkedHashMap<>();
		for (final CommandInput input : inputs) if (isAnswered(input)) texts.put(input.name(), input.textIn(command
			.module()));
		return texts;
	}

	/**
	 * Reads all answers, and changes nothing.
	 *
	 * @return the values by input name
	 * @throws CommandFailedException for the first answer that is not allowed; the message begins with its label in
	 *           quotes
	 */
	Map<String, Object> parse(final Map<String, String> answers) throws CommandFailedException {
		final Map<String, Object> values = new LinkedHashMap<>();
		for (final CommandInput input : inputs) {
			if (isAnswered(input)) values.put(input.name(), parse(input, answers.get(input.name())));
		}
		return values;
	}

	/**
	 * Reads one answer.
	 *
	 * @throws CommandFailedException where it is not allowed in a dialog; the message names it by its label
	 */
	static Object parse(final CommandInput input, final String answer) throws CommandFailedException {
		final Object value = input.parse(answer, "'" + plainLabel(input) + "'");
		final Optional<String> refusal = WholePath.refusal(input.item(), value).or(() -> NumberText.refusal(input, answer));
		if (refusal.isPresent()) throw new CommandFailedException(refusal.get());
		return value;
	}

	/** Gives the command the allowed answers, and leaves its other values. */
	void fillWhatIsAllowed(final Map<String, String> answers) {
		for (final CommandInput input : inputs) {
			try {
				if (isAnswered(input)) command.set(input, input.parse(answers.get(input.name()), input.name()));
			}
			catch (final CommandFailedException exc) {
				// A half-typed number: the value before it stands until it is one.
			}
		}
	}

	/** Gives the command its answers. */
	void fill(final Map<String, String> answers) throws CommandFailedException {
		final Map<String, Object> values = parse(answers);
		for (final CommandInput input : inputs) if (isAnswered(input)) command.set(input, values.get(input.name()));
	}

	/** The label of a field: with a colon, unless it asks or stands beside a checkbox. */
	static String fieldLabel(final CommandInput input) {
		final String label = input.label();
		final boolean bare = input.kind() == CommandInput.Kind.BOOLEAN || input.kind() == CommandInput.Kind.BUTTON || label
			.endsWith(":") || label.endsWith("?");
		return bare ? label : label + ":";
	}

	/**
	 * A message with its label, in lines that fit into a dialog; empty for no text. The last of several sentences ends as
	 * the first does.
	 */
	String message(final CommandInput input) {
		final String label = input.item().getLabel();
		final String text = input.textIn(command.module());
		if (text.isBlank()) return "";
		final String said = text.contains(". ") && !text.endsWith(".") ? text + "." : text;
		return BoxText.wrap(label == null || label.isEmpty() ? said : plainLabel(input) + ": " + said);
	}

	/** The label as it stands in a sentence. */
	static String plainLabel(final CommandInput input) {
		final String label = input.label();
		return label.endsWith(":") ? label.substring(0, label.length() - 1) : label;
	}

	/** The meaning and values of each field, as HTML for the dialog's Help button, for AWT has no tooltips. */
	String help() {
		final StringBuilder html = new StringBuilder("<html><table width=480><tr><td>");
		html.append("<h2>").append(escape(title())).append("</h2>");
		if (!command.description().isEmpty()) html.append("<p>").append(escape(command.description())).append("</p>");
		html.append("<dl>");
		for (final CommandInput input : inputs) {
			if (input.kind() == CommandInput.Kind.MESSAGE) continue;
			html.append("<dt><b>").append(escape(plainLabel(input))).append("</b></dt><dd>").append(escape(meaning(input)))
				.append("</dd>");
		}
		return html.append("</dl></td></tr></table></html>").toString();
	}

	private static String meaning(final CommandInput input) {
		final ModuleItem<?> item = input.item();
		final String description = item.getDescription() == null ? "" : item.getDescription();
		final boolean obvious = input.kind() == CommandInput.Kind.BOOLEAN || input.kind() == CommandInput.Kind.BUTTON ||
			input.kind() == CommandInput.Kind.CHOICE || input.kind() == CommandInput.Kind.TEXT;
		final String macro = input.kind() == CommandInput.Kind.BUTTON ? "" : "Macro key: " + input.key();
		return Stream.of(description, obvious ? "" : "Allowed: " + input.allowed(), macro).filter(s -> !s.isEmpty()).map(
			s -> s.endsWith(".") ? s : s + ".").collect(Collectors.joining(" "));
	}

	private static String escape(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
