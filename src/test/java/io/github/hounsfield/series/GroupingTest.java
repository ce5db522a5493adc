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
package io.github.hounsfield.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.SkippedFile.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What splits a series, what does not, and how users choose one. Also tests {@code SkippedFile}, {@code SeriesListing},
 * {@code GroupKey}, {@code Unpositioned} and {@code NoSuchSeriesException}.
 */
class GroupingTest {

	@Test
	void exposureTableHeightAndWindowNeverSplit() {
		final List<DicomFixture> files = new ArrayList<>();
		for (int i = 0; i < 5; i++)
			files.add(slice(i).text(0x00181152, "IS", "" + i).text(0x00181130, "DS", "" + 100 + i).text(0x00281050, "DS", "" +
				i).text(0x00281051, "DS", "" + 100 * (i + 1)));
		assertEquals(5, Fixtures.one(files).sizeZ());
	}

	@ParameterizedTest(name = "{2}")
	@CsvSource({ "0x00280010, 4, rows", "0x00280011, 3, columns", "0x00280002, 3, samples", "0x00280100, 8, bits" })
	void anotherMatrixOrPixelTypeSplits(final String tag, final int value, final String what) {
		final DicomFixture other = slice(3).shorts(Integer.decode(tag), value).pixels(new short[48]);
		final List<Series> series = Fixtures.group(slice(1), slice(2), other);
		assertEquals(List.of(2, 1), series.stream().map(one -> one.frames().size()).toList(), what);
		assertTrue(series.get(0).report().has(Kind.SPLIT));
	}

	@Test
	void localizersStandApart() {
		final List<Series> series = Fixtures.group(slice(1), slice(2), slice(3).text(0x00080008, "CS",
			"ORIGINAL\\PRIMARY\\LOCALIZER"));
		assertEquals(List.of(2, 1), series.stream().map(Series::sizeZ).toList());
		assertTrue(series.get(0).report().render(true).contains("localizers"));
	}

	@ParameterizedTest(name = "rotated by {0} radians: {1} volumes")
	@CsvSource({ "0.00005, 1", "0.00009, 1", "0.00011, 2", "0.5, 2" })
	void orientationsThatDifferByMoreThanTheToleranceSplit(final double angle, final int volumes) {
		final String orientation = Math.cos(angle) + "\\" + Math.sin(angle) + "\\0\\" + -Math.sin(angle) + "\\" + Math.cos(
			angle) + "\\0";
		final List<Series> series = Fixtures.group(slice(1), slice(2), slice(3).orientation(orientation));
		assertEquals(volumes, series.size());
		assertEquals(volumes > 1, series.get(0).report().has(Kind.MIXED_ORIENTATION));
	}

	@Test
	void otherPixelSpacingSplitsButRoundingDoesNot() {
		assertEquals(2, Fixtures.group(slice(1), slice(2).text(0x00280030, "DS", "0.7\\0.6")).size());
		assertEquals(1, Fixtures.group(slice(1), slice(2).text(0x00280030, "DS", "0.70001\\0.5")).size());
	}

	@Test
	void aCopyUnderAnotherNameIsLeftOutAndReported() {
		final Series series = Fixtures.one(slice(1), slice(2), slice(2));
		assertEquals(2, series.sizeZ());
		assertEquals(List.of("2.dcm", "3.dcm"), series.report().findings(Kind.COPY).get(0).files());
	}

	@Test
	void differentImagesWithOneUidAreAllKept() {
		final Series series = Fixtures.one(slice(1).uid(0x00080018, "7"), slice(2).uid(0x00080018, "7"), slice(3).uid(
			0x00080018, "7"));
		assertEquals(3, series.sizeZ());
		assertEquals(2, series.report().findings(Kind.SHARED_UID).size());
	}

	@Test
	void filesWithoutSeriesUidStayWithTheirPatientAndFolder() {
		final List<Series> series = Fixtures.group(slice(1).without(0x0020000E).text(0x00100020, "LO", "A"), slice(2)
			.without(0x0020000E).text(0x00100020, "LO", "B"), slice(3).without(0x0020000E).text(0x00100020, "LO", "B"));
		assertEquals(List.of(2, 1), series.stream().map(Series::sizeZ).toList());
		assertTrue(series.get(0).report().has(Kind.NO_SERIES_UID));
	}

