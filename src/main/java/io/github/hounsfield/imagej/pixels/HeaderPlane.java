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
package io.github.hounsfield.imagej.pixels;

import ij.measure.Calibration;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.series.Tolerances;
import io.github.hounsfield.series.Vector3;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where one slice lies, as its header says (PS3.3 C.7.6.2).
 *
 * @param position Image Position (Patient): centre of the first pixel, mm
 * @param row direction in which x grows, of length 1
 * @param column direction in which y grows, of length 1
 * @param spacingX distance of columns, mm
 * @param spacingY distance of rows, mm
 * @param columns pixels in a row of the header's image
 * @param rows of the header's image
 * @param thickness Spacing Between Slices, otherwise Slice Thickness, mm; not a number where the header has neither
 * @param roundingMm last decimal of the positions as they are written
 */
record HeaderPlane(Vector3 position, Vector3 row, Vector3 column, double spacingX, double spacingY, int columns,
	int rows,
	double thickness, double roundingMm)
{

	/** Origins go through text in TIFF files. A difference of this part of a pixel is rounding. */
	private static final double WHOLE = 0.01;

	/**
	 * Sheared slices may have a whole shift by chance, so theirs must be nearly exact. An image's origin follows the
	 * orientation of its series, which differs from a real tilted head's by 1.4e-5 pixels.
	 */
	private static final double EXACT = 1e-4;

	/**
	 * @param name of the slice, for messages
	 * @throws ImageException where the header does not say where the slice lies; names the attribute
	 */
	static HeaderPlane of(final String name, final HeaderText header) {
		final double[] position = numbers(name, header, Tag.ImagePositionPatient, 3);
		final double[] cosines = numbers(name, header, Tag.ImageOrientationPatient, 6);
		final double[] spacing = numbers(name, header, Tag.PixelSpacing, 2);
		final Vector3 row = new Vector3(cosines[0], cosines[1], cosines[2]);
		final Vector3 column = new Vector3(cosines[3], cosines[4], cosines[5]);
		if (Math.abs(row.length() - 1) > Tolerances.COSINE || Math.abs(column.length() - 1) > Tolerances.COSINE ||
			Math.abs(row
			.dot(column)) > Tolerances.COSINE) throw new ImageException(name + ": " + Dictionary.describe(
				Tag.ImageOrientationPatient) + " is " + Arrays.toString(cosines), "two directions of length 1 at a right angle");
		if (!(spacing[0] > 0 && spacing[1] > 0)) throw new ImageException(name + ": " +
			Dictionary.describe(Tag.PixelSpacing) +
			" is " + Arrays.toString(spacing), "two distances over 0");
		return new HeaderPlane(new Vector3(position[0], position[1], position[2]), row.normalized(), column.normalized(),
			spacing[1], spacing[0], (int) numbers(name, header, Tag.Columns, 1)[0], (int) numbers(name, header, Tag.Rows, 1)[0],
			thickness(header), rounding(header.value(Tag.ImagePositionPatient).orElseThrow()));
	}

	private static double[] numbers(final String name, final HeaderText header, final int tag, final int count) {
		final double[] numbers = header.numbers(tag);
		final boolean finite = Arrays.stream(numbers).allMatch(Double::isFinite);
		if (numbers.length != count || !finite) throw new ImageException(name + " has no geometry: " +
			Dictionary.describe(tag) +
			(numbers.length == 0 ? " is missing in its header" : " in its header is " + Arrays.toString(numbers) +
				"; expected " +
				count + (count == 1 ? " number" : " numbers")));
		return numbers;
	}

	private static double thickness(final HeaderText header) {
		final double spacing = Math.abs(header.number(Tag.SpacingBetweenSlices).orElse(0));
		final double thickness = spacing > 0 ? spacing : header.number(Tag.SliceThickness).orElse(0);
		return thickness > 0 ? thickness : Double.NaN;
	}

	/** The last decimal of the longest number, for writers drop zeros at the end. */
	private static double rounding(final String position) {
		int places = 0;
		for (final String number : position.split("\\\\")) {
			final int point = number.indexOf('.');
			if (number.indexOf('E') >= 0 || number.indexOf('e') >= 0) return 0;
			if (point >= 0) places = Math.max(places, number.trim().length() - point - 1);
		}
		return Math.pow(10, -places);
	}

	Vector3 normal() {
		return row.cross(column).normalized();
	}

	/** Centre of a pixel, mm; indices may be fractions. */
	Vector3 at(final double x, final double y) {
		return position.plus(row.times(x * spacingX)).plus(column.times(y * spacingY));
	}

	/** Whether slices of both can be in one volume. */
	boolean isParallelTo(final HeaderPlane other) {
		return row.angleTo(other.row) <= Tolerances.ORIENTATION_RADIANS && column.angleTo(other.column) <=
			Tolerances.ORIENTATION_RADIANS && same(spacingX, other.spacingX) && same(spacingY, other.spacingY) &&
			columns == other.columns && rows == other.rows;
	}

	static boolean same(final double a, final double b) {
		return Math.abs(a - b) <= 1e-4 * Math.max(Math.abs(a), Math.abs(b));
	}

	/**
	 * Distance of an image's first pixels from the slices' first pixels, in columns and rows. ImageJ's commands move the
	 * calibration's origin when they crop. It belongs to the slice that came first when the image was made. Sheared
	 * slices have different origins, and another slice may be the first now. Empty if no crop explains the origin, or
	 * several crops do.
	 *
	 * @param planes of all slices, parallel
	 * @param noted whether the origin was that of {@link ImageGeometry#origin} when the image was made; ImageJ's own
	 *          reader leaves it 0, and then a crop does not move it
	 * @return x and y
	 */
	static Optional<int[]> shift(final HeaderPlane[] planes, final Calibration calibration, final int width,
		final int height, final boolean noted)
	{
		final HeaderPlane first = planes[0];
		if (calibration.xOrigin == 0 && calibration.yOrigin == 0 && width == first.columns && height == first.rows)
			return Optional.of(new int[2]);
		if (!noted) return Optional.empty();
		final boolean straight = planes.length > 1 && Arrays.stream(planes).allMatch(plane -> plane.isStraightAbove(first));
		int[] found = straight ? first.shift(calibration, WHOLE).orElse(null) : null;
		final boolean whole = width == first.columns && height == first.rows;
		for (int i = 0; !straight && i < planes.length; i++) {
			final int[] shift = planes[i].shift(calibration, EXACT).orElse(null);
			if (shift == null || whole && (shift[0] != 0 || shift[1] != 0)) continue;
			if (found != null && !Arrays.equals(found, shift)) return Optional.empty();
			found = shift;
		}
		return Optional.ofNullable(found).filter(shift -> shift[0] >= 0 && shift[1] >= 0 && shift[0] + width <=
			first.columns &&
			shift[1] + height <= first.rows);
	}

	/** Refuses an image of all pixels of planes that lie aslant, of which the one is gone that had the image's origin. */
	static void requireFirst(final String title, final HeaderPlane[] planes, final int width, final int height) {
		final boolean whole = width == planes[0].columns && height == planes[0].rows;
		if (planes.length < 2 || !whole || Arrays.stream(planes).allMatch(plane -> plane.isStraightAbove(planes[0]))) return;
		throw new ImageException(title + " has slices that are sheared against each other, and its origin is that of none " +
			"of them: the slice that had it, the first, was taken out", Remedy.OPEN_UPRIGHT);
	}

	private boolean isStraightAbove(final HeaderPlane other) {
		final Vector3 between = position.minus(other.position);
		return Math.abs(between.dot(row)) < WHOLE * spacingX && Math.abs(between.dot(column)) < WHOLE * spacingY;
	}

	/** Shift from this plane's first pixel to that of an image with a calibration's origin; empty if it is not whole. */
	private Optional<int[]> shift(final Calibration calibration, final double tolerance) {
		final double x = ImageGeometry.origin(position, row, spacingX) - calibration.xOrigin;
		final double y = ImageGeometry.origin(position, column, spacingY) - calibration.yOrigin;
		final boolean whole = Math.abs(x - Math.rint(x)) < tolerance && Math.abs(y - Math.rint(y)) < tolerance;
		return whole ? Optional.of(new int[] { (int) Math.rint(x), (int) Math.rint(y) }) : Optional.empty();
	}
}
