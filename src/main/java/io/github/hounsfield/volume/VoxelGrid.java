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

import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.series.VolumeGeometry;

/**
 * An even grid of voxels in the patient: how many there are, and where each lies. Voxel indices are x along a row, y
 * down a column, z from slice to slice, counted from 0 at the centre of the first voxel. The patient's axes are those
 * of PS3.3 C.7.6.2.1.1 (LPS), mm. The steps need not be at right angles, and may be left- or right-handed. Immutable.
 *
 * @param width voxels along x, at least 1
 * @param height voxels along y, at least 1
 * @param depth voxels along z, at least 1
 * @param origin centre of voxel (0, 0, 0), mm
 * @param stepX from a voxel to the next along x, mm
 * @param stepY from a voxel to the next along y, mm
 * @param stepZ from a voxel to the next along z, mm
 */
public record VoxelGrid(int width, int height, int depth, Vector3 origin, Vector3 stepX, Vector3 stepY, Vector3 stepZ) {

	/** Axes that are further from right angles than this are sheared, radians. */
	public static final double SHEAR_RADIANS = 0.01;

	/** @throws IllegalArgumentException where a size is below 1, or the steps span no volume */
	public VoxelGrid {
		if (width < 1 || height < 1 || depth < 1) throw new IllegalArgumentException("a grid of " + width + " x " + height +
			" x " + depth + " voxels; expected at least 1 along each axis");
		final double volume = stepX.cross(stepY).dot(stepZ);
		if (!(Math.abs(volume) > 0) || Double.isInfinite(volume) || !Double.isFinite(origin.x() + origin.y() + origin.z()))
			throw new IllegalArgumentException("a grid from " + origin + " in steps of " + stepX + ", " + stepY + " and " +
				stepZ + " spans no volume");
	}

	/**
	 * The grid of evenly spaced slices.
	 *
	 * @param geometry positioned, calibrated, uniform and of known depth
	 * @param depth slices
	 * @throws IllegalArgumentException where it is not
	 */
	public static VoxelGrid of(final VolumeGeometry geometry, final int width, final int height, final int depth) {
		if (!geometry.isPositioned() || !geometry.isCalibrated() || !geometry.hasDepth() || !geometry.uniform())
			throw new IllegalArgumentException("slices " + (!geometry.isPositioned() ? "without positions" : !geometry
				.isCalibrated() ? "without Pixel Spacing" : !geometry.hasDepth() ? "whose distance is not known"
					: "that are not evenly spaced") + " make no grid");
		final int last = geometry.slicePositions().size() - 1;
		final Vector3 step = last < 1 ? geometry.sliceStep() : geometry.slicePositions().get(last).minus(geometry
			.slicePositions().get(0)).times(1.0 / last);
		return new VoxelGrid(width, height, depth, geometry.origin(), geometry.rowCosines().times(geometry.spacingXMm()),
			geometry.columnCosines().times(geometry.spacingYMm()), step);
	}

	/** Distance of voxels along x, mm. */
	public double spacingX() {
		return stepX.length();
	}

	/** Distance of voxels along y, mm. */
	public double spacingY() {
		return stepY.length();
	}

	/** Distance of voxels along z, in a sheared grid along the shear, mm. */
	public double spacingZ() {
		return stepZ.length();
	}

	/**
	 * The determinant of the steps, mm3. It is below 0 if x, y and z are left-handed. Its amount is the volume of a
	 * voxel.
	 */
	public double determinant() {
		return stepX.cross(stepY).dot(stepZ);
	}

	/** Centre of a voxel in the patient, mm; indices may be fractions. */
	public Vector3 toPatient(final double x, final double y, final double z) {
		return origin.plus(stepX.times(x)).plus(stepY.times(y)).plus(stepZ.times(z));
	}

	/**
	 * Index x, y, z of a point of the patient, fractions included; it may lie outside. The inverse of {@link #toPatient},
	 * for scripts that look up the voxel at a place from a report or another image.
	 */
	public Vector3 toVoxel(final Vector3 patient) {
		final Vector3 p = patient.minus(origin);
		final double volume = determinant();
		return new Vector3(p.dot(stepY.cross(stepZ)) / volume, p.dot(stepZ.cross(stepX)) / volume, p.dot(stepX.cross(stepY)) /
			volume);
	}

	/** Largest angle by which two of the axes miss a right angle, radians. */
	public double shearRadians() {
		final double xy = Math.abs(Math.PI / 2 - stepX.angleTo(stepY));
		final double xz = Math.abs(Math.PI / 2 - stepX.angleTo(stepZ));
		final double yz = Math.abs(Math.PI / 2 - stepY.angleTo(stepZ));
		return Math.max(xy, Math.max(xz, yz));
	}

	/** Whether the slices are sheared, as under a tilted gantry. */
	public boolean isSheared() {
		return shearRadians() > SHEAR_RADIANS;
	}
}
