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

import io.github.hounsfield.RealData;
import io.github.hounsfield.dicom.DicomReaders;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Json;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.scan.DicomDirectory;
import io.github.hounsfield.series.scan.InstanceReader;
import io.github.hounsfield.series.scan.ScanOptions;
import io.github.hounsfield.series.scan.SeriesScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every real series, Enhanced file and DICOMDIR against what pydicom and GDCM measure in it. Also tests
 * {@code DicomDirectory}, {@code SeriesReport} and {@code Frame}.
 */
class SeriesRealDataTest {

	/** expected.json rounds lengths to this many mm. */
	private static final double MM = 1e-5;

	private static Path data;
	private static Map<String, Object> expected;

	@BeforeAll
	static void readExpectedValues() throws IOException {
		data = RealData.folder();
		expected = RealData.expected();
	}

	@Test
	void seriesAreThoseOfTheOtherTools() throws IOException {
		System.out.println("series | slices | spacing x y z | uniform | tilt | report");
		for (final Map.Entry<String, Object> folder : Json.object(expected, "series").entrySet()) {
			final SeriesListing listing = scan(data.resolve(folder.getKey()));
			final Map<String, Object> bySeries = Json.object(Json.object(expected, "series"), folder.getKey());
			for (final String uid : bySeries.keySet()) {
				final Map<String, Object> facts = Json.object(bySeries, uid);
				final List<Series> parts = listing.series().stream().filter(one -> one.seriesInstanceUid().equals(uid)).toList();
				final String what = folder.getKey() + " " + uid;
				assertEquals(((Double) facts.get("count")).intValue(), parts.stream().mapToInt(one -> one.frames().size()).sum(),
					what);
				if (facts.containsKey("mixed_orientation_or_size")) {
					assertEquals(Json.list(facts, "mixed_orientation_or_size").size(), parts.size(), what);
					parts.forEach(part -> assertTrue(part.report().has(Kind.MIXED_ORIENTATION), what));
					System.out.println(what + " | " + parts.size() + " volumes of different orientation");
					continue;
				}
				assertEquals(1, parts.size(), what);
				checkSeries(what, parts.get(0), facts);
			}
		}
	}

	private static void checkSeries(final String what, final Series series, final Map<String, Object> facts) {
		final VolumeGeometry geometry = series.geometry();
		final SeriesReport report = series.report();
		System.out.println(what + " | " + series.sizeZ() + " | " + geometry.spacingXMm() + " " + geometry.spacingYMm() + " " +
			geometry.spacingZMm() + " | " + geometry.uniform() + " | " + geometry.tiltDegrees() + " | " + report.findings()
				.stream().map(Finding::kind).distinct().toList());
		assertEquals(Json.list(facts, "order"), series.frames().stream().map(Frame::name).toList(), what);
		assertEquals(facts.get("modality"), series.modality(), what);
		assertVector(what, facts, "origin", geometry.origin());
		assertVector(what, facts, "row_cosines", geometry.rowCosines());
		assertVector(what, facts, "col_cosines", geometry.columnCosines());
		assertVector(what, facts, "normal", geometry.normal());
		assertEquals((Double) facts.get("spacing_x"), geometry.spacingXMm(), MM, what);
		assertEquals((Double) facts.get("spacing_y"), geometry.spacingYMm(), MM, what);
		assertEquals(facts.get("uniform"), geometry.uniform(), what);
		assertEquals(facts.get("duplicate_positions"), report.has(Kind.DUPLICATE), what);
		assertEquals(facts.get("sheared"), geometry.isTilted(), what);
		assertEquals(facts.get("sheared"), report.has(Kind.TILT), what);
		assertEquals(!geometry.uniform(), report.has(Kind.UNEVEN_SPACING), what);
		if (geometry.uniform()) assertEquals((Double) facts.get("spacing_z"), geometry.spacingZMm(), 0.01 * geometry
			.spacingZMm(), what);
		else assertEquals(median(Json.list(facts, "gaps")), geometry.spacingZMm(), 1e-4, what);
		if (facts.containsKey("inplane_shift_per_step") && geometry.uniform()) {
			final Vector3 shift = geometry.sliceStep().minus(geometry.normal().times(geometry.spacingZMm()));
			assertEquals((Double) Json.list(facts, "inplane_shift_per_step").get(0), shift.length(), MM, what);
		}
	}

