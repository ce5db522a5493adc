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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.RealData;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.Finding;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesListing;
import io.github.hounsfield.series.SeriesReport;
import io.github.hounsfield.series.SkippedFile.Reason;
import io.github.hounsfield.series.SkippedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that no slice is lost without a word: what is left out is told with the series it may belong to. */
class SkippedSlicesTest {

	@TempDir
	private Path folder;

	private static byte[] slice(final String series, final int z) {
		return DicomFixture.slice(series, z + 1, "0\\0\\" + 2 * z).file();
	}

	/** Slices 0 to 4 without the one at 2, in files s0 to s4. */
	private void fourOfFive(final String series, final String prefix) throws IOException {
		for (final int z : new int[] { 0, 1, 3, 4 })
			Files.write(folder.resolve(prefix + z), slice(series, z));
	}

	private SeriesListing scan() throws IOException {
		return new SeriesScanner().scan(List.of(folder), ScanOptions.DEFAULT);
	}

	private static List<Finding> skipped(final Series series) {
		return series.report().findings(Kind.SKIPPED);
	}

	private Path spoilt(final String kind) throws IOException {
		final byte[] bytes = slice("9", 2);
		final Path file = folder.resolve("s2");
		return switch (kind) {
			case "empty" -> Files.createFile(file);
			case "cut in header" -> Files.write(file, Arrays.copyOf(bytes, 400));
			case "cut in preamble" -> Files.write(file, Arrays.copyOf(bytes, 100));
			case "zeros" -> Files.write(file, new byte[bytes.length]);
			case "link to nothing" -> Files.createSymbolicLink(file, folder.resolve("gone"));
			default -> {
				Files.write(file, bytes);
				final Path closed = Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
				Assumptions.assumeFalse(Files.isReadable(closed), "the superuser reads any file");
				yield closed;
			}
		};
	}

	@ParameterizedTest
	@CsvSource({ "empty, EMPTY", "cut in header, BROKEN", "cut in preamble, NOT_DICOM", "zeros, NOT_DICOM",
		"link to nothing, UNREADABLE", "closed, UNREADABLE" })
	void aFileThatCannotBeReadIsReportedAtItsGap(final String kind, final Reason reason) throws IOException {
		fourOfFive("9", "s");
		spoilt(kind);
		final SeriesListing listing = scan();
		assertEquals(List.of(reason), listing.skipped().stream().map(file -> file.reason()).toList());
		final Series series = listing.series().get(0);
		assertEquals(1, skipped(series).size(), series.report()::toString);
		final String named = skipped(series).get(0).text(Wording.NAMED);
		assertTrue(named.startsWith("s2 was left out: " + reason.label()), named);
		assertTrue(named.endsWith("it may be the one missing between slice 2 and slice 3"), named);
		final String neutral = skipped(series).get(0).text(Wording.NEUTRAL);
		assertTrue(neutral.startsWith("file 1 of those left out was left out: "), neutral);
		assertFalse(neutral.contains("s2") || neutral.contains(folder.toString()), neutral);
	}

	@Test
	void textsAndHiddenFilesAreListedButNoLoss() throws IOException {
		fourOfFive("9", "s");
		Files.writeString(folder.resolve("readme.txt"), "nothing");
		Files.createFile(folder.resolve(".hidden"));
		final SeriesListing listing = scan();
		assertEquals(List.of(Reason.EMPTY, Reason.NOT_DICOM), listing.skipped().stream().map(SkippedFile::reason).toList());
		assertTrue(skipped(listing.series().get(0)).isEmpty());
	}

	@Test
	void ofTwoSeriesInAFolderThatWithTheGapAndTheNameIsMeant() throws IOException {
		fourOfFive("9", "s");
		for (int z = 0; z < 5; z++)
			Files.write(folder.resolve("s" + (10 + z)), slice("8", z));
		fourOfFive("7", "other");
		spoilt("empty");
		for (final Series series : scan().series())
			assertEquals(series.seriesInstanceUid().equals("9") ? 1 : 0, skipped(series).size(), series.report()::toString);
	}

	@Test
	void aBrokenFileInAFolderOfItsOwnBelongsToThoseNamedAlike() throws IOException {
		for (final int z : new int[] { 0, 1, 3 })
			Files.write(Files.createDirectory(folder.resolve("slice" + z)).resolve("image"), slice("9", z));
		Files.createFile(Files.createDirectory(folder.resolve("slice2")).resolve("image"));
		assertEquals(List.of("slice2/image"), skipped(scan().series().get(0)).get(0).files());
	}

	@Test
	void aFolderThatCannotBeEnteredIsReported() throws IOException {
		fourOfFive("9", "s");
		final Path closed = Files.createDirectory(folder.resolve("more"));
		Files.write(closed.resolve("s2"), slice("9", 2));
		Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
		try {
			Assumptions.assumeFalse(Files.isReadable(closed), "the superuser enters any folder");
			final String text = skipped(scan().series().get(0)).get(0).text(Wording.NAMED);
			assertEquals("more was left out: a folder that cannot be entered; access denied; it may be a slice of this " +
				"series", text);
		}
		finally {
			Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
		}
	}

	/** However many there are. */
	@Test
	void allAreTold() throws IOException {
		fourOfFive("9", "s");
		for (int i = 100; i < 120; i++)
			Files.createFile(folder.resolve("s" + i));
		final List<SeriesReport.Line> lines = scan().series().get(0).report().lines(Wording.NAMED);
		assertEquals(20, lines.stream().filter(line -> line.text().startsWith("SKIPPED: s1")).count());
	}

	@Test
	void theFileCutInItsHeaderOfTheFaults() throws IOException {
		final Path faults = RealData.faults().resolve("header-cut");
		final Series series = new SeriesScanner().scan(List.of(faults), ScanOptions.DEFAULT).series().get(0);
		assertEquals(4, series.sizeZ());
		assertEquals(List.of("s4.dcm"), skipped(series).get(0).files());
	}
}
