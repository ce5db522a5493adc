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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Part10Reader;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.structures.Phantom.Drawn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Structures lie where they were drawn: pixels whose centres are inside by the formula of the shape, in any volume.
 * Also tests {@code StructureFiles}, {@code ImageGrid}, {@code LabelMask}, {@code EvenOdd} and {@code ContourPlacer}.
 */
class StructureReaderTest {

	@TempDir
	private Path folder;

	static List<Phantom> phantoms() {
		return Phantom.ALL;
	}

	private Import read(final Phantom phantom, final Drawn... structures) throws IOException {
		return read(phantom, Phantom.structureSet(structures).file());
	}

	private Import read(final Phantom phantom, final byte[] file) throws IOException {
		return StructureReader.read(new Part10Reader().read(DicomSource.of(Files.write(folder.resolve("s"), file))), phantom
			.grid());
	}

	private static Drawn drawn(final int number, final String name, final DicomFixture... contours) {
		return new Drawn(number, name, Phantom.FRAME, List.of(contours));
	}

	/** @param inside positive inside, negative outside, in pixels from the edge at least */
	private static void assertInside(final Phantom phantom, final Placed structure, final int z,
		final DoubleBinaryOperator inside)
	{
		final byte[] mask = structure.mask(phantom.grid(), z);
		int near = 0;
		for (int y = 0; y < Phantom.HEIGHT; y++)
			for (int x = 0; x < Phantom.WIDTH; x++) {
				final double d = inside.applyAsDouble(x, y);
				if (Math.abs(d) < 0.012) near++;
				else assertEquals(d > 0 ? 1 : 0, mask[y * Phantom.WIDTH + x], phantom.name() + " " + x + "," + y + " " + d);
			}
		assertTrue(near < 12, "centres on the edge: " + near);
	}

	private static double circle(final double x, final double y, final double cx, final double cy, final double r) {
		return r - Math.hypot(x - cx, y - cy);
	}

	@ParameterizedTest
	@MethodSource("phantoms")
	void circlesHolesAndKeyholes(final Phantom phantom) throws IOException {
		final Import found = read(phantom, drawn(1, "circle", phantom.contour("CLOSED_PLANAR", 2, Phantom.circle(30.3, 20.7,
			12.2, 1000))), drawn(2, "hole", phantom.contour("CLOSEDPLANAR_XOR", 0, Phantom.circle(30.3, 20.7, 15.1, 1000)),
				phantom.contour("CLOSEDPLANAR_XOR", 0, Phantom.circle(32.2, 20.1, 7.3, 1000))), drawn(3, "keyhole", phantom.contour(
					"CLOSED_PLANAR", 5, Phantom.keyhole(30.3, 20.7, 15.1, 7.3, 1000))));
		assertEquals(List.of(), found.refusals());
		assertEquals(List.of("circle", "hole", "keyhole"), found.structures().stream().map(Placed::name).toList());
		assertEquals(Set.of(2), Set.copyOf(found.structures().get(0).slices()));
		assertEquals(20 << 16 | 128 << 8 | 255, found.structures().get(0).rgb());
		assertInside(phantom, found.structures().get(0), 2, (x, y) -> circle(x, y, 30.3, 20.7, 12.2));
		assertInside(phantom, found.structures().get(1), 0, (x, y) -> Math.min(circle(x, y, 30.3, 20.7, 15.1), -circle(x, y,
			32.2, 20.1, 7.3)));
		assertInside(phantom, found.structures().get(2), 5, (x, y) -> Math.min(circle(x, y, 30.3, 20.7, 15.1), -circle(x, y,
			30.3, 20.7, 7.3)));
	}

	/** By hand: of a square from 9.5 to 14.5, 5 x 5 centres. */
	@Test
	void squaresByHand() throws IOException {
		final Phantom p = Phantom.AXIAL;
		final Import found = read(p, drawn(1, "between", p.contour("CLOSED_PLANAR", 1, 9.5, 9.5, 14.5, 9.5, 14.5, 14.5, 9.5,
			14.5)), drawn(2, "over the edge", p.contour("CLOSED_PLANAR", 1, -5, -5, 1.5, -5, 1.5, 0.5, -5, 0.5)));
		final byte[] mask = found.structures().get(0).mask(p.grid(), 1);
		int count = 0;
		for (int i = 0; i < mask.length; i++)
			if (mask[i] != 0) {
				count++;
				assertTrue(i % 64 >= 10 && i % 64 <= 14 && i / 64 >= 10 && i / 64 <= 14);
			}
		assertEquals(25, count);
		final byte[] edge = found.structures().get(1).mask(p.grid(), 1);
		assertEquals(List.of(1, 1, 0, 0), List.of((int) edge[0], (int) edge[1], (int) edge[2], (int) edge[64]));
		final byte[][] labels = LabelMask.of(List.of(found.structures().get(0), found.structures().get(1), found.structures()
			.get(0)), p.grid());
		assertEquals(3, labels[1][10 * 64 + 10], "the later one wins");
		assertEquals(2, labels[1][1]);
	}

