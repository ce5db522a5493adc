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
package io.github.hounsfield.series.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.DicomReader;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.NaturalOrder;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesListing;
import io.github.hounsfield.series.SkippedFile.Reason;
import io.github.hounsfield.series.SkippedFile;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The ways in, each file once, and a result that depends on the files alone. Also tests {@code NaturalOrder},
 * {@code DuplicateInstances}, {@code InstanceReader} and {@code ZipArchive}.
 */
class SeriesScannerTest extends ScannedFolder {

	@Test
	void aFolderIsScannedWithItsFoldersOrWithout() throws IOException {
		writeSeries("a", "1", 3);
		writeSeries("a/b", "2", 2);
		assertEquals(List.of("1", "2"), keys(scan(folder)));
		assertEquals(List.of("1"), keys(scan(folder.resolve("a"), ScanOptions.DEFAULT.withRecursive(false))));
	}

	@Test
	void aFileStandsForItsSeriesInItsFolder() throws IOException {
		writeSeries("a", "1", 3);
		writeSeries("a", "2", 4);
		writeSeries("a/b", "1", 9);
		write("a/no-image", DicomFixture.slice("1", 50).without(0x7FE00010).file());
		write("a/other-no-image", DicomFixture.slice("2", 50).without(0x7FE00010).file());
		write("a/notes.txt", new byte[] { 1, 2, 3 });
		final SeriesListing listing = scan(folder.resolve("a/1-2"));
		assertEquals(List.of("1"), keys(listing));
		assertEquals(3, listing.series().get(0).sizeZ());
		assertEquals(List.of("no-image", "notes.txt"), listing.skipped().stream().map(SkippedFile::name).toList());
	}

	/** A run that was killed leaves them. A file in one may be whole, and be a second time in the folder that follows. */
	@Test
	void whatIsNotFinishedIsLeftOutAndSaid() throws IOException {
		writeSeries("a", "1", 3);
		writeSeries("b.part", "2", 2);
		write("a/1-3.part", DicomFixture.slice("1", 3).file());
		final SeriesListing listing = scan(folder);
		assertEquals(List.of("1"), keys(listing));
		assertEquals(3, listing.series().get(0).sizeZ());
		assertEquals(List.of("a/1-3.part: not finished, as the ending .part says",
			"b.part: not finished, as the ending .part says"), listing.skipped().stream().map(file -> file.text(Wording.NAMED,
				1)).toList());
		assertTrue(listing.series().get(0).report().toString().contains("SKIPPED: a/1-3.part was left out: not finished"),
			() -> listing.series().get(0).report().toString());
		assertEquals(List.of("2"), keys(scan(folder.resolve("b.part"))), "what is named itself is opened");
	}

	@Test
	void severalInputsAreOneScanAndNoFileIsReadTwice() throws IOException {
		writeSeries("a", "1", 3);
		writeSeries("b", "2", 2);
		writeSeries("b", "3", 1);
		final CountingReader reader = new CountingReader();
		final SeriesListing listing = new SeriesScanner(reader).scan(List.of(folder.resolve("a"), folder, folder.resolve(
			"a")), ScanOptions.DEFAULT);
		assertEquals(List.of("1", "2", "3"), keys(listing));
		assertEquals(6, reader.reads.size());
		assertTrue(reader.reads.values().stream().allMatch(count -> count == 1), reader.reads::toString);
		final SeriesListing two = new SeriesScanner().scan(List.of(folder.resolve("b/2-0"), folder.resolve("b/3-0")),
			ScanOptions.DEFAULT);
		assertEquals(List.of("2", "3"), keys(two));
	}

