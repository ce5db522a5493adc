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
package io.github.hounsfield.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.RealData;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Json;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.intensity.ModalityLut;
import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.scan.ScanOptions;
import io.github.hounsfield.series.scan.SeriesScanner;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Volumes of every real series and file against the stored and rescaled values of pydicom and GDCM. */
class VolumeRealDataTest {

	@TempDir
	static Path copies;

	private static Path data;
	private static Map<String, Object> expected;

	@BeforeAll
	static void readExpectedValues() throws IOException {
		data = RealData.folder();
		expected = RealData.expected();
	}

	@Test
	void volumesHoldTheValuesOfTheOtherTools() throws IOException {
		System.out.println("series | type | min max mean | voxels | transforms");
		int checked = 0;
		for (final String folder : Json.object(expected, "series").keySet()) {
			final Map<String, Object> bySeries = Json.object(Json.object(expected, "series"), folder);
			for (final String uid : bySeries.keySet()) {
				final Map<String, Object> facts = Json.object(bySeries, uid);
				if (!facts.containsKey("stored")) continue;
				final Series series = new SeriesScanner().scan(List.of(data.resolve(folder)), ScanOptions.DEFAULT).resolve(uid)
					.get(0);
				final DicomVolume volume = VolumeLoader.load(series, Workers.all());
				final String what = folder + " " + uid;
				final double[] stored = statistics(volume.stored());
				assertStatistics(what, Json.object(facts, "stored"), stored);
				final int voxels = checkVoxels(what, volume, Json.list(facts, "voxels_xyz"));
				assertEquals(facts.get("rescale_varies"), volume.slices().stream().map(Slice::transform).distinct()
					.count() > 1, what);
				checkTransforms(what, volume, Json.list(facts, "rescale_pairs"));
				System.out.println(what + " | " + volume.type() + " | " + stored[0] + " " + stored[1] + " " + stored[2] + " | " +
					voxels + " | " + volume.slices().stream().map(Slice::transform).distinct().count());
				checkVirtual(what, series, volume);
				checked++;
			}
		}
		assertTrue(checked >= 12, "only " + checked + " series");
	}

	/** The code-blocks of a single slice are shared among the threads, each of which asks whether to go on. */
	@Test
	void aSliceOfItsOwnHasAllThreads() throws IOException {
		for (final String name : List.of("4.90-JPEG2000LosslessOnly", "4.91-JPEG2000")) {
			final Path folder = Files.createDirectories(copies.resolve(name));
			Files.copy(data.resolve("codecs/ctimage/CTImage-1.2.840.10008.1.2." + name + ".dcm"), folder.resolve("slice"));
			final Series series = new SeriesScanner().scan(List.of(folder), ScanOptions.DEFAULT).series().get(0);
			final short[] one = VolumeLoader.load(series, Workers.serial()).plane(0).shorts();
			assertArrayEquals(one, VolumeLoader.load(series, Workers.threads(3)).plane(0).shorts(), name);
			try (DicomVolume virtual = VolumeLoader.open(series, finding -> {}, 3)) {
				assertArrayEquals(one, virtual.plane(0).shorts(), name);
			}
			final AtomicInteger looks = new AtomicInteger();
			assertThrows(CancellationException.class, () -> VolumeLoader.load(series, Workers.threads(3).withCancel(() ->
				looks.incrementAndGet() > 10)), name);
		}
	}

	private static int checkVoxels(final String what, final DicomVolume volume, final List<Object> voxels) {
		final RandomAccess<? extends RealType<?>> access = volume.stored().randomAccess();
		for (final Object voxel : voxels) {
			@SuppressWarnings("unchecked")
			final List<Double> v = (List<Double>) voxel;
			access.setPosition(new int[] { v.get(0).intValue(), v.get(1).intValue(), v.get(2).intValue() });
			final double stored = access.get().getRealDouble();
			assertEquals(v.get(3), stored, what + " " + v);
			if (v.size() > 4) assertEquals(v.get(4), volume.slice(v.get(2).intValue()).transform().orElseThrow().apply(stored),
				1e-8, what + " " + v);
		}
		return voxels.size();
	}

	private static void checkTransforms(final String what, final DicomVolume volume, final List<Object> pairs) {
		final List<ModalityTransform> wanted = new ArrayList<>();
		for (final Object pair : pairs) {
			@SuppressWarnings("unchecked")
			final List<Double> p = (List<Double>) pair;
			wanted.add(new Rescale(p.get(0), p.get(1)));
		}
		for (final Slice slice : volume.slices())
			assertTrue(wanted.contains(slice.transform().orElse(Rescale.IDENTITY)), what + " " + slice.transform());
	}

	private static void checkVirtual(final String what, final Series series, final DicomVolume loaded)
		throws IOException
	{
		try (DicomVolume virtual = VolumeLoader.open(series, finding -> {})) {
			assertEquals(loaded.type(), virtual.type(), what);
			for (int i = 0; i < loaded.planeCount(); i += Math.max(1, loaded.planeCount() / 3))
				assertSamePlane(loaded.plane(i).array(), virtual.plane(i).array(), what);
		}
	}

