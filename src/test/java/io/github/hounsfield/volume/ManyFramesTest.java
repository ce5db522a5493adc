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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.scan.ScanOptions;
import io.github.hounsfield.series.scan.SeriesScanner;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of very many frames are read, and told to be broken, in time that grows with their number and no faster. Also
 * tests {@code BrokenPlanes}.
 */
class ManyFramesTest {

	private static final Duration SOON = Duration.ofSeconds(30);

	@TempDir
	Path folder;

	@Test
	void readsTwentyThousandNativeFramesOf4x4() throws IOException {
		final int frames = 20_000;
		final short[] pixels = new short[16 * frames];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (short) (i / 16);
		final DicomFixture file = DicomFixture.slice("9", 1).size(4, 4).text(0x00280008, "IS", "" + frames).pixels(pixels);
		assertTimeoutPreemptively(SOON, () -> {
			final DicomVolume volume = Volumes.load(folder, List.of(file));
			assertEquals(frames, volume.planeCount());
			assertEquals((short) 19_999, volume.plane(19_999).shorts()[15]);
		});
	}

	/** Each fragment is a codestream that breaks off; the last frame alone is whole. */
	@Test
	void leavesOutAHundredThousandBrokenFramesAndListensToCancel() throws IOException {
		final int frames = 100_000;
		final DicomFixture file = DicomFixture.slice("9", 1).size(2, 1).shorts(0x00280100, 8).shorts(0x00280101, 8).shorts(
			0x00280102, 7).text(0x00280008, "IS", "" + frames).put(0x7FE00010, "OB", rle(frames));
		final byte[] bytes = file.file("1.2.840.10008.1.2.5");
		undefinedLength(bytes);
		final Series series = series(bytes);
		assertEquals(frames, series.frames().size());
		assertTimeoutPreemptively(SOON, () -> {
			final DicomVolume volume = VolumeLoader.load(series, Workers.all());
			assertEquals(1, volume.planeCount());
			assertEquals(frames - 1, volume.report().findings(Kind.UNDECODABLE).size());
		});
		final AtomicInteger looks = new AtomicInteger();
		assertTimeoutPreemptively(SOON, () -> assertThrows(CancellationException.class, () -> VolumeLoader.load(series,
			Workers.all().withCancel(() -> looks.incrementAndGet() > 1000))));
	}

	/** A file whose fragments cannot be walked through is opened once, not once for each of its frames. */
	@Test
	void aFileThatCannotBeOpenedIsTriedOnce() throws IOException {
		final int frames = 50_000;
		final byte[] bytes = DicomFixture.slice("9", 1).size(2, 1).shorts(0x00280100, 8).shorts(0x00280101, 8).shorts(
			0x00280102, 7).text(0x00280008, "IS", "" + frames).put(0x7FE00010, "OB", rle(frames)).file("1.2.840.10008.1.2.5");
		undefinedLength(bytes);
		bytes[bytes.length - 8] = 1;
		final Series series = series(bytes);
		assertTimeoutPreemptively(SOON, () -> {
			final DicomException e = assertThrows(DicomException.class, () -> VolumeLoader.load(series, Workers.all()));
			assertTrue(e.getMessage().contains(frames + " of " + frames + " slices"), e.getMessage());
		});
	}

	/** The choice of the planes to drop is the same as that of looking at all of them each time. */
	@Test
	void dropsWhatTakesTheMostBrokenPlanes() {
		final Random random = new Random(5);
		for (int round = 0; round < 300; round++) {
			final int[] sizes = { 1 + random.nextInt(3), 1 + random.nextInt(5), 1 + random.nextInt(4) };
			final int count = sizes[0] * sizes[1] * sizes[2];
			final Set<Integer> broken = new HashSet<>();
			for (int n = 1 + random.nextInt(count); n > 0; n--)
				broken.add(random.nextInt(count));
			final boolean[][] expected = bySearch(sizes, broken);
			final BrokenPlanes planes = new BrokenPlanes(sizes, broken);
			while (!planes.isEmpty() && !planes.nothingLeft())
				planes.drop();
			assertEquals(Arrays.deepToString(expected), Arrays.deepToString(planes.keep()), Arrays.toString(sizes) + broken);
		}
	}

