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

/**
 * A column of what is measured; its name carries its unit.
 *
 * @param kind of its values; each may be null
 */
public record Column(String name, Kind kind) {

	/** Long, Double, String, or long[] of counts. */
	public enum Kind {
		WHOLE, REAL, TEXT, COUNTS
	}

	private static final List<String> REGIONS = List.of("both", "right", "left");

	/** Of Measure Lung Density with its own thresholds and percentile. */
	private static final List<String> DENSITY = List.of("Volume_ml", "MLD_HU", "SD_HU", "Median_HU", "Skewness",
		"Kurtosis",
		"Mass_g", "Air_ml", "Tissue_ml", "LAA950_percent", "LAA910_percent", "HAA_percent", "Perc15_HU", "Perc15_g_l");

	/** The columns of a plan in the order of {@link SeriesRow#values()}. */
	public static List<Column> of(final Plan plan) {
		final List<Column> columns = new ArrayList<>();
		if (plan.opens()) {
			for (final String name : List.of("columns", "rows", "slices"))
				columns.add(new Column(name, Kind.WHOLE));
			for (final String name : List.of("spacing_x_mm", "spacing_y_mm", "spacing_z_mm"))
				columns.add(new Column(name, Kind.REAL));
		}
		if (plan.has("hu")) {
			columns.add(new Column("voxels_in_field", Kind.WHOLE));
			for (final String name : List.of("hu_min", "hu_max", "hu_mean", "hu_sd", "lung_fraction", "lung_volume_ml"))
				columns.add(new Column(name, Kind.REAL));
		}
		if (plan.has("lung-density")) {
			for (final String region : REGIONS)
				for (final String name : DENSITY)
					columns.add(new Column(region + "_" + name, Kind.REAL));
			columns.add(new Column("lung_notes", Kind.TEXT));
		}
		if (plan.has("histogram")) columns.add(new Column("hu_counts", Kind.COUNTS));
		if (!plan.export().isEmpty()) columns.add(new Column("exported_as", Kind.TEXT));
		if (plan.deidentify()) columns.add(new Column("deidentified_files", Kind.WHOLE));
		columns.add(new Column("warnings", Kind.TEXT));
		return List.copyOf(columns);
	}
}
