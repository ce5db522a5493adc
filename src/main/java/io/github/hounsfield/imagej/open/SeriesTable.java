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

import ij.measure.ResultsTable;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesListing;
import io.github.hounsfield.series.SkippedFile;
import io.github.hounsfield.series.VolumeGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The series of a listing in rows, for people, macros and scripts. */
public final class SeriesTable {

	/**
	 * One series.
	 *
	 * @param number in the listing, from 1: what the macro key {@code series} takes
	 * @param patient name, or ID where there is none; empty where anonymized
	 * @param studyDate YYYY-MM-DD, as it is where the file has it otherwise
	 * @param size columns x rows x slices, then channels and times where there are several
	 * @param spacing x, y, z in mm; "?" where it is not known
	 * @param description of the series; empty where anonymized
	 * @param warnings kinds of findings by which measurements may be wrong
	 * @param seriesInstanceUid what the macro key {@code series} takes as well; empty where anonymized
	 */
	public record Row(int number, String patient, String studyDate, String description, String modality, int slices,
		String size, String spacing, String warnings, String seriesInstanceUid)
	{}

	private SeriesTable() {}

	/** @param anonymize whether what identifies the patient is left out; number and geometry still tell series apart */
	public static List<Row> rows(final SeriesListing listing, final boolean anonymize) {
		final List<Row> rows = new ArrayList<>();
		for (final Series series : listing.series())
			rows.add(row(rows.size() + 1, series, anonymize));
		return rows;
	}

	/**
	 * The files left out, numbered as in the listing, with the columns File, Reason and SeriesInstanceUID.
	 *
	 * @param anonymize whether numbers stand for names, and what identifies the patient is left out
	 */
	public static ResultsTable leftOut(final SeriesListing listing, final boolean anonymize) {
		final ResultsTable table = new ResultsTable();
		for (final SkippedFile file : listing.skipped()) {
			table.incrementCounter();
			table.addValue("File", anonymize ? Integer.toString(table.size()) : file.name());
			table.addValue("Reason", file.reason(Wording.of(anonymize)));
			table.addValue("SeriesInstanceUID", anonymize ? "" : file.seriesInstanceUid());
		}
		return table;
	}

	private static Row row(final int number, final Series series, final boolean anonymize) {
		final String name = series.patient().name().isBlank() ? series.patient().id() : series.patient().name();
		final List<String> warnings = series.report().findings().stream().filter(finding -> finding.kind().isWarning()).map(
			finding -> finding.kind().toString().toLowerCase(Locale.ROOT).replace('_', ' ')).distinct().toList();
		return new Row(number, anonymize ? "" : name.replace('^', ' ').trim(), anonymize ? "" : date(series.studyDate()),
			anonymize ? "" : series.seriesDescription(), series.modality(), series.frames().size(), size(series), spacing(series
				.geometry()), String.join(", ", warnings), anonymize ? "" : series.key());
	}

	private static String date(final String date) {
		return date.matches("\\d{8}") ? date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6) : date;
	}

	private static String size(final Series series) {
		String size = series.columns() + " x " + series.rows() + " x " + series.sizeZ();
		if (series.sizeC() > 1) size += ", " + series.sizeC() + " channels";
		if (series.sizeT() > 1) size += ", " + series.sizeT() + " times";
		return size;
	}

	private static String spacing(final VolumeGeometry geometry) {
		final String inPlane = geometry.isCalibrated() ? number(geometry.spacingXMm()) + " x " + number(geometry
			.spacingYMm()) : "? x ?";
		return inPlane + " x " + (geometry.hasDepth() ? number(geometry.spacingZMm()) : "?");
	}

	private static String number(final double value) {
		return String.format(Locale.ROOT, "%.4f", value).replaceAll("\\.?0+$", "");
	}

	/** The rows as ImageJ shows tables, with the columns Series, Patient, Study date ... SeriesInstanceUID. */
	public static ResultsTable table(final List<Row> rows) {
		final ResultsTable table = new ResultsTable();
		for (final Row row : rows) {
			table.incrementCounter();
			table.addValue("Series", row.number());
			table.addValue("Patient", row.patient());
			table.addValue("Study date", row.studyDate());
			table.addValue("Description", row.description());
			table.addValue("Modality", row.modality());
			table.addValue("Slices", row.slices());
			table.addValue("Size", row.size());
			table.addValue("Spacing (mm)", row.spacing());
			table.addValue("Warnings", row.warnings());
			table.addValue("SeriesInstanceUID", row.seriesInstanceUid());
		}
		return table;
	}
}
