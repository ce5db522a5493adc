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

import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.Vector3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A CT of 64 x 48 pixels and 6 slices that lies somewhere, and structures that are drawn on it: written here in pixels,
 * taken to the patient by PS3.3 equation C.7.6.2.1-1, spelled out once more so that a mistake of the reader is not
 * repeated. HU are 10 times the slice plus x.
 */
public record Phantom(String name, Vector3 origin, Vector3 row, Vector3 column, Vector3 step) {

	public static final int WIDTH = 64;
	public static final int HEIGHT = 48;
	public static final int DEPTH = 6;
	public static final double SPACING_X = 0.9;
	public static final double SPACING_Y = 1.3;
	public static final String FRAME = "1.2.826.0.1.3680043.10.1561.77";

	public static final Phantom AXIAL = new Phantom("axial", new Vector3(-31.5, -20.25, 100), new Vector3(1, 0, 0),
		new Vector3(0, 1, 0), new Vector3(0, 0, 2.5));

	/** Turned by 30 degrees about z, then by 20 about the row. */
	public static final Phantom OBLIQUE = oblique();

	/** A gantry tilted by 15 degrees: slices stand above each other along z. */
	public static final Phantom TILTED = new Phantom("tilted", new Vector3(-31.5, -20.25, 100), new Vector3(1, 0, 0),
		new Vector3(0, Math.cos(Math.PI / 12), -Math.sin(Math.PI / 12)), new Vector3(0, 0, 2.5));

	public static final List<Phantom> ALL = List.of(AXIAL, OBLIQUE, TILTED);

	/** A structure: contours in pixels, each a slice and x, y, x, y ...; one point alone is a POINT. */
	public record Drawn(int number, String name, String frame, List<DicomFixture> contours) {}

	private static Phantom oblique() {
		final double a = Math.toRadians(30);
		final double b = Math.toRadians(20);
		final Vector3 row = new Vector3(Math.cos(a), Math.sin(a), 0);
		final Vector3 across = new Vector3(-Math.sin(a), Math.cos(a), 0);
		final Vector3 column = across.times(Math.cos(b)).plus(new Vector3(0, 0, Math.sin(b)));
		return new Phantom("oblique", new Vector3(12.5, -70.25, 33), row, column, row.cross(column).times(2.5));
	}

	/** Patient coordinates of a place in a slice. */
	public Vector3 at(final double x, final double y, final double z) {
		return origin.plus(step.times(z)).plus(row.times(SPACING_X * x)).plus(column.times(SPACING_Y * y));
	}

	public ImageGrid grid() {
		return new ImageGrid(WIDTH, HEIGHT, IntStream.range(0, DEPTH).mapToObj(z -> at(0, 0, z)).toList(), row, column,
			SPACING_X,
			SPACING_Y, 2.5, FRAME);
	}

	/** Files I0 to I5. */
	public void writeCt(final Path folder) throws IOException {
		Files.createDirectories(folder);
		for (int z = 0; z < DEPTH; z++) {
			final short[] pixels = new short[WIDTH * HEIGHT];
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = (short) (10 * z + i % WIDTH + 1024);
			Files.write(folder.resolve("I" + z), DicomFixture.slice("1.2.77.1", z + 1, text(at(0, 0, z))).size(WIDTH, HEIGHT)
				.orientation(text(row) + "\\" + text(column)).text(0x00280030, "DS", SPACING_Y + "\\" + SPACING_X).uid(0x00200052,
					FRAME).text(0x00180050, "DS", "2.5").text(0x00281052, "DS", "-1024").text(0x00281053, "DS", "1").text(
						0x00281054, "LO", "HU").text(0x00100020, "LO", "P").text(0x00100010, "PN", "P").pixels(pixels).file());
		}
	}

	public DicomFixture contour(final String type, final double z, final double... xy) {
		final List<String> points = new ArrayList<>();
		for (int i = 0; i < xy.length; i += 2)
			points.add(text(at(xy[i], xy[i + 1], z)));
		return contour(type, xy.length / 2, String.join("\\", points));
	}