	@ParameterizedTest(name = "frames {0}, {1} bytes of pixels: {2}")
	@CsvSource({ "1, 24, ", "0, 24, ", "2, 48, ", "2, 24, TRUNCATED", "2000000000, 24, BROKEN", "-1, 24, BROKEN" })
	void noFrameIsMadeThatTheFileHasNoBytesFor(final String frames, final int bytes, final Reason reason) {
		final DicomFixture file = slice(1).text(0x00280008, "IS", frames).pixels(new short[bytes / 2]);
		assertEquals(reason, Fixtures.read(file.file(), "x") instanceof SkippedFile skipped ? skipped.reason() : null);
	}

	@Test
	void whatIsNoImageIsSkippedWithItsReason() {
		assertEquals(Reason.NO_PIXEL_DATA, Fixtures.skipped(slice(1).without(0x7FE00010).file(), "x").reason());
		assertEquals(Reason.NOT_DICOM, Fixtures.skipped("hello".getBytes(StandardCharsets.US_ASCII), "x").reason());
		assertEquals(Reason.BROKEN, Fixtures.skipped(slice(1).without(0x00280010).file(), "x").reason());
		final byte[] file = slice(1).file();
		assertEquals(Reason.TRUNCATED, Fixtures.skipped(Arrays.copyOf(file, file.length - 1), "x")
			.reason());
	}

	@Test
	void listingPutsTheLargestFirstAndThenTheUid() {
		final List<Series> series = Fixtures.group(slice("2", 1), slice("3", 1), slice("3", 2), slice("1", 1));
		assertEquals(List.of("3", "1", "2"), series.stream().map(Series::key).toList());
	}

	@ParameterizedTest(name = "series={0} is {1}")
	@CsvSource({ "largest, 1.3", "LARGEST, 1.3", "1, 1.3", "2, 1.1", "3, 1.2", "1.2, 1.2", "' 1.1 ', 1.1" })
	void aSeriesIsChosenByUidNumberOrSize(final String choice, final String uid) throws DicomException {
		assertEquals(uid, listing().resolve(choice).get(0).key());
	}

	@Test
	void allMeansAll() throws DicomException {
		assertEquals(3, listing().resolve("all").size());
	}

	@ParameterizedTest(name = "series={0}")
	@CsvSource({ "0", "4", "1.4", "first", "''", "-1", "99999999999" })
	void aSeriesThatIsNotThereIsAnErrorThatSaysWhatIs(final String choice) {
		final DicomException e = assertThrows(DicomException.class, () -> listing().resolve(choice));
		assertTrue(e.getMessage().contains("series is '" + choice + "'"), e.getMessage());
		assertTrue(e.getMessage().contains("1.3"), e.getMessage());
	}

	@Test
	void withoutSeriesTheErrorSaysWhy() {
		final SeriesListing empty = new SeriesListing(List.of(), List.of(SkippedFile.of("a.txt", Reason.NOT_DICOM)));
		final DicomException e = assertThrows(DicomException.class, () -> empty.resolve("largest"));
		assertTrue(e.getMessage().contains("a.txt") && e.getMessage().contains("not a DICOM file"), e.getMessage());
	}

	@Test
	void anAnonymizedReportHoldsNothingOfNamesAndHeaders() {
		final List<Instance> instances = new ArrayList<>();
		instances.add(Fixtures.instance(slice(1).text(0x00200013, "IS", "DOE^JANE"), "DOE_JANE/1"));
		instances.add(Fixtures.instance(slice(2), "DOE_JANE/2"));
		instances.add(Fixtures.instance(slice(2).uid(0x00080018, "3").text(0x00100010, "PN", "DOE^JANE"), "DOE_JANE/3"));
		final SkippedFile skipped = new SkippedFile("DOE_JANE/4", Reason.BROKEN, Optional.of(Problem.in(
			"DOE_JANE/4").found("found").quote("\"DOE^JANE\"")), "9");
		final Series series = new SeriesGrouper(List.of(skipped)).group(instances).get(0);
		final String plain = series.report().render(false);
		final String anonymized = series.report().render(true);
		assertTrue(plain.contains("DOE_JANE/4") && plain.contains("DOE^JANE"), plain);
		assertFalse(anonymized.contains("DOE"), anonymized);
		assertTrue(anonymized.contains("SKIPPED") && anonymized.contains("slice 2"), anonymized);
		assertFalse(series.toString().contains("DOE"));
		assertFalse(series.patient().toString().contains("DOE"));
	}

	private static SeriesListing listing() {
		return new SeriesListing(Fixtures.group(slice("1.2", 1), slice("1.3", 1), slice("1.3", 2), slice("1.1", 1)), List
			.of());
	}

	private static DicomFixture slice(final int number) {
		return slice("9", number);
	}

	private static DicomFixture slice(final String uid, final int number) {
		return DicomFixture.slice(uid, number, "0\\0\\" + number);
	}
}
