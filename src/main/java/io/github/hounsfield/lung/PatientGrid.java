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

/**
 * The voxels of a volume in the patient: their number, their distances, and how the patient lies.
 *
 * @param width voxels along x, the columns of a slice
 * @param height voxels along y, the rows of a slice
 * @param depth slices
 * @param spacingXMm mm from one column to the next, above 0
 * @param spacingYMm mm from one row to the next, above 0
 * @param spacingZMm mm from one slice to the next, by their positions and never by SliceThickness, above 0
 * @param leftward 1 where columns run to the left of the patient (LPS: x rises), -1 where to the right, 0 unknown
 * @param headward 1 where slices run to the head (LPS: z rises), -1 where to the feet, 0 unknown
 */
public record PatientGrid(int width, int height, int depth, double spacingXMm, double spacingYMm, double spacingZMm,
	int leftward, int headward)
{

	/** @throws LungException where a size or a spacing is not above 0 */
	public PatientGrid {
		if (width < 1 || height < 1 || depth < 1) throw new LungException("volume of " + width + " x " + height + " x " +
			depth + " voxels", "at least one along each axis");
		if (!(spacingXMm > 0 && spacingYMm > 0 && spacingZMm > 0) || Double.isInfinite(spacingXMm * spacingYMm *
			spacingZMm)) throw new LungException("voxel spacing is " + spacingXMm + " x " + spacingYMm + " x " + spacingZMm +
				" mm", "numbers above 0", LungException.Remedy.SET_SPACING);
	}

	/** Volume of a voxel, ml. */
	double voxelMl() {
		return spacingXMm * spacingYMm * spacingZMm / 1000;
	}

	/** Area of a pixel, mm2. */
	double pixelMm2() {
		return spacingXMm * spacingYMm;
	}

	/** What the slices cover, mm. */
	double lengthMm() {
		return depth * spacingZMm;
	}

	/** Pixels of a slice. */
	int planeSize() {
		return Math.multiplyExact(width, height);
	}

	/** Whether right and left of the patient are known. */
	public boolean knowsSides() {
		return leftward != 0;
	}
}