	public static DicomFixture contour(final String type, final int count, final String data) {
		final DicomFixture contour = new DicomFixture().text(0x30060042, "CS", type).text(0x30060046, "IS", "" + count);
		if (data.length() < 0xFFFE) return contour.text(0x30060050, "DS", data);
		// the length of DS has 16 bits: writers take UN for longer ones (PS3.5 section 6.2.2)
		return contour.put(0x30060050, "UN", (data.length() % 2 == 0 ? data : data + " ").getBytes(
			StandardCharsets.US_ASCII));
	}

	/** RT Structure Set of PS3.3 A.19 with what readers need. */
	public static DicomFixture structureSet(final Drawn... structures) {
		final List<DicomFixture> rois = new ArrayList<>();
		final List<DicomFixture> contours = new ArrayList<>();
		for (final Drawn one : structures) {
			rois.add(new DicomFixture().text(0x30060022, "IS", "" + one.number).uid(0x30060024, one.frame).text(0x30060026, "LO",
				one.name));
			final DicomFixture item = new DicomFixture().text(0x30060084, "IS", "" + one.number).text(0x3006002A, "IS",
				one.number *
				20 + "\\128\\255");
			if (!one.contours.isEmpty()) item.sequence(0x30060040, one.contours.toArray(DicomFixture[]::new));
			contours.add(item);
		}
		final DicomFixture series = new DicomFixture().uid(0x0020000E, "1.2.77.1").sequence(0x30060016,
			new DicomFixture().uid(
			0x00081150, "1.2.840.10008.5.1.4.1.1.2").uid(0x00081155, "1.2.77.1.1"));
		final DicomFixture study = new DicomFixture().uid(0x00081150, "1.2.840.10008.3.1.2.3.1").uid(0x00081155, "1.2.3")
			.sequence(0x30060014, series);
		return new DicomFixture().uid(0x00080016, "1.2.840.10008.5.1.4.1.1.481.3").uid(0x00080018, "1.2.77.2.1").text(
			0x00080060,
			"CS", "RTSTRUCT").uid(0x0020000D, "1.2.3").uid(0x0020000E, "1.2.77.2").text(0x00100020, "LO", "P").text(0x00100010,
				"PN", "P").text(0x30060002, "SH", "test").sequence(0x30060010, new DicomFixture().uid(0x00200052, FRAME).sequence(
					0x30060012, study)).sequence(0x30060020, rois.toArray(DicomFixture[]::new)).sequence(0x30060039, contours.toArray(
						DicomFixture[]::new));
	}

	/** x, y, x, y ... of a circle in pixels. */
	public static double[] circle(final double x, final double y, final double radius, final int points) {
		return IntStream.range(0, 2 * points).mapToDouble(i -> {
			final double angle = 2 * Math.PI * (i / 2) / points;
			return i % 2 == 0 ? x + radius * Math.cos(angle) : y + radius * Math.sin(angle);
		}).toArray();
	}

	/** A ring as one line: the outer circle, a channel, the inner circle backwards, the channel back. */
	public static double[] keyhole(final double x, final double y, final double outer, final double inner,
		final int points)
	{
		final double[] out = circle(x, y, outer, points);
		final double[] in = circle(x, y, inner, points);
		final double[] both = new double[4 * points + 4];
		System.arraycopy(out, 0, both, 0, 2 * points);
		both[2 * points] = out[0];
		both[2 * points + 1] = out[1];
		for (int i = 0; i <= points; i++) {
			both[2 * points + 2 + 2 * i] = in[2 * ((points - i) % points)];
			both[2 * points + 3 + 2 * i] = in[2 * ((points - i) % points) + 1];
		}
		return both;
	}

	private static String text(final Vector3 v) {
		return List.of(v.x(), v.y(), v.z()).stream().map(d -> String.format(Locale.ROOT, "%.8f", d)).collect(
			Collectors.joining(
			"\\"));
	}
}
