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
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * Writes the rows as Parquet, partitioned by plan, into the folder {@code table} of the results. Apache Parquet's own
 * writer makes the file. All rows are in the driver, and Spark SQL takes longer to start than to write such a file.
 * Types are Spark's. Lists have the three levels of the Parquet format's LogicalTypes.md.
 */
final class ParquetTable {

	/** Name of the folder below that of the results. */
	static final String FOLDER = "table";

	private static final String LIST = "list";
	private static final String ELEMENT = "element";

	private ParquetTable() {}

	/** Takes the place of an older table when it is whole. */
	static void write(final Path results, final Plan plan, final List<SeriesRow> rows) throws IOException {
		final Path part = results.resolve(FOLDER + ".part");
		final Path table = results.resolve(FOLDER);
		final Path old = results.resolve(FOLDER + ".old");
		Folders.delete(part);
		final Path partition = Files.createDirectories(part.resolve("plan=" + plan.id()));
		final MessageType schema = schema(plan);
		// no native library of a codec: it would be unpacked into a temporary file
		try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(partition.resolve(
			"part-00000.gz.parquet"))).withConf(new PlainParquetConfiguration()).withType(schema).withCompressionCodec(
				CompressionCodecName.GZIP).build())
		{
			for (final SeriesRow row : rows)
				writer.write(group(schema, plan, row));
		}
		Folders.delete(old);
		if (Files.exists(table)) Files.move(table, old);
		Files.move(part, table);
		Folders.delete(old);
	}

	private static MessageType schema(final Plan plan) {
		final Types.MessageTypeBuilder schema = Types.buildMessage();
		schema.addFields(number("item", PrimitiveTypeName.INT32), text("series_uid"), number("part",
			PrimitiveTypeName.INT32), text("status"));
		for (final Column column : Column.of(plan))
			schema.addField(switch (column.kind()) {
				case WHOLE -> number(column.name(), PrimitiveTypeName.INT64);
				case REAL -> number(column.name(), PrimitiveTypeName.DOUBLE);
				case TEXT -> text(column.name());
				case COUNTS -> Types.optionalGroup().as(LogicalTypeAnnotation.listType()).addField(Types.repeatedGroup().addField(
					Types.required(PrimitiveTypeName.INT64).named(ELEMENT)).named(LIST)).named(column.name());
			});
		schema.addFields(text("reason_class"), text("reason"), number("seconds", PrimitiveTypeName.DOUBLE));
		return schema.named("hounsfield");
	}

	private static Type number(final String name, final PrimitiveTypeName type) {
		return Types.optional(type).named(name);
	}

	private static Type text(final String name) {
		return Types.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(name);
	}

	/** What is null is left out. */
	private static Group group(final MessageType schema, final Plan plan, final SeriesRow row) {
		final Group group = new SimpleGroup(schema).append("item", row.item()).append("series_uid", row.seriesUid()).append(
			"part", row.part()).append("status", row.isMeasured() ? "measured" : "failed").append("seconds", row.seconds());
		if (!row.isMeasured()) return group.append("reason_class", row.reasonClass()).append("reason", row.reason());
		final List<Column> columns = Column.of(plan);
		for (int i = 0; i < columns.size(); i++) {
			final String name = columns.get(i).name();
			final Object value = row.values()[i];
			if (value instanceof Long whole) group.append(name, whole);
			else if (value instanceof Double real) group.append(name, real);
			else if (value instanceof String text) group.append(name, text);
			else if (value instanceof long[] counts) {
				final Group list = group.addGroup(name);
				for (final long count : counts)
					list.addGroup(LIST).append(ELEMENT, count);
			}
		}
		return group;
	}
}