	private static void assertSamePlane(final Object a, final Object b, final String what) {
		if (a instanceof byte[] bytes) assertArrayEquals(bytes, (byte[]) b, what);
		else if (a instanceof short[] shorts) assertArrayEquals(shorts, (short[]) b, what);
		else if (a instanceof float[] floats) assertArrayEquals(floats, (float[]) b, what);
		else assertArrayEquals((int[]) a, (int[]) b, what);
	}

	@Test
	void everyFileHoldsTheValuesOfTheOtherTools() throws IOException {
		System.out.println("file | type | frames | transform");
		int checked = 0;
		final List<String> failed = new ArrayList<>();
		for (final String name : Json.object(expected, "files").keySet()) {
			final Map<String, Object> facts = Json.object(Json.object(expected, "files"), name);
			final boolean comparable = Boolean.TRUE.equals(facts.get("decoded")) && facts.containsKey("stored") && name
				.matches("(codecs|multiframe|rescale)/.*") && (Double) facts.get("samples") == 1 && !"PALETTE COLOR".equals(facts
					.get("photometric"));
			if (!comparable) continue;
			try {
				final DicomVolume volume = VolumeLoader.load(alone(name), Workers.threads(1));
				checkFile(name, facts, volume);
				System.out.println(name + " | " + volume.type() + " | " + volume.planeCount() + " | " + volume.slice(0)
					.transform());
				checked++;
			}
			catch (final DicomException e) {
				failed.add(name + ": " + e.getMessage());
			}
		}
		System.out.println(checked + " files agree; not decoded: " + failed);
		assertTrue(checked >= 40, "only " + checked + " files, " + failed);
	}

	/** The one file in a folder of its own, so that nothing beside it joins its series. */
	private static Series alone(final String name) throws IOException {
		final Path alone = Files.createTempDirectory(copies, "alone");
		Files.copy(data.resolve(name), alone.resolve("image"));
		return new SeriesScanner().scan(List.of(alone), ScanOptions.DEFAULT).resolve("largest").get(0);
	}

	private static void checkFile(final String name, final Map<String, Object> facts, final DicomVolume volume)
		throws IOException
	{
		assertEquals(((Double) facts.get("frames")).intValue(), volume.planeCount(), name);
		assertEquals(((Double) facts.get("cols")).intValue(), volume.width(), name);
		assertEquals(((Double) facts.get("rows")).intValue(), volume.height(), name);
		final double scale = volume.type() == PlaneType.MASK ? 255 : volume.series().modality().equals("RTDOSE") ? volume
			.series().dataSet().number(Tag.DoseGridScaling).getAsDouble() : 1;
		final double tolerance = Math.max((Double) facts.get("tolerance"), scale == 1 || scale == 255 ? 0 : 1e-7);
		final Map<Integer, Integer> planes = new HashMap<>();
		for (int i = 0; i < volume.planeCount(); i++)
			planes.put(volume.slice(i).frame().index(), i);
		for (final Object sample : Json.list(facts, "samples_at")) {
			@SuppressWarnings("unchecked")
			final List<Double> s = (List<Double>) sample;
			final int plane = planes.get(s.get(2).intValue());
			final int at = s.get(1).intValue() * volume.width() + s.get(0).intValue();
			final double stored = volume.plane(plane).valueAt(at);
			assertEquals(s.get(3) * scale, stored, tolerance, name + " " + s);
			if (s.size() > 4) assertEquals(s.get(4), volume.slice(plane).transform().orElseThrow().apply(s.get(3)), 1e-6,
				name + " " + s);
		}
		final Map<String, Object> lut = Json.object(facts, "modality_lut");
		if (lut == null) return;
		if ("rescale".equals(lut.get("kind"))) assertEquals(new Rescale((Double) lut.get("slope"), (Double) lut.get(
			"intercept")), volume.slice(0).transform().orElse(Rescale.IDENTITY), name);
		if ("lut".equals(lut.get("kind"))) {
			final ModalityLut table = (ModalityLut) volume.slice(0).transform().orElseThrow();
			assertEquals(((Double) lut.get("entries")).intValue(), table.table().entries(), name);
			assertEquals(((Double) lut.get("first")).intValue(), table.table().firstMapped(), name);
		}
	}

	private static void assertStatistics(final String what, final Map<String, Object> facts, final double[] found) {
		assertEquals((Double) facts.get("min"), found[0], what);
		assertEquals((Double) facts.get("max"), found[1], what);
		assertEquals((Double) facts.get("mean"), found[2], 1e-6, what);
	}

	/** @return minimum, maximum, mean */
	@SuppressWarnings("unchecked")
	private static double[] statistics(final RandomAccessibleInterval<? extends RealType<?>> image) {
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		double sum = 0;
		long count = 0;
		for (final RealType<?> value : Views.flatIterable((RandomAccessibleInterval<RealType<?>>) image)) {
			final double v = value.getRealDouble();
			min = Math.min(min, v);
			max = Math.max(max, v);
			sum += v;
			count++;
		}
		return new double[] { min, max, sum / count };
	}
}
