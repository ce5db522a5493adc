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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesListing;
import io.github.hounsfield.series.scan.ScanOptions;
import io.github.hounsfield.series.scan.SeriesScanner;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One broken file beside two good ones: it costs its slice, is reported, and raises nothing but the domain's errors.
 */
class BrokenFilesFuzzTest {

	private static final int MUTATIONS = Integer.getInteger("hounsfield.fuzz", 1500);
	private static final long SLOW_NS = 20_000_000_000L;

	@TempDir
	private Path folder;
	private Path broken;

	@BeforeEach
	void writeGoodSlices() throws IOException {
		Files.write(folder.resolve("1"), slice(1).file());
		Files.write(folder.resolve("3"), slice(3).file());
		broken = folder.resolve("2");
	}

	@Test
	void aFileCutAtAnyByteCostsItsSliceAndIsReported() throws IOException {
		final byte[] whole = slice(2).file();
		for (int length = 0; length < whole.length; length++) {
			Files.write(broken, Arrays.copyOf(whole, length));
			final SeriesListing listing = scan();
			assertEquals(2, listing.series().get(0).sizeZ(), "cut at byte " + length);
			assertEquals(1, listing.skipped().size(), "cut at byte " + length);
			assertEquals(2, load(listing.series().get(0), "cut at byte " + length));
		}
		Files.write(broken, whole);
		assertEquals(3, scan().series().get(0).sizeZ());
	}

	@Test
	void anEnhancedFileCutAtAnyByteIsSkipped() throws IOException {
		final byte[] whole = enhanced().file();
		for (int length = 0; length < whole.length; length++) {
			Files.write(broken, Arrays.copyOf(whole, length));
			final SeriesListing listing = scan();
			assertEquals(2, listing.series().stream().mapToInt(one -> one.frames().size()).sum(), "cut at byte " + length);
			assertEquals(1, listing.skipped().size(), "cut at byte " + length);
		}
	}

	@Test
	void mutatedFilesRaiseNothingButTheDomainsErrors() throws IOException {
		final List<byte[]> originals = List.of(slice(2).file(), enhanced().file(), dose().file());
		final Random random = new Random(20);
		for (int i = 0; i < MUTATIONS; i++) {
			final byte[] bytes = originals.get(i % originals.size()).clone();
			final int changes = 1 + random.nextInt(4);
			for (int k = 0; k < changes; k++)
				bytes[128 + random.nextInt(bytes.length - 128)] = (byte) (random.nextBoolean() ? random.nextInt(256) : random
					.nextBoolean() ? 0xFF : 0);
			Files.write(broken, bytes);
			final String what = "mutation " + i;
			final long start = System.nanoTime();
			final SeriesListing listing = scan();
			int frames = 0;
			for (final Series series : listing.series()) {
				frames += series.frames().size();
				load(series, what);
				series.report().render(true);
				series.report().render(false);
			}
			assertTrue(frames >= 2, what + " cost a good slice");
			assertTrue(System.nanoTime() - start < SLOW_NS, what + " took too long");
		}
	}

	private SeriesListing scan() throws IOException {
		return new SeriesScanner().scan(List.of(folder), ScanOptions.DEFAULT.withWorkers(Workers.threads(1)));
	}

	/** @return planes loaded, 0 where the domain's error was raised */
	private static int load(final Series series, final String what) {
		try {
			final DicomVolume volume = VolumeLoader.load(series, Workers.threads(1));
			if (volume.type() != PlaneType.RGB) volume.stored().randomAccess().setPositionAndGet(new long[volume.stored()
				.numDimensions()]).getRealDouble();
			return Untilt.apply(EvenSpacing.apply(volume, Workers.all()), Workers.all()).planeCount() > 0 ? volume
				.planeCount() : 0;
		}
		catch (final DicomException e) {
			assertTrue(e.getMessage() != null && !e.getMessage().isBlank(), what);
			return 0;
		}
		catch (final IOException | RuntimeException e) {
			return fail(what, e);
		}
	}

	private static DicomFixture slice(final int number) {
		return DicomFixture.slice("9", number, "0\\0\\" + number).text(0x00281052, "DS", "-1024").text(0x00281053, "DS", "1")
			.text(0x00281050, "DS", "40").text(0x00281051, "DS", "400").shorts(0x00280120, 0).text(0x00200012, "IS", "1").text(
				0x00080008, "CS", "ORIGINAL\\PRIMARY\\AXIAL");
	}

	private static DicomFixture enhanced() {
		final DicomFixture[] groups = new DicomFixture[3];
		for (int z = 0; z < 3; z++)
			groups[z] = new DicomFixture().sequence(0x00209113, new DicomFixture().text(0x00200032, "DS", "0\\0\\" +
				z)).sequence(
				0x00289145, new DicomFixture().text(0x00281053, "DS", "" + (z + 1)).text(0x00281052, "DS", "0")).sequence(
					0x00209111, new DicomFixture().longs(0x00209157, 1, z + 1).text(0x00209056, "SH", "1"));
		return DicomFixture.slice("9", 2).text(0x00280008, "IS", "3").pixels(new short[36]).sequence(0x52009229,
			new DicomFixture().sequence(0x00209116, new DicomFixture().text(0x00200037, "DS", "1\\0\\0\\0\\1\\0"))).sequence(
				0x52009230, groups);
	}

	private static DicomFixture dose() {
		return DicomFixture.slice("9", 2, "0\\0\\0").shorts(0x00280100, 32).shorts(0x00280101, 32).shorts(0x00280102,
			31).text(
			0x00280008, "IS", "2").tagValue(0x00280009, 0x3004000C).text(0x3004000C, "DS", "0\\5").text(0x3004000E, "DS",
				"0.001").pixels(new short[48]);
	}
}
