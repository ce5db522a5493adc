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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.volume.VoxelGrid;
import io.github.hounsfield.work.Workers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each format's file holds the values and the place that it was given: read by the format's own definition. */
class VolumeFormatsTest extends WrittenVolume {

	@ParameterizedTest
	@ValueSource(strings = { "a.nii", "a.nii.gz", "B.NII.GZ" })
	void niftiHoldsValuesAndPlace(final String name) throws IOException {
		final Path file = folder.resolve(name);
		writer().write(file, ramp(1), Placement.at(OBLIQUE));
		final NiftiFile nifti = name.equals("B.NII.GZ") ? null : new NiftiFile(file);
		if (nifti == null) return;
		assertEquals(3, nifti.dim(0));
		assertEquals(List.of(4, 3, 2, 1, 1), List.of(nifti.dim(1), nifti.dim(2), nifti.dim(3), nifti.dim(4), nifti.dim(7)));
		assertEquals(4, nifti.datatype());
		assertEquals(16, nifti.bitpix());
		assertEquals(352, nifti.voxOffset());
		assertEquals(1, nifti.slope());
		assertEquals(0, nifti.inter());
		assertEquals(10, nifti.units());
		assertEquals(1, nifti.sformCode());
		assertEquals(1, nifti.qformCode());
		assertEquals(352 + 24 * 2, nifti.length());
		// (0,0.5,0) x (0,0,-0.7) = (-0.35, 0, 0), times (-2, 0, 0) is over 0
		assertEquals(1, nifti.pixdim(0));
		assertArrayEquals(new float[] { 0.5f, 0.7f, 2 }, new float[] { nifti.pixdim(1), nifti.pixdim(2), nifti.pixdim(3) });
		// LPS of voxel (3, 2, 1): 10 - 2, -20 + 1.5, 30 - 1.4; RAS has the other sign of x and y
		final double[] world = { -8, 18.5, 28.6 };
		assertArrayEquals(world, nifti.sform(3, 2, 1), 1e-5);
		assertArrayEquals(world, nifti.qform(3, 2, 1), 1e-5);
		for (int k = 0; k < 2; k++)
			for (int j = 0; j < 3; j++)
				for (int i = 0; i < 4; i++)
					assertEquals(100 * k + 4 * j + i - 5, nifti.value(i, j, k, 0));
		final byte[] descrip = Arrays.copyOfRange(nifti.header(), 148, 252);
		assertArrayEquals(new byte[104], descrip, "descrip and aux_file");
	}

