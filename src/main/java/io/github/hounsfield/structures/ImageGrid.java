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

import io.github.hounsfield.series.Vector3;
import java.util.List;

/**
 * The slices of an image for structures. They are parallel and of one size, at any distances. They may be sheared, as
 * under a tilted gantry. Immutable.
 *
 * @param width pixels in a row
 * @param height rows
 * @param positions centre of the first pixel of each slice, mm (PS3.3 C.7.6.2.1.1); at least one
 * @param row direction in which x grows, of length 1
 * @param column direction in which y grows, of length 1
 * @param spacingX distance of columns, mm
 * @param spacingY distance of rows, mm
 * @param thicknessMm of a single slice, which has no neighbour; not a number where that is not known
 * @param frameOfReferenceUid in which the positions are told; never empty
 */
public record ImageGrid(int width, int height, List<Vector3> positions, Vector3 row, Vector3 column, double spacingX,
	double spacingY, double thicknessMm, String frameOfReferenceUid)
{

	/** @throws IllegalArgumentException where there is no slice or no Frame of Reference UID */
	public ImageGrid {
		positions = List.copyOf(positions);
		if (positions.isEmpty() || frameOfReferenceUid.isEmpty()) throw new IllegalArgumentException("no slice or no Frame " +
			"of Reference UID");
	}

	/** Slices. */
	int depth() {
		return positions.size();
	}

	/** Unit vector row x column. */
	Vector3 normal() {
		return row.cross(column).normalized();
	}

	/**
	 * The inverse of a slice's matrix (PS3.3 equation C.7.6.2.1-1).
	 *
	 * @param z slice, from 0
	 * @return x and y in pixels, whole numbers at the centres of pixels; as z the distance from the slice, mm, with a sign
	 */
	Vector3 toSlice(final Vector3 patient, final int z) {
		final Vector3 p = patient.minus(positions.get(z));
		return new Vector3(p.dot(row) / spacingX, p.dot(column) / spacingY, p.dot(normal()));
	}

	/** Slice nearest to a place along the normal, from 0. Of two at equal distance it is the first. */
	int nearest(final double along) {
		final Vector3 normal = normal();
		int nearest = 0;
		double least = Double.POSITIVE_INFINITY;
		for (int z = 0; z < depth(); z++) {
			final double distance = Math.abs(positions.get(z).dot(normal) - along);
			if (distance >= least) continue;
			nearest = z;
			least = distance;
		}
		return nearest;
	}

	/**
	 * Half the distance from a slice to its nearest neighbour, mm. For a single slice it is half its thickness, or NaN if
	 * that is not known.
	 */
	double reachMm(final int z) {
		if (depth() == 1) return thicknessMm / 2;
		final Vector3 normal = normal();
		double least = Double.POSITIVE_INFINITY;
		for (final int other : new int[] { z - 1, z + 1 })
			if (other >= 0 && other < depth()) least = Math.min(least, Math.abs(positions.get(other).minus(positions.get(z)).dot(
				normal)));
		return least / 2;
	}
}
