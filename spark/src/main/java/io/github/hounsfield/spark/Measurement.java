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

import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.hounsfield.imagej.lung.DensityMeasurement;
import io.github.hounsfield.imagej.open.SeriesTable;
import io.github.hounsfield.lung.DensityOptions;
import io.github.hounsfield.lung.DensityRow;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesListing;
import io.github.hounsfield.spark.Failure.IncompleteException;
import io.github.hounsfield.spark.Failure.PlainException;
import io.github.hounsfield.work.Workers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Measures one series from its path, with the classes of the macros' actions. */
final class Measurement {

	/** Findings with which a mean is no mean of the series. The batch macros refuse them too. */
	private static final Pattern INCOMPLETE = Pattern.compile("Warning (SKIPPED|UNDECODABLE|GAP|DUPLICATE|SAME_PLANE|" +
		"INCOMPLETE|OTHER_PIXELS|MIXED_PATIENTS|MIXED_FRAMES_OF_REFERENCE|INTERLEAVED)");

	private final Plan plan;
	private final Path results;
	private final String runId;
	private final Workers workers;
	private final Map<String, Object> values = new HashMap<>();

	Measurement(final Plan plan, final String results, final String runId, final Workers workers) {
		this.plan = plan;
		this.results = Path.of(results);
		this.runId = runId;
		this.workers = workers;
	}

	/**
	 * @return in the order of {@link Column#of}
	 * @throws Exception where the series cannot be measured
	 */
	Object[] of(final Item item) throws Exception {
		final SeriesListing listing = Listings.of(runId, item.study(), workers);
		// says what there is in place of a series
		if (item.series() == 0) listing.resolve(SeriesListing.ALL);
		final List<Series> all = listing.series();
		if (item.series() < 1 || item.series() > all.size() || !all.get(item.series() - 1).key().equals(item.key()))
			throw new PlainException("the study is not what it was when its series were listed; use a new folder of results");
		final Series series = all.get(item.series() - 1);
		values.put("warnings", SeriesTable.rows(listing, true).get(item.series() - 1).warnings());
		if (plan.opens()) open(series, item);
		if (plan.deidentify()) values.put("deidentified_files", Copies.write(series, Path.of(item.study()), item.number(),
			results, workers));
		return Column.of(plan).stream().map(column -> values.get(column.name())).toArray();
	}

	private void open(final Series series, final Item item) throws Exception {
		final ImagePlus ct = Listings.opener(workers).open(series).image();
		final String report = ct.getProp("Hounsfield.Report");
		if (report != null && INCOMPLETE.matcher(report).find()) throw new IncompleteException(report);
		final Calibration calibration = ct.getCalibration();
		values.put("columns", (long) ct.getWidth());
		values.put("rows", (long) ct.getHeight());
		values.put("slices", (long) ct.getStackSize());
		if ("mm".equals(calibration.getUnit())) {
			values.put("spacing_x_mm", calibration.pixelWidth);
			values.put("spacing_y_mm", calibration.pixelHeight);
			values.put("spacing_z_mm", calibration.pixelDepth);
		}
		if (plan.has("hu") || plan.has("histogram")) HuMeasure.measure(ct, plan, values, workers);
		// before the density, which draws outlines into the image
		if (!plan.export().isEmpty()) values.put("exported_as", Exports.write(ct, plan.export(), item.number(), results,
			workers));
		if (plan.has("lung-density")) density(ct);
	}

	private void density(final ImagePlus ct) {
		final DensityMeasurement density = DensityMeasurement.of(ct, DensityOptions.DEFAULT, workers);
		for (final DensityRow row : density.rows())
			row.values().forEach((name, value) -> values.put(row.region() + "_" + name, value));
		values.put("lung_notes", String.join(" ", density.warnings()));
	}
}
