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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/** One run of a plan. It lists studies, measures items without a row, the largest first, and writes the table. */
public final class Run {

	/** To be listed; how many series are in a study is known afterwards. */
	private static final long A_STUDY_BYTES = 1 << 18;

	private final Plan plan;
	private final Path results;
	private final int timeoutSeconds;
	private final Times times = new Times();

	/**
	 * @param results folder, made where it is absent; every worker must see it under the same path, as the studies
	 * @param timeoutSeconds for one item, above 0
	 * @throws PlanException where it is not
	 */
	public Run(final Plan plan, final Path results, final int timeoutSeconds) throws PlanException {
		if (timeoutSeconds < 1) throw new PlanException("--timeout is " + timeoutSeconds + "; expected 1 second or more");
		this.plan = plan;
		this.results = results;
		this.timeoutSeconds = timeoutSeconds;
	}

	/**
	 * @param spark stays open
	 * @return a row for each item, in the order of items, also those of earlier runs
	 * @throws PlanException where the studies or the folder of results cannot be used
	 * @throws IOException where the results cannot be written, or Spark has ended; what has a row keeps it
	 */
	public List<SeriesRow> on(final SparkContext spark) throws IOException {
		final List<String> studies = StudyPaths.of(plan.studies());
		try (ResultsFolder folder = new ResultsFolder(results, plan)) {
			return run(studies, folder, spark);
		}
	}

	/**
	 * As {@link #on}, on a Spark of its own, which is stopped again. Spark's files are in the folder of results, so the
	 * next run removes those of a killed run.
	 *
	 * @param conf of Spark
	 */
	List<SeriesRow> alone(final SparkConf conf) throws IOException {
		final List<String> studies = StudyPaths.of(plan.studies());
		try (ResultsFolder folder = new ResultsFolder(results, plan)) {
			final SparkContext spark = Contexts.open(conf.set("spark.local.dir", folder.scratch().toString()));
			try {
				return run(studies, folder, spark);
			}
			finally {
				spark.stop();
			}
		}
	}

	private List<SeriesRow> run(final List<String> studies, final ResultsFolder folder, final SparkContext spark)
		throws IOException
	{
		times.end("start-up");
		final String runId = UUID.randomUUID().toString();
		final Jobs jobs = new Jobs(spark);
		list(studies, folder, jobs, runId);
		times.end("listing");
		final Journal journal = folder.journal();
		final List<Item> items = folder.items().stream().filter(item -> !journal.has(item.number())).sorted(Comparator
			.comparingLong((Item item) -> -item.bytes()).thenComparingInt(Item::number)).toList();
		jobs.run(items, new MeasureTask(plan, folder.path().toString(), runId, timeoutSeconds), Item::bytes,
			(index, row) -> journal.add(row), item -> SeriesRow.failed(item, "WorkerLost",
				"the worker was lost each time that it was at this series; is its memory too small?", Double.NaN));
		times.end("measuring");
		final List<SeriesRow> rows = journal.rows();
		ParquetTable.write(folder.path(), plan, rows);
		times.end("table");
		return rows;
	}

	/** How long the parts took, in words. */
	String times() {
		return times.toString();
	}

	/** Studies that were listed in an earlier run keep their items. */
	private void list(final List<String> studies, final ResultsFolder folder, final Jobs jobs, final String runId)
		throws IOException
	{
		final List<String> unknown = new ArrayList<>(studies);
		unknown.removeAll(folder.studies());
		if (unknown.isEmpty()) return;
		final List<ArrayList<ListTask.Found>> found = new ArrayList<>();
		unknown.forEach(study -> found.add(new ArrayList<>()));
		jobs.run(unknown, new ListTask(runId, timeoutSeconds), study -> A_STUDY_BYTES, found::set,
			study -> new ArrayList<>());
		for (int i = 0; i < unknown.size(); i++)
			folder.add(unknown.get(i), found.get(i));
		folder.saveItems();
	}
}
