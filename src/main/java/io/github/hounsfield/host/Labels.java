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

import io.github.hounsfield.dicom.Sentence;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.scijava.plugin.Parameter;
import org.scijava.util.ClassUtils;

/**
 * What a message calls the inputs of an action: a macro's author knows them by their keys, who reads a dialog by its
 * labels. Messages are written with keys, at the beginning of a clause or before a value.
 */
final class Labels {

	private Labels() {}

	/**
	 * @param text a message with the keys of a command
	 * @param command whose parameters say the labels
	 * @return the message with labels in quotes in place of keys
	 */
	static String in(final String text, final Class<?> command) {
		final Map<String, String> labels = of(command);
		if (labels.isEmpty()) return text;
		final String key = "(" + labels.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")";
		String said = text;
		// the keys of a clause: "slope and intercept go together; intercept is missing", "path: there is no such file"
		said = replace(said, "(?<=^|; )" + key + "(?=( and " + key + ")?( is | are | has | go |: ))", labels);
		said = replace(said, "(?<=' and )" + key + "(?=( is | are | has | go |: ))", labels);
		// a key before its value: "width is 0.0 and center -600.0", "less than minsize 50"
		return replace(said, "(?<=\\band |\\bthan |\\bbeside )" + key + "(?= (['-]|\\d))", labels);
	}

	/**
	 * A message as a sentence.
	 *
	 * @param clause may begin with a key of the command, which keeps its spelling
	 * @param name the same of a file; empty for none
	 */
	static String sentence(final String clause, final String name, final Class<?> command) {
		final Set<String> names = new HashSet<>(of(command).keySet());
		names.add(name);
		return Sentence.of(clause, names);
	}

	private static String replace(final String text, final String pattern, final Map<String, String> labels) {
		return Pattern.compile(pattern).matcher(text).replaceAll(match -> Matcher.quoteReplacement("'" + labels.get(match
			.group(1)) + "'"));
	}

	private static Map<String, String> of(final Class<?> command) {
		final Map<String, String> labels = new LinkedHashMap<>();
		for (final Field field : ClassUtils.getAnnotatedFields(command, Parameter.class)) {
			final String label = field.getAnnotation(Parameter.class).label();
			if (!label.isEmpty()) labels.put(field.getName().toLowerCase(Locale.ROOT), label);
		}
		return labels;
	}
}
