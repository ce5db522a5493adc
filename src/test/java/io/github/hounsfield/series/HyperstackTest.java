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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.series.Finding.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Positions that recur become channels and times, never duplicates, and no image is lost. Also tests {@code Axis},
 * {@code Grid}, {@code AttributeTable} and {@code FrameAttribute}.
 */
class HyperstackTest {

	@ParameterizedTest(name = "{3} makes {1} channels and {2} times")
	@CsvSource({ "0x00180081, 3, 1, Echo Time, DS", "0x00200100, 1, 3, Temporal Position, IS",
		"0x00181060, 1, 3, Trigger Time, DS", "0x00200012, 1, 3, Acquisition, IS",
			"0x00541300, 1, 3, Frame Reference Time, DS",
		"0x00180060, 3, 1, KVP, DS" })
	void attributesThatDifferAtOnePositionMakeAnAxis(final String tag, final int sizeC, final int sizeT,
		final String title, final String vr)
	{
		final List<DicomFixture> files = new ArrayList<>();
		for (int value = 3; value >= 1; value--)
			for (int z = 0; z < 4; z++)
				files.add(slice(files.size(), z).text(Integer.decode(tag), vr, "" + 10 * value));
		final Series series = shuffledOne(files);
		assertEquals(List.of(sizeC, 4, sizeT), List.of(series.sizeC(), series.sizeZ(), series.sizeT()));
		final Axis axis = sizeC > 1 ? series.channels() : series.times();
		assertEquals(title, axis.name());
		assertEquals(List.of(10.0, 20.0, 30.0), axis.values());
		for (int z = 0; z < 4; z++)
			assertEquals(z * 2.0, series.frame(0, z, 0).plane().orElseThrow().position().z());
		assertTrue(series.geometry().uniform());
		assertEquals(2, series.geometry().spacingZMm());
		assertFalse(Fixtures.hasWarnings(series.report()), series.report()::toString);
	}

	@Test
	void triggerTimesThatDifferFromSliceToSliceCountByTheirOrder() {
		final List<DicomFixture> files = new ArrayList<>();
		for (int phase = 0; phase < 3; phase++)
			for (int z = 0; z < 4; z++)
				files.add(slice(files.size(), z).text(0x00181060, "DS", "" + (100 * phase + 7 * z)));
		final Series series = shuffledOne(files);
		assertEquals(List.of(1, 4, 3), List.of(series.sizeC(), series.sizeZ(), series.sizeT()));
		assertEquals(9, series.frame(0, 1, 2).instance().instanceNumber().getAsInt());
	}

	@Test
	void echoesAndTimesMakeFiveDimensions() {
		final List<DicomFixture> files = new ArrayList<>();
		for (int time = 1; time <= 3; time++)
			for (int z = 0; z < 4; z++)
				for (int echo = 1; echo <= 2; echo++)
					files.add(slice(files.size(), z).text(0x00180081, "DS", "" + echo * 4.5).text(0x00200100, "IS", "" + time));
		final Series series = shuffledOne(files);
		assertEquals(List.of(2, 4, 3), List.of(series.sizeC(), series.sizeZ(), series.sizeT()));
		for (int i = 0; i < 24; i++)
			assertEquals(i, series.frames().get(i).instance().instanceNumber().getAsInt(), "channel, then slice, then time");
		assertEquals(List.of("Echo Time 4.5 ms", "Echo Time 9 ms"), series.channels().labels());
	}

	@Test
	void oneUnweightedAndSeveralDirectionsAreChannels() {
		final List<DicomFixture> files = new ArrayList<>();
		for (int direction = 0; direction < 4; direction++)
			for (int z = 0; z < 3; z++) {
				final DicomFixture file = slice(files.size(), z).doubles(0x00189087, direction == 0 ? 0 : 1000);
				if (direction > 0) file.doubles(0x00189089, direction);
				files.add(file);
			}
		final Series series = shuffledOne(files);
		assertEquals(List.of(4, 3, 1), List.of(series.sizeC(), series.sizeZ(), series.sizeT()));
		assertEquals(0, series.frame(0, 0, 0).instance().instanceNumber().getAsInt());
		assertEquals("b-value 1000 s/mm2, Gradient 2", series.channels().labels().get(1));
	}

	@ParameterizedTest(name = "b-values of {0}")
	@CsvSource({ "SIEMENS MR HEADER, 0x00190010, 0x0019100C, 500", "GEMS_PARM_01, 0x00430010, 0x00431039, 1000000500",
		"GEMS_PARM_01, 0x00430011, 0x00431139, 500", "Philips Imaging DD 001, 0x20010010, 0x20011003, 500" })
	void bValuesOfScannersFromBeforeTheStandard(final String creator, final String block, final String tag,
		final String value)
	{
		final List<DicomFixture> files = new ArrayList<>();
		for (int b = 0; b < 2; b++)
			for (int z = 0; z < 3; z++)
				files.add(slice(files.size(), z).text(Integer.decode(block), "LO", creator).text(Integer.decode(tag), "IS", b == 0
					? "0" : value));
		final Series series = shuffledOne(files);
		assertEquals(List.of("b-value 0 s/mm2", "b-value 500 s/mm2"), series.channels().labels());
	}

