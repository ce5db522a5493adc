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
package io.github.hounsfield.host;

import ij.plugin.frame.Recorder;
import java.util.Map;
import java.util.stream.Collectors;

/** Lines of macros as they are written: by the Recorder, and for what a button runs. */
public final class MacroText {

	private MacroText() {}

	/**
	 * A value in the text after {@code key=}: in brackets where it is empty or has spaces, brackets, or a quote at its
	 * beginning; in single quotes where its brackets do not close.
	 */
	public static String quote(final String value) {
		final boolean plain = !value.isEmpty() && value.indexOf(' ') < 0 && value.indexOf('[') < 0 && value.indexOf(
			']') < 0 && value.charAt(0) != '\'';
		if (plain) return value;
		return closingBracket("[" + value + "]", 0) == value.length() + 1 || value.indexOf('\'') >= 0 ? "[" + value + "]"
			: "'" + value + "'";
	}

	/** @return index of the bracket that closes the one at {@code open}; -1 where none does */
	public static int closingBracket(final String text, final int open) {
		int depth = 0;
		for (int i = open; i < text.length(); i++) {
			if (text.charAt(i) == '[') depth++;
			else if (text.charAt(i) == ']' && --depth == 0) return i;
		}
		return -1;
	}

	/** @param values by key, in the order of the line; what is empty is left out */
	public static String options(final Map<String, String> values) {
		return values.entrySet().stream().filter(one -> !one.getValue().isEmpty()).map(one -> one.getKey() + "=" + quote(one
			.getValue())).collect(Collectors.joining(" "));
	}

	/** The statement with its line end, as a macro or, in the Recorder's other languages, as a call of {@code IJ.run}. */
	public static String statement(final String label, final String options, final boolean script) {
		final String arguments = "\"" + escape(label) + "\"" + (options.isEmpty() ? script ? ", \"\"" : ""
			: ", \"" + escape(options) + "\"");
		return (script ? "IJ.run(" : "run(") + arguments + ");\n";
	}

	/** Writes a line into the Recorder where that is open. */
	public static void record(final String label, final String options) {
		if (Recorder.record) Recorder.recordString(statement(label, options, Recorder.scriptMode()));
	}

	private static String escape(final String text) {
		return text.replace("\\", "\\\\").replace("\"", "\\\"");
	}
}
