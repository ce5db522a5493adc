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

import io.github.hounsfield.spark.Column.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps rows as they come, each on the disk before the next. A later run goes on from them. */
final class Journal implements AutoCloseable {

	private static final int FIXED = 6;

	private final List<Column> columns;
	private final Map<Integer, SeriesRow> rows = new LinkedHashMap<>();
	private final FileChannel out;

	/** @throws PlanException where the file was not written for these columns */
	Journal(final Path file, final List<Column> columns) throws IOException {
		this.columns = columns;
		final String text = Files.exists(file) ? Files.readString(file) : "";
		final String whole = text.substring(0, text.lastIndexOf('\n') + 1);
		for (final List<String> cells : Csv.parse(whole, "rows.csv"))
			keep(row(cells));
		// removes a row that was cut off, so that the next one begins a line
		if (whole.length() < text.length()) OwnerFile.replace(file, whole);
		out = OwnerFile.append(file);
	}

	private boolean keep(final SeriesRow row) {
		return rows.putIfAbsent(row.item(), row) == null;
	}

	/** Leaves out a second row for an item. A worker that was taken for lost may still answer. */
	synchronized void add(final SeriesRow row) throws IOException {
		if (keep(row)) OwnerFile.write(out, Csv.line(cells(row)));
	}

	synchronized boolean has(final int item) {
		return rows.containsKey(item);
	}

	/** In the order of items. */
	synchronized List<SeriesRow> rows() {
		return rows.values().stream().sorted((a, b) -> Integer.compare(a.item(), b.item())).toList();
	}

	private static List<String> cells(final SeriesRow row) {
		final List<String> cells = new ArrayList<>(List.of(Integer.toString(row.item()), row.seriesUid(), Integer.toString(row
			.part()), row.reasonClass(), row.reason(), Double.toString(row.seconds())));
		for (final Object value : row.values())
			cells.add(text(value));
		return cells;
	}

	/** As the CSV has it too: a number in full, nothing for null. */
	static String text(final Object value) {
		if (value == null) return "";
		return value instanceof long[] counts ? Arrays.stream(counts).mapToObj(Long::toString).collect(Collectors.joining(
			" ")) : value.toString();
	}

	private SeriesRow row(final List<String> cells) throws PlanException {
		final boolean measured = cells.size() == FIXED + columns.size();
		if (!measured && cells.size() != FIXED) throw new PlanException("rows.csv has a line of " + cells.size() +
			" cells; expected " + FIXED + " or " + (FIXED + columns.size()) + "; use a new folder of results");
		try {
			final Object[] values = new Object[measured ? columns.size() : 0];
			for (int i = 0; i < values.length; i++)
				values[i] = value(columns.get(i).kind(), cells.get(FIXED + i));
			return new SeriesRow(Integer.parseInt(cells.get(0)), cells.get(1), Integer.parseInt(cells.get(2)), values, cells
				.get(3), cells.get(4), Double.parseDouble(cells.get(5)));
		}
		catch (final NumberFormatException e) {
			throw new PlanException("rows.csv was not written by this program: " + e.getMessage() + "; expected a number");
		}
	}

	private static Object value(final Kind kind, final String text) {
		if (kind == Kind.TEXT) return text;
		if (text.isEmpty()) return null;
		return switch (kind) {
			case WHOLE -> Long.valueOf(text);
			case REAL -> Double.valueOf(text);
			default -> Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
		};
	}

	@Override
	public void close() throws IOException {
		out.close();
	}
}
