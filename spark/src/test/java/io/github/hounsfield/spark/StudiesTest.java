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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves on two threads of this machine: one row for each series, equal to one thread's bit by bit, and restartable.
 */
class StudiesTest {

	private static final int SOUND = Integer.getInteger("hounsfield.studies", 12);
	private static final int BAD = Integer.getInteger("hounsfield.bad", 2) * Phantoms.KINDS;

	@TempDir
	private static Path temporary;
	private static Path studies;
	private static SparkContext spark;
	private static Plan plan;

	@BeforeAll
	static void open() throws IOException {
		studies = Files.createDirectories(temporary.resolve("studies"));
		for (int i = 0; i < SOUND; i++)
			Phantoms.sound(studies, i);
		for (int i = 0; i < BAD; i++)
			Phantoms.bad(studies, i);
		Phantoms.badZip(studies);
		plan = Plan.of(studies.toString(), List.of("hu", "histogram"), "", false);
		spark = Contexts.open(new SparkConf().setMaster("local[2]").set("spark.driver.host", "127.0.0.1").set(
			"spark.driver.bindAddress", "127.0.0.1"));
	}

	@AfterAll
	static void close() throws IOException {
		spark.stop();
	}

	@Test
	void eachSeriesHasOneRowMeasuredOrFailed() throws IOException {
		final Path results = temporary.resolve("rows");
		final List<SeriesRow> rows = new Run(plan, results, 60).on(spark);
		// every third sound study has two series; the kinds 0 and 1 of bad studies and the zip have none, and a row each
		assertEquals(SOUND + SOUND / 3 + BAD + 1, rows.size());
		assertEquals(SOUND + SOUND / 3, rows.stream().filter(SeriesRow::isMeasured).count());
		final Set<Integer> items = new HashSet<>();
		rows.forEach(row -> assertTrue(items.add(row.item()), "item " + row.item() + " has two rows"));
		for (final SeriesRow row : rows)
			assertEquals(row.isMeasured(), row.reason().isEmpty() && row.values().length == Column.of(plan).size(), row
				.reason());
		final Set<String> kinds = new HashSet<>();
		rows.forEach(row -> kinds.add(row.reasonClass()));
		assertTrue(kinds.containsAll(Set.of("", "IncompleteException", "ImageException")), kinds.toString());
		assertSameAsOneThread(results, plan, rows);
	}

	private static void assertSameAsOneThread(final Path results, final Plan plan, final List<SeriesRow> rows)
		throws IOException
	{
		try (ResultsFolder folder = new ResultsFolder(results, plan)) {
			final MeasureTask task = new MeasureTask(plan, results.toString(), "one thread", 60);
			for (final Item item : folder.items()) {
				final SeriesRow row = rows.get(item.number() - 1);
				final SeriesRow alone = task.of(item);
				assertTrue(row.sameAs(alone), () -> row + " is not " + alone);
			}
		}
	}

	/** The sums are made here from what the writer wrote, slice by slice as ImageJ sums. */
	@Test
	void numbersAreThoseOfTheWrittenValues() throws IOException {
		final CtSeriesWriter writer = Phantoms.writer(48, 9, 77);
		final Path one = temporary.resolve("one");
		writer.write(one.resolve("study"));
		final Plan hu = Plan.of(one.toString(), List.of("hu"), "", false);
		final List<SeriesRow> rows = new Run(hu, temporary.resolve("one-results"), 60).on(spark);
		assertEquals(1, rows.size());
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		double sum = 0;
		double squares = 0;
		long n = 0;
		for (int slice = 0; slice < writer.slices(); slice++)
			for (final short stored : writer.storedValues(slice)) {
				if (stored == CtSeriesWriter.PADDING) continue;
				final double value = stored + CtSeriesWriter.INTERCEPT;
				min = Math.min(min, value);
				max = Math.max(max, value);
				sum += value;
				squares += value * value;
				n++;
			}
		final SeriesRow row = rows.get(0);
		assertEquals(n, value(hu, row, "voxels_in_field"));
		assertEquals(min, value(hu, row, "hu_min"));
		assertEquals(max, value(hu, row, "hu_max"));
		// whole numbers whose sums double precision holds exactly, in any order
		assertEquals(sum / n, value(hu, row, "hu_mean"));
		assertEquals(Math.sqrt((n * squares - sum * sum) / n / (n - 1.0)), (double) value(hu, row, "hu_sd"), 1e-9);
	}

	private static Object value(final Plan plan, final SeriesRow row, final String column) {
		return row.values()[Column.of(plan).stream().map(Column::name).toList().indexOf(column)];
	}

