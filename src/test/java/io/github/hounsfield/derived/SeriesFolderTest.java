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
package io.github.hounsfield.derived;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.ClassFiles;
import io.github.hounsfield.SmallDisk;
import io.github.hounsfield.work.Workers;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder of a series is there whole or not at all: killed at many moments, canceled at every one, on a full disk,
 * in a folder that cannot be written; and a series that is replaced is never lost.
 */
class SeriesFolderTest {

	private static final Workers WORKERS = Workers.threads(2);
	private static final int FILES = 12;

	/** Moments at which saving is killed: {@code -Dhounsfield.kills=20} takes longer. */
	private static final int KILLS = Integer.getInteger("hounsfield.kills", 8);

	@TempDir
	private Path parent;

	private Path folder() {
		return parent.resolve("series");
	}

	private static List<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	private static List<String> whole(final int files) {
		return IntStream.rangeClosed(1, files).mapToObj(i -> String.format("IM-%05d.dcm", i)).toList();
	}

	@Test
	void theFolderHoldsTheFilesAndNothingElseIsLeft() throws IOException {
		FolderSession.save(folder(), FILES, 0, WORKERS);
		assertEquals(whole(FILES), names(folder()));
		assertEquals(List.of("series"), names(parent));
		FolderSession.save(folder(), 3, 0, WORKERS);
		assertEquals(whole(3), names(folder()), "the longer series is replaced as a whole");
		assertEquals(List.of("series"), names(parent));
	}

	@Test
	void anEmptyFolderIsTaken() throws IOException {
		Files.createDirectory(folder());
		SeriesFolder.open(folder(), false).close();
		assertEquals(List.of(), names(folder()));
		FolderSession.save(folder(), 2, 0, WORKERS);
		assertEquals(whole(2), names(folder()));
	}

	@Test
	void otherFilesAreLeftAlone() throws IOException {
		Files.createDirectory(folder());
		Files.writeString(folder().resolve("notes.txt"), "mine");
		final String said = assertThrows(DerivedException.class, () -> SeriesFolder.open(folder(), true)).getMessage();
		assertTrue(said.contains("holds other files"), said);
		assertEquals(List.of("notes.txt"), names(folder()));
		assertEquals(List.of("series"), names(parent));
		final String none = assertThrows(DerivedException.class, () -> SeriesFolder.open(parent.resolve("no/such"), true))
			.getMessage();
		assertTrue(none.contains("there is no folder"), none);
	}

	@Test
	void aSeriesIsNotReplacedUnasked() throws IOException {
		FolderSession.save(folder(), 2, 0, WORKERS);
		final DerivedException said = assertThrows(DerivedException.class, () -> SeriesFolder.open(folder(), false));
		assertTrue(said.remedy() == DerivedException.Remedy.OVERWRITE && said.getMessage().contains(
			"holds a series already"), said::getMessage);
		assertEquals(whole(2), names(folder()));
	}

	@Test
	void twoRunsDoNotMix() throws IOException {
		try (SeriesFolder first = SeriesFolder.open(folder(), false)) {
			final String said = assertThrows(DerivedException.class, () -> SeriesFolder.open(folder(), false)).getMessage();
			assertTrue(said.contains("another run"), said);
			first.write(2, () -> FolderSession::dataSet, WORKERS);
			first.commit();
		}
		assertEquals(whole(2), names(folder()));
	}

	@Test
	void canceledAtEveryMomentNothingIsLeft() throws IOException {
		FolderSession.save(folder(), 2, 0, WORKERS);
		for (int moment = 0; moment < FILES; moment++) {
			final AtomicInteger left = new AtomicInteger(moment);
			assertThrows(CancellationException.class, () -> FolderSession.save(folder(), FILES, 0, Workers.serial().withCancel(
				() -> left.getAndDecrement() == 0)));
			assertEquals(List.of("series"), names(parent), "moment " + moment);
			assertEquals(whole(2), names(folder()), "moment " + moment);
		}
	}

	@Test
	void aKilledReplacementComesBack() throws IOException {
		FolderSession.save(folder(), 2, 0, WORKERS);
		Files.move(folder(), parent.resolve("series.old"));
		final String said = assertThrows(DerivedException.class, () -> SeriesFolder.open(folder(), false)).getMessage();
		assertTrue(said.contains("holds a series already"), said);
		assertEquals(whole(2), names(folder()));
	}

	@Test
	void killedAtManyMomentsTheSeriesIsWholeOrAbsent() throws Exception {
		int absent = 0;
		for (int moment = 0; moment < KILLS; moment++) {
			// the first takes a second, in which it is killed surely
			final Process process = start(folder(), 40, moment == 0 ? 50 : 2);
			assertEquals("begins", process.inputReader().readLine());
			Thread.sleep(10 + 160 * moment / KILLS);
			process.destroyForcibly().waitFor();
			if (Files.exists(folder())) assertEquals(whole(40), names(folder()));
			else absent++;
		}
		FolderSession.save(folder(), FILES, 0, WORKERS);
		assertEquals(whole(FILES), names(folder()));
		assertEquals(List.of("series"), names(parent), "what a killed run left is gone");
		assertTrue(absent > 0, "every run was done before it was killed");
	}

	@Test
	void aFullDiskLeavesNothing() throws Exception {
		final List<String> said = onTmpfs("size=1m", "");
		assertTrue(said.stream().anyMatch(line -> line.startsWith("refused: ") && line.contains("cannot be written: ") && line
			.contains("No space left")), said.toString());
		assertTrue(said.contains("left: "), said.toString());
	}

	@Test
	void aReadOnlyFolderIsSaid() throws Exception {
		final List<String> said = onTmpfs("size=1m", "mount -o remount,ro tmpfs \"$0\" && ");
		assertTrue(said.stream().anyMatch(line -> line.startsWith("refused: ") && line.contains("cannot be written: ")), said
			.toString());
		assertTrue(said.contains("left: "), said.toString());
	}

	/** Saves 40 files of 64 kB into a small disk of its own, and lists what is left on it. */
	private List<String> onTmpfs(final String options, final String before) throws Exception {
		final Path disk = Files.createDirectory(parent.resolve("disk"));
		final List<String> lines = SmallDisk.run(disk, options, before, command(disk.resolve("series"), 40, 0));
		assertFalse(lines.contains("saved"), lines.toString());
		return lines;
	}

	private static List<String> command(final Path folder, final int files, final int wait) {
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", String.join(
			File.pathSeparator, ClassFiles.locationOf(FolderSession.class.getName()).toString(), ClassFiles.locationOf(
				SeriesFolder.class.getName()).toString()), FolderSession.class.getName(), folder.toString(), "" + files, "" +
					wait);
	}

	private static Process start(final Path folder, final int files, final int wait) throws IOException {
		return new ProcessBuilder(command(folder, files, wait)).redirectErrorStream(true).start();
	}
}
