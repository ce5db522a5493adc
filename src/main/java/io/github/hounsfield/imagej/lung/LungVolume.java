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
package io.github.hounsfield.imagej.lung;

import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageGeometry;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.imagej.pixels.Remedy;
import io.github.hounsfield.imagej.pixels.SlicePixels;
import io.github.hounsfield.intensity.HuPlanes;
import io.github.hounsfield.lung.PatientGrid;
import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.volume.VoxelGrid;
import java.util.ArrayList;
import java.util.List;

/**
 * An image as the lung package takes it: its HU and where its voxels lie in the patient.
 *
 * @param image grey, one volume of transverse slices
 * @param values what its pixels stand for
 * @param hu of its slices
 * @param grid of its voxels
 * @param notes what the user must know of it, a sentence or two each
 */
record LungVolume(ImagePlus image, ImageValues values, HuPlanes hu, PatientGrid grid, List<String> notes) {

	/** Cosine of the angle between head and normal of the slices under which they are not transverse: 37 degrees. */
	private static final double TRANSVERSE = 0.8;

	/**
	 * @param image in HU, or stored values of a CT with its header
	 * @throws ImageException where it is neither, no single volume, not evenly spaced, not calibrated or not transverse
	 */
	static LungVolume of(final ImagePlus image) {
		if (image.getNChannels() * image.getNFrames() > 1) throw new ImageException("'" + image.getTitle() + "' has " + image
			.getNChannels() + " channels and " + image.getNFrames() + " frames", "one volume, in which lungs are looked for",
			Remedy.DUPLICATE_ONE);
		final ImageValues values = ImageValues.of(image);
		final List<String> notes = new ArrayList<>();
		values.requireHu().ifPresent(doubt -> notes.add(doubt + "."));
		final SlicePixels pixels = new SlicePixels(image, values);
		final HuPlanes hu = new HuPlanes(image.getWidth(), image.getHeight(), pixels.size(), values.type(), pixels::plane,
			pixels.transforms());
		return new LungVolume(image, values, hu, grid(image, notes), notes);
	}

	/** The grid by the headers, otherwise by the calibration with right and left unknown. */
	private static PatientGrid grid(final ImagePlus image, final List<String> notes) {
		final ImageGeometry geometry;
		try {
			geometry = ImageGeometry.of(image);
		}
		catch (final ImageException e) {
			notes.add("Where right, left and head are is not known: " + e.getMessage() + ".");
			return calibrated(image);
		}
		final double along = geometry.normal().z();
		if (Math.abs(along) < TRANSVERSE) throw new ImageException("the slices of '" + image.getTitle() +
			"' are not transverse: their normal is " + geometry.normal(), "one within 37 degrees of the line from " +
			"feet to head. Use the transverse series");
		if (image.getStackSize() < 2) return new PatientGrid(image.getWidth(), image.getHeight(), 1, geometry.spacingX(),
			geometry.spacingY(), 1, side(geometry.rowCosines()), 1);
		final VoxelGrid grid = geometry.grid();
		final double step = grid.stepZ().dot(geometry.normal());
		return new PatientGrid(grid.width(), grid.height(), grid.depth(), grid.spacingX(), grid.spacingY(), Math.abs(step),
			side(geometry.rowCosines()), step * along > 0 ? 1 : -1);
	}

	/** Columns run to the left, to the right, or too far from both. */
	private static int side(final Vector3 row) {
		return Math.abs(row.x()) < Math.sqrt(0.5) ? 0 : row.x() > 0 ? 1 : -1;
	}

	private static PatientGrid calibrated(final ImagePlus image) {
		final Calibration calibration = image.getCalibration();
		if (!"mm".equals(calibration.getUnit())) throw new ImageException("'" + image.getTitle() +
			"' has no header that says where it lies, and its voxels are measured in '" + calibration.getUnit() +
			"'", "mm", Remedy.SET_SPACING);
		return new PatientGrid(image.getWidth(), image.getHeight(), image.getStackSize(), calibration.pixelWidth, calibration
			.pixelHeight, calibration.pixelDepth, 0, 0);
	}
}
