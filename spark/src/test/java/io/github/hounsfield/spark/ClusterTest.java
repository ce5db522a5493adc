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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves on a standalone cluster of two workers that a worker or the program may go down at any moment: the table is that
 * of one thread, bit by bit. And that no log of master, workers, executors and driver, no log of events and no page of
 * Spark's names a patient, file or UID, also where a cluster turns both on.
 */
class ClusterTest {

	private static final int SOUND = Integer.getInteger("hounsfield.studies", 24);
	private static final int KILLS = Integer.getInteger("hounsfield.kills", 2);
	private static final int ITEMS = SOUND + Phantoms.KINDS + 1;
	private static final int RUN_SECONDS = 600;
	private static final List<String> PAGES = List.of("/jobs/", "/stages/", "/environment/", "/executors/",
		"/api/v1/applications");

	@TempDir
	private static Path temporary;
	private static Path studies;
	private static Plan plan;
	private static List<SeriesRow> expected;

	@BeforeAll
	static void write() throws IOException {
		studies = Files.createDirectories(temporary.resolve("studies"));
		for (int i = 0; i < SOUND; i++)
			Phantoms.writer(80, 12, 700 + i).write(studies.resolve(String.format("study-%04d", i)));
		for (int i = 0; i < Phantoms.KINDS; i++)
			Phantoms.bad(studies, i);
		Phantoms.badZip(studies);
		plan = Plan.of(studies.toString(), List.of("hu", "lung-density"), "", false);
	}

	@Test
	void whoGoesDownChangesNoRow() throws Exception {
		try (LoopbackCluster cluster = new LoopbackCluster(temporary.resolve("cluster"), SparkHome.withAll(temporary
			.resolve("home"))))
		{
			Process first = cluster.worker();
			Process second = cluster.worker();
			for (int kill = 0; kill < KILLS; kill++) {
				final Path results = results("worker-" + kill);
				final int port = freePort();
				final Process driver = driver(cluster, results, port);
				final int seen = await(driver, results, ITEMS * kill / KILLS);
				LoopbackCluster.kill(first);
				if (kill == 0) assertNoPageNames(port);
				first = second;
				second = cluster.worker();
				assertSameTable(cluster, driver, results);
				System.out.println("A worker was killed at " + seen + " of " + ITEMS + " rows: the same table");
			}
			for (int kill = 0; kill < Math.max(1, KILLS / 4); kill++) {
				final Path results = results("driver-" + kill);
				final Process killed = driver(cluster, results, freePort());
				final int seen = await(killed, results, ITEMS * (kill + 1) / (KILLS + 1));
				LoopbackCluster.kill(killed);
				assertTrue(Files.exists(results.resolve("scratch")));
				assertSameTable(cluster, driver(cluster, results, freePort()), results);
				System.out.println("The program was killed at " + seen + " of " + ITEMS + " rows: the same table");
			}
			final List<Path> logs = new ArrayList<>(cluster.logs());
			try (Stream<Path> events = Files.walk(temporary.resolve("events"))) {
				logs.addAll(events.filter(Files::isRegularFile).toList());
			}
			assertTrue(logs.stream().anyMatch(log -> log.startsWith(temporary.resolve("events"))));
			for (final Path log : logs)
				assertNoNames(log.toString(), Files.readString(log, StandardCharsets.ISO_8859_1));
			assertTrue(logs.size() > 2 * KILLS);
		}
	}

	/** One key for all runs, so that the tables are the same. */
	private static Path results(final String name) throws IOException {
		final Path results = Files.createDirectories(temporary.resolve("results").resolve(name));
		final Path key = temporary.resolve("results/worker-0/key");
		if (Files.exists(key)) Files.copy(key, results.resolve("key"));
		return results;
	}

	/** With a log of events and with Spark's pages, which this program leaves off. */
	private static Process driver(final LoopbackCluster cluster, final Path results, final int port) throws IOException {
		final Path events = Files.createDirectories(temporary.resolve("events"));
		return cluster.driver(List.of("-Dspark.ui.enabled=true", "-Dspark.ui.port=" + port,
			"-Dspark.eventLog.enabled=true", "-Dspark.eventLog.compress=false", "-Dspark.eventLog.dir=" + events.toUri()),
			"--studies", studies.toString(), "--results", results.toString(), "--measure", "hu,lung-density");
	}

	private static int freePort() throws IOException {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return free.getLocalPort();
		}
	}

	/** @return rows that there are when there are as many as wanted, and the first tasks have begun */
	private static int await(final Process driver, final Path results, final int wanted) throws Exception {
		final Path journal = results.resolve("rows.csv");
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(RUN_SECONDS);
		while (driver.isAlive() && System.nanoTime() < end) {
			if (Files.exists(journal) && Files.exists(results.resolve("items.csv"))) {
				final int rows = (int) Files.readString(journal).lines().count();
				assertTrue(rows < ITEMS, "the run was over before anything could be killed");
				if (rows >= wanted) return rows;
			}
			Thread.sleep(10);
		}
		throw new AssertionError("the run was over before anything could be killed");
	}

	private static void assertSameTable(final LoopbackCluster cluster, final Process driver, final Path results)
		throws Exception
	{
		assertTrue(driver.waitFor(RUN_SECONDS, TimeUnit.SECONDS), "the run does not end");
		assertEquals(0, driver.exitValue(), cluster::said);
		final List<SeriesRow> rows;
		try (Journal journal = new Journal(results.resolve("rows.csv"), Column.of(plan))) {
			rows = journal.rows();
		}
		assertEquals(ITEMS, rows.size());
		if (expected == null) expected = oneThread(results);
		for (int i = 0; i < ITEMS; i++)
			assertTrue(expected.get(i).sameAs(rows.get(i)), rows.get(i) + " is not " + expected.get(i));
		assertFalse(Files.exists(results.resolve("scratch")));
	}

	private static List<SeriesRow> oneThread(final Path results) throws IOException {
		try (ResultsFolder folder = new ResultsFolder(results, plan)) {
			final MeasureTask task = new MeasureTask(plan, results.toString(), "one thread", RUN_SECONDS);
			final List<SeriesRow> rows = folder.items().stream().map(task::of).toList();
			assertEquals(SOUND, rows.stream().filter(SeriesRow::isMeasured).count());
			return rows;
		}
	}

	private static void assertNoPageNames(final int port) throws Exception {
		final HttpClient client = HttpClient.newHttpClient();
		final String root = "http://127.0.0.1:" + port;
		final String applications = get(client, root + "/api/v1/applications");
		final String id = applications.replaceAll("(?s).*\"id\" : \"([^\"]+)\".*", "$1");
		assertNoNames("/environment of the API", get(client, root + "/api/v1/applications/" + id + "/environment"));
		for (final String page : PAGES)
			assertNoNames(page, get(client, root + page));
	}

	private static String get(final HttpClient client, final String url) throws Exception {
		final var answer = client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
		assertEquals(200, answer.statusCode(), url);
		assertFalse(answer.body().isEmpty(), url);
		return answer.body();
	}

	private static void assertNoNames(final String where, final String text) {
		for (final String name : Secrets.NAMES)
			assertFalse(text.contains(name), () -> where + " holds " + name + ": " + text.lines().filter(line -> line.contains(
				name)).findFirst().map(line -> line.substring(0, Math.min(line.length(), 2000))).orElse(""));
	}
}