	private static double median(final List<Object> gaps) {
		final double[] sorted = gaps.stream().mapToDouble(gap -> (Double) gap).sorted().toArray();
		return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
	}

	private static void assertVector(final String what, final Map<String, Object> facts, final String key,
		final Vector3 found)
	{
		final List<Object> values = Json.list(facts, key);
		final Vector3 wanted = new Vector3((Double) values.get(0), (Double) values.get(1), (Double) values.get(2));
		assertEquals(0, wanted.minus(found).length(), MM, () -> what + " " + key + ": " + found);
	}

	@Test
	void framesOfEnhancedFilesLieWhereTheOtherToolsSay() throws IOException {
		System.out.println("file | frames | distinct positions | sizes c z t");
		int checked = 0;
		for (final String name : Json.object(expected, "files").keySet()) {
			final Map<String, Object> facts = Json.object(Json.object(expected, "files"), name);
			if (!facts.containsKey("per_frame")) continue;
			final Map<String, Object> perFrame = Json.object(facts, "per_frame");
			final Map<Integer, Frame> frames = new HashMap<>();
			Series whole = null;
			for (final Series series : scan(data.resolve(name)).series())
				for (final Frame frame : series.frames())
					if (data.resolve(name).endsWith(frame.instance().name())) {
						frames.put(frame.index(), frame);
						whole = series;
					}
			assertEquals(((Double) facts.get("frames")).intValue(), frames.size(), name);
			System.out.println(name + " | " + frames.size() + " | " + perFrame.get("distinct_positions") + " | " + whole
				.sizeC() + " " + whole.sizeZ() + " " + whole.sizeT());
			assertEquals(((Double) perFrame.get("distinct_positions")).intValue(), whole.sizeZ(), name);
			final List<Object> positions = Json.list(perFrame, "positions");
			for (int i = 0; i < positions.size(); i++) {
				@SuppressWarnings("unchecked")
				final List<Double> p = (List<Double>) positions.get(i);
				final int index = i == positions.size() - 1 ? frames.size() - 1 : i;
				final Vector3 found = frames.get(index).plane().orElseThrow().position();
				assertEquals(0, new Vector3(p.get(0), p.get(1), p.get(2)).minus(found).length(), MM, name + " frame " + index);
			}
			final List<Object> spacing = Json.list(perFrame, "pixel_spacing_row_col");
			assertEquals((Double) spacing.get(0), whole.geometry().spacingYMm(), MM, name);
			assertEquals((Double) spacing.get(1), whole.geometry().spacingXMm(), MM, name);
			checked++;
		}
		assertTrue(checked >= 5, "only " + checked + " files have positions for each frame");
	}

	@Test
	void singleFilesHaveTheirOwnPositionAndSpacing() throws IOException {
		int checked = 0;
		for (final String name : Json.object(expected, "files").keySet()) {
			final Map<String, Object> facts = Json.object(Json.object(expected, "files"), name);
			if (!facts.containsKey("ImagePositionPatient") || !facts.containsKey("PixelSpacing")) continue;
			if (!(new InstanceReader(DicomReaders.chosen(), syntax -> Optional.empty()).read(DicomSource.of(data.resolve(name)),
				name) instanceof Instance instance)) continue;
			final Frame frame = new InstanceFrames(instance, new ArrayList<>()).frames().get(0);
			assertVector(name, facts, "ImagePositionPatient", frame.plane().orElseThrow().position());
			assertEquals((Double) Json.list(facts, "PixelSpacing").get(0), frame.spacing().orElseThrow().rowSpacingMm(), MM);
			assertEquals((Double) Json.list(facts, "PixelSpacing").get(1), frame.spacing().orElseThrow().columnSpacingMm(),
				MM);
			checked++;
		}
		assertTrue(checked >= 150, "only " + checked + " files have a position");
	}

