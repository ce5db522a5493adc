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
package io.github.hounsfield.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.volume.VoxelGrid;
import io.github.hounsfield.work.Workers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

/**
 * Files of all formats hold the values and the place that they were given: read here by formulas of the formats' own
 * definitions, places computed by hand. What cannot be written leaves no file. Also tests {@code NiftiHeader},
 * {@code Voxels}, {@code VolumeFormat}, {@code PlaneBytes}, {@code VoxelStream}, {@code OrderedSink},
 * {@code PartFiles}, {@code ImageVoxels}, {@code TextHeaders}, {@code PlaceJson}, {@code Quaternion} and
 * {@code StoredValues}.
 */
class VolumeWriterTest extends WrittenVolume {

	private void assertNothingIsLeft() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(), files.toList());
		}
	}

	@Test
	void theTypeIsTheSmallestThatIsExact() throws IOException {
		final float[] values = new float[24];
		values[13] = 0.5f;
		final Voxels halves = Voxels.of(ArrayImgs.floats(values, 4, 3, 2));
		assertEquals(16, new NiftiFile(written("halves.nii", halves, OBLIQUE)).datatype());
		assertEquals(0.5, new NiftiFile(folder.resolve("halves.nii")).value(1, 0, 1, 0));
		final ExportException refused = assertThrows(ExportException.class, () -> writer(VoxelType.INT16).write(folder
			.resolve("b.nii"), halves, Placement.at(OBLIQUE)));
		assertEquals("type is 'int16', and voxel 2, 1 of slice 2 is 0.5, which it does not hold", refused.getMessage());
		assertEquals(ExportException.Remedy.WRITE_FLOAT, refused.remedy());
		values[13] = Float.NaN;
		assertTrue(assertThrows(ExportException.class, () -> writer(VoxelType.INT16).write(folder.resolve("b.nii"), halves,
			Placement.at(OBLIQUE))).getMessage().contains("is NaN"));
		assertFalse(Files.exists(folder.resolve("b.nii")));
		values[13] = 32768;
		assertEquals(16, new NiftiFile(written("large.nii", halves, OBLIQUE)).datatype());
		values[13] = -32768;
		assertEquals(4, new NiftiFile(written("small.nii", halves, OBLIQUE)).datatype());
		values[13] = 255;
		writer(VoxelType.UINT8).write(folder.resolve("byte.nii"), halves, Placement.at(OBLIQUE));
		assertEquals(2, new NiftiFile(folder.resolve("byte.nii")).datatype());
		assertEquals(255, new NiftiFile(folder.resolve("byte.nii")).value(1, 0, 1, 0));
		values[13] = -1;
		assertThrows(ExportException.class, () -> writer(VoxelType.UINT8).write(folder.resolve("c.nii"), halves, Placement.at(
			OBLIQUE)));
	}

	@Test
	void imagesMayBeginAnywhere() throws IOException {
		final byte[] bytes = new byte[24];
		bytes[23] = (byte) 200;
		final NiftiFile nifti = new NiftiFile(written("a.nii", Voxels.of(Views.translate(ArrayImgs.unsignedBytes(bytes, 4, 3,
			2), -7, 5, 100)), OBLIQUE));
		assertEquals(200, nifti.value(3, 2, 1, 0));
	}

	@Test
	void equalInputGivesEqualBytesForAnyNumberOfThreads() throws IOException {
		final Planes noise = new Planes(300, 200, 37, 1, false, p -> {
			final Random random = new Random(p);
			final short[] plane = new short[60000];
			for (int i = 0; i < plane.length; i++)
				plane[i] = (short) (100 * random.nextGaussian());
			return plane;
		});
		final VoxelGrid grid = new VoxelGrid(300, 200, 37, Vector3.ZERO, new Vector3(1, 0, 0), new Vector3(0, 1, 0),
			new Vector3(0, 0, 1));
		byte[] first = null;
		final byte[] plain = Files.readAllBytes(written("plain.nii", noise, grid));
		for (final int threads : new int[] { 1, 2, 5 }) {
			final Path file = folder.resolve(threads + ".nii.gz");
			VolumeWriter.with(Workers.threads(threads)).withOverwrite(true).write(file, noise, Placement.at(grid));
			final byte[] bytes = Files.readAllBytes(file);
			if (first == null) first = bytes;
			assertArrayEquals(first, bytes);
			assertArrayEquals(plain, new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes());
			assertEquals(0, ByteBuffer.wrap(bytes).getInt(4), "no time");
			assertEquals(0, bytes[3], "no name");
		}
	}

	@Test
	void whatCannotBeWrittenLeavesNothing() throws IOException {
		for (final String name : List.of("a.tif", "nii", ".nii", "a.gz"))
			assertTrue(assertThrows(ExportException.class, () -> written(name, ramp(1), OBLIQUE)).getMessage().contains(
				"expected one of .nii, .nii.gz, .nrrd, .mha, .mhd, .npy"), name);
		assertTrue(assertThrows(ExportException.class, () -> written("none/a.nii", ramp(1), OBLIQUE)).getMessage().contains(
			"there is no folder"));
		for (final VolumeFormat format : VolumeFormat.values()) if (format != VolumeFormat.NPY) assertThrows(
			ExportException.class, () -> writer().write(folder.resolve("a" + format.ending()), ramp(1), Placement.unknown()));
		final Planes wide = new Planes(32768, 1, 1, 1, false, p -> new short[32768]);
		final VoxelGrid wideGrid = new VoxelGrid(32768, 1, 1, Vector3.ZERO, new Vector3(1, 0, 0), new Vector3(0, 1, 0),
			new Vector3(0, 0, 1));
		assertTrue(assertThrows(ExportException.class, () -> written("a.nii", wide, wideGrid)).getMessage().contains(
			"32768 columns"));
		final Planes broken = new Planes(4, 3, 2, 1, false, p -> {
			if (p == 1) throw new IllegalStateException("unreadable");
			return new short[12];
		});
		for (final VolumeFormat format : VolumeFormat.values())
			assertEquals("unreadable", assertThrows(IllegalStateException.class, () -> written("a" + format.ending(), broken,
				OBLIQUE)).getMessage());
		final VolumeWriter canceled = VolumeWriter.with(Workers.threads(2).withCancel(() -> true));
		for (final VolumeFormat format : VolumeFormat.values())
			assertThrows(CancellationException.class, () -> canceled.write(folder.resolve("a" + format.ending()), ramp(1),
				Placement.at(OBLIQUE)));
		assertNothingIsLeft();
	}

	@Test
	void aFullDiskLeavesNothing() throws IOException {
		final Path full = Path.of("/dev/full");
		assumeTrue(Files.exists(full), "there is no /dev/full here: skipped");
		for (final VolumeFormat format : VolumeFormat.values()) {
			Files.createSymbolicLink(folder.resolve("a" + format.ending() + ".part"), full);
			final String message = assertThrows(ExportException.class, () -> written("a" + format.ending(), ramp(1), OBLIQUE))
				.getMessage();
			assertTrue(message.contains("a" + format.ending() + ": cannot be written: No space left"), message);
		}
		assertNothingIsLeft();
	}

	@Test
	void filesThatAreThereAreReplacedOnlyWhenAskedFor() throws IOException {
		Files.writeString(folder.resolve("a.json"), "mine");
		final ExportException there = assertThrows(ExportException.class, () -> written("a.npy", ramp(1), OBLIQUE));
		assertTrue(there.getMessage().contains("a.json: is there already"), there::getMessage);
		assertEquals(ExportException.Remedy.OVERWRITE, there.remedy());
		assertEquals("mine", Files.readString(folder.resolve("a.json")));
		VolumeWriter.with(Workers.serial()).withOverwrite(true).write(folder.resolve("a.npy"), ramp(1), Placement.at(
			OBLIQUE));
		assertTrue(Files.readString(folder.resolve("a.json")).startsWith("{"));
		assertTrue(Files.exists(folder.resolve("a.npy")));
	}
}