	@Test
	void aHyperstackOfAHundredThousandBrokenPlanesIsSoonDone() {
		assertTimeoutPreemptively(SOON, () -> {
			final BrokenPlanes planes = new BrokenPlanes(new int[] { 2, 250, 200 }, IntStream.range(0, 99_999).boxed()
				.toList());
			while (!planes.isEmpty())
				planes.drop();
			assertEquals(1, kept(planes.keep()[0]) * kept(planes.keep()[1]) * kept(planes.keep()[2]));
		});
	}

	private Series series(final byte[] file) throws IOException {
		final Path path = Files.write(folder.resolve("many.dcm"), file);
		return new SeriesScanner().scan(List.of(path), ScanOptions.DEFAULT).series().get(0);
	}

	private static boolean[][] bySearch(final int[] sizes, final Set<Integer> broken) {
		final boolean[][] keep = new boolean[3][];
		for (int d = 0; d < 3; d++) {
			keep[d] = new boolean[sizes[d]];
			Arrays.fill(keep[d], true);
		}
		final List<Integer> left = new ArrayList<>(broken);
		while (!left.isEmpty() && kept(keep[0]) * kept(keep[1]) * kept(keep[2]) > 0) {
			final int total = kept(keep[0]) * kept(keep[1]) * kept(keep[2]);
			double best = -1;
			int[] drop = null;
			for (int d = 0; d < 3; d++)
				for (int i = 0; i < sizes[d]; i++) {
					final int[] at = { d, i };
					final double ratio = left.stream().filter(plane -> isAt(plane, at, sizes)).count() / ((double) total / kept(
						keep[d]));
					if (keep[d][i] && ratio > best && (kept(keep[d]) > 1 || total == 1)) {
						best = ratio;
						drop = at;
					}
				}
			final int[] dropped = drop;
			keep[dropped[0]][dropped[1]] = false;
			left.removeIf(plane -> isAt(plane, dropped, sizes));
		}
		return keep;
	}

	private static boolean isAt(final int plane, final int[] at, final int[] sizes) {
		final int[] place = { plane % sizes[0], plane / sizes[0] % sizes[1], plane / sizes[0] / sizes[1] };
		return place[at[0]] == at[1];
	}

	private static int kept(final boolean[] keep) {
		int count = 0;
		for (final boolean one : keep)
			if (one) count++;
		return count;
	}

	/** Items of 68 bytes: a header with one segment, whose run is cut in all but the last (PS3.5 sections A.4 and G.5). */
	private static byte[] rle(final int frames) {
		final ByteBuffer out = ByteBuffer.allocate(8 + frames * 76 + 8).order(ByteOrder.LITTLE_ENDIAN);
		out.putInt(0xE000FFFE).putInt(0);
		for (int i = 1; i <= frames; i++) {
			final int start = out.position() + 8;
			out.putInt(0xE000FFFE).putInt(68).putInt(1).putInt(64).position(start + 64);
			out.put((byte) (i < frames ? 100 : 1)).put((byte) 7).put((byte) 8).put((byte) 0);
		}
		return out.putInt(0xE0DDFFFE).putInt(0).array();
	}

	/** Makes the length of Pixel Data, the last element, undefined. */
	private static void undefinedLength(final byte[] file) {
		for (int i = 0;; i++)
			if (file[i] == (byte) 0xE0 && file[i + 1] == 0x7F && file[i + 2] == 0x10 && file[i + 4] == 'O') {
				Arrays.fill(file, i + 8, i + 12, (byte) 0xFF);
				return;
			}
	}
}
