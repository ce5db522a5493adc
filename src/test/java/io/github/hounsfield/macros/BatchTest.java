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
package io.github.hounsfield.macros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.ImageJProcess;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.script.ScriptModule;

/**
 * The batch of HU measurements, as a macro in a real ImageJ and as a Groovy script, over good and bad studies: 24 of
 * them, or 200 where {@code hounsfield.fuzz} asks for the long tests. Expected are the numbers that the slices were
 * written with. Also tests {@code Attempt} and {@code ResultsLock}.
 */
class BatchTest {

	static final String MACRO = "Batch_HU_Measurements.ijm";
	private static final boolean LONG = Integer.getInteger("hounsfield.fuzz", 2000) >= 200_000;
	private static final int SHARDS = LONG ? 10 : 4;

	/** What a heap may differ by after two collections, bytes; one study's pixels alone are 48 kB. */
	private static final long SAME_MEMORY = 1L << 20;

	@TempDir
	private static Path folder;
	private static ImageJProcess imagej;
	private static Studies studies;

	@BeforeAll
	static void writesStudies() throws IOException {
		imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej"))).timeoutSeconds(600);
		studies = new Studies(folder.resolve("many studies"), LONG ? 200 : 24, LONG ? 10 : 7);
	}

	@AfterAll
	static void close() {
		imagej.close();
	}

	static List<String> rows(final Path csv) throws IOException {
		final List<String> lines = Files.readAllLines(csv);
		return lines.subList(1, lines.size());
	}

	private static void assertAll(final List<String> measured, final List<String> failed, final Object said) {
		final List<String> expected = studies.good().entrySet().stream().map(study -> String.join(",", Studies.row(study
			.getKey(), study.getValue()))).sorted().toList();
		assertEquals(expected, measured.stream().sorted().toList(), said::toString);
		assertEquals(studies.bad().size(), failed.size(), () -> failed + "\n" + said);
		studies.bad().forEach((study, reason) -> assertTrue(failed.stream().anyMatch(line -> line.startsWith('"' + study +
			"\",") && line.contains(reason)), () -> study + " is to say " + reason + ": " + failed));
	}

	@Test
	void goesOnAfterBadStudiesAndKilledGoesOnWhereItStopped() throws Exception {
		final Path results = folder.resolve("results of two runs");
		final Path measured = results.resolve("measurements.csv");
		final String argument = Scripts.argument(studies.folder(), results);
		final CompletableFuture<ImageJProcess.Result> first = CompletableFuture.supplyAsync(() -> {
			try {
				return imagej.runHeadless(Scripts.run(MACRO), argument);
			}
			catch (final IOException | InterruptedException e) {
				throw new IllegalStateException(e);
			}
		});
		while (!first.isDone() && (!Files.exists(measured) || Files.readAllLines(measured).size() < 6))
			Thread.sleep(2);
		killImageJ();
		first.get();
		final List<String> before = Files.readAllLines(measured);
		assertTrue(before.size() >= 6 && before.size() <= studies.good().size(), () -> "killed too late: " + before.size());
		// what a machine leaves that loses its power within a line
		Files.writeString(measured, Files.readString(measured) + "\"study 02");
		final ImageJProcess.Result second = imagej.runHeadless(Scripts.run(MACRO), argument);
		assertTrue(second.out().contains("returned ok"), second::toString);
		assertAll(rows(measured), rows(results.resolve("failures.csv")), second);
		assertEquals(before, Files.readAllLines(measured).subList(0, before.size()));
		assertEquals(studies.good().size() - (before.size() - 1), second.out().lines().filter(line -> line.endsWith(
			": measured")).count(), "what was measured is not measured again");
		assertEquals(List.of("failures.csv", "measurements.csv"), names(results));
	}

	private static void killImageJ() {
		ProcessHandle.current().children().filter(child -> child.info().commandLine().orElse("").contains(folder.resolve(
			"imagej").toString())).forEach(ProcessHandle::destroyForcibly);
	}

	private static List<String> names(final Path results) throws IOException {
		try (var files = Files.list(results)) {
			return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
		}
	}

	/** One after the other in one ImageJ, whose memory is looked at after each shard. */
	@Test
	void shardsTogetherAreTheWholeAndMemoryDoesNotGrow() throws Exception {
		final Path results = folder.resolve("results of shards");
		final ImageJProcess.Result result = imagej.runHeadless("argument = getArgument();\nfor (n = 1; n <= " + SHARDS +
			"; n++) {\n\tok = runMacro(\"" + Path.of("macros", MACRO).toAbsolutePath() + "\", argument + \"|\" + n + \"/" +
			SHARDS + "\");\n\tfor (k = 0; k < 3; k++) { call(\"java.lang.System.gc\"); wait(100); }\n" +
			"\tprint(\"memory \" + call(\"ij.IJ.currentMemory\") + \" \" + ok);\n}\n", Scripts.argument(studies.folder(),
				results));
		final List<String> measured = new ArrayList<>();
		final List<String> failed = new ArrayList<>();
		for (int shard = 1; shard <= SHARDS; shard++) {
			measured.addAll(rows(results.resolve("measurements-" + shard + "of" + SHARDS + ".csv")));
			failed.addAll(rows(results.resolve("failures-" + shard + "of" + SHARDS + ".csv")));
		}
		assertAll(measured, failed, result);
		final List<Long> memory = result.out().lines().filter(line -> line.matches("memory \\d+ ok")).map(line -> Long
			.parseLong(line.split(" ")[1])).toList();
		assertEquals(SHARDS, memory.size(), result::toString);
		assertTrue(memory.get(SHARDS - 1) - memory.get(0) < SAME_MEMORY, memory::toString);
	}