	@Test
	void parquetHasTheRowsBitByBit() throws IOException {
		final Path results = temporary.resolve("parquet");
		final List<SeriesRow> rows = new Run(plan, results, 60).on(spark);
		final List<Row> read = SparkSession.builder().getOrCreate().read().parquet(results.resolve("table").toUri()
			.toString()).orderBy("item").collectAsList();
		assertEquals(rows.size(), read.size());
		for (int i = 0; i < rows.size(); i++) {
			final SeriesRow row = rows.get(i);
			final Row line = read.get(i);
			assertEquals(row.item(), line.<Integer> getAs("item"));
			assertEquals(row.isMeasured() ? "measured" : "failed", line.getAs("status"));
			assertEquals(plan.id(), line.getAs("plan"));
			assertEquals(row.isMeasured() ? null : row.reason(), line.getAs("reason"));
			if (!row.isMeasured()) continue;
			assertEquals(value(plan, row, "hu_mean"), line.getAs("hu_mean"));
			assertEquals(value(plan, row, "hu_sd"), line.getAs("hu_sd"));
			assertArrayEquals((long[]) value(plan, row, "hu_counts"), line.<Long> getList(line.fieldIndex("hu_counts")).stream()
				.mapToLong(Long::longValue).toArray());
		}
	}

	@Test
	void restartMeasuresOnlyWhatHasNoRow() throws IOException {
		final Path results = temporary.resolve("restart");
		final List<SeriesRow> first = new Run(plan, results, 60).on(spark);
		final Path journal = results.resolve("rows.csv");
		final byte[] whole = Files.readAllBytes(journal);
		// in the middle of a row, as where the machine went down
		Files.write(journal, Arrays.copyOf(whole, whole.length / 2));
		final Set<Integer> kept = new HashSet<>();
		try (Journal rows = new Journal(journal, Column.of(plan))) {
			rows.rows().forEach(row -> kept.add(row.item()));
		}
		assertFalse(kept.isEmpty());
		assertTrue(kept.size() < first.size());
		final List<SeriesRow> second = new Run(plan, results, 60).on(spark);
		assertEquals(first.size(), second.size());
		for (int i = 0; i < first.size(); i++) {
			final int index = i;
			assertTrue(first.get(i).sameAs(second.get(i)), () -> first.get(index) + " is not " + second.get(index));
			if (kept.contains(first.get(i).item())) assertEquals(first.get(i).seconds(), second.get(i).seconds());
		}
	}

	@Test
	void anotherPlanInTheSameFolderIsRefused() throws IOException {
		final Path results = temporary.resolve("plan");
		new Run(plan, results, 60).on(spark);
		final Plan other = Plan.of(studies.toString(), List.of("hu"), "", false);
		final PlanException e = assertThrows(PlanException.class, () -> new Run(other, results, 60).on(spark));
		assertTrue(e.getMessage().contains("measure=hu,histogram"), e.getMessage());
		assertTrue(e.getMessage().contains("use another folder of results"), e.getMessage());
	}

	@Test
	void exportsCopiesAndDensityAreWrittenForEachSeries() throws IOException {
		final Path some = temporary.resolve("some");
		for (int i = 0; i < 3; i++)
			new CtSeriesWriter(96, 24, 4, 10, 12, 300 + i).write(some.resolve("study-" + i));
		final Path results = temporary.resolve("some-results");
		final Plan all = Plan.of(some.toString(), List.of("lung-density"), "nii.gz", true);
		final List<SeriesRow> rows = new Run(all, results, 60).on(spark);
		assertEquals(3, rows.size());
		for (final SeriesRow row : rows) {
			assertTrue(row.isMeasured(), row.reason());
			assertEquals(24L, value(all, row, "deidentified_files"));
			assertTrue(Files.size(results.resolve("export").resolve((String) value(all, row, "exported_as"))) > 1000);
			final double volume = (double) value(all, row, "both_Volume_ml");
			final double sides = (double) value(all, row, "right_Volume_ml") + (double) value(all, row, "left_Volume_ml");
			assertEquals(volume, sides, 1e-6);
			assertEquals(-860, (double) value(all, row, "both_Median_HU"), 40);
		}
		assertEquals(3 * 24, files(results.resolve("deidentified")).size());
		assertTrue(files(results).stream().noneMatch(file -> file.toString().endsWith(".part")));
		assertSameAsOneThread(results, all, rows);
	}

	private static List<Path> files(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	@Test
	void whatNamesStudiesIsForItsOwnerAlone() throws IOException {
		final Path results = temporary.resolve("private");
		final List<SeriesRow> rows = new Run(plan, results, 60).on(spark);
		for (final String name : List.of("items.csv", "plan.txt", "key", "rows.csv"))
			assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(results.resolve(name))), name);
		final Path csv = temporary.resolve("private.csv");
		CsvTable.write(csv, plan, rows);
		for (final Path file : new ArrayList<>(List.of(csv, results.resolve("rows.csv")))) {
			final String text = Files.readString(file);
			for (final String name : Secrets.NAMES)
				assertFalse(text.contains(name), file.getFileName() + " holds " + name);
		}
	}
}