	@Test
	void quaternionsAreRightForAllDirections() throws IOException {
		final Random random = new Random(7);
		for (int n = 0; n < 2000; n++) {
			final Vector3 x = new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).normalized();
			final Vector3 other = new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
			final Vector3 y = x.cross(other).normalized();
			final Vector3 z = x.cross(y).times(n % 2 == 0 ? 1.5 : -1.5);
			final VoxelGrid grid = new VoxelGrid(4, 3, 2, new Vector3(1, 2, 3), x.times(0.8), y.times(0.9), z);
			final VolumeHeader header = new VolumeHeader(VoxelType.INT16, 4, 3, 2, 1, Placement.at(grid));
			final NiftiFile nifti = new NiftiFile(Files.write(folder.resolve("a.nii"), NiftiHeader.bytes(header)));
			assertEquals(n % 2 == 0 ? 1 : -1, nifti.pixdim(0));
			assertArrayEquals(nifti.sform(3, 2, 1), nifti.qform(3, 2, 1), 1e-5);
			final Vector3 lps = grid.origin().plus(x.times(2.4)).plus(y.times(1.8)).plus(z);
			assertArrayEquals(new double[] { -lps.x(), -lps.y(), lps.z() }, nifti.sform(3, 2, 1), 1e-5);
		}
	}

	@Test
	void aShearHasNoQuaternion() throws IOException {
		final VoxelGrid sheared = new VoxelGrid(4, 3, 2, Vector3.ZERO, new Vector3(1, 0, 0), new Vector3(0, 1, 0),
			new Vector3(
			0, 0.5, 2));
		final VolumeWriter.Written written = writer().write(folder.resolve("a.nii"), ramp(1), Placement.at(sheared));
		final NiftiFile nifti = new NiftiFile(folder.resolve("a.nii"));
		assertEquals(0, nifti.qformCode());
		assertEquals(1, nifti.sformCode());
		assertArrayEquals(new double[] { -1, -2.5, 2 }, nifti.sform(1, 2, 1), 1e-6);
		assertTrue(written.warnings().get(0).contains("sheared by 14.0362"), written.warnings().toString());
	}

	/** MetaImage has no way to leave the distance of times out. */
	@Test
	void aDistanceOfTimesThatIsNotKnownIsToldOfMetaImage() throws IOException {
		final VolumeWriter writer = VolumeWriter.with(Workers.threads(1)).withOverwrite(true);
		for (final String name : List.of("t.mha", "t.mhd", "t.nii", "t.nrrd"))
			assertEquals(name.startsWith("t.m"), writer.write(folder.resolve(name), ramp(2), Placement.at(OBLIQUE)).warnings()
				.toString().contains("the distance of the times is not known"), name);
		assertEquals(List.of(), writer.write(folder.resolve("t.mha"), ramp(1), Placement.at(OBLIQUE)).warnings());
	}

	@Test
	void timesFollowEachOther() throws IOException {
		final Placement place = new Placement(Optional.of(OBLIQUE), 2.5, "", List.of());
		writer().write(folder.resolve("a.nii"), ramp(3), place);
		final NiftiFile nifti = new NiftiFile(folder.resolve("a.nii"));
		assertEquals(4, nifti.dim(0));
		assertEquals(3, nifti.dim(4));
		assertEquals(2.5f, nifti.pixdim(4));
		assertEquals(100 * 5 + 11 - 5, nifti.value(3, 2, 1, 2));
		writer().write(folder.resolve("a.npy"), ramp(3), place);
		assertTrue(Files.readString(folder.resolve("a.npy"), StandardCharsets.ISO_8859_1).contains("(3, 2, 3, 4)"));
		assertTrue(Files.readString(folder.resolve("a.json")).contains("\"frame_seconds\": 2.5"));
	}

	@Test
	void coloursAreWrittenWhereTheFormatHasThem() throws IOException {
		final Planes colours = new Planes(4, 3, 2, 1, true, p -> {
			final int[] plane = new int[12];
			plane[5] = 0xFF102030 + p;
			return plane;
		});
		final NiftiFile nifti = new NiftiFile(written("a.nii", colours, OBLIQUE));
		assertEquals(128, nifti.datatype());
		assertEquals(24, nifti.bitpix());
		assertEquals(0x102031, nifti.value(1, 1, 1, 0));
		written("a.npy", colours, OBLIQUE);
		assertTrue(Files.readString(folder.resolve("a.npy"), StandardCharsets.ISO_8859_1).contains(
			"'descr': '|u1', 'fortran_order': False, 'shape': (2, 3, 4, 3)"));
		for (final String name : List.of("a.nrrd", "a.mha", "a.mhd"))
			assertTrue(assertThrows(ExportException.class, () -> written(name, colours, OBLIQUE)).getMessage().contains(
				"in colour"));
		assertThrows(ExportException.class, () -> writer(VoxelType.UINT8).write(folder.resolve("b.nii"), colours,
			Placement.at(
			OBLIQUE)));
	}

	@Test
	void nrrdIsText() throws IOException {
		final byte[] bytes = Files.readAllBytes(written("a.nrrd", ramp(1), OBLIQUE));
		final String header = """
			NRRD0004
			type: short
			dimension: 3
			space: left-posterior-superior
			sizes: 4 3 2
			space directions: (0.0,0.5,0.0) (0.0,0.0,-0.7) (-2.0,0.0,0.0)
			kinds: domain domain domain
			endian: little
			encoding: gzip
			space origin: (10.0,-20.0,30.0)

			""";
		assertEquals(header, new String(bytes, 0, header.length(), StandardCharsets.US_ASCII));
		final byte[] values = new GZIPInputStream(new ByteArrayInputStream(bytes, header.length(), bytes.length - header
			.length())).readAllBytes();
		assertValues(values);
	}

	private static void assertValues(final byte[] values) {
		assertEquals(48, values.length);
		assertEquals(-5, ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN).getShort(0));
		assertEquals(106, ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN).getShort(46));
	}

	@Test
	void metaImageIsText() throws IOException {
		final byte[] mha = Files.readAllBytes(written("a.mha", ramp(1), OBLIQUE));
		final String whole = new String(mha, StandardCharsets.ISO_8859_1);
		final int start = whole.indexOf("ElementDataFile = LOCAL\n") + "ElementDataFile = LOCAL\n".length();
		assertEquals("""
			ObjectType = Image
			NDims = 3
			BinaryData = True
			BinaryDataByteOrderMSB = False
			CompressedData = True
			CompressedDataSize = %-20d
			TransformMatrix = 0.0 1.0 0.0 0.0 0.0 -1.0 -1.0 0.0 0.0
			Offset = 10.0 -20.0 30.0
			CenterOfRotation = 0 0 0
			ElementSpacing = 0.5 0.7 2.0
			DimSize = 4 3 2
			ElementType = MET_SHORT
			ElementDataFile = LOCAL
			""".formatted(mha.length - start), whole.substring(0, start));
		assertValues(new InflaterInputStream(new ByteArrayInputStream(mha, start, mha.length - start)).readAllBytes());
		final List<Path> files = writer().write(folder.resolve("b.mhd"), ramp(1), Placement.at(OBLIQUE)).files();
		assertEquals(List.of(folder.resolve("b.mhd"), folder.resolve("b.raw")), files);
		assertTrue(Files.readString(files.get(0)).contains("CompressedData = False\n"));
		assertTrue(Files.readString(files.get(0)).endsWith("ElementDataFile = b.raw\n"));
		assertValues(Files.readAllBytes(files.get(1)));
	}

	@Test
	void numbersBesideAnArrayHaveNoNoiseOfArithmetic() {
		assertEquals("1.0", PlaceJson.number(0.9999999999999999));
		assertEquals("0.7", PlaceJson.number(0.7000000000000001));
		assertEquals("0.0", PlaceJson.number(-6.123233995736766E-17));
		assertEquals("-123.456789012345", PlaceJson.number(-123.456789012345));
		assertEquals("NaN", PlaceJson.number(Double.NaN));
	}

	@Test
	void numbersInHeadersHaveAllDigits() {
		assertEquals("0.9999999999999999", VolumeHeader.number(0.9999999999999999));
		assertEquals("0.0", VolumeHeader.number(-0.0));
	}

	@Test
	void npyHasItsPlaceBesideIt() throws IOException {
		final Placement place = new Placement(Optional.of(OBLIQUE), Double.NaN, "HU", List.of("resampled to \"1 mm\""));
		final List<Path> files = writer().write(folder.resolve("a.npy"), ramp(1), place).files();
		final byte[] npy = Files.readAllBytes(files.get(0));
		assertEquals("\u0093NUMPY\u0001\u0000\u0076\u0000{'descr': '<i2', 'fortran_order': False, 'shape': (2, 3, 4), }" + " "
			.repeat(55) + "\n", new String(npy, 0, 128, StandardCharsets.ISO_8859_1));
		assertValues(Arrays.copyOfRange(npy, 128, npy.length));
		assertEquals("""
			{
			  "order": ["z", "y", "x"],
			  "shape": [2, 3, 4],
			  "size": [4, 3, 2],
			  "space": "LPS",
			  "spacing": [0.5, 0.7, 2.0],
			  "origin": [10.0, -20.0, 30.0],
			  "direction": [0.0, 0.0, -1.0, 1.0, 0.0, 0.0, 0.0, -1.0, 0.0],
			  "unit": "HU",
			  "steps": ["resampled to \\"1 mm\\""]
			}
			""", Files.readString(files.get(1)));
		writer().write(folder.resolve("photograph.npy"), ramp(1), Placement.unknown());
		assertTrue(Files.readString(folder.resolve("photograph.json")).contains("\"origin\": null,\n"));
	}
}
