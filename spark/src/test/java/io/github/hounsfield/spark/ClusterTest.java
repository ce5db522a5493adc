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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves on a standalone cluster of two workers that a worker may go down at any moment: the table is that of one
 * thread, bit by bit. And that no log of master, workers, executors and driver names a patient, file or UID.
 */
class ClusterTest {

	private static final int SOUND = Integer.getInteger("hounsfield.studies", 24);
	private static final int KILLS = Integer.getInteger("hounsfield.kills", 2);
	private static final int RUN_SECONDS = 600;

	@TempDir
	private Path temporary;

	@Test
	void aWorkerThatGoesDownChangesNoRow() throws Exception {
		final Path studies = Files.createDirectories(temporary.resolve("studies"));
		for (int i = 0; i < SOUND; i++)
			Phantoms.writer(80, 12, 700 + i).write(studies.resolve(String.format("study-%04d", i)));
		for (int i = 0; i < Phantoms.KINDS; i++)
			Phantoms.bad(studies, i);
		Phantoms.badZip(studies);
		final int items = SOUND + Phantoms.KINDS + 1;
		final Plan plan = Plan.of(studies.toString(), List.of("hu", "lung-density"), "", false);
		try (LoopbackCluster cluster = new LoopbackCluster(temporary.resolve("cluster"))) {
			Process first = cluster.worker();
			Process second = cluster.worker();
			List<SeriesRow> expected = null;
			for (int kill = 0; kill < KILLS; kill++) {
				final Path results = Files.createDirectories(temporary.resolve("results-" + kill));
				// one key for all runs, so that the tables are the same
				if (kill > 0) Files.copy(temporary.resolve("results-0/key"), results.resolve("key"));
				final Process driver = cluster.driver("--studies", studies.toString(), "--results", results.toString(),
					"--measure", "hu,lung-density");
				final int moment = items * kill / KILLS;
				final int seen = await(driver, results.resolve("rows.csv"), moment);
				LoopbackCluster.kill(first);
				assertTrue(driver.isAlive() && seen < items, "the run was over before a worker could be killed");
				first = second;
				second = cluster.worker();
				assertTrue(driver.waitFor(RUN_SECONDS, TimeUnit.SECONDS), "the run does not end");
				assertEquals(0, driver.exitValue(), () -> logs(cluster));
				final List<SeriesRow> rows = rows(results, plan);
				assertEquals(items, rows.size());
				if (expected == null) expected = oneThread(results, plan);
				for (int i = 0; i < items; i++)
					assertTrue(expected.get(i).sameAs(rows.get(i)), rows.get(i) + " is not " + expected.get(i));
				System.out.println("A worker was killed at " + seen + " of " + items + " rows: the same table");
			}
			assertTrue(expected != null && expected.stream().filter(SeriesRow::isMeasured).count() == SOUND);
			for (final Path log : cluster.logs()) {
				final String text = Files.readString(log, StandardCharsets.ISO_8859_1);
				for (final String name : Secrets.NAMES)
					assertFalse(text.contains(name), log + " holds " + name);
			}
			assertTrue(cluster.logs().size() > 2 * KILLS);
		}
	}

	/** @return rows that there are when there are as many as wanted, and the first tasks have begun */
	private static int await(final Process driver, final Path journal, final int wanted) throws Exception {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(RUN_SECONDS);
		while (driver.isAlive() && System.nanoTime() < end) {
			if (Files.exists(journal)) {
				final int rows = (int) Files.readString(journal).lines().count();
				if (rows >= wanted) return rows;
			}
			Thread.sleep(10);
		}
		return Integer.MAX_VALUE;
	}

	private static List<SeriesRow> rows(final Path results, final Plan plan) throws IOException {
		try (Journal journal = new Journal(results.resolve("rows.csv"), Column.of(plan))) {
			return journal.rows();
		}
	}

	private static List<SeriesRow> oneThread(final Path results, final Plan plan) throws IOException {
		try (ResultsFolder folder = new ResultsFolder(results, plan)) {
			final MeasureTask task = new MeasureTask(plan, results.toString(), "one thread", RUN_SECONDS);
			return folder.items().stream().map(task::of).toList();
		}
	}

	private static String logs(final LoopbackCluster cluster) {
		try {
			final StringBuilder all = new StringBuilder();
			for (final Path log : cluster.logs())
				all.append(log.getFileName()).append('\n').append(Files.readString(log, StandardCharsets.ISO_8859_1));
			return all.toString();
		}
		catch (final IOException e) {
			return e.toString();
		}
	}
}
