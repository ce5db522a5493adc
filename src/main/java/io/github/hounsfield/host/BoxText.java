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

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a message into lines for a box of at most 600 pixels. AWT's labels and Swing's option panes break no line, and
 * a list of files would make a box wider than the screen.
 */
public final class BoxText {

	/** Characters of a line: in the 14 points of ImageJ's boxes about 540 pixels. */
	public static final int COLUMNS = 72;

	/** Most lines of a box. After them it says that the log has the rest. */
	static final int LINES = 16;

	private BoxText() {}

	/**
	 * @param text lines of any length
	 * @return the same words in lines of at most {@value #COLUMNS} characters; a longer word, such as a path, is broken
	 */
	public static String wrap(final String text) {
		final List<String> lines = new ArrayList<>();
		for (final String line : text.split("\\R", -1))
			addLine(line, lines);
		return String.join("\n", lines);
	}

	/** The same for a message that the log holds whole. The box leaves the rest to the log. */
	public static String ofLogged(final String text) {
		final List<String> lines = List.of(wrap(text).split("\n", -1));
		if (lines.size() <= LINES) return String.join("\n", lines);
		return String.join("\n", lines.subList(0, LINES)) + " ...\nThe Log window has all of it.";
	}

	private static void addLine(final String text, final List<String> lines) {
		final StringBuilder line = new StringBuilder();
		for (String word : text.split(" ")) {
			if (!line.isEmpty() && line.length() + 1 + word.length() > COLUMNS) {
				lines.add(line.toString());
				line.setLength(0);
			}
			while (word.length() > COLUMNS) {
				final int end = breakAt(word);
				lines.add(word.substring(0, end));
				word = word.substring(end);
			}
			line.append(line.isEmpty() ? "" : " ").append(word);
		}
		lines.add(line.toString());
	}

	/** Where to break: after the last separator of a path that fits, otherwise at the end of the line. */
	private static int breakAt(final String word) {
		final int separator = Math.max(word.lastIndexOf('/', COLUMNS - 1), word.lastIndexOf('\\', COLUMNS - 1));
		return separator > COLUMNS / 2 ? separator + 1 : COLUMNS;
	}
}
