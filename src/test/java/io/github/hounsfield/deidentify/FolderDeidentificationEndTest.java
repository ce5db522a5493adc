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
package io.github.hounsfield.deidentify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.SmallDisk;
import io.github.hounsfield.work.Workers;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of {@link FolderDeidentification}, a run that is killed, canceled or cannot write: whole copies stay, and the next
 * run goes on from them.
 */
class FolderDeidentificationEndTest {

	private static final int SLICES = 60;

	@TempDir
	private Path scratch;

	private Path source;
	private Path folder;

	@BeforeEach
	void write() throws IOException {
		source = scratch.resolve("source");
		folder = scratch.resolve("out");
		FolderRun.writeSlices(source, SLICES, 2000);
	}

	@Test
	void killedAtTwentyMomentsAndDoneAgainGivesEqualBytes() throws Exception {
		FolderRun.writeSlices(source, SLICES, 200_000);
		FolderRun.run(source, folder, 2);
		final Map<String, byte[]> whole = FolderRun.tree(folder);
		final Path killed = scratch.resolve("killed");
		int within = 0;
		for (int moment = 0; moment < 20; moment++) {
			final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", FolderRun.classPath(), FolderRun.class.getName(),
					source.toString(), killed
					.toString()).redirectErrorStream(true).start();
			assertEquals("started", process.inputReader().readLine());
			awaitFiles(killed, moment * SLICES / 20, process);
			process.destroyForcibly().waitFor();
			if (!Files.exists(killed)) continue;
			final Map<String, byte[]> part = FolderRun.tree(killed);
			part.forEach((name, bytes) -> {
				if (!name.endsWith(".part")) assertArrayEquals(whole.get(name), bytes, name + " is not whole");
			});
			if (!part.isEmpty() && part.size() < whole.size()) within++;
			deleteHalf(killed);
		}
		FolderRun.run(source, killed, 2);
		FolderRun.assertSame(whole, FolderRun.tree(killed));
		assertTrue(within >= 3, "killed in the middle of " + within + " runs");
	}

	/** Waits until a run has so many files, or has ended; by files, for a busy machine starts late. */
	private static void awaitFiles(final Path folder, final int count, final Process process) throws Exception {
		while (process.isAlive() && count(folder.toFile()) < count)
			Thread.sleep(1);
	}

	/** Files in a folder and below. Some may be renamed meanwhile. */
	private static int count(final File folder) {
		final File[] entries = folder.listFiles();
		int count = 0;
		for (int i = 0; entries != null && i < entries.length; i++)
			count += entries[i].isDirectory() ? count(entries[i]) : 1;
		return count;
	}

	private static void deleteHalf(final Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		int i = 0;
		for (final String name : FolderRun.tree(folder).keySet())
			if (i++ % 2 == 0 && !name.endsWith(".part")) Files.delete(folder.resolve(name));
	}

	@Test
	void canceledLeavesWholeFilesAndNoReport() throws IOException {
		final AtomicInteger asked = new AtomicInteger();
		assertThrows(CancellationException.class, () -> FolderRun.run(source, folder, PixelPolicy.CHECK, Workers.threads(2)
			.withCancel(() -> asked.incrementAndGet() > 20)));
		final Map<String, byte[]> part = FolderRun.tree(folder);
		assertTrue(part.size() < SLICES && !part.isEmpty(), part.size() + " files");
		FolderRun.run(source, folder, 2);
		final Map<String, byte[]> whole = FolderRun.tree(folder);
		part.forEach((name, bytes) -> assertArrayEquals(whole.get(name), bytes, name));
		assertFalse(part.containsKey(FolderDeidentification.REPORT));
	}

	/** A limit on the size of files fails a write in its middle, as a full disk does. */
	@Test
	void aWriteThatFailsEndsTheRunAndLeavesNoPart() throws Exception {
		FolderRun.writeSlices(source, 3, 400_000);
		final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash to limit the size of files with");
		final Process process = new ProcessBuilder("/bin/bash", "-c", "ulimit -f 400; trap '' XFSZ; exec \"$@\"", "bash",
			java,
			"-cp", FolderRun.classPath(), FolderRun.class.getName(), source.toString(), folder.toString())
				.redirectErrorStream(true).start();
		final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertTrue(process.waitFor() != 0, output);
		assertTrue(output.contains("OutputFailedException") && output.contains("cannot be written"), output);
		for (final String name : FolderRun.tree(folder).keySet())
			assertFalse(name.endsWith(".part"), name);
		FolderRun.run(source, folder, 2);
		FolderRun.run(source, scratch.resolve("again"), 2);
		FolderRun.assertSame(FolderRun.tree(scratch.resolve("again")), FolderRun.tree(folder));
	}

	/** Copies that are whole stay, so that the run can be done again. */
	@Test
	void aFullDiskEndsTheRunWithWholeCopiesOnly() throws Exception {
		FolderRun.writeSlices(source, SLICES, 200_000);
		FolderRun.run(source, folder, 2);
		final List<String> said = onDisk("size=3m", "");
		assertTrue(said.stream().anyMatch(line -> line.contains("OutputFailedException") && line.contains(
			"cannot be written") && line.contains("No space left")), said.toString());
		final List<String> left = Arrays.stream(said.get(said.size() - 1).substring("left:".length()).trim().split(" "))
			.filter(file -> file.contains("IM-")).toList();
		assertTrue(!left.isEmpty() && left.stream().allMatch(file -> file.endsWith(".dcm")), left.toString());
		assertTrue(left.size() < SLICES, left.toString());
		for (final String file : left)
			assertTrue(Files.exists(folder.resolve(file.substring("./out/".length()))), file);
	}

	@Test
	void aDiskThatCannotBeWrittenIsSaid() throws Exception {
		FolderRun.writeSlices(source, SLICES, 10);
		final List<String> said = onDisk("size=1m", "mount -o remount,ro tmpfs \"$0\" && ");
		assertTrue(said.stream().anyMatch(line -> line.contains("OutputFailedException") && line.contains(
			"output folder cannot be made")), said.toString());
		assertEquals("left: ", said.get(said.size() - 1));
	}

	private List<String> onDisk(final String options, final String before) throws Exception {
		final Path disk = Files.createDirectory(scratch.resolve("disk"));
		final List<String> said = SmallDisk.run(disk, options, before, List.of(Path.of(System.getProperty("java.home"), "bin",
			"java").toString(), "-XX:TieredStopAtLevel=1", "-cp", FolderRun.classPath(), FolderRun.class.getName(), source
				.toString(), disk.resolve("out").toString()));
		assertFalse(said.contains("done"), said.toString());
		return said;
	}

	@Test
	void aFolderThatCannotBeMadeIsAnErrorOfTheOutput() throws IOException {
		Files.write(folder, new byte[1]);
		assertThrows(OutputFailedException.class, () -> FolderRun.run(source, folder, 2));
		assertThrows(OutputFailedException.class, () -> FolderRun.run(source, folder.resolve("below a file"), 2));
	}
}
