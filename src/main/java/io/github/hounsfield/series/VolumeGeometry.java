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

import java.util.List;

/**
 * Size and place of a volume of parallel slices in the patient. Immutable.
 * <p>
 * Voxel indices are x along a row, y down a column, z from slice to slice in ascending distance along {@link
 * #normal()}. All are counted from 0 at the centre of the first pixel of the first slice.
 *
 * @param origin Image Position (Patient) of the first slice, mm; zero where the files give no positions
 * @param rowCosines direction in which x grows; (1, 0, 0) without positions
 * @param columnCosines direction in which y grows; (0, 1, 0) without positions
 * @param spacingXMm distance of columns, mm; not a number where the files do not say
 * @param spacingYMm distance of rows, mm; not a number where the files do not say
 * @param spacingZMm distance of slices along the normal, mm; not a number where it is not known
 * @param depthSource what the distance of slices was taken from
 * @param uniform whether the slices lie evenly spaced, none twice, on one line, so that one spacing serves all
 * @param tiltDegrees angle between the normal and the line from the first slice to the last, 0 to 90; 0 where the
 *          positions do not show one
 * @param slicePositions Image Position (Patient) of each slice in order, mm; empty without positions
 */
public record VolumeGeometry(Vector3 origin, Vector3 rowCosines, Vector3 columnCosines, double spacingXMm,
	double spacingYMm, double spacingZMm, DepthSource depthSource, boolean uniform, double tiltDegrees,
	List<Vector3> slicePositions)
{

	/** What the distance of slices was taken from. */
	public enum DepthSource {
		/** Median difference of the projected positions. It is the mean if rounding hides that they are even. */
		POSITIONS,
		/** Spacing Between Slices (0018,0088), in files without positions. */
		SPACING_BETWEEN_SLICES,
		/** Unknown: one slice alone, or files that do not say. */
		NONE
	}

	public VolumeGeometry {
		slicePositions = List.copyOf(slicePositions);
	}

	/** Unit vector along which the slices are ordered: row x column. */
	public Vector3 normal() {
		return rowCosines.cross(columnCosines).normalized();
	}

	/** Whether the files say where in the patient the slices lie. */
	public boolean isPositioned() {
		return !slicePositions.isEmpty();
	}

	/** Whether the distances of rows and columns are known. */
	public boolean isCalibrated() {
		return spacingXMm > 0 && spacingYMm > 0;
	}

	/** Whether the distance of slices is known. */
	public boolean hasDepth() {
		return spacingZMm > 0;
	}

	/** Whether the slices are sheared against each other, as under a tilted gantry. */
	public boolean isTilted() {
		return tiltDegrees > 0;
	}

	/**
	 * Displacement from one slice to the next, mm: {@link #spacingZMm()} along the normal and, where the volume is
	 * tilted, the shift within the plane that goes with it. Exact for uniform volumes. Without a known depth, the
	 * normal itself.
	 */
	public Vector3 sliceStep() {
		final Vector3 n = normal();
		if (!hasDepth()) return n;
		if (!isTilted()) return n.times(spacingZMm);
		final Vector3 line = slicePositions.get(slicePositions.size() - 1).minus(origin);
		return line.times(spacingZMm / line.dot(n));
	}

	/**
	 * From voxel index to patient coordinates: {@code p = m[0..2] * (x, y, z, 1)}, mm, rows of four numbers each. Exact
	 * for uniform volumes; for others {@link #toPatient(double, double, int)} is. Unknown spacings count as 1.
	 */
	double[][] affine() {
		final Vector3 x = rowCosines.times(isCalibrated() ? spacingXMm : 1);
		final Vector3 y = columnCosines.times(isCalibrated() ? spacingYMm : 1);
		final Vector3 z = sliceStep();
		return new double[][] { { x.x(), y.x(), z.x(), origin.x() }, { x.y(), y.y(), z.y(), origin.y() },
			{ x.z(), y.z(), z.z(), origin.z() } };
	}

	/**
	 * Patient coordinates of a point in a slice, mm, from that slice's own position where there is one.
	 *
	 * @param x column, may be a fraction
	 * @param y row, may be a fraction
	 * @param z index of the slice
	 */
	Vector3 toPatient(final double x, final double y, final int z) {
		final Vector3 corner = isPositioned() ? slicePositions.get(z) : origin.plus(sliceStep().times(z));
		return corner.plus(rowCosines.times(x * (isCalibrated() ? spacingXMm : 1))).plus(columnCosines.times(y *
			(isCalibrated() ? spacingYMm : 1)));
	}
}
