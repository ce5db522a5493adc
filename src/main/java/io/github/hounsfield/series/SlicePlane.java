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

/**
 * Where a frame lies in the patient (PS3.3 section C.7.6.2).
 *
 * @param position Image Position (Patient): centre of the first pixel, mm
 * @param rowCosines direction in which x grows, the first half of Image Orientation (Patient), as it stands in the file
 * @param columnCosines direction in which y grows, the second half
 * @param roundingMm unit of the last decimal place in which the position is written, mm; 0 where that is not known
 */
public record SlicePlane(Vector3 position, Vector3 rowCosines, Vector3 columnCosines, double roundingMm) {

	/** Unit vector that stands on the plane: row x column. */
	Vector3 normal() {
		return rowCosines.cross(columnCosines).normalized();
	}

	/** Whether the cosines of both are equal in every digit. */
	boolean isAlong(final SlicePlane other) {
		return rowCosines.equals(other.rowCosines) && columnCosines.equals(other.columnCosines);
	}

	/** Distance of the plane from the patient's origin along a normal, mm, with a sign. */
	double distance(final Vector3 normal) {
		return position.dot(normal);
	}
}
