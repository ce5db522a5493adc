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

package io.github.hounsfield.dicom;

import java.util.Collection;
import java.util.List;

/**
 * How a message reads to a user: what was found, what was expected, what helps, each a sentence with a full stop.
 * Problems are worded as clauses, for they also stand in tables and in longer sentences. The edge makes sentences of
 * them.
 */
public final class Sentence {

	private Sentence() {}

	/** A clause as a sentence; empty stays empty. */
	public static String of(final String clause) {
		return of(clause, List.of());
	}

	/**
	 * The same of a clause that may begin with a name, which keeps its spelling: a file, or the key of a macro.
	 *
	 * @param clause a sentence stays what it is. A word before a colon is a name too
	 * @param names with which it may begin; empty ones count for nothing
	 */
	public static String of(final String clause, final Collection<String> names) {
		final String text = clause.strip();
		if (text.isEmpty()) return "";
		final boolean isNamed = names.stream().anyMatch(name -> !name.isEmpty() && text.startsWith(name) && !text.substring(
			name.length()).matches("(?s)\\w.*"));
		final String word = text.split("\\s", 2)[0];
		final boolean isWord = !isNamed && word.matches("[a-z][a-z'-]*[,;]?");
		final String begun = isWord ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
		return begun.matches("(?s).*[.!?]['\")\\]]?") ? begun : begun + ".";
	}
}
