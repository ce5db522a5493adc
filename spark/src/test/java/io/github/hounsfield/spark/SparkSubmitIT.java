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

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that the jar runs as the README says: its lines of spark-submit, word for word, on a cluster whose Spark has
 * none of the suite's jars; and the script for SLURM, whose commands are stood in for.
 */
class SparkSubmitIT {

	private static final int SECONDS = 300;
	private static final int STUDIES = 3;
	private static final Path TARGET = Path.of(System.getProperty("hounsfield.target"));

	/** srun starts as many of a command as there are nodes; here, one after the other in the background. */
	private static final String SRUN = """
		#!/usr/bin/env bash
		[ "$1" = --ntasks-per-node=1 ] || exit 9
		shift
		trap 'kill $(jobs -p) 2>/dev/null' TERM EXIT
		"$@" &
		"$@" &
		wait
		""";

	@TempDir
	private static Path temporary;
	private static Path studies;

	@BeforeAll
	static void write() throws IOException {
		studies = Files.createDirectories(temporary.resolve("studies"));
		for (int i = 0; i < STUDIES; i++)
			Phantoms.writer(80, 12, 40 + i).write(studies.resolve(String.format("study-%04d", i)));
		Phantoms.bad(studies, 1);
	}

	@Test
	void readmeRunsWordForWord() throws Exception {
		final List<String> lines = readme();
		assertEquals(2, lines.size(), "lines of spark-submit in README.md");
		final SparkHome home = SparkHome.withSpark(temporary.resolve("home"));
		assertTrue(home.jars().stream().noneMatch(jar -> jar.startsWith("ij-") || jar.startsWith("imglib2-")));
		try (LoopbackCluster cluster = new LoopbackCluster(temporary.resolve("cluster"), home)) {
			cluster.worker();
			cluster.worker();
			for (int i = 0; i < lines.size(); i++) {
				final Path data = Files.createDirectories(temporary.resolve("data-" + i));
				final String line = versions(lines.get(i)).replace("spark://HOST:7077", cluster.url()).replace("/data/studies", studies
					.toString()).replace("/data/", data + "/").replace("--executor-memory 4g", "--executor-memory 640m");
				final Process submit = cluster.start(home.process(List.of("bash", "-c", "PATH=" + home.folder().resolve("bin") +
					":$PATH; cd '" + TARGET + "'; " + line)));
				assertTrue(submit.waitFor(SECONDS, TimeUnit.SECONDS), "no end");
				assertEquals(0, submit.exitValue(), cluster::said);
				assertResults(data.resolve("results"), data.resolve("hu.csv"));
			}
			assertNoNames(cluster.logs());
		}
	}

	/** With the jars of this build, wherever they are. */
	private static String versions(final String line) {
		String text = line;
		for (final String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			final Matcher jar = Pattern.compile("(.*-)[0-9][^-]*(-SNAPSHOT)?\\.jar").matcher(Path.of(entry).getFileName()
				.toString());
			if (jar.matches()) text = text.replaceAll("(?<=[ ,])" + jar.group(1) + "VERSION\\.jar", Matcher.quoteReplacement(entry));
		}
		return text;
	}

	/** The lines of code that begin with spark-submit, with those that continue them. */
	private static List<String> readme() throws IOException {
		final List<String> lines = new ArrayList<>();
		final Matcher line = Pattern.compile("^spark-submit (?:.*\\\\\n)*.*$", Pattern.MULTILINE).matcher(Files.readString(
			TARGET.resolve("../README.md")));
		while (line.find())
			lines.add(line.group());
		return lines;
	}

	@Test
	void slurmScriptStartsSparkOnItsAllocation() throws Exception {
		final Path folder = Files.createDirectories(temporary.resolve("in a job"));
		final SparkHome home = SparkHome.withSpark(folder.resolve("home"));
		final Path srun = Files.createDirectories(folder.resolve("bin")).resolve("srun");
		Files.writeString(srun, SRUN);
		Files.setPosixFilePermissions(srun, PosixFilePermissions.fromString("rwxr-xr-x"));
		final Path hostname = srun.resolveSibling("hostname");
		Files.writeString(hostname, "#!/bin/sh\necho 127.0.0.1\n");
		Files.setPosixFilePermissions(hostname, PosixFilePermissions.fromString("rwxr-xr-x"));
		final ProcessBuilder script = home.process(List.of("bash", TARGET.resolve(
			"../src/main/slurm/hounsfield-spark.sbatch").toString(), TARGET.resolve("hounsfield-spark.jar").toString(),
			"--studies", studies.toString(), "--results", folder.resolve("results").toString(), "--measure", "hu", "--csv", folder
				.resolve("hu.csv").toString()));
		final Path log = folder.resolve("log.txt");
		script.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
		script.environment().put("PATH", srun.getParent() + ":" + System.getenv("PATH"));
		script.environment().put("SLURM_JOB_ID", Long.toString(ProcessHandle.current().pid()));
		script.environment().put("SLURM_CPUS_PER_TASK", "1");
		script.environment().put("SLURM_MEM_PER_NODE", "1200");
		final Process process = script.start();
		assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), "no end");
		home.unlink();
		final String said = Files.readString(log);
		assertEquals(0, process.exitValue(), said);
		assertResults(folder.resolve("results"), folder.resolve("hu.csv"));
		assertNoNames(List.of(log));
		try (Stream<Path> left = Files.list(folder)) {
			assertTrue(left.noneMatch(file -> file.getFileName().toString().startsWith("hounsfield-spark")),
				"the secret of the cluster stays");
		}
	}

	private static void assertResults(final Path results, final Path csv) throws IOException {
		final List<String> lines = Files.readAllLines(csv);
		assertEquals(1 + STUDIES + 1, lines.size());
		assertEquals(STUDIES, lines.stream().filter(line -> line.contains(",measured,")).count(), lines::toString);
		try (Stream<Path> files = Files.walk(results)) {
			final List<Path> all = files.toList();
			assertTrue(all.stream().noneMatch(file -> file.toString().endsWith(".part")), all::toString);
			assertTrue(all.stream().anyMatch(file -> file.toString().endsWith(".parquet")), all::toString);
		}
	}

	private static void assertNoNames(final List<Path> logs) throws IOException {
		assertFalse(logs.isEmpty());
		for (final Path log : logs) {
			final String text = Files.readString(log, StandardCharsets.ISO_8859_1);
			for (final String name : Secrets.NAMES)
				assertFalse(text.contains(name), log + " holds " + name);
		}
	}
}
