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
package io.github.hounsfield.structures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.Pydicom;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Part10Reader;
import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.structures.Phantom.Drawn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Masks of circles, holes and keyholes are those of plastimatch and dicompyler-core, but for pixels whose centres the
 * edge of the contour runs through.
 */
class StructureOraclesTest {

	/** plastimatch draws on a fine grid of its own and takes the nearest point of that, here under 0.12 mm wide. */
	private static final double PLASTIMATCH_PIXELS = 0.14;

	@TempDir
	private Path folder;

	static List<Phantom> phantoms() {
		return Phantom.ALL;
	}

	/** plastimatch leaves contours of type CLOSEDPLANAR_XOR out; with its option it joins others by exclusive or. */
	private Path write(final Phantom p) throws IOException {
		return Files.write(folder.resolve("rt.dcm"), Phantom.structureSet(new Drawn(1, "circle", Phantom.FRAME, List.of(p
			.contour("CLOSED_PLANAR", 2, Phantom.circle(30.3, 20.7, 12.2, 360)), p.contour("CLOSED_PLANAR", 3,
				Phantom.circle(40.1,
				11.6, 3.2, 360)))), new Drawn(2, "hole", Phantom.FRAME, List.of(p.contour("CLOSED_PLANAR", 1, Phantom.circle(30.3,
					20.7, 15.1, 360)), p.contour("CLOSED_PLANAR", 1, Phantom.circle(32.2, 20.1, 7.3, 360)), p.contour("CLOSED_PLANAR",
						1, Phantom.circle(31.9, 20.4, 2.3, 360)))), new Drawn(3, "keyhole", Phantom.FRAME, List.of(p.contour(
							"CLOSED_PLANAR", 4, Phantom.keyhole(30.3, 20.7, 15.1, 7.3, 360))))).file());
	}

