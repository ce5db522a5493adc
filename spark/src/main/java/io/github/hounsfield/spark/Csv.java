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
package io.github.hounsfield.spark;

import java.util.ArrayList;
import java.util.List;

/** Lines of RFC 4180. Every cell is in quotation marks, so it can hold any name. */
final class Csv {

	private Csv() {}

	static String line(final List<String> cells) {
		final StringBuilder line = new StringBuilder();
		for (final String cell : cells)
			line.append(line.length() == 0 ? "" : ",").append('"').append(cell.replace("\"", "\"\"")).append('"');
		return line.append('\n').toString();
	}

	/**
	 * Reads what {@link #line} wrote. A last line that was cut off is left out.
	 *
	 * @throws PlanException where it was written by something else
	 */
	static List<List<String>> parse(final String text, final String name) throws PlanException {
		final List<List<String>> lines = new ArrayList<>();
		List<String> cells = new ArrayList<>();
		int at = 0;
		while (at < text.length()) {
			if (text.charAt(at) != '"') throw new PlanException(name + " was not written by this program: found '" + text
				.charAt(at) + "' at character " + (at + 1) + "; expected a quotation mark");
			final StringBuilder cell = new StringBuilder();
			at++;
			while (at < text.length()) {
				final int end = text.indexOf('"', at);
				if (end < 0) return lines;
				cell.append(text, at, end);
				at = end + 1;
				if (at >= text.length() || text.charAt(at) != '"') break;
				cell.append('"');
				at++;
			}
			if (at >= text.length()) return lines;
			cells.add(cell.toString());
			if (text.charAt(at) == '\n') {
				lines.add(cells);
				cells = new ArrayList<>();
			}
			else if (text.charAt(at) != ',') throw new PlanException(name + " was not written by this program: found '" + text
				.charAt(at) + "' behind a cell at character " + (at + 1) + "; expected a comma or the end of the line");
			at++;
		}
		return lines;
	}
}
