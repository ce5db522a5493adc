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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.Finding;
import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.RealType;
import org.junit.jupiter.api.Test;

/**
 * What planes hold, what their values mean, and what becomes of slices that cannot be read. Also tests
 * {@code DicomVolume}, {@code Memory}, {@code PlaneDecoder}, {@code SliceReader}, {@code Readers},
 * {@code UndecodableFrames}, {@code NothingDecodedException}, {@code PixelWarnings}, {@code PlanarImages},
 * {@code PlaneSource}, {@code PlaneLoader}, {@code SharedMeanings} and {@code DecodedPixels}.
 */
class VolumeLoaderTest extends LoadedSlices {

	@Test
	void signedValuesAreKeptAsImageJDoesAndSeenAsTheyAre() throws IOException {
		final DicomVolume volume = load(slice(1).shorts(0x00280103, 1).pixels(values(-32768, -1, 0, 1, 32767)));
		assertEquals(PlaneType.OFFSET16, volume.type());
		final short[] plane = volume.plane(0).shorts();
		assertEquals(0, plane[0]);
		assertEquals((short) 32767, plane[1]);
		assertEquals((short) 65535, plane[4]);
		final RandomAccess<? extends RealType<?>> access = volume.stored().randomAccess();
		final int[] expected = { -32768, -1, 0, 1 };
		for (int x = 0; x < 4; x++)
			assertEquals(expected[x], access.setPositionAndGet(x, 0).getRealDouble());
	}

	@Test
	void planesAreTheArraysOfTheViewItself() throws IOException {
		final DicomVolume volume = load(slice(1).pixels(values(7)), slice(2));
		final Object array = ((PlanarImg<?, ?>) volume.stored()).getPlane(0);
		assertSame(volume.plane(0).array(), ((ShortArray) array).getCurrentStorageArray());
		assertEquals(3, volume.stored().numDimensions());
		assertEquals(2, volume.stored().dimension(2));
	}

	@Test
	void slicesOfDifferentSignShareAFormThatHoldsAll() throws IOException {
		final DicomVolume twelve = load(slice(1).shorts(0x00280101, 12).shorts(0x00280102, 11).pixels(values(4000)), slice(2)
			.shorts(0x00280103, 1).pixels(values(-5)));
		assertEquals(PlaneType.OFFSET16, twelve.type());
		assertEquals(4000, Volumes.at(twelve, 0, 0, 0));
		assertEquals(-5, Volumes.at(twelve, 0, 0, 1));
		final DicomVolume sixteen = load(slice(1).pixels(values(65535)), slice(2).shorts(0x00280103, 1).pixels(values(-5)));
		assertEquals(PlaneType.FLOAT32, sixteen.type());
		assertEquals(65535, Volumes.at(sixteen, 0, 0, 0));
		assertEquals(-5, Volumes.at(sixteen, 0, 0, 1));
	}

	@Test
	void signedBytesAreWidened() throws IOException {
		final DicomVolume volume = load(bytes(slice(1), 8).shorts(0x00280103, 1).pixels(new byte[] { -128, -1, 127, 0, 0, 0,
			0,
			0, 0, 0, 0, 0 }));
		assertEquals(PlaneType.OFFSET16, volume.type());
		assertEquals(-128, Volumes.at(volume, 0, 0, 0));
		assertEquals(127, Volumes.at(volume, 2, 0, 0));
	}