	@Test
	void aLinkThatLeadsBackIsHarmless() throws IOException {
		writeSeries("a", "1", 3);
		Files.createSymbolicLink(folder.resolve("a/loop"), folder);
		Files.createSymbolicLink(folder.resolve("a/again"), folder.resolve("a/1-0"));
		Files.createSymbolicLink(folder.resolve("a/nowhere"), folder.resolve("missing"));
		final SeriesListing listing = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> scan(folder));
		assertEquals(3, listing.series().get(0).sizeZ());
		assertEquals(List.of("a/nowhere: cannot be read (a link to nothing)"), listing.skipped().stream().map(file -> file
			.text(Wording.NAMED, 1)).toList());
		assertEquals(List.of("a/nowhere was left out: cannot be read; a link to nothing; it may be a slice of this series"),
			listing.series().get(0).report().findings().stream().map(finding -> finding.text(Wording.NAMED)).toList());
	}

	/** Opening a pipe waits for who writes into it: it is told by its kind, in whatever place it stands. */
	@Test
	void aPipeIsNeverOpened() throws IOException, InterruptedException {
		write("disc/ONE", DicomFixture.slice("1", 1).file());
		write("disc/DICOMDIR", directory("ONE", "PIPE"));
		final Path pipe = folder.resolve("disc/PIPE");
		assumeTrue(isPipeMade(pipe), "mkfifo is not here");
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
			final DicomException e = assertThrows(DicomException.class, () -> scan(pipe));
			assertTrue(e.getMessage().contains("PIPE") && e.getMessage().contains("regular file"), e::getMessage);
			assertThrows(DicomException.class, () -> DicomSource.of(pipe).open());
			assertEquals(1, scan(folder.resolve("disc")).series().get(0).sizeZ());
			final SeriesListing listing = scan(folder.resolve("disc/DICOMDIR"));
			assertEquals(1, listing.series().get(0).sizeZ());
			assertEquals(List.of(Reason.MISSING), listing.skipped().stream().map(SkippedFile::reason).toList());
		});
	}

	private static boolean isPipeMade(final Path pipe) throws InterruptedException {
		try {
			return new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor() == 0;
		}
		catch (final IOException e) {
			return false;
		}
	}

	/** Descriptions of more than a line are shortened, and what is longer than any header is not read for them. */
	@ParameterizedTest(name = "{0} characters")
	@ValueSource(ints = { 64, 1000, 60_000, 5_000_000 })
	void descriptionsAreOneLine(final int length) throws IOException {
		write("1", DicomFixture.slice("1", 1).text(0x0008103E, "UT", "x".repeat(length)).file());
		final String description = scan(folder).series().get(0).seriesDescription();
		assertEquals(length == 64 ? "x".repeat(64) : length <= 60_000 ? "x".repeat(128) + "..." : "", description);
	}

	@Test
	void inputsThatAreNothingAreErrorsThatNameThem() throws IOException {
		write("notes.txt", "just some notes, longer than any header could be".repeat(10).getBytes(
			StandardCharsets.US_ASCII));
		final DicomException notDicom = assertThrows(DicomException.NotDicom.class, () -> scan(folder.resolve("notes.txt")));
		assertTrue(notDicom.getMessage().contains("notes.txt"));
		final NoSuchFileException missing = assertThrows(NoSuchFileException.class, () -> scan(folder.resolve("gone")));
		assertTrue(missing.getMessage().contains("gone"));
		assertEquals(List.of(), scan(Files.createDirectory(folder.resolve("empty"))).series());
	}

	@Test
	void transferSyntaxesThatAreRefusedAreListed() throws IOException {
		write("1", DicomFixture.slice("1", 1).file());
		final SeriesListing listing = scan(folder, ScanOptions.DEFAULT.withRefusal(syntax -> Optional.of("no " + syntax
			.uid())));
		assertEquals(Reason.UNSUPPORTED, listing.skipped().get(0).reason());
		assertEquals("no 1.2.840.10008.1.2.1", listing.skipped().get(0).problem().orElseThrow().found());
	}

	@Test
	void namesWalkAndThreadsDoNotChangeTheResult() throws IOException {
		final List<byte[]> files = new ArrayList<>();
		for (int i = 0; i < 60; i++)
			files.add(DicomFixture.slice("1", i % 20, "0\\0\\" + i % 20).uid(0x00080018, "1." + i).text(0x00200100, "IS", "" +
				i / 20).file());
		String expected = null;
		final Random random = new Random(11);
		for (final int threads : new int[] { 1, 2, 7 }) {
			Collections.shuffle(files, random);
			final Path place = Files.createDirectory(folder.resolve("t" + threads));
			for (int i = 0; i < files.size(); i++) {
				final Path inner = Files.createDirectories(place.resolve("d" + random.nextInt(4)));
				Files.write(inner.resolve((char) ('a' + random.nextInt(26)) + "" + i), files.get(i));
			}
			final Series series = scan(place, ScanOptions.DEFAULT.withWorkers(Workers.threads(threads))).series().get(0);
			final String order = series.frames().stream().map(frame -> frame.instance().sopInstanceUid()).toList() + " " + series
				.geometry() + series.times() + series.report().render(true);
			if (expected == null) expected = order;
			assertEquals(expected, order);
		}
	}

	@ParameterizedTest(name = "canceled after {0} looks")
	@ValueSource(ints = { 0, 1, 30 })
	void cancelEndsTheScanAtOnceEvenWhereADiskHangs(final int looks) throws IOException {
		writeSeries("a", "1", 40);
		final CountDownLatch never = new CountDownLatch(1);
		final DicomReader hanging = source -> {
			try {
				never.await();
			}
			catch (final InterruptedException e) {
				throw new IOException(e);
			}
			throw new IOException("never");
		};
		final int[] count = { 0 };
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(CancellationException.class,
			() -> new SeriesScanner(hanging).scan(List.of(folder), ScanOptions.DEFAULT.withWorkers(Workers.threads(
				2).withCancel(() -> count[0]++ >= looks)))));
	}

	@Test
	void progressComesFromTheCallersThreadAndEndsAtAll() throws IOException {
		writeSeries("a", "1", 25);
		final List<Double> seen = new ArrayList<>();
		final Thread caller = Thread.currentThread();
		final AtomicBoolean foreign = new AtomicBoolean();
		scan(folder, ScanOptions.DEFAULT.withWorkers(Workers.threads(2).withProgress(part -> {
			foreign.compareAndSet(false, Thread.currentThread() != caller);
			seen.add(part);
		})));
		assertFalse(foreign.get());
		assertEquals(1, seen.get(seen.size() - 1));
		assertTrue(seen.stream().allMatch(part -> part >= 0 && part <= 1));
	}

	@Test
	void naturalOrderCountsAsPeopleDo() {
		final List<String> names = new ArrayList<>(List.of("i10", "i9", "i1", "i01", "b", "i1a", "i99999999999999999999"));
		names.sort(NaturalOrder.INSTANCE);
		assertEquals(List.of("b", "i01", "i1", "i1a", "i9", "i10", "i99999999999999999999"), names);
	}

	private void writeSeries(final String where, final String uid, final int count) throws IOException {
		for (int i = 0; i < count; i++)
			write(where + "/" + uid + "-" + i, DicomFixture.slice(uid, i, "0\\0\\" + i).file());
	}

	/** Counts how often each file is read. */
	private static final class CountingReader implements DicomReader {

		private final ConcurrentHashMap<String, Integer> reads = new ConcurrentHashMap<>();

		@Override
		public DicomFile read(final DicomSource source) throws IOException {
			reads.merge(source.name(), 1, Integer::sum);
			return DicomReaders.chosen().read(source);
		}
	}
}