	@Test
	void withAWindowNoDialogKeepsTheBatchWaiting() throws Exception {
		Assumptions.assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: ImageJ's window is not tested");
		final Path results = folder.resolve("results with a window");
		final ImageJProcess.Result result = imagej.runInWindow(Scripts.run(MACRO), Scripts.argument(studies.folder(),
			results));
		assertTrue(result.out().contains("returned ok"), result::toString);
		assertAll(rows(results.resolve("measurements.csv")), rows(results.resolve("failures.csv")), result);
	}

	@Test
	void refusesAShardThatIsNone() throws Exception {
		for (final String shard : List.of("3/2", "1.5/2")) {
			final ImageJProcess.Result result = imagej.runHeadless(Scripts.run(MACRO), Scripts.argument(studies.folder(), folder
				.resolve("never made"), shard));
			assertTrue(result.toString().contains("shard is '" + shard + "'; expected such as 2/8"), result::toString);
			assertTrue(Files.notExists(folder.resolve("never made")));
		}
		final Map<String, Object> inputs = Map.of("studies", studies.folder().toFile(), "results",
			folder.resolve("never made")
			.toFile(), "shard", "1/0");
		Scripts.runGroovy("Batch_HU_Measurements.groovy", inputs);
		assertTrue(Files.notExists(folder.resolve("never made")), "the Groovy script prints its reason");
	}

	@Test
	void theGroovyScriptWritesTheSameRowsAndGoesOn() throws Exception {
		final Path results = folder.resolve("results of Groovy");
		final Map<String, Object> inputs = Map.of("studies", studies.folder().toFile(), "results", results.toFile(), "shard",
			"1/1");
		final ScriptModule first = Scripts.runGroovy("Batch_HU_Measurements.groovy", inputs);
		assertEquals(studies.good().size(), first.getOutput("measuredSeries"));
		assertEquals(studies.bad().size(), first.getOutput("failedSeries"));
		assertAll(rows(results.resolve("measurements.csv")), rows(results.resolve("failures.csv")), first);
		final Path measured = results.resolve("measurements.csv");
		final List<String> lines = Files.readAllLines(measured);
		Files.writeString(measured, String.join("\n", lines.subList(0, lines.size() - 2)) + "\n" + lines.get(lines.size() -
			2).substring(0, 20));
		final ScriptModule second = Scripts.runGroovy("Batch_HU_Measurements.groovy", inputs);
		assertEquals(2, second.getOutput("measuredSeries"));
		assertEquals(0, second.getOutput("failedSeries"));
		final List<String> again = Files.readAllLines(measured);
		assertEquals(lines.stream().sorted(Comparator.naturalOrder()).toList(), again.stream().sorted().toList());
	}

	/** Two processes on one folder once wrote most rows twice. */
	@Test
	void twoProcessesDoNotWriteIntoOneFile() throws Exception {
		final Path results = Files.createDirectory(folder.resolve("results of two processes"));
		final Path lock = results.resolve("measurements.csv.lock");
		try (FileChannel other = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
			other.lock();
			final ImageJProcess.Result refused = imagej.runHeadless(Scripts.run(MACRO), Scripts.argument(studies.folder(),
				results));
			assertTrue(refused.toString().contains("is being written by another process"), refused::toString);
			assertEquals(List.of("measurements.csv.lock"), names(results));
		}
		final ImageJProcess.Result done = imagej.runHeadless(Scripts.run(MACRO), Scripts.argument(studies.folder(), results));
		assertAll(rows(results.resolve("measurements.csv")), rows(results.resolve("failures.csv")), done);
		assertEquals(List.of("failures.csv", "measurements.csv"), names(results));
	}

	/** What the disk of the results is to blame for is no fault of the study: the batch stops, and does it again. */
	@Test
	void resultsThatCannotBeWrittenBlameNoStudy() throws Exception {
		final Path results = Files.createDirectory(folder.resolve("results on a full disk"));
		final Path listing = Files.createDirectories(results.resolve("series.tmp").resolve("in the way")).getParent();
		final ImageJProcess.Result stopped = imagej.runHeadless(Scripts.run(MACRO), Scripts.argument(studies.folder(),
			results));
		assertTrue(stopped.toString().contains("The results cannot be written"), stopped::toString);
		assertEquals(List.of(), rows(results.resolve("failures.csv")));
		Files.delete(listing.resolve("in the way"));
		Files.delete(listing);
		final ImageJProcess.Result done = imagej.runHeadless(Scripts.run(MACRO), Scripts.argument(studies.folder(), results));
		assertAll(rows(results.resolve("measurements.csv")), rows(results.resolve("failures.csv")), done);
	}

	@Test
	void groovyShardsTogetherAreTheWhole() throws Exception {
		final Path results = folder.resolve("results of Groovy shards");
		final List<String> measured = new ArrayList<>();
		final List<String> failed = new ArrayList<>();
		for (int shard = 1; shard <= 2; shard++) {
			Scripts.runGroovy("Batch_HU_Measurements.groovy", Map.of("studies", studies.folder().toFile(), "results", results
				.toFile(), "shard", shard + "/2"));
			measured.addAll(rows(results.resolve("measurements-" + shard + "of2.csv")));
			failed.addAll(rows(results.resolve("failures-" + shard + "of2.csv")));
		}
		assertAll(measured, failed, measured);
	}
}