	/**
	 * PS3.3 C.8.8.6.3: points along the path are part of the ROI. By hand: a square with corners at centres 10 and 15, and
	 * one whose coordinates are two decimals of a mm beside them, have 6 x 6 centres. A hole from 12 to 14 takes the one
	 * at its middle alone. A triangle has its three corners, those on its slope and those inside, 15.
	 */
	@ParameterizedTest
	@MethodSource("phantoms")
	void centresOnTheLineAreInside(final Phantom phantom) throws IOException {
		final Import found = read(phantom, drawn(1, "square", phantom.contour("CLOSED_PLANAR", 1, 10, 10, 15, 10, 15, 15, 10,
			15)), drawn(2, "rounded", phantom.contour("CLOSED_PLANAR", 1, 10.004, 9.996, 14.997, 10.003, 14.996, 14.998, 10.003,
				15.002)), drawn(3, "hole", phantom.contour("CLOSEDPLANAR_XOR", 1, 10, 10, 16, 10, 16, 16, 10, 16), phantom.contour(
					"CLOSEDPLANAR_XOR", 1, 12, 12, 14, 12, 14, 14, 12, 14)), drawn(4, "triangle", phantom.contour("CLOSED_PLANAR", 1,
						10, 10, 14, 10, 14, 14)), drawn(5, "at the image's edge", phantom.contour("CLOSED_PLANAR", 1, -3, -3, 0, -3, 0, 0,
							-3, 0)));
		assertEquals(List.of(36, 36, 48, 15, 1), found.structures().stream().map(s -> count(s.mask(phantom.grid(), 1)))
			.toList());
		final byte[] square = found.structures().get(1).mask(phantom.grid(), 1);
		for (int y = 10; y <= 15; y++)
			for (int x = 10; x <= 15; x++)
				assertEquals(1, square[y * Phantom.WIDTH + x], x + "," + y);
	}

	private static int count(final byte[] mask) {
		int count = 0;
		for (final byte value : mask)
			count += value;
		return count;
	}

	@ParameterizedTest
	@MethodSource("phantoms")
	void pointsStand(final Phantom phantom) throws IOException {
		final Placed point = read(phantom, drawn(7, "P", phantom.contour("POINT", 3, 11.25, 8.5))).structures().get(0);
		assertEquals(Set.of(3), point.points().keySet());
		assertEquals(11.25, point.points().get(3).get(0).x()[0], 1e-6);
		assertEquals(8.5, point.points().get(3).get(0).y()[0], 1e-6);
		assertEquals(new TreeSet<>(), point.slices());
	}

	/** Slices are 2.5 mm apart: up to 1.25 mm a contour belongs to a slice. */
	@Test
	void contoursOffTheirSliceAreRefusedByNumber() throws IOException {
		final Phantom p = Phantom.AXIAL;
		final double[] square = { 9.5, 9.5, 14.5, 9.5, 14.5, 14.5, 9.5, 14.5 };
		final Import found = read(p, drawn(1, "PTV", p.contour("CLOSED_PLANAR", 2, square), p.contour("CLOSED_PLANAR", 2.5,
			square), p.contour("CLOSED_PLANAR", 3.49, square), p.contour("CLOSED_PLANAR", 7, square), p.contour("OPEN_PLANAR", 1,
				square), p.contour("CLOSED_PLANAR", 1, 1, 1, 2, 2), Phantom.contour("CLOSED_PLANAR", 3, "1\\2\\100\\4\\5\\100\\7"),
			Phantom.contour("CLOSED_PLANAR", 3, "1\\2\\100\\4\\x\\100\\7\\8\\100"), Phantom.contour("CLOSED_PLANAR", 3,
				"0\\0\\100\\5\\0\\100\\5\\5\\107")));
		assertEquals(Set.of(2, 3), Set.copyOf(found.structures().get(0).slices()));
		assertEquals(7, found.refusals().size());
		final List<String> due = List.of("contour 2 of 'PTV' lies up to 1.250 mm from slice 3",
			"contour 4 of 'PTV' lies up to 5.000 mm from slice 6, the nearest; expected under half the spacing, 1.250 mm",
			"contour 5 of 'PTV': ContourGeometricType", "contour 6 of 'PTV': ", "contour 7 of 'PTV': ", "contour 8 of 'PTV': ",
			"contour 9 of 'PTV' lies up to ");
		for (int i = 0; i < due.size(); i++)
			assertTrue(found.refusals().get(i).replace("(3006,0042) ", "").startsWith(due.get(i)), found.refusals().get(i));
		assertTrue(found.refusals().get(2).contains("OPEN_PLANAR") && found.refusals().get(3).contains("found 2 points") &&
			found
			.refusals().get(4).contains("found 7 numbers") && found.refusals().get(5).contains("expected a decimal number"),
				found
				.refusals()::toString);
	}

	private void assertRefused(final byte[] file, final String... parts) {
		final StructureException e = assertThrows(StructureException.class, () -> read(Phantom.AXIAL, file));
		for (final String part : parts)
			assertTrue(e.getMessage().contains(part), e.getMessage());
	}