	@Test
	void bitsAreMasks() throws IOException {
		final DicomVolume volume = load(bytes(slice(1), 1).pixels(new byte[] { 0b0101, 0 }));
		assertEquals(PlaneType.MASK, volume.type());
		assertArrayEquals(new byte[] { -1, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, volume.plane(0).bytes());
		assertTrue(volume.slice(0).transform().isEmpty());
	}

	@Test
	void wholeNumbersThatAFloatCannotHoldAreReported() throws IOException {
		final byte[] pixels = new byte[48];
		pixels[0] = 1;
		pixels[3] = 1;
		assertTrue(load(bytes(slice(1), 32).pixels(pixels)).report().has(Kind.ROUNDED_VALUES), "2^24 + 1");
		pixels[0] = 0;
		assertFalse(load(bytes(slice(1), 32).pixels(pixels)).report().has(Kind.ROUNDED_VALUES), "2^24");
	}

	@Test
	void coloursArePacked() throws IOException {
		final byte[] rgb = new byte[36];
		rgb[0] = (byte) 255;
		rgb[4] = 16;
		final DicomVolume volume = load(bytes(slice(1), 8).shorts(0x00280002, 3).text(0x00280004, "CS", "RGB").shorts(
			0x00280006, 0).pixels(rgb));
		assertEquals(PlaneType.RGB, volume.type());
		assertEquals(0xFFFF0000, volume.plane(0).ints()[0]);
		assertEquals(0xFF001000, volume.colours().getAt(1, 0).get());
		assertThrows(IllegalStateException.class, volume::stored);
	}

	@Test
	void aSliceThatCannotBeDecodedIsLeftOutAndItsGapReported() throws IOException {
		final List<DicomFixture> files = new ArrayList<>();
		for (int i = 1; i <= 6; i++)
			files.add(slice(i).pixels(values(i)));
		files.get(3).shorts(0x00280102, 3);
		final DicomVolume volume = Volumes.load(folder, files);
		assertEquals(5, volume.planeCount());
		assertEquals(5, volume.series().sizeZ());
		assertEquals(5, Volumes.at(volume, 0, 0, 3), "the planes around stay with their slices");
		final Finding undecodable = volume.report().findings(Kind.UNDECODABLE).get(0);
		assertEquals(List.of("4.dcm"), undecodable.files());
		assertTrue(undecodable.reasons().get(0).tag().getAsInt() == 0x00280102, undecodable::toString);
		assertEquals(2, volume.report().findings(Kind.GAP).get(0).found());
		assertFalse(volume.geometry().uniform());
	}

	/** What a file's pixel data hold beside the frames is in the report, whatever number of threads reads them. */
	@Test
	void pixelDataThatHoldMoreAreReported() throws IOException {
		final Series series = Volumes.series(folder, List.of(slice(1), slice(2).pixels(new short[20]), slice(3)));
		for (final int threads : new int[] { 1, 3 }) {
			final DicomVolume volume = VolumeLoader.load(series, Workers.threads(threads));
			assertEquals(3, volume.planeCount());
			final List<Finding> findings = volume.report().findings(Kind.PIXEL_DATA);
			assertEquals(1, findings.size(), findings::toString);
			assertEquals(List.of("2.dcm"), findings.get(0).files());
			assertTrue(findings.get(0).reasons().get(0).found().contains("40 bytes"), findings::toString);
		}
	}

	@Test
	void aFileThatVanishesAfterTheScanCostsItsSlice() throws IOException {
		final Series series = Volumes.series(folder, List.of(slice(1), slice(2), slice(3)));
		Files.delete(((DicomSource.FileSource) series.frame(0, 2, 0).instance().file().source())
			.file());
		final DicomVolume volume = VolumeLoader.load(series, Workers.all());
		assertEquals(2, volume.planeCount());
		assertTrue(volume.report().has(Kind.UNDECODABLE));
		try (DicomVolume virtual = VolumeLoader.open(series, finding -> {})) {
			assertEquals(3, virtual.planeCount());
			assertThrows(IOException.class, () -> virtual.plane(2));
		}
	}

	@Test
	void whereNothingCanBeDecodedTheReasonIsTheError() throws IOException {
		final Series series = Volumes.series(folder, List.of(slice(1).shorts(0x00280102, 3)));
		final DicomException e = assertThrows(DicomException.class, () -> VolumeLoader.load(series, Workers.all()));
		assertTrue(e.getMessage().contains("1.dcm") && e.getMessage().contains("(0028,0102)"), e.getMessage());
	}

	@Test
	void aBrokenPlaneOfAHyperstackTakesTheLeastWithIt() throws IOException {
		final List<DicomFixture> files = new ArrayList<>();
		for (int t = 0; t < 5; t++)
			for (int z = 0; z < 2; z++)
				files.add(DicomFixture.slice("9", files.size(), "0\\0\\" + z).text(0x00200100, "IS", "" + t).pixels(values(10 * t +
					z)));
		files.get(7).shorts(0x00280102, 3);
		final DicomVolume volume = Volumes.load(folder, files);
		assertEquals(List.of(1, 2, 4), List.of(volume.sizeC(), volume.sizeZ(), volume.sizeT()));
		assertEquals(41, Volumes.at(volume, 0, 0, 7));
		assertTrue(volume.report().findings(Kind.UNDECODABLE).get(0).detail().contains("time 4"), volume.report()::toString);
		assertEquals(4, volume.stored().numDimensions());
	}

	/** A virtual volume says it when the plane is read, once, however often it is read. */
	@Test
	void pixelDataThatHoldMoreAreToldWhenAVirtualPlaneIsRead() throws IOException {
		final Series series = Volumes.series(folder, List.of(slice(1), slice(2).pixels(new short[20]), slice(3)));
		final List<Finding> heard = new ArrayList<>();
		for (int reading = 0; reading < 2; reading++)
			try (DicomVolume volume = VolumeLoader.open(series, heard::add)) {
				heard.clear();
				volume.plane(0);
				assertEquals(List.of(), heard);
				volume.plane(1);
				volume.plane(1);
				assertEquals(1, heard.size(), heard::toString);
				assertEquals(Kind.PIXEL_DATA, heard.get(0).kind());
				assertTrue(heard.get(0).reasons().get(0).found().contains("40 bytes"), heard::toString);
			}
	}

	@Test
	void aVolumeThatDoesNotFitIsRefusedBeforeItIsAllocated() {
		final DicomException e = assertThrows(NotEnoughMemoryException.class, () -> Memory.require(1L << 50, "the series"));
		assertTrue(e.getMessage().startsWith("the series needs 1024 TiB of memory, and only "), e.getMessage());
	}

	@Test
	void virtualPlanesAreReadWhenTheyAreReached() throws IOException {
		final Series series = Volumes.series(folder, List.of(slice(1).pixels(values(5)), slice(2).pixels(values(6))));
		try (DicomVolume volume = VolumeLoader.open(series, finding -> {})) {
			assertTrue(volume.isVirtual());
			final RandomAccessibleInterval<? extends RealType<?>> stored = volume.stored();
			final RandomAccess<? extends RealType<?>> access = stored.randomAccess();
			assertEquals(5, access.setPositionAndGet(0, 0, 0).getRealDouble());
			assertEquals(6, access.setPositionAndGet(0, 0, 1).getRealDouble());
			assertSame(volume.plane(1).array(), volume.plane(1).array());
		}
	}

	@Test
	void cancelEndsTheLoading() throws IOException {
		final Series series = Volumes.series(folder, List.of(slice(1), slice(2), slice(3)));
		final AtomicInteger looks = new AtomicInteger();
		assertThrows(CancellationException.class, () -> VolumeLoader.load(series, Workers.threads(2).withCancel(() ->
			looks.incrementAndGet() > 1)));
	}

	@Test
	void threadsDoNotChangeTheResult() throws IOException {
		final List<DicomFixture> files = new ArrayList<>();
		for (int i = 0; i < 20; i++)
			files.add(slice(i).pixels(values(i, 2 * i, 3 * i)));
		final Series series = Volumes.series(folder, files);
		final DicomVolume one = VolumeLoader.load(series, Workers.threads(1));
		final Set<Object> decoded = ConcurrentHashMap.newKeySet();
		final DicomVolume many = VolumeLoader.load(series, Workers.threads(7), plane -> decoded.add(plane.array()));
		for (int i = 0; i < 20; i++) {
			assertArrayEquals(one.plane(i).shorts(), many.plane(i).shorts());
			assertTrue(decoded.remove(many.plane(i).array()), "plane " + i);
		}
		assertEquals(Set.of(), decoded);
	}
}
