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
package io.github.hounsfield.deidentify;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * New Patient IDs from a table: a line for each patient, the old one, a comma, the new one. Either may stand in
 * quotation marks. A first line {@code old,new} is a heading.
 */
public final class PatientTable {

	/** LO has at most 64 characters (PS3.5 table 6.2-1). */
	private static final int LONGEST = 64;

	private PatientTable() {}

	/**
	 * @return new by old
	 * @throws TableException where a line is no pair, or two patients would become one; names the line's number alone
	 */
	public static Map<String, String> read(final Path file) throws IOException {
		final Map<String, String> table = new HashMap<>();
		final Set<String> taken = new HashSet<>();
		final List<String> lines;
		try {
			lines = Files.readAllLines(file, StandardCharsets.UTF_8);
		}
		catch (final MalformedInputException e) {
			throw new TableException(file + " is no text in UTF-8; expected lines old,new");
		}
		for (int i = 0; i < lines.size(); i++) {
			final String line = i == 0 ? lines.get(i).replace("\uFEFF", "") : lines.get(i);
			if (line.isBlank() || i == 0 && line.strip().equalsIgnoreCase("old,new")) continue;
			final List<String> cells = cells(line);
			final String where = file + ", line " + (i + 1) + ": ";
			if (cells.size() != 2) throw new TableException(where + "found " + cells.size() + " values; expected 2: old,new");
			final String fresh = cells.get(1);
			if (!fresh.matches("[\\x20-\\x5B\\x5D-\\x7E]{1," + LONGEST + "}")) throw new TableException(where +
				"the new Patient ID is not 1 to 64 ASCII characters without a backslash");
			// Bytes beyond ASCII are compared as they stand in the file, a character for each.
			final String old = new String(cells.get(0).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
			if (table.put(old, fresh) != null) throw new TableException(where + "the old Patient ID has a line already");
			if (!taken.add(fresh)) throw new TableException(where +
				"the new Patient ID is another patient's already; two patients would become one");
		}
		if (table.isEmpty()) throw new TableException(file + " has no line old,new");
		return table;
	}

	private static List<String> cells(final String line) {
		final List<String> cells = new ArrayList<>();
		final StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < line.length(); i++) {
			final char c = line.charAt(i);
			if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
				cell.append('"');
				i++;
			}
			else if (c == '"') quoted = !quoted;
			else if (c == ',' && !quoted) {
				cells.add(cell.toString().strip());
				cell.setLength(0);
			}
			else cell.append(c);
		}
		cells.add(cell.toString().strip());
		return cells;
	}

	/** A table that cannot be used. */
	public static final class TableException extends IOException {

		TableException(final String message) {
			super(message);
		}
	}
}
