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

import io.github.hounsfield.imagej.tables.SpreadsheetCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rows as one CSV (RFC 4180), numbers in full. */
final class CsvTable {

	private CsvTable() {}

	/** Replaces the file when the new one is whole. */
	static void write(final Path file, final Plan plan, final List<SeriesRow> rows) throws IOException {
		final List<String> headings = new ArrayList<>(List.of("item", "series_uid", "part", "status"));
		Column.of(plan).forEach(column -> headings.add(column.name()));
		headings.addAll(List.of("reason_class", "reason", "seconds"));
		final StringBuilder text = new StringBuilder(String.join(",", headings)).append('\n');
		for (final SeriesRow row : rows)
			text.append(cells(plan, row).stream().map(cell -> cell.isEmpty() ? "" : SpreadsheetCell.csv(cell)).collect(Collectors
				.joining(","))).append('\n');
		final Path target = file.toAbsolutePath();
		final Path part = target.resolveSibling(target.getFileName() + ".part");
		Files.writeString(part, text);
		Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
	}

	private static List<String> cells(final Plan plan, final SeriesRow row) {
		final List<String> cells = new ArrayList<>(List.of(Integer.toString(row.item()), row.seriesUid(), Integer.toString(row
			.part()), row.isMeasured() ? "measured" : "failed"));
		for (int i = 0; i < Column.of(plan).size(); i++)
			cells.add(row.isMeasured() ? Journal.text(row.values()[i]) : "");
		cells.addAll(List.of(row.reasonClass(), row.reason(), Double.toString(row.seconds())));
		return cells;
	}
}