	@Test
	void gridFrameOffsetsPlaceTheFramesOfADose() throws IOException {
		final Series dose = scan(data.resolve("multiframe/rtdose.dcm")).resolve("largest").get(0);
		assertEquals(15, dose.sizeZ());
		assertEquals(5, dose.geometry().spacingZMm(), MM);
		assertTrue(dose.geometry().uniform());
	}

	@Test
	void temporalPositionsMakeAHyperstack() throws IOException {
		final Series series = scan(data.resolve("multiframe/philips-enhanced-fmri-32.dcm")).resolve("largest").get(0);
		assertEquals(8, series.sizeZ());
		assertEquals(4, series.sizeT());
		assertEquals("Temporal Position", series.times().name());
		assertEquals(series.frame(0, 0, 0).plane().orElseThrow().position(), series.frame(0, 0, 3).plane().orElseThrow()
			.position());
	}

	@Test
	void dicomdirsHaveTheRecordsOfTheOtherTools() throws IOException {
		for (final String name : Json.object(expected, "dicomdirs").keySet()) {
			final Map<String, Object> facts = Json.object(Json.object(expected, "dicomdirs"), name);
			final Path file = data.resolve(name);
			final DicomDirectory directory = new DicomDirectory(DicomReaders.chosen().read(DicomSource.of(file)));
			final Map<String, Integer> records = new TreeMap<>();
			Json.object(facts, "records").forEach((type, count) -> records.put(type, ((Double) count).intValue()));
			assertEquals(records, new TreeMap<>(directory.records()), name);
			assertEquals(((Double) facts.get("referenced_files")).intValue(), directory.references().size(), name);
			final List<String> ids = directory.references().stream().map(DicomDirectory.Reference::toString).toList();
			if (!name.endsWith("reordered")) assertEquals(Json.list(facts, "first_files"), ids.subList(0, 3), name);
			int present = 0;
			for (final DicomDirectory.Reference reference : directory.references())
				if (DicomDirectory.resolve(file.getParent(), reference) != null) present++;
			assertEquals(((Double) facts.get("referenced_present")).intValue(), present, name);
			final SeriesListing listing = scan(file);
			System.out.println(name + " | " + records + " | " + listing.series().size() + " volumes, " + listing.skipped()
				.size() + " missing");
			assertEquals(present, listing.series().stream().mapToInt(series -> series.frames().size()).sum(), name);
			assertEquals(31 - present, listing.skipped().stream().filter(one -> one
				.reason() == SkippedFile.Reason.MISSING).count(), name);
		}
	}

	@Test
	void malformedFilesGiveASeriesOrAReason() throws IOException {
		final SeriesListing listing = scan(data.resolve("malformed"));
		final List<String> met = new ArrayList<>();
		listing.series().forEach(series -> series.frames().forEach(frame -> met.add(frame.instance().name())));
		listing.skipped().forEach(file -> met.add(file.name()));
		try (var files = Files.list(data.resolve("malformed"))) {
			for (final Path file : files.toList())
				assertTrue(met.contains(file.getFileName().toString()), file.toString());
		}
		for (final SkippedFile file : listing.skipped()) {
			System.out.println(file.name() + " | " + file.reason() + " | " + file.reason(Wording.NAMED));
			assertFalse(file.problem().isEmpty() && file.reason() != SkippedFile.Reason.NO_PIXEL_DATA, file.name());
		}
	}

	@Test
	void theWholeCollectionIsScannedWithoutLosingAFile() throws IOException {
		final SeriesListing listing = scan(data);
		int copies = 0;
		int images = 0;
		for (final Series series : listing.series()) {
			copies += series.report().findings(Kind.COPY).size() + series.report().findings(Kind.OTHER_PIXELS).size();
			images += series.frames().stream().map(Frame::instance).distinct().count();
		}
		try (var files = Files.walk(data)) {
			assertEquals(files.filter(Files::isRegularFile).count(), images + copies + listing.skipped().size());
		}
	}

	private static SeriesListing scan(final Path path) throws IOException {
		return new SeriesScanner().scan(List.of(path), ScanOptions.DEFAULT);
	}
}
