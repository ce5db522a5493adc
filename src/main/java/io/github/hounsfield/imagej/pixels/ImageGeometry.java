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

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.series.Tolerances;
import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.volume.VoxelGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where the pixels of an image lie in the patient. It uses the headers of the slices (PS3.3 C.7.6.2.1.1), never
 * ImageJ's calibration alone. It follows reversed, deleted or picked slices, and crops, which ImageJ notes in the
 * calibration's origin. Anything else is refused, with the step that lost the place. Indices are counted from 0.
 * Immutable; stays valid when the image is closed.
 */
public final class ImageGeometry {

	/** Slice Location (0020,1041). */
	private static final int SLICE_LOCATION = 0x00201041;

	private final String title;
	private final int width;
	private final int height;
	private final HeaderPlane first;
	private final List<Vector3> positions;
	private final double roundingMm;

	private ImageGeometry(final String title, final int width, final int height, final HeaderPlane first,
		final List<Vector3> positions, final double roundingMm)
	{
		this.title = title;
		this.width = width;
		this.height = height;
		this.first = first;
		this.positions = positions;
		this.roundingMm = roundingMm;
	}

	/**
	 * @param image grey or in colour, of any number of channels and times; each of its slices with a header of its own
	 * @throws ImageException where its headers do not say where it lies, or a step lost it; names the step
	 */
	public static ImageGeometry of(final ImagePlus image) {
		final String title = image.getTitle();
		final ImageStack stack = MappedStack.snapshot(image.getStack());
		final SliceHeaders headers = new SliceHeaders(title, stack, image.getInfoProperty());
		final boolean inMemory = !stack.isVirtual() && !(stack instanceof MappedStack);
		if (!inMemory) GeometrySteps.requireKnown(image);
		final List<HeaderText> own = IntStream.range(0, stack.getSize()).mapToObj(headers::own).toList();
		if (inMemory && !isWhereItWas(title, stack, own)) GeometrySteps.requireKnown(image);
		final int channels = image.getNChannels();
		final int depth = image.getNSlices();
		final HeaderPlane[] planes = new HeaderPlane[stack.getSize()];
		double rounding = Double.POSITIVE_INFINITY;
		for (int i = 0; i < planes.length; i++) {
			final String name = planes.length == 1 ? "'" + title + "'" : "slice " + (i + 1) + " of '" + title + "'";
			planes[i] = HeaderPlane.of(name, own.get(i));
			rounding = Math.min(rounding, planes[i].roundingMm());
			if (!planes[0].isParallelTo(planes[i])) throw new ImageException(name +
				" has another orientation, size or spacing than slice 1: the stack was put together from different series");
			final HeaderPlane place = planes[channels * (i / channels % depth)];
			if (place != null && place.position().minus(planes[i].position()).length() > Tolerances.LINE_MM)
				throw new ImageException(name + " lies elsewhere than the same slice of the first channel and time");
		}
		final int[] shift = shift(image, planes, ValueMeaning.of(own.get(0).toString()) != null);
		final List<Vector3> positions = new ArrayList<>();
		for (int z = 0; z < depth; z++)
			positions.add(planes[channels * z].at(shift[0], shift[1]));
		return new ImageGeometry(title, stack.getWidth(), stack.getHeight(), planes[0], List.copyOf(positions), rounding >
			Tolerances.COARSEST_ROUNDING_MM ? 0 : rounding);
	}

	/**
	 * Looks whether the pixels of a stack in memory stand where their headers have them.
	 *
	 * @return true if all do, false if that is not known
	 * @throws ImageException where a slice was flipped or turned
	 */
	private static boolean isWhereItWas(final String title, final ImageStack stack, final List<HeaderText> headers) {
		final PlaceDigest.Move[] moves = new PlaceDigest.Move[stack.getSize()];
		IntStream.range(0, moves.length).parallel().forEach(i -> moves[i] = PlaceDigest.move(headers.get(i).toString(),
			StackPlanes.get(stack, i), stack.getWidth(), stack.getHeight()));
		for (int i = 0; i < moves.length; i++)
			if (moves[i] != null && moves[i] != PlaceDigest.Move.NONE) throw new ImageException("slice " + (i + 1) + " of '" +
				title + "' was " + moves[i].words() + " since it was made, and its header still says where it lay before",
				Remedy.TAKE_BACK_OR_USE_SOURCE);
		return Arrays.stream(moves).noneMatch(Objects::isNull);
	}