	@Test
	void imagesThatOnlyTheirNumberTellsApartAreTimesAndThatIsSaid() {
		final List<DicomFixture> files = new ArrayList<>();
		for (int i = 0; i < 12; i++)
			files.add(slice(i, i % 4));
		final Series series = shuffledOne(files);
		assertEquals(3, series.sizeT());
		assertTrue(series.report().has(Kind.ASSUMED_TIME));
		assertEquals(7, series.frame(0, 3, 1).instance().instanceNumber().getAsInt());
	}

	@Test
	void anUnfinishedTimePointStandsApart() {
		final List<DicomFixture> files = new ArrayList<>();
		for (int i = 0; i < 14; i++)
			files.add(slice(i, i % 4).text(0x00200100, "IS", "" + (1 + i / 4)));
		final List<Series> series = shuffled(files);
		assertEquals(List.of(12, 2), series.stream().map(one -> one.frames().size()).toList());
		assertEquals(3, series.get(0).sizeT());
		final Finding incomplete = series.get(1).report().findings(Kind.INCOMPLETE).get(0);
		assertEquals(2, incomplete.found());
		assertEquals(4, incomplete.expected());
		assertEquals("9#2", series.get(1).key());
		assertTrue(series.get(0).report().has(Kind.SPLIT));
	}

	@Test
	void acquisitionsThatOverlapAreTwoVolumesAndOnesSideBySideAreOne() {
		final List<DicomFixture> overlapping = new ArrayList<>();
		for (int i = 0; i < 10; i++)
			overlapping.add(slice(i, i).text(0x00200012, "IS", "1"));
		for (int i = 0; i < 8; i++)
			overlapping.add(slice(10 + i, 8 + i).text(0x00200012, "IS", "2"));
		assertEquals(List.of(10, 8), shuffled(overlapping).stream().map(Series::sizeZ).toList());
		final List<DicomFixture> stepAndShoot = new ArrayList<>();
		for (int i = 0; i < 10; i++)
			stepAndShoot.add(slice(i, i).text(0x00200012, "IS", "" + i / 2));
		assertEquals(10, shuffledOne(stepAndShoot).sizeZ());
	}

	@Test
	void oneSliceTwiceIsADuplicateAndBothAreKept() {
		final List<DicomFixture> files = new ArrayList<>();
		for (int i = 0; i < 10; i++)
			files.add(slice(i, i));
		files.add(slice(10, 4));
		final Series series = shuffledOne(files);
		assertEquals(11, series.sizeZ());
		assertEquals(1, series.report().findings(Kind.DUPLICATE).size());
	}

	@Test
	void aCineOfOnePositionIsTimesAlone() {
		final List<DicomFixture> files = new ArrayList<>();
		for (int i = 0; i < 20; i++)
			files.add(slice(i, 3).text(0x00181060, "DS", "" + 40 * i));
		final Series series = shuffledOne(files);
		assertEquals(List.of(1, 1, 20), List.of(series.sizeC(), series.sizeZ(), series.sizeT()));
		assertEquals("Trigger Time 40 ms", series.times().labels().get(1));
		assertEquals(0.04, series.frameIntervalSeconds().getAsDouble(), 1e-12);
	}

	@Test
	void unevenTimesHaveNoIntervalButTheOneThatTheFileNames() {
		final List<DicomFixture> files = new ArrayList<>();
		for (int i = 0; i < 4; i++)
			files.add(slice(i, 3).text(0x00181060, "DS", "" + 10 * i * i));
		assertTrue(shuffledOne(files).frameIntervalSeconds().isEmpty());
		files.forEach(file -> file.text(0x00200110, "DS", "250"));
		assertEquals(0.25, shuffledOne(files).frameIntervalSeconds().getAsDouble(), 1e-12);
	}

