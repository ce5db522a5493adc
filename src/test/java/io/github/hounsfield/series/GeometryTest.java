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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.series.Finding.Kind;
import io.github.hounsfield.series.VolumeGeometry.DepthSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Geometry of synthetic slices against numbers worked out by hand. Also tests {@code InstanceFrames},
 * {@code SeriesGrouper}, {@code VolumeGeometry}, {@code GeometryCheck}, {@code SliceSorter} and {@code Orientations}.
 */
class GeometryTest {

	private static final double EXACT = 1e-9;

	@Test
	void axialSlicesAreOrderedTowardsTheHead() {
		final Series series = Fixtures.one(slice(1, "-10\\-20\\7.5"), slice(2, "-10\\-20\\5"), slice(3, "-10\\-20\\2.5"));
		assertEquals(List.of(3, 2, 1), Fixtures.numbers(series));
		final VolumeGeometry geometry = series.geometry();
		assertEquals(new Vector3(-10, -20, 2.5), geometry.origin());
		assertEquals(0.5, geometry.spacingXMm(), "the second value of Pixel Spacing is between columns");
		assertEquals(0.7, geometry.spacingYMm());
		assertEquals(2.5, geometry.spacingZMm());
		assertEquals(DepthSource.POSITIONS, geometry.depthSource());
		assertTrue(geometry.uniform());
		assertTrue(series.report().findings().isEmpty(), series.report()::toString);
		final double[][] affine = { { 0.5, 0, 0, -10 }, { 0, 0.7, 0, -20 }, { 0, 0, 2.5, 2.5 } };
		for (int row = 0; row < 3; row++)
			assertArrayEquals(affine[row], geometry.affine()[row], EXACT);
		assertEquals(0, new Vector3(-8, -16.5, 7.5).minus(geometry.toPatient(4, 5, 2)).length(), EXACT);
	}

	@Test
	void sagittalAndCoronalSlicesAreOrderedAlongTheirNormals() {
		final Series sagittal = Fixtures.one(oriented(1, "3\\0\\0", "0\\1\\0\\0\\0\\-1"), oriented(2, "1\\0\\0",
			"0\\1\\0\\0\\0\\-1"));
		assertEquals(new Vector3(-1, 0, 0), sagittal.geometry().normal(), "y x -z = -x");
		assertEquals(List.of(1, 2), Fixtures.numbers(sagittal));
		final Series coronal = Fixtures.one(oriented(1, "0\\3\\0", "1\\0\\0\\0\\0\\-1"), oriented(2, "0\\1\\0",
			"1\\0\\0\\0\\0\\-1"));
		assertEquals(0, new Vector3(0, 1, 0).minus(coronal.geometry().normal()).length(), "x x -z = y");
		assertEquals(List.of(2, 1), Fixtures.numbers(coronal));
		assertEquals(2, coronal.geometry().spacingZMm());
	}

	@Test
	void depthIsTheMedianAndNeverSliceThickness() {
		final List<DicomFixture> slices = stack(0, 2, 4, 6, 11);
		slices.forEach(slice -> slice.text(0x00180050, "DS", "1.25").text(0x00180088, "DS", "3"));
		final Series series = Fixtures.one(slices);
		assertEquals(2, series.geometry().spacingZMm());
		assertFalse(series.geometry().uniform());
		final Finding gap = series.report().findings(Kind.GAP).get(0);
		assertEquals(List.of("4.dcm", "5.dcm"), gap.files());
		assertEquals(5, gap.found());
		assertEquals(2, gap.expected());
		assertEquals(List.of(4, 5), gap.slices());
	}

	@Test
	void ofTwoUnlikeGapsTheDepthIsOneThatTwoSlicesHave() {
		final Series series = Fixtures.one(stack(0, 10.5, 31.5));
		assertEquals(10.5, series.geometry().spacingZMm());
		final Finding gap = series.report().findings(Kind.GAP).get(0);
		assertEquals(List.of(21.0, 10.5), List.of(gap.found(), gap.expected()));
	}