	/** Whether an image has or had a place. A photograph has none to lose. */
	public static boolean isDeclared(final ImagePlus image) {
		final String label = SliceHeaders.label(MappedStack.snapshot(image.getStack()), 0);
		final int end = label == null ? -1 : label.indexOf('\n');
		final HeaderText own = HeaderText.parse(end < 0 ? "" : label.substring(end + 1));
		final HeaderText info = HeaderText.parse(image.getInfoProperty());
		if (own.isEmpty() && info.isEmpty()) return ValueMeaning.of(image.getCalibration()) != null;
		return own.has(Tag.ImagePositionPatient) || info.has(Tag.ImagePositionPatient);
	}

	private static int[] shift(final ImagePlus image, final HeaderPlane[] planes, final boolean noted) {
		final HeaderPlane plane = planes[0];
		final Calibration calibration = image.getCalibration();
		final String title = "'" + image.getTitle() + "'";
		final int width = image.getWidth();
		final int height = image.getHeight();
		if (!"mm".equals(calibration.getUnit()) || !HeaderPlane.same(calibration.pixelWidth, plane.spacingX()) ||
			!HeaderPlane.same(calibration.pixelHeight, plane.spacingY())) throw new ImageException(title + " has pixels of " +
				calibration.pixelWidth + " x " + calibration.pixelHeight + " " + calibration.getUnit() + ", and its header says " +
				plane.spacingX() + " x " + plane.spacingY() + " mm: Scale, Size, Bin, Rotate or Image > Properties lost where it " +
				"lies", Remedy.RESAMPLE_SOURCE);
		final Optional<int[]> found = HeaderPlane.shift(planes, calibration, width, height, noted);
		if (found.isEmpty() && noted) HeaderPlane.requireFirst(title, planes, width, height);
		final int[] shift = found.orElseThrow(() -> new ImageException(
			title + " has " + width + " x " + height + " pixels and the origin " + calibration.xOrigin + ", " +
				calibration.yOrigin +
			", and its header's " + plane.columns() + " x " + plane.rows() + " pixels have the origin " + origin(plane
				.position(), plane.row(), plane.spacingX()) + ", " + origin(plane.position(), plane.column(), plane.spacingY()) +
			": Crop, Flip, Rotate, Translate, Canvas Size or Image > Properties lost where it lies", noted ? Remedy.NONE
				: Remedy.OPEN_FOLLOWED));
		if (shift[0] == 0 && shift[1] == 0 && (width < plane.columns() || height < plane.rows())) throw new ImageException(
			title + " has " + width + " x " + height + " pixels, and its header says " + plane.columns() + " x " + plane.rows() +
				": it was cropped, or its canvas cut, by a step that did not note where", Remedy.CROP_ANEW);
		return shift;
	}

	/**
	 * The origin of ImageJ's calibration along one axis of an image. It is the pixel, with fractions, at which the
	 * patient's coordinate along that axis is 0. So ImageJ shows patient coordinates along the patient's axes.
	 *
	 * @param position of the first pixel, mm
	 * @param direction of the axis, of length 1
	 * @param spacing mm
	 */
	public static double origin(final Vector3 position, final Vector3 direction, final double spacing) {
		final double origin = -position.dot(direction) / spacing;
		return origin == 0 ? 0 : origin;
	}

	/** Direction in which x grows, of length 1. */
	public Vector3 rowCosines() {
		return first.row();
	}

	/** Direction in which y grows, of length 1. */
	public Vector3 columnCosines() {
		return first.column();
	}

	/** Unit vector row x column. A reversed stack goes against it. */
	public Vector3 normal() {
		return first.normal();
	}

	/** Distance of columns, mm. */
	public double spacingX() {
		return first.spacingX();
	}

	/** Distance of rows, mm. */
	public double spacingY() {
		return first.spacingY();
	}

	/** Pixels in a row. */
	public int width() {
		return width;
	}

	/** Rows. */
	public int height() {
		return height;
	}

	/** Slices of each channel and time. */
	public int depth() {
		return positions.size();
	}