	@Test
	void everyKindOfUselessFileHasItsOwnMessage() throws IOException {
		final Phantom p = Phantom.AXIAL;
		final DicomFixture square = p.contour("CLOSED_PLANAR", 1, 9.5, 9.5, 14.5, 9.5, 14.5, 14.5, 9.5, 14.5);
		assertRefused(Phantom.structureSet().file(), "the structure set is empty: it has 0 structures and no contours");
		assertRefused(Phantom.structureSet(drawn(1, "A"), drawn(2, "B")).file(),
			"the structure set is empty: it has 2 structures and no contours");
		assertRefused(Phantom.structureSet(new Drawn(1, "A", "1.2.99", List.of(square)), drawn(2, "B")).file(),
			"it was drawn in another Frame of Reference, 1.2.99; expected that of the image, " + Phantom.FRAME);
		assertRefused(Phantom.structureSet(drawn(1, "A", square), drawn(1, "B", square)).file(),
			"the structure set is broken: found 1 twice");
		assertRefused(Phantom.structureSet(drawn(1, "A", square)).sequence(0x30060020, new DicomFixture().text(0x30060022,
			"IS",
			"5").uid(0x30060024, Phantom.FRAME)).file(), "the structure set is broken: found 1", "ROI Number");
		assertRefused(Phantom.structureSet(drawn(1, "A", p.contour("CLOSED_PLANAR", 9, 1, 1, 2, 2, 3, 1))).file(),
			"nothing of it lies on the image: contour 1 of 'A' lies up to 10.000 mm from slice 6");
		assertRefused(DicomFixture.slice("1.2.3", 1).file(), "1.2.840.10008.5.1.4.1.1.2'", "expected an RT Structure Set");
		final Import some = read(p, new Drawn(1, "A", "1.2.99", List.of(square)), drawn(2, "B", square), drawn(3, "C"));
		assertEquals(List.of("B"), some.structures().stream().map(Placed::name).toList());
		assertEquals(2, some.refusals().size());
	}

	@Test
	void aFolderIsSearched() throws IOException {
		final Phantom p = Phantom.AXIAL;
		p.writeCt(folder.resolve("study/ct"));
		final StructureException none = assertThrows(StructureException.class, () -> StructureFiles.find(folder.resolve(
			"study"), Phantom.FRAME, () -> {}));
		assertTrue(none.getMessage().contains("found no RT Structure Set and no Segmentation"), none.getMessage());
		final DicomFixture square = p.contour("CLOSED_PLANAR", 1, 9.5, 9.5, 14.5, 9.5, 14.5, 14.5, 9.5, 14.5);
		Files.write(folder.resolve("study/a"), Phantom.structureSet(drawn(1, "A", square)).file());
		Files.write(folder.resolve("study/b"), Phantom.structureSet(new Drawn(1, "B", "1.2.99", List.of(square))).file());
		assertTrue(StructureFiles.find(folder.resolve("study"), Phantom.FRAME, () -> {}).source().name().endsWith("a"));
		Files.write(folder.resolve("study/c"), Phantom.structureSet(drawn(1, "A", square)).file());
		final StructureException two = assertThrows(StructureException.class, () -> StructureFiles.find(folder.resolve(
			"study"), Phantom.FRAME, () -> {}));
		assertTrue(two.getMessage().contains(
			"found 3 structure sets and segmentations, 2 of the image's Frame of Reference"), two
			.getMessage());
	}

	/** Who chooses a slice in place of the structure set reads of what kind it is. */
	@Test
	void anotherKindOfFileIsNamed() {
		final byte[] slice = new DicomFixture().uid(0x00080016, "1.2.840.10008.5.1.4.1.1.2").text(0x00080060, "CS", "CT")
			.file();
		final StructureException e = assertThrows(StructureException.class, () -> read(Phantom.AXIAL, slice));
		assertTrue(e.getMessage().contains("found '1.2.840.10008.5.1.4.1.1.2' of Modality CT; expected an RT Structure Set"),
			e.getMessage());
	}

	/** A single slice has no neighbour: its thickness tells how far it reaches. */
	@Test
	void oneSliceReachesHalfItsThickness() throws IOException {
		final ImageGrid known = new ImageGrid(64, 48, List.of(new Vector3(0, 0, 0)), new Vector3(1, 0, 0), new Vector3(0, 1,
			0), 1,
			1, 4, Phantom.FRAME);
		assertEquals(2, known.reachMm(0));
		final ImageGrid unknown = new ImageGrid(64, 48, List.of(new Vector3(0, 0, 0)), new Vector3(1, 0, 0), new Vector3(0,
			1, 0),
			1, 1, Double.NaN, Phantom.FRAME);
		final byte[] file = Phantom.structureSet(drawn(1, "A", Phantom.contour("CLOSED_PLANAR", 3,
			"1\\1\\0\\5\\1\\0\\5\\5\\0"))).file();
		final StructureException e = assertThrows(StructureException.class, () ->
			StructureReader.read(new Part10Reader().read(
			DicomSource.of(Files.write(folder.resolve("one"), file))), unknown));
		assertTrue(e.getMessage().contains("not known of a single slice without Slice Thickness"), e.getMessage());
	}
}