	@ParameterizedTest(name = "the third of four gaps is {0} mm where 10 is usual: gap {1}, uneven {2}")
	@CsvSource({ "10, false, false", "10.0000001, false, false", "10.09, false, false", "10.12, false, true",
		"10.9, false, true", "11.2, true, true", "8.8, false, true", "9.95, false, false" })
	void gapsBeginAtTenAndUnevennessAtOnePercent(final double third, final boolean gap, final boolean uneven) {
		final Series series = Fixtures.one(stack(0, 10, 20, 20 + third, 30 + third));
		assertEquals(gap, series.report().has(Kind.GAP));
		assertEquals(uneven, series.report().has(Kind.UNEVEN_SPACING));
		assertEquals(!uneven, series.geometry().uniform());
		assertEquals(10, series.geometry().spacingZMm(), 0.1);
	}

	@ParameterizedTest(name = "{0} mm apart: duplicate {1}")
	@CsvSource({ "0, true", "0.0009, true", "0.0011, false" })
	void duplicatesAreCloserThanAThousandthOfAMillimetre(final double apart, final boolean duplicate) {
		final Series series = Fixtures.one(stack(0, 1, 1 + apart, 2, 3));
		assertEquals(duplicate, series.report().has(Kind.DUPLICATE));
		assertEquals(5, series.sizeZ(), "both are kept");
		assertFalse(series.geometry().uniform());
		assertEquals(1, series.geometry().spacingZMm(), 0.01);
		if (duplicate) assertEquals(List.of("2.dcm", "3.dcm"), series.report().findings(Kind.DUPLICATE).get(0).files());
	}

	@Test
	void positionsRoundedToATenthAreEven() {
		final List<DicomFixture> slices = new ArrayList<>();
		for (int i = 0; i < 40; i++)
			slices.add(slice(i, String.format(Locale.ROOT, "0\\0\\%.1f", i * 0.625)));
		final Series series = Fixtures.one(slices);
		assertTrue(series.geometry().uniform());
		assertTrue(series.report().has(Kind.ROUNDED_POSITIONS), series.report()::toString);
		assertFalse(Fixtures.hasWarnings(series.report()), series.report()::toString);
		assertEquals(0.625, series.geometry().spacingZMm(), 0.1 / 39, "the mean, which rounding does not move");
	}

	@Test
	void unevennessWithinTheLastDecimalPlaceIsNotExcusedWhereItAddsUp() {
		final double[] z = new double[40];
		for (int i = 1; i < 40; i++)
			z[i] = Math.rint((z[i - 1] + (i < 20 ? 0.6 : 0.7)) * 10) / 10;
		assertFalse(Fixtures.one(stack(z)).geometry().uniform());
	}

	@Test
	void binaryRoundingIsNeverReported() {
		final double[] z = new double[300];
		for (int i = 1; i < 300; i++)
			z[i] = z[i - 1] + 0.1;
		final Series series = Fixtures.one(stack(z));
		assertTrue(series.report().findings().isEmpty(), series.report()::toString);
		assertEquals(0.1, series.geometry().spacingZMm());
	}

	@Test
	void tiltIsTheAngleOfTheLineOfPositions() {
		final double shift = 5 * Math.tan(Math.toRadians(20));
		final List<DicomFixture> slices = new ArrayList<>();
		for (int i = 0; i < 5; i++)
			slices.add(slice(i, "0\\" + i * shift + "\\" + i * 5).text(0x00181120, "DS", "-3"));
		final Series series = Fixtures.one(slices);
		assertEquals(20, series.geometry().tiltDegrees(), 1e-6);
		assertTrue(series.geometry().uniform());
		assertEquals(5, series.geometry().spacingZMm(), EXACT);
		assertEquals(0, new Vector3(0, shift, 5).minus(series.geometry().sliceStep()).length(), 1e-6);
		assertEquals(20, series.report().findings(Kind.TILT).get(0).found(), 1e-6);
	}

	@ParameterizedTest(name = "{0} degrees: tilted {1}")
	@CsvSource({ "0.01, false", "0.045, false", "0.06, true" })
	void tiltBeginsAtATwentiethOfADegree(final double degrees, final boolean tilted) {
		final double shift = 100 * Math.tan(Math.toRadians(degrees));
		final Series series = Fixtures.one(slice(1, "0\\0\\0"), slice(2, "0\\" + shift / 2 + "\\50"), slice(3, "0\\" +
			shift + "\\100"));
		assertEquals(tilted, series.geometry().isTilted());
	}

