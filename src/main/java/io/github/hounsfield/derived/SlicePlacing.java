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
package io.github.hounsfield.derived;

import io.github.hounsfield.series.Vector3;

/**
 * The common part of the places of a derived series' slices (PS3.3 C.7.6.2).
 *
 * @param row direction in which x grows, of length 1
 * @param column direction in which y grows, of length 1
 * @param columnSpacingMm distance of columns, mm
 * @param rowSpacingMm distance of rows, mm
 * @param columns pixels in a row
 * @param rows of a slice
 * @param spacingBetweenSlicesMm along the normal, mm; not a number where slices are not evenly spaced
 * @param thicknessMm Slice Thickness, mm; not a number where it is not known
 */
public record SlicePlacing(Vector3 row, Vector3 column, double columnSpacingMm, double rowSpacingMm, int columns,
	int rows, double spacingBetweenSlicesMm, double thicknessMm)
{

	/** Columns and Rows are US. */
	private static final int MOST = 0xFFFF;

	public SlicePlacing {
		if (columns < 1 || rows < 1 || columns > MOST || rows > MOST) throw new IllegalArgumentException("found " + columns +
			" x " + rows + " pixels; expected 1 to " + MOST + " (PS3.3 C.7.6.3)");
	}

	/** Unit vector row x column. */
	Vector3 normal() {
		return row.cross(column).normalized();
	}
}
