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

import io.github.hounsfield.ImageJProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What several macros printed that ran one after the other in one ImageJ, whose start takes longer than most of them:
 * an outer macro goes on after an inner one that was stopped.
 *
 * @param printed lines by the macro's name
 */
record Macros(ImageJProcess.Result result, Map<String, List<String>> printed) {

	private static final String MARK = "== ";

	/** @param macros name to text, run in this order, each without images at its beginning */
	static Macros runHeadless(final ImageJProcess imagej, final Path folder, final Map<String, String> macros)
		throws IOException, InterruptedException
	{
		final ImageJProcess.Result result = imagej.runHeadless(outer(folder, macros), "");
		return new Macros(result, split(result.out()));
	}

	/** A macro that runs them all. */
	static String outer(final Path folder, final Map<String, String> macros) throws IOException {
		final StringBuilder outer = new StringBuilder();
		for (final Map.Entry<String, String> macro : macros.entrySet()) {
			final Path inner = Files.createTempFile(folder, "inner", ".ijm");
			Files.writeString(inner, "close(\"*\");\n" + macro.getValue());
			outer.append("print(\"").append(MARK).append(macro.getKey()).append("\"); runMacro(\"").append(inner).append(
				"\");\n");
		}
		return outer.append("print(\"").append(MARK).append("end\");\n").toString();
	}

	/** What was printed, by macro. */
	static Map<String, List<String>> split(final String text) {
		final Map<String, List<String>> printed = new LinkedHashMap<>();
		List<String> lines = new ArrayList<>();
		for (final String line : text.lines().toList())
			if (line.startsWith(MARK)) printed.put(line.substring(MARK.length()), lines = new ArrayList<>());
			else if (!line.isBlank()) lines.add(line);
		return printed;
	}

	/** Lines that a macro printed. */
	List<String> printed(final String macro) {
		if (!printed.containsKey(macro) || !printed.containsKey("end")) throw new IllegalStateException("macro " + macro +
			" was not run to its end: " + result);
		return printed.get(macro);
	}
}