	/** Distance to the nearest of the circles, in pixels. */
	private static double edge(final int pixel, final double... circles) {
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i < circles.length; i += 3)
			least = Math.min(least, Math.abs(circles[i + 2] - Math.hypot(pixel % Phantom.WIDTH - circles[i], pixel /
				Phantom.WIDTH - circles[i + 1])));
		return least;
	}

	private static final Map<String, double[]> CIRCLES = Map.of("circle", new double[] { 30.3, 20.7, 12.2, 40.1, 11.6,
		3.2 },
		"hole", new double[] { 30.3, 20.7, 15.1, 32.2, 20.1, 7.3, 31.9, 20.4, 2.3 }, "keyhole", new double[] { 30.3, 20.7,
			15.1, 30.3, 20.7, 7.3 });

	private static void assertSame(final String what, final Placed structure, final byte[] own, final byte[] other,
		final double tolerance)
	{
		int different = 0;
		for (int i = 0; i < own.length; i++) {
			if ((own[i] != 0) == (other[i] != 0)) continue;
			different++;
			final double distance = edge(i, CIRCLES.get(structure.name()));
			assertTrue(distance < tolerance, what + " pixel " + i % Phantom.WIDTH + "," + i / Phantom.WIDTH + " is " + own[i] +
				", " + distance + " pixels from the edge");
		}
		assertTrue(different <= 12, what + ": " + different + " pixels differ");
	}

	@ParameterizedTest
	@MethodSource("phantoms")
	void plastimatchHasTheSameMasks(final Phantom phantom) throws IOException, InterruptedException {
		final Path fixed = Files.write(folder.resolve("fixed.mha"), metaImage(phantom));
		final Process process;
		try {
			process = new ProcessBuilder("plastimatch", "convert", "--input", write(phantom).toString(), "--fixed", fixed
				.toString(), "--xor-contours", "--output-prefix", folder.resolve("out").toString(), "--prefix-format", "mha")
					.redirectErrorStream(true).start();
		}
		catch (final IOException e) {
			Assumptions.abort("plastimatch is not installed: its masks are not compared");
			return;
		}
		final String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor(), log);
		for (final Placed structure : own(phantom)) {
			final byte[] pixels = pixels(folder.resolve("out/" + structure.name() + ".mha"));
			for (int z = 0; z < Phantom.DEPTH; z++)
				assertSame("plastimatch " + phantom.name() + " " + structure.name() + " slice " + (z + 1), structure,
					structure.mask(
					phantom.grid(), z), Arrays.copyOfRange(pixels, z * Phantom.WIDTH * Phantom.HEIGHT, (z + 1) * Phantom.WIDTH *
						Phantom.HEIGHT), PLASTIMATCH_PIXELS);
		}
	}

	private List<Placed> own(final Phantom phantom) throws IOException {
		final Import found = StructureReader.read(new Part10Reader().read(DicomSource.of(write(phantom))), phantom.grid());
		assertEquals(List.of(), found.refusals());
		assertEquals(3, found.structures().size());
		return found.structures();
	}

	@Test
	void dicompylerHasTheSameMasks() throws IOException, InterruptedException {
		Pydicom.assumePresent();
		final List<Placed> own = own(Phantom.AXIAL);
		final List<String> lines = Pydicom.run(StructureOraclesTest.class, "dicompyler.py", folder.resolve("rt.dcm") + "\n" +
			Phantom.WIDTH + " " + Phantom.HEIGHT + "\n-31.5 -20.25\n" + Phantom.SPACING_X + " " + Phantom.SPACING_Y);
		Assumptions.assumeFalse(lines.toString().contains("No module named 'dicompylercore'"),
			"dicompyler-core is not installed: its masks are not compared");
		final Map<String, Map<Integer, byte[]>> other = new TreeMap<>();
		for (final String line : lines) {
			final String[] cells = line.split("\t");
			if (cells.length != 3) continue;
			final byte[] mask = new byte[Phantom.WIDTH * Phantom.HEIGHT];
			for (final String index : cells[2].split(","))
				mask[Integer.parseInt(index)] = 1;
			other.computeIfAbsent(cells[0], name -> new TreeMap<>()).put((int) Math.round((Double.parseDouble(cells[1]) - 100) /
				2.5), mask);
		}
		assertEquals(3, other.size(), lines::toString);
		for (final Placed structure : own) {
			assertEquals(structure.slices(), other.get(structure.name()).keySet());
			for (final int z : structure.slices())
				assertSame("dicompyler " + structure.name(), structure, structure.mask(Phantom.AXIAL.grid(), z), other.get(structure
					.name()).get(z), 1e-4);
		}
	}

	/**
	 * A MetaImage of zeros that lies where the phantom lies; the third direction of a tilted one is not at a right angle.
	 */
	private static byte[] metaImage(final Phantom p) {
		final String header = "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\n" +
			"CompressedData = False\nTransformMatrix = " + text(p.row()) + " " + text(p.column()) + " " + text(p.step()
				.normalized()) + "\nOffset = " + text(p.origin()) + "\nElementSpacing = " + Phantom.SPACING_X + " " +
			Phantom.SPACING_Y + " " + p.step().length() +
				"\nDimSize = 64 48 6\nElementType = MET_SHORT\nElementDataFile = LOCAL\n";
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
		out.writeBytes(new byte[2 * 64 * 48 * 6]);
		return out.toByteArray();
	}

	private static String text(final Vector3 v) {
		return v.x() + " " + v.y() + " " + v.z();
	}

	private static byte[] pixels(final Path file) throws IOException {
		final byte[] bytes = Files.readAllBytes(file);
		final int size = Phantom.WIDTH * Phantom.HEIGHT * Phantom.DEPTH;
		final String header = new String(bytes, 0, bytes.length - size, StandardCharsets.ISO_8859_1);
		assertTrue(header.contains("DimSize = 64 48 6") && header.contains("MET_UCHAR"), header);
		return Arrays.copyOfRange(bytes, bytes.length - size, bytes.length);
	}
}
