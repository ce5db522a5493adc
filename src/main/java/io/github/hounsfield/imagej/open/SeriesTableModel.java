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
package io.github.hounsfield.imagej.open;

import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesListing;
import java.util.List;
import javax.swing.Icon;
import javax.swing.ImageIcon;
import javax.swing.table.AbstractTableModel;

/** The contents of the chooser's table. Used on the event thread only. */
final class SeriesTableModel extends AbstractTableModel {

	private static final long serialVersionUID = 1L;

	/** The column of thumbnails. */
	static final int THUMBNAIL = 0;

	private static final String[] NAMES = { "", "Patient", "Study date", "Description", "Modality", "Slices", "Size",
		"Spacing (mm)", "Warnings", "Number", "Kernel", "Thickness (mm)", "Folder" };

	/** Least preferred widths of the columns, pixels. */
	static final int[] WIDTHS = { 70, 100, 80, 140, 60, 50, 100, 100, 100, 60, 80, 80, 120 };

	/** So many first columns are shown until someone chooses others. */
	static final int USUAL = 9;

	private final transient SeriesListing listing;
	private final transient List<SeriesTable.Row> rows;
	private final transient List<SeriesDetails> details;
	private final transient Icon[] thumbnails;

	/** @param anonymize whether what identifies the patient is left out */
	SeriesTableModel(final SeriesListing listing, final boolean anonymize) {
		this.listing = listing;
		this.rows = SeriesTable.rows(listing, anonymize);
		this.details = listing.series().stream().map(one -> SeriesDetails.of(one, anonymize)).toList();
		this.thumbnails = new Icon[rows.size()];
	}

	Series series(final int row) {
		return listing.series().get(row);
	}

	SeriesTable.Row row(final int row) {
		return rows.get(row);
	}

	/** @param icon null where there is none */
	void setThumbnail(final int row, final Icon icon) {
		thumbnails[row] = icon;
		fireTableCellUpdated(row, THUMBNAIL);
	}

	@Override
	public int getRowCount() {
		return rows.size();
	}

	@Override
	public int getColumnCount() {
		return NAMES.length;
	}

	@Override
	public String getColumnName(final int column) {
		return NAMES[column];
	}

	@Override
	public Class<?> getColumnClass(final int column) {
		return column == THUMBNAIL ? ImageIcon.class : column == 5 ? Integer.class : String.class;
	}

	@Override
	public Object getValueAt(final int row, final int column) {
		final SeriesTable.Row r = rows.get(row);
		return switch (column) {
			case THUMBNAIL -> thumbnails[row];
			case 1 -> r.patient();
			case 2 -> r.studyDate();
			case 3 -> r.description();
			case 4 -> r.modality();
			case 5 -> r.slices();
			case 6 -> r.size();
			case 7 -> spacing(r);
			case 8 -> r.warnings();
			case 9 -> details.get(row).number();
			case 10 -> details.get(row).kernel();
			case 11 -> details.get(row).thickness();
			default -> details.get(row).folder();
		};
	}

	/** Without what is not known, or that nothing is; of a single slice there is no distance to know. */
	private static String spacing(final SeriesTable.Row row) {
		if (row.spacing().startsWith("?"))
			return row.spacing().endsWith("?") ? "not known" : row.spacing().replace("? x ? x ", "slices ");
		return row.spacing().endsWith("?") ? row.spacing().replace(" x ?", row.slices() == 1 ? "" : ", slices not known")
			: row.spacing();
	}
}