	/** Centre of the first pixel of each slice, mm, after crops. */
	public List<Vector3> positions() {
		return positions;
	}

	/** Centre of a pixel in the patient, mm, by the position of its own slice; x and y may be fractions. */
	public Vector3 toPatient(final double x, final double y, final int z) {
		return positions.get(z).plus(first.row().times(x * first.spacingX())).plus(first.column().times(y *
			first.spacingY()));
	}

	/**
	 * The grid of evenly spaced slices, also sheared ones, in equal steps from the first position to the last. A single
	 * slice has its Spacing Between Slices or Slice Thickness as step.
	 *
	 * @throws ImageException if the slices are not evenly spaced, or the thickness of a single one is not known
	 */
	public VoxelGrid grid() {
		final Vector3 stepX = first.row().times(first.spacingX());
		final Vector3 stepY = first.column().times(first.spacingY());
		return new VoxelGrid(width, height, depth(), positions.get(0), stepX, stepY, depth() == 1 ? single() : step());
	}

	private Vector3 single() {
		if (Double.isNaN(first.thickness())) throw new ImageException("'" + title +
			"' has one slice, and its header has no Spacing Between Slices (0018,0088) and no Slice Thickness (0018,0050), so " +
			"that how thick it is is not known");
		return normal().times(first.thickness());
	}

	private Vector3 step() {
		final int last = depth() - 1;
		final Vector3 step = positions.get(last).minus(positions.get(0)).times(1.0 / last);
		final double height = Math.abs(step.dot(normal()));
		if (height < Tolerances.DUPLICATE_MM) throw new ImageException("slices of '" + title +
			"' lie in one plane, so that they make no volume");
		final double allowed = Math.max(Tolerances.UNEVEN_RATIO * height, Math.sqrt(3) * roundingMm);
		for (int z = 1; z < last; z++) {
			final double off = positions.get(z).minus(positions.get(0).plus(step.times(z))).length();
			if (off > allowed) throw new ImageException("slice " + (z + 1) + " of '" + title + "' lies " + (float) off +
				" mm from where evenly spaced slices of " + (float) height +
				" mm would have it", Remedy.OPEN_EVEN);
		}
		return step;
	}

	/** Sets spacing, unit and origin of a calibration to a grid's. */
	public static void calibrate(final Calibration calibration, final VoxelGrid grid) {
		calibration.setUnit("mm");
		calibration.pixelWidth = grid.spacingX();
		calibration.pixelHeight = grid.spacingY();
		final Vector3 row = grid.stepX().normalized();
		final Vector3 column = grid.stepY().normalized();
		final Vector3 normal = row.cross(column).normalized();
		calibration.pixelDepth = Math.abs(grid.stepZ().dot(normal));
		calibration.xOrigin = origin(grid.origin(), row, grid.spacingX());
		calibration.yOrigin = origin(grid.origin(), column, grid.spacingY());
		final double along = grid.stepZ().dot(normal);
		calibration.zOrigin = grid.isSheared() ? 0 : origin(grid.origin(), normal, along);
	}

	/**
	 * A slice's header on another grid: Rows, Columns, Image Position and Orientation (Patient), Pixel Spacing and
	 * Spacing Between Slices are the grid's. Slice Location is left out, for nothing here reads it.
	 *
	 * @param z slice of the grid
	 */
	public static HeaderText place(final HeaderText header, final VoxelGrid grid, final int z) {
		final Vector3 position = grid.toPatient(0, 0, z);
		final Vector3 row = grid.stepX().normalized();
		final Vector3 column = grid.stepY().normalized();
		return header.with(Tag.Rows, Integer.toString(grid.height())).with(Tag.Columns, Integer.toString(grid.width())).with(
			Tag.ImagePositionPatient, text(position)).with(Tag.ImageOrientationPatient, text(row) + "\\" + text(column)).with(
				Tag.PixelSpacing, grid.spacingY() + "\\" + grid.spacingX()).with(Tag.SpacingBetweenSlices, Double.toString(Math.abs(
					grid.stepZ().dot(row.cross(column).normalized())))).without(SLICE_LOCATION);
	}

	private static String text(final Vector3 v) {
		return v.x() + "\\" + v.y() + "\\" + v.z();
	}
}