	@Test
	void aSliceBesideTheLineIsReported() {
		final Series series = Fixtures.one(slice(1, "0\\0\\0.00"), slice(2, "0.4\\0\\1.00"), slice(3, "0\\0\\2.00"));
		final Finding off = series.report().findings(Kind.OFF_LINE).get(0);
		assertEquals(List.of("2.dcm"), off.files());
		assertEquals(0.4, off.found(), EXACT);
		assertFalse(series.geometry().uniform());
	}

	@Test
	void withoutPositionsInstanceNumberOrdersAndIsSaid() {
		final Series series = Fixtures.one(DicomFixture.slice("9", 12), DicomFixture.slice("9", 2), DicomFixture.slice("9",
			3));
		assertEquals(List.of(2, 3, 12), Fixtures.numbers(series));
		assertTrue(series.report().has(Kind.MISSING_POSITIONS));
		assertTrue(series.report().has(Kind.UNKNOWN_DEPTH));
		assertFalse(series.geometry().hasDepth());
		assertFalse(series.geometry().isPositioned());
	}

	@Test
	void withoutPositionsSpacingBetweenSlicesIsTheDepthAndIsSaid() {
		final Series series = Fixtures.one(DicomFixture.slice("9", 1).text(0x00180088, "DS", "3.5"), DicomFixture.slice("9",
			2).text(0x00180088, "DS", "3.5"));
		assertEquals(3.5, series.geometry().spacingZMm());
		assertEquals(DepthSource.SPACING_BETWEEN_SLICES, series.geometry().depthSource());
		assertEquals(3.5, series.report().findings(Kind.ASSUMED_DEPTH).get(0).found());
	}

	@Test
	void withoutNumbersTheNaturalOrderOfNamesIsUsedAndSaid() {
		final List<Instance> instances = new ArrayList<>();
		for (final String name : List.of("i10", "i2", "i1"))
			instances.add(Fixtures.instance(DicomFixture.slice("9", 1).without(0x00200013).without(0x00080018), name));
		final Series series = new SeriesGrouper(List.of()).group(instances).get(0);
		assertEquals(List.of("i1", "i2", "i10"), Fixtures.names(series));
		assertTrue(series.report().has(Kind.MISSING_INSTANCE_NUMBERS));
	}

	@Test
	void aSingleSliceHasNoDepth() {
		final Series series = Fixtures.one(slice(1, "1\\2\\3").text(0x00180050, "DS", "5"));
		assertFalse(series.geometry().hasDepth());
		assertTrue(series.report().findings().isEmpty(), series.report()::toString);
		assertEquals(new Vector3(0, 0, 1), series.geometry().sliceStep());
	}

	@Test
	void detectorSpacingIsUsedAndSaid() {
		final Series series = Fixtures.one(DicomFixture.slice("9", 1).text(0x00181164, "DS", "0.2\\0.3"));
		assertEquals(0.3, series.geometry().spacingXMm());
		assertTrue(series.report().has(Kind.DETECTOR_SPACING));
	}

	@ParameterizedTest(name = "orientation {0}")
	@CsvSource({ "0\\0\\0\\0\\0\\0", "1\\0\\0\\1\\0\\0", "2\\0\\0\\0\\1\\0", "1\\0\\0", "1\\0\\0\\0\\x\\0" })
	void orientationsThatSpanNoPlaneAreSaidAndNotUsed(final String orientation) {
		final Series series = Fixtures.one(oriented(1, "0\\0\\0", orientation), oriented(2, "0\\0\\1", orientation));
		assertFalse(series.geometry().isPositioned());
		assertTrue(series.report().has(Kind.HEADER));
		assertTrue(series.report().has(Kind.MISSING_POSITIONS));
	}

	@ParameterizedTest(name = "{0} has {1} decimal places")
	@CsvSource({ "1, 0", "-12.50, 2", "1.5e-3, 4", "15E1, -1", "0.123456789, 9" })
	void decimalPlacesAreThoseOfTheText(final String text, final int places) {
		assertEquals(places, InstanceFrames.decimalPlaces(text));
	}

	private static DicomFixture slice(final int number, final String position) {
		return DicomFixture.slice("9", number, position);
	}

	private static DicomFixture oriented(final int number, final String position, final String orientation) {
		return slice(number, position).orientation(orientation);
	}

	/** Slices at z, in this order. */
	private static List<DicomFixture> stack(final double... z) {
		final List<DicomFixture> slices = new ArrayList<>();
		for (final double one : z)
			slices.add(slice(slices.size() + 1, "0\\0\\" + one));
		return slices;
	}
}
