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
package io.github.hounsfield.imagej.tables;

import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tables as text files, for programs and for spreadsheets: see {@link SpreadsheetCell}. */
public final class TableFile {

	private TableFile() {}

	/**
	 * Writes a table as UTF-8, a line for the columns and one for each row. ImageJ writes its own tables in the machine's
	 * encoding, and is silent if the disk is full.
	 *
	 * @param file with commas (RFC 4180) where its name ends in .csv, with tabs otherwise; replaced where it is there
	 * @throws IOException where it cannot be written; names the file
	 */
	public static void save(final ResultsTable table, final Path file) throws IOException {
		final List<String> columns = List.of(table.getHeadings());
		// ImageJ would look each cell's column up by its name
		final int[] indices = columns.stream().mapToInt(table::getColumnIndex).toArray();
		final List<List<String>> rows = new ArrayList<>();
		for (int row = 0; row < table.size(); row++) {
			final List<String> cells = new ArrayList<>();
			for (int i = 0; i < indices.length; i++)
				cells.add(indices[i] < 0 ? table.getStringValue(columns.get(i), row) : table.getStringValue(indices[i], row));
			rows.add(cells);
		}
		save(columns, rows, file);
	}

	/**
	 * The same of a table that ImageJ need not hold.
	 *
	 * @param rows cells in the order of the columns
	 */
	public static void save(final List<String> columns, final List<List<String>> rows, final Path file)
		throws IOException
	{
		final boolean commas = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
		final StringBuilder text = new StringBuilder(line(columns, commas));
		for (final List<String> row : rows)
			text.append(line(row, commas));
		try {
			Files.writeString(file, text);
		}
		catch (final FileSystemException e) {
			throw e;
		}
		catch (final IOException e) {
			throw new IOException(file + ": cannot be written: " + e.getMessage(), e);
		}
	}

	/** {@code list-left-out.csv} for {@code list.csv} and {@code -left-out}. */
	public static Path beside(final Path table, final String suffix) {
		final String name = table.getFileName().toString();
		final int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
		return table.resolveSibling(name.substring(0, dot) + suffix + name.substring(dot));
	}

	private static String line(final List<String> cells, final boolean commas) {
		return cells.stream().map(cell -> commas ? SpreadsheetCell.csv(cell) : SpreadsheetCell.of(cell)).collect(Collectors
			.joining(commas ? "," : "\t", "", "\n"));
	}
}
