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
package io.github.hounsfield.lung;

import io.github.hounsfield.intensity.SliceTransforms;
import io.github.hounsfield.work.Workers;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * A chest of a formula, in mm from its middle, x to the left and z to the head of the patient: a body of water with two
 * ellipsoids of lung, and what a test adds. Volumes are those of the formula, not of voxels that were counted.
 */
final class Thorax {

	static final double LUNG_HU = -850;

	/** Semi-axes of the right and of the left lung, mm. */
	static final double[] RIGHT = { 50, 65, 90 };
	static final double[] LEFT = { 45, 60, 85 };

	/** 4/3 pi a b c, ml. */
	static final double RIGHT_ML = 4.0 / 3 * Math.PI * RIGHT[0] * RIGHT[1] * RIGHT[2] / 1000;
	static final double LEFT_ML = 4.0 / 3 * Math.PI * LEFT[0] * LEFT[1] * LEFT[2] / 1000;

	/** What is at a point; null: what was there before. */
	interface Shape {

		Double hu(double x, double y, double z);
	}

	private final List<Shape> shapes = new ArrayList<>();
	private double sx = 1.5;
	private double sy = 1.5;
	private double sz = 2.5;
	private int width = 260;
	private int height = 180;
	private int depth = 88;
	private boolean flipX;
	private boolean flipZ;

	Thorax() {
		add((x, y, z) -> square(x / 180) + square(y / 125) <= 1 ? 30.0 : null);
	}

	static Thorax withLungs() {
		return new Thorax().add((x, y, z) -> right(x, y, z) || left(x, y, z) ? LUNG_HU : null);
	}

	static boolean right(final double x, final double y, final double z) {
		return square((x + 75) / RIGHT[0]) + square(y / RIGHT[1]) + square(z / RIGHT[2]) <= 1;
	}

	static boolean left(final double x, final double y, final double z) {
		return square((x - 75) / LEFT[0]) + square(y / LEFT[1]) + square(z / LEFT[2]) <= 1;
	}

	/** Air from the top to the fork, and from there into both lungs: one component holds both lungs. */
	Thorax withAirways() {
		return add((x, y, z) -> {
			if (right(x, y, z) || left(x, y, z)) return null;
			if (z >= 20 && Math.hypot(x, y) <= 9) return -1000.0;
			final double height = 20 - 0.35 * Math.abs(x);
			return Math.abs(x) <= 40 && Math.hypot(y, z - height) <= 6 ? -1000.0 : null;
		});
	}

	/** A bridge of lung between both lungs at the front, 6 mm thick. */
	Thorax withBridge() {
		return add((x, y, z) -> Math.abs(x) < 60 && Math.abs(y + 20) < 3 && Math.abs(z) < 30 ? LUNG_HU : null);
	}

	Thorax add(final Shape shape) {
		shapes.add(shape);
		return this;
	}

	Thorax ball(final double cx, final double cy, final double cz, final double radius, final double hu) {
		return add((x, y, z) -> square(x - cx) + square(y - cy) + square(z - cz) <= radius * radius ? hu : null);
	}

	Thorax spacing(final double x, final double y, final double z) {
		sx = x;
		sy = y;
		sz = z;
		return this;
	}

	Thorax size(final int columns, final int rows, final int slices) {
		width = columns;
		height = rows;
		depth = slices;
		return this;
	}

	Thorax flipped(final boolean x, final boolean z) {
		flipX = x;
		flipZ = z;
		return this;
	}

	PatientGrid grid() {
		return new PatientGrid(width, height, depth, sx, sy, sz, flipX ? -1 : 1, flipZ ? -1 : 1);
	}

	/** HU row by row, slice by slice. */
	float[] voxels() {
		final float[] hu = new float[width * height * depth];
		for (int z = 0, i = 0; z < depth; z++)
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++, i++)
					hu[i] = (float) hu((flipX ? -1 : 1) * (x - (width - 1) / 2.0) * sx, (y - (height - 1) / 2.0) * sy, (flipZ ? -1
						: 1) * (z - (depth - 1) / 2.0) * sz);
		return hu;
	}

	private double hu(final double x, final double y, final double z) {
		double hu = -1000;
		for (final Shape shape : shapes) {
			final Double own = shape.hu(x, y, z);
			if (own != null) hu = own;
		}
		return hu;
	}

	Img<? extends RealType<?>> image() {
		return ArrayImgs.floats(voxels(), width, height, depth);
	}

	LungMask mask(final LungMaskOptions options) {
		return LungMasker.mask(image(), SliceTransforms.IDENTITY, grid(), options, Workers.threads(2));
	}

	/** Labels row by row, slice by slice. */
	static byte[] labels(final LungMask mask) {
		return labels(mask.labels());
	}

	static byte[] labels(final RandomAccessibleInterval<? extends RealType<?>> image) {
		final byte[] labels = new byte[(int) (image.dimension(0) * image.dimension(1) * image.dimension(2))];
		int i = 0;
		for (final RealType<?> value : Views.flatIterable(image))
			labels[i++] = (byte) value.getRealDouble();
		return labels;
	}

	static double ml(final LungMask mask, final int label) {
		long n = 0;
		for (final byte own : labels(mask))
			if (own == label) n++;
		return n * mask.grid().voxelMl();
	}

	static double square(final double v) {
		return v * v;
	}
}
