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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves with the whole program, a process for each run, that memory, time and disk which do not suffice cost a row or
 * end the run with a status and a reason, and that nothing of what it says names a patient or a file.
 */
class FailuresTest {

	private static final int BIG_SLICES = 256;

	@TempDir
	private static Path temporary;
	private static Path studies;
	private static Path small;

	/** One study of 128 MiB and two small ones. */
	@BeforeAll
	static void write() throws IOException {
		studies = Files.createDirectories(temporary.resolve("data"));
		Phantoms.writer(512, BIG_SLICES, 1).write(studies.resolve("study-0000"));
		small = Files.createDirectories(temporary.resolve("few"));
		for (int i = 1; i <= 2; i++) {
			Phantoms.writer(48, 8, 1 + i).write(studies.resolve("study-000" + i));
			Phantoms.writer(48, 8, 1 + i).write(small.resolve("study-000" + i));
		}
	}

	private record Ended(int status, String said) {}

	private static Ended run(final String heap, final String... arguments) throws Exception {
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin",
			"java").toString(), "-Xmx" + heap, "-Djava.awt.headless=true", "-Dspark.master=local[2]",
			"-Dspark.driver.host=127.0.0.1", "-Dspark.driver.bindAddress=127.0.0.1"));
		command.addAll(Arrays.asList(System.getProperty("hounsfield.opens").split("\\s+")));
		command.add(Studies.class.getName());
		command.addAll(Arrays.asList(arguments));
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
		final Path out = Files.createTempFile(temporary, "said", ".txt");
		final Process process = builder.redirectOutput(out.toFile()).start();
		return new Ended(process.waitFor(), Files.readString(out));
	}

	/** Slices of each row to the class of its failure, empty where it was measured. */
	private static Map<String, String> rows(final Path csv) throws IOException {
		final List<String> lines = Files.readAllLines(csv);
		final List<String> headings = List.of(lines.get(0).split(","));
		final Map<String, String> rows = new HashMap<>();
		for (final String line : lines.subList(1, lines.size())) {
			final String[] cells = line.split(",");
			final boolean measured = cells[headings.indexOf("status")].equals("measured");
			rows.put(cells[headings.indexOf("item")], measured ? "" : cells[headings.indexOf("reason_class")]);
		}
		return rows;
	}

	@Test
	void memoryOfOneSeriesCostsThatSeries() throws Exception {
		final Path results = temporary.resolve("memory");
		final Path csv = temporary.resolve("memory.csv");
		final Ended run = run("512m", "--studies", studies.toString(), "--results", results.toString(), "--csv", csv
			.toString());
		assertEquals(0, run.status(), run.said());
		final Map<String, String> rows = rows(csv);
		assertEquals(3, rows.size());
		assertTrue(rows.get("1").matches("NotEnoughMemoryException|OutOfMemoryError|ImageException"), rows.toString());
		assertTrue(Files.readString(csv).contains("memory"), "the reason says memory");
		assertEquals("", rows.get("2"));
		assertEquals("", rows.get("3"));
		assertNoNames(run);
		final Ended other = run("512m", "--studies", studies.toString(), "--results", results.toString(), "--measure",
			"histogram");
		assertEquals(2, other.status(), other.said());
		assertTrue(other.said().contains("measure=hu") && other.said().contains("use another folder of results"), other
			.said());
	}

	@Test
	void timeOfOneSeriesCostsThatSeries() throws Exception {
		final Path results = temporary.resolve("time");
		final Path csv = temporary.resolve("time.csv");
		final Ended run = run("2g", "--studies", studies.toString(), "--results", results.toString(), "--csv", csv.toString(),
			"--export", "nii.gz", "--timeout", "3");
		assertEquals(0, run.status(), run.said());
		assertEquals(Map.of("1", "ItemTimeoutException", "2", "", "3", ""), rows(csv));
		try (Stream<Path> files = Files.walk(results)) {
			final List<Path> all = files.toList();
			assertTrue(all.stream().noneMatch(file -> file.toString().endsWith(".part")), all::toString);
			assertEquals(2, all.stream().filter(file -> file.toString().endsWith(".nii.gz")).count());
		}
		assertNoNames(run);
	}

	@Test
	void exportsThatCannotBeWrittenAreRows() throws Exception {
		final Path results = Files.createDirectories(temporary.resolve("disk"));
		Files.writeString(results.resolve("export"), "in the way");
		final Path csv = temporary.resolve("disk.csv");
		final Ended run = run("512m", "--studies", small.toString(), "--results", results.toString(), "--csv", csv.toString(),
			"--export", "nii");
		assertEquals(0, run.status(), run.said());
		assertEquals(Map.of("1", "PlainException", "2", "PlainException"), rows(csv));
		assertTrue(Files.readString(csv).contains("its file of the export cannot be written"));
		assertNoNames(run);
	}

	@Test
	void resultsThatCannotBeWrittenEndTheRun() throws Exception {
		final Path file = Files.writeString(temporary.resolve("file"), "no folder");
		final Ended run = run("512m", "--studies", small.toString(), "--results", file.resolve("results").toString());
		assertEquals(1, run.status(), run.said());
		assertFalse(run.said().isBlank());
		assertFalse(run.said().contains("\tat "), run.said());
		assertNoNames(run);
	}

	private static void assertNoNames(final Ended run) {
		for (final String name : Secrets.NAMES)
			assertFalse(run.said().contains(name), run.said());
	}
}
