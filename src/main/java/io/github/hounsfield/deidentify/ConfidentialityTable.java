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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Table E.1-1 of PS3.15: what the Basic Application Level Confidentiality Profile and its options ask for, attribute by
 * attribute. Edition and source stand in the file {@code table-e1-1.tsv}. Immutable.
 */
final class ConfidentialityTable {

	/** What an option does to an attribute. */
	enum Choice {
		/** The option says nothing: the basic profile counts. */
		NONE,
		/** K: the value stays. */
		KEEP,
		/** C: the identifying part is taken out of the value. */
		CLEAN
	}

	/**
	 * @param tag 0xGGGGEEEE; of curves and overlays the first of the repeating groups; 0 for private attributes
	 * @param keyword as in PS3.6
	 * @param basic the action of the basic profile: X, Z, D, U, or several divided by slashes
	 */
	public record Row(int tag, String keyword, String basic, Choice uids, Choice device, Choice institution,
		Choice characteristics, Choice fullDates, Choice modifiedDates, Choice descriptors)
	{}

	/** The edition that the file was written from. */
	public static final String EDITION = "2024e";

	private static final int COLUMNS = 13;
	private static final String PRIVATE = "PRIVATE";

	private static final Map<Integer, Row> ROWS = read();

	private ConfidentialityTable() {}

	/** All rows in the order of the file. */
	static Collection<Row> rows() {
		return Collections.unmodifiableCollection(ROWS.values());
	}

	/** @return the row of an attribute, or null if the table does not name it; never the row of private attributes */
	static Row find(final int tag) {
		final int group = tag >>> 16;
		if ((group & 1) == 1) return null;
		if (group >>> 8 == 0x50) return ROWS.get(0x50000000);
		return ROWS.get(group >>> 8 == 0x60 ? 0x60000000 | tag & 0xFFFF : tag);
	}

	private static Map<Integer, Row> read() {
		final Map<Integer, Row> rows = new LinkedHashMap<>();
		try (InputStream in = ConfidentialityTable.class.getResourceAsStream("table-e1-1.tsv");
			BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)))
		{
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				if (line.startsWith("#")) continue;
				final Row row = row(line.split("\t"));
				if (rows.put(row.tag(), row) != null) throw new IllegalStateException("table E.1-1 has twice: " + line);
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException("table E.1-1 in the jar cannot be read", e);
		}
		return rows;
	}

	private static Row row(final String[] columns) {
		if (columns.length != COLUMNS) throw new IllegalStateException("table E.1-1: found " + columns.length +
			" columns in the row of " + columns[0] + "; expected " + COLUMNS);
		final int tag = columns[0].equals(PRIVATE) ? 0 : Integer.parseUnsignedInt(columns[0].replace('X', '0'), 16);
		return new Row(tag, columns[1], columns[2], choice(columns[4]), choice(columns[5]), choice(columns[6]), choice(
			columns[7]), choice(columns[8]), choice(columns[9]), choice(columns[10]));
	}

	private static Choice choice(final String letter) {
		return switch (letter) {
			case "-" -> Choice.NONE;
			case "K" -> Choice.KEEP;
			case "C" -> Choice.CLEAN;
			default -> throw new IllegalStateException("table E.1-1: found " + letter + "; expected -, K or C");
		};
	}
}
