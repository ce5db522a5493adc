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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** The rows as Parquet, partitioned by plan, in the folder {@code table} of the results. */
final class ParquetTable {

	/** Name of the folder below that of the results. */
	static final String FOLDER = "table";

	private ParquetTable() {}

	/** Takes the place of an older table when it is whole. */
	static void write(final SparkSession spark, final Path results, final Plan plan, final List<SeriesRow> rows)
		throws IOException
	{
		final Path part = results.resolve(FOLDER + ".part");
		final Path table = results.resolve(FOLDER);
		final Path old = results.resolve(FOLDER + ".old");
		delete(part);
		final List<Row> all = rows.stream().map(row -> row(plan, row)).toList();
		spark.createDataFrame(all, DataTypes.createStructType(fields(plan))).coalesce(1).write().mode(SaveMode.Overwrite)
			.partitionBy("plan").parquet(part.toUri().toString());
		delete(old);
		if (Files.exists(table)) Files.move(table, old);
		Files.move(part, table);
		delete(old);
	}

	private static List<StructField> fields(final Plan plan) {
		final List<StructField> fields = new ArrayList<>(List.of(field("item", DataTypes.IntegerType), field("series_uid",
			DataTypes.StringType), field("part", DataTypes.IntegerType), field("status", DataTypes.StringType)));
		for (final Column column : Column.of(plan))
			fields.add(field(column.name(), type(column.kind())));
		fields.addAll(List.of(field("reason_class", DataTypes.StringType), field("reason", DataTypes.StringType), field(
			"seconds", DataTypes.DoubleType), field("plan", DataTypes.StringType)));
		return fields;
	}

	private static StructField field(final String name, final DataType type) {
		return DataTypes.createStructField(name, type, true);
	}

	private static DataType type(final Column.Kind kind) {
		return switch (kind) {
			case WHOLE -> DataTypes.LongType;
			case REAL -> DataTypes.DoubleType;
			case TEXT -> DataTypes.StringType;
			case COUNTS -> DataTypes.createArrayType(DataTypes.LongType, false);
		};
	}

	private static Row row(final Plan plan, final SeriesRow row) {
		final List<Object> cells = new ArrayList<>(List.of(row.item(), row.seriesUid(), row.part(), row.isMeasured()
			? "measured" : "failed"));
		for (int i = 0; i < Column.of(plan).size(); i++) {
			final Object value = row.isMeasured() ? row.values()[i] : null;
			cells.add(value instanceof long[] counts ? Arrays.stream(counts).boxed().toArray(Long[]::new) : value);
		}
		cells.addAll(Arrays.asList(row.isMeasured() ? null : row.reasonClass(), row.isMeasured() ? null : row.reason(), row
			.seconds(), plan.id()));
		return RowFactory.create(cells.toArray());
	}

	private static void delete(final Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
				Files.delete(file);
		}
	}
}
