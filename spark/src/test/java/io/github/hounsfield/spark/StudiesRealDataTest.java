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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.RealData;
import io.github.hounsfield.dicom.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that the rows of real series hold the HU that other tools computed of them. */
class StudiesRealDataTest {

	/** The expected means have six decimals. */
	private static final double MEAN_HU = 1e-6;

	private static final Set<String> MEASURED = Set.of("chest-64", "chest-two-series", "ct-3slice", "ct-gantry-tilt");

	@TempDir
	private Path temporary;

	@Test
	void realSeriesHaveTheValuesOfOtherTools() throws Exception {
		final Path data = RealData.folder().toAbsolutePath().normalize();
		final Path results = temporary.resolve("results");
		final Plan plan = Plan.of(data.resolve("series").toString(), List.of("hu"), "", false);
		final List<SeriesRow> rows;
		final SparkContext spark = Contexts.open(new SparkConf().setMaster("local[2]").set("spark.driver.host", "127.0.0.1")
			.set("spark.driver.bindAddress", "127.0.0.1"));
		try {
			rows = new Run(plan, results, 300).on(spark);
		}
		finally {
			spark.stop();
		}
		assertEquals(12, rows.size());
		int measured = 0;
		try (ResultsFolder folder = new ResultsFolder(results, plan)) {
			for (final Item item : folder.items()) {
				final SeriesRow row = rows.get(item.number() - 1);
				final String name = Path.of(item.study()).getFileName().toString();
				if (!MEASURED.contains(name)) {
					// of magnetic resonance, in colour, or with gaps
					assertTrue(row.reasonClass().matches("ImageException|IncompleteException"), name + ": " + row);
					continue;
				}
				assertTrue(row.isMeasured(), row.reason());
				measured++;
				final Map<String, Object> study = Json.object(Json.object(RealData.expected(), "series"), "series/" + name);
				final Map<String, Object> expected = Json.object(Json.object(study, item.key()), "rescaled");
				assertNotNull(expected, item.key());
				final long all = (long) value(plan, row, "columns") * (long) value(plan, row, "rows") * (long) value(plan, row,
					"slices");
				final long field = (long) value(plan, row, "voxels_in_field");
				final double min = (double) expected.get("min");
				assertEquals(expected.get("max"), value(plan, row, "hu_max"));
				if (field == all) assertEquals(min, value(plan, row, "hu_min"));
				// the expected mean counts padding too, which is the least value where there is any
				assertEquals((double) expected.get("mean"), ((double) value(plan, row, "hu_mean") * field + min * (all - field)) /
					all, MEAN_HU);
			}
		}
		assertEquals(5, measured);
	}

	private static Object value(final Plan plan, final SeriesRow row, final String column) {
		return row.values()[Column.of(plan).stream().map(Column::name).toList().indexOf(column)];
	}
}
