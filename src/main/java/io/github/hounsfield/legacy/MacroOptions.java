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

import io.github.hounsfield.host.MacroText;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The options of a macro's {@code run("Label", "key=value key2=[two words] flag")}, read by the rules of {@link
 * ij.Macro#getValue}. Pairs stand between spaces. A value with spaces stands in (nested) brackets or in single quotes.
 * A key alone is a flag. {@code getValue} ignores what it does not understand; this class refuses it. Immutable.
 */
final class MacroOptions {

	/** Values by key, in the order they were given; a key that stood alone has an empty value and is in {@code flags}. */
	private final Map<String, String> values;
	private final Set<String> flags;

	private MacroOptions(final Map<String, String> values, final Set<String> flags) {
		this.values = Collections.unmodifiableMap(values);
		this.flags = Collections.unmodifiableSet(flags);
	}

	/**
	 * Reads an options string.
	 *
	 * @param options what {@link ij.Macro#getOptions()} returned
	 * @throws CommandFailedException when a bracket or quote is not closed, or a key is given twice
	 */
	static MacroOptions parse(final String options) throws CommandFailedException {
		final Map<String, String> values = new LinkedHashMap<>();
		final Set<String> flags = new HashSet<>();
		int at = skipSpaces(options, 0);
		while (at < options.length()) {
			final int keyEnd = endOfKey(options, at);
			final String key = options.substring(at, keyEnd);
			final boolean flag = keyEnd == options.length() || options.charAt(keyEnd) != '=';
			String value = "";
			at = keyEnd;
			if (flag) flags.add(key);
			else {
				final int end = endOfValue(options, keyEnd + 1, key);
				value = unquote(options.substring(keyEnd + 1, end));
				at = end;
			}
			if (values.put(key, value) != null) throw new CommandFailedException(key + ": given twice in the macro's options");
			at = skipSpaces(options, at);
		}
		return new MacroOptions(values, flags);
	}

	/** Keys in the order they were given. */
	Set<String> keys() {
		return values.keySet();
	}

	/** The value of a key, without brackets or quotes; empty for a flag, null where the key was not given. */
	String get(final String key) {
		return values.get(key);
	}

	/** Whether the key was given alone, without {@code =}. */
	boolean isFlag(final String key) {
		return flags.contains(key);
	}

	/**
	 * Refuses keys the command does not have, so that a misspelt one never falls back to a default unnoticed.
	 *
	 * @param known the command's parameters
	 */
	void requireOnly(final Collection<String> known) throws CommandFailedException {
		for (final String key : keys()) if (!known.contains(key)) throw new CommandFailedException("Unknown parameter '" +
			key + "': this command has " + (known.isEmpty() ? "none" : String.join(", ", known)) +
			"; a value with spaces stands in [brackets], one with a bracket that has no partner in 'single quotes'");
	}

	private static int skipSpaces(final String s, final int from) {
		int i = from;
		while (i < s.length() && s.charAt(i) == ' ') i++;
		return i;
	}

	private static int endOfKey(final String s, final int from) {
		int i = from;
		while (i < s.length() && s.charAt(i) != ' ' && s.charAt(i) != '=') i++;
		return i;
	}

	private static int endOfValue(final String s, final int from, final String key) throws CommandFailedException {
		final char first = from < s.length() ? s.charAt(from) : ' ';
		if (first == '[' || first == '\'') {
			final int close = first == '[' ? MacroText.closingBracket(s, from) : s.indexOf('\'', from + 1);
			if (close < 0) throw new CommandFailedException(key + ": the " + (first == '[' ? "bracket" : "quote") +
				" that begins its value is not closed" + (first == '[' ? "; a value with a bracket that has no partner stands in " +
						"'single quotes'" : ""));
			return close + 1;
		}
		final int space = s.indexOf(' ', from);
		return space < 0 ? s.length() : space;
	}

	private static String unquote(final String value) {
		final boolean quoted = value.startsWith("[") || value.startsWith("'");
		return quoted ? value.substring(1, value.length() - 1) : value;
	}
}
