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
package io.github.hounsfield.imagej.archive;

import io.github.hounsfield.archive.SeriesRecord;
import io.github.hounsfield.archive.StudyRecord;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import javax.swing.table.AbstractTableModel;

/** Records of an archive in a table on the screen. Lives on the event thread. */
final class ArchiveTableModel<T> extends AbstractTableModel {

	private static final long serialVersionUID = 1L;

	/** A column: its title, its preferred width, its text of a record. */
	record Column<T>(String title, int width, Class<?> type, Function<T, Object> value) {}

	private final transient List<Column<T>> columns;
	private transient List<T> rows = List.of();

	private ArchiveTableModel(final List<Column<T>> columns) {
		this.columns = columns;
	}

	/** @param anonymize whether what identifies the patient stays empty */
	static ArchiveTableModel<StudyRecord> studies(final boolean anonymize) {
		return new ArchiveTableModel<>(List.of(text("Patient ID", 110, study -> anonymize ? "" : study.patientId()), text(
			"Patient", 170, study -> anonymize ? "" : ArchiveTables.name(study.patientName())), text("Study date", 90,
				study -> anonymize ? "" : ArchiveTables.date(study.studyDate())), text("Description", 240, study -> anonymize ? ""
					: study.studyDescription()), text("Modalities", 80, study -> String.join(" ", study.modalities())), number(
						"Series", 60, StudyRecord::series), number("Instances", 70, StudyRecord::instances)));
	}

	/** @param anonymize whether descriptions stay empty: sites write names there */
	static ArchiveTableModel<SeriesRecord> series(final boolean anonymize) {
		return new ArchiveTableModel<>(List.of(number("Series", 60, SeriesRecord::seriesNumber), text("Modality", 80,
			SeriesRecord::modality), text("Description", 480, series -> anonymize ? "" : series.seriesDescription()), number(
				"Instances", 80, SeriesRecord::instances)));
	}

	private static <T> Column<T> text(final String title, final int width, final Function<T, Object> value) {
		return new Column<>(title, width, String.class, value);
	}

	private static <T> Column<T> number(final String title, final int width, final Function<T, OptionalInt> value) {
		return new Column<>(title, width, Integer.class, record -> {
			final OptionalInt number = value.apply(record);
			return number.isPresent() ? number.getAsInt() : null;
		});
	}

	void setRows(final List<T> records) {
		rows = List.copyOf(records);
		fireTableDataChanged();
	}

	T row(final int index) {
		return rows.get(index);
	}

	int width(final int column) {
		return columns.get(column).width();
	}

	@Override
	public int getRowCount() {
		return rows.size();
	}

	@Override
	public int getColumnCount() {
		return columns.size();
	}

	@Override
	public String getColumnName(final int column) {
		return columns.get(column).title();
	}

	@Override
	public Class<?> getColumnClass(final int column) {
		return columns.get(column).type();
	}

	@Override
	public Object getValueAt(final int row, final int column) {
		return columns.get(column).value().apply(rows.get(row));
	}
}
