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

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out which answer of a dialog a refusal is about. Messages name an input by its label, as the dialog has it, or
 * repeat the path or the text that was answered.
 *
 * @param model the dialog
 * @param answers what its fields held, by the names of inputs
 */
record RefusedAnswer(DialogModel model, Map<String, String> answers) {

	/** A shorter answer could be part of any sentence. */
	private static final int LEAST = 3;

	/**
	 * @param reason why the work refused
	 * @param about key of the input that it is about if the reason names none; empty where that is not known
	 * @return the input that the reason names first; empty where it is about no answer
	 */
	Optional<CommandInput> in(final String reason, final String about) {
		final Map<Integer, CommandInput> named = new TreeMap<>(Comparator.naturalOrder());
		for (final CommandInput input : model.inputs()) {
			if (!DialogModel.isAnswered(input)) continue;
			first(byLabel(input), reason).ifPresent(at -> named.putIfAbsent(at, input));
			byAnswer(input).map(pattern -> first(pattern, reason)).filter(OptionalInt::isPresent).ifPresent(at -> named
				.putIfAbsent(at.getAsInt(), input));
		}
		if (!named.isEmpty()) return Optional.of(named.values().iterator().next());
		return model.inputs().stream().filter(input -> DialogModel.isAnswered(input) && input.key().equals(about))
			.findFirst();
	}

	private static OptionalInt first(final String pattern, final String reason) {
		final Matcher found = Pattern.compile(pattern).matcher(reason);
		return found.find() ? OptionalInt.of(found.start()) : OptionalInt.empty();
	}

	/** The label in quotes, or before one of its choices. */
	private static String byLabel(final CommandInput input) {
		final String label = Pattern.quote(DialogModel.plainLabel(input));
		final String quoted = "'" + label + "'";
		if (input.kind() != CommandInput.Kind.CHOICE) return quoted;
		final StringBuilder choices = new StringBuilder();
		for (final String choice : input.choices())
			choices.append(choices.isEmpty() ? "" : "|").append(Pattern.quote(choice));
		return quoted + "|(?<![\\w'])" + label + ": (" + choices + ")";
	}

	/**
	 * The path or text that was answered. In a folder that is written to, a file is trouble with the folder; in one that
	 * is read, it is not.
	 */
	private Optional<String> byAnswer(final CommandInput input) {
		final String answer = answers.getOrDefault(input.name(), "").trim().replaceFirst("(?<=.)[/\\\\]$", "");
		final boolean isFile = input.kind() == CommandInput.Kind.FILE;
		if (answer.length() < LEAST || !isFile && input.kind() != CommandInput.Kind.TEXT) return Optional.empty();
		final String within = isFile && input.isWritten() ? "(?!\\.?[\\w-])" : "(?!\\.?[\\w/\\\\-])";
		return Optional.of("(?<![\\w./\\\\-])" + Pattern.quote(answer) + within);
	}
}