	@Test
	void framesOfAnEnhancedFileAreOrderedByTheirGroups() {
		final List<DicomFixture> groups = new ArrayList<>();
		for (int echo = 2; echo >= 1; echo--)
			for (int z = 2; z >= 0; z--)
				groups.add(group(z, echo));
		final DicomFixture file = DicomFixture.slice("9", 1).text(0x00280008, "IS", "6").pixels(new short[72]).sequence(
			0x52009229, new DicomFixture().sequence(0x00209116, new DicomFixture().orientation("1\\0\\0\\0\\1\\0")).sequence(
				0x00289110, new DicomFixture().text(0x00280030, "DS", "2\\3"))).sequence(0x52009230, groups.toArray(
					DicomFixture[]::new));
		final Series series = Fixtures.one(file);
		assertEquals(List.of(2, 3, 1), List.of(series.sizeC(), series.sizeZ(), series.sizeT()));
		assertEquals(3, series.geometry().spacingXMm(), "of the shared group");
		assertEquals(List.of(5, 2, 4, 1, 3, 0), series.frames().stream().map(Frame::index).toList());
	}

	private static DicomFixture group(final int z, final int echo) {
		return new DicomFixture().sequence(0x00209113, new DicomFixture().position("0\\0\\" + z)).sequence(0x00189114,
			new DicomFixture().doubles(0x00189082, echo));
	}

	@Test
	void segmentsOfDifferentExtentAreVolumesOfTheirOwn() {
		final List<DicomFixture> groups = new ArrayList<>();
		for (int z = 0; z < 5; z++)
			groups.add(segment(z, 1));
		for (int z = 3; z < 5; z++)
			groups.add(segment(z, 2));
		final DicomFixture file = DicomFixture.slice("9", 1).text(0x00280008, "IS", "7").shorts(0x00280100, 8).shorts(
			0x00280101, 8).shorts(0x00280102, 7).pixels(new byte[84]).sequence(0x52009229, new DicomFixture().sequence(
				0x00209116, new DicomFixture().orientation("1\\0\\0\\0\\1\\0"))).sequence(0x52009230, groups.toArray(
					DicomFixture[]::new));
		assertEquals(List.of(5, 2), Fixtures.group(file).stream().map(Series::sizeZ).toList());
	}

	private static DicomFixture segment(final int z, final int number) {
		return new DicomFixture().sequence(0x00209113, new DicomFixture().position("0\\0\\" + z)).sequence(0x0062000A,
			new DicomFixture().shorts(0x0062000B, number));
	}

	@Test
	void imagesOfOneSliceThatLieBesideEachOtherAreReported() {
		final List<DicomFixture> files = new ArrayList<>();
		for (int time = 0; time < 2; time++)
			for (int z = 0; z < 3; z++)
				files.add(DicomFixture.slice("9", files.size(), 80 * time + "\\0\\" + z).text(0x00200100, "IS", "" + time));
		final Finding shifted = shuffledOne(files).report().findings(Kind.SHIFTED).get(0);
		assertEquals(80, shifted.found());
	}

	@Test
	void framesOfAClipAreTimes() {
		final DicomFixture clip = DicomFixture.slice("9", 1).text(0x00280008, "IS", "3").pixels(new short[36]).tagValue(
			0x00280009, 0x00181063).text(0x00181063, "DS", "33.3");
		final Series series = Fixtures.one(clip);
		assertEquals(3, series.sizeT());
		assertEquals(66.6, series.times().values().get(2), 1e-9);
		assertFalse(series.report().has(Kind.MISSING_POSITIONS));
	}

	@ParameterizedTest(name = "grid {0} at z {1}")
	@CsvSource({ "0\\2\\4, 100, 104", "100\\102\\104, 100, 104", "0\\-2\\-4, 96, 100" })
	void gridFrameOffsetsAreRelativeOrPatientCoordinates(final String grid, final double first, final double last) {
		final DicomFixture dose = DicomFixture.slice("9", 1, "0\\0\\100").text(0x00280008, "IS", "3").pixels(new short[36])
			.tagValue(0x00280009, 0x3004000C).text(0x3004000C, "DS", grid);
		final Series series = Fixtures.one(dose);
		assertEquals(first, series.geometry().slicePositions().get(0).z());
		assertEquals(last, series.geometry().slicePositions().get(2).z());
		assertTrue(series.geometry().uniform());
	}

	static DicomFixture slice(final int number, final double z) {
		return DicomFixture.slice("9", number, "0\\0\\" + 2 * z);
	}

	static Series shuffledOne(final List<DicomFixture> files) {
		final List<Series> series = shuffled(files);
		assertEquals(1, series.size(), series::toString);
		return series.get(0);
	}

	/** Whatever the order of files, the series are the same. */
	private static List<Series> shuffled(final List<DicomFixture> files) {
		final List<Series> expected = Fixtures.group(files);
		final Random random = new Random(7);
		for (int run = 0; run < 5; run++) {
			final List<DicomFixture> mixed = new ArrayList<>(files);
			Collections.shuffle(mixed, random);
			final List<Series> found = Fixtures.group(mixed);
			assertEquals(expected.stream().map(Fixtures::numbers).toList(), found.stream().map(Fixtures::numbers).toList());
		}
		return expected;
	}
}
