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
package io.github.hounsfield.imagej.export;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import io.github.hounsfield.export.StoredValues;
import io.github.hounsfield.export.Voxels;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.MappedStack;
import io.github.hounsfield.imagej.pixels.Remedy;
import io.github.hounsfield.imagej.pixels.StackPlanes;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;

/**
 * The values of an image as ImageJ's status bar shows them: pixels in memory, or after the calibration function. A
 * virtual stack is read by one thread at a time. It works on after the image is closed.
 */
final class ImagePlanes implements Voxels {

	private final ImageStack stack;
	private final int[] dimensions;
	private final int bitDepth;
	private final Rescale line;
	private final float[] table;

	/** @throws ImageException where the image has several channels */
	ImagePlanes(final ImagePlus image) {
		stack = MappedStack.snapshot(image.getStack());
		dimensions = new int[] { image.getWidth(), image.getHeight(), image.getNSlices(), image.getNFrames() };
		bitDepth = image.getBitDepth();
		if (image.getNChannels() > 1) throw new ImageException("'" + image.getTitle() + "' has " + image.getNChannels() +
			" channels", "one, which is what a file holds", Remedy.SPLIT_CHANNELS_OR_RGB);
		final Calibration calibration = image.getCalibration();
		final double[] c = calibration.getCoefficients();
		final boolean function = bitDepth <= 16 && calibration.calibrated();
		final boolean straight = function && calibration.getFunction() == Calibration.STRAIGHT_LINE && c != null &&
			c.length == 2;
		line = straight && c[1] != 0 ? new Rescale(c[1], c[0]) : Rescale.IDENTITY;
		table = function && !(straight && c[1] != 0) ? calibration.getCTable() : null;
	}

	@Override
	public int width() {
		return dimensions[0];
	}

	@Override
	public int height() {
		return dimensions[1];
	}

	@Override
	public int depth() {
		return dimensions[2];
	}

	@Override
	public int times() {
		return dimensions[3];
	}

	@Override
	public boolean isColour() {
		return bitDepth == 24;
	}

	@Override
	public Plane plane(final int index) {
		final Plane pixels = StackPlanes.get(stack, index);
		if (bitDepth > 16) return pixels;
		if (table != null) {
			final float[] values = new float[pixels.length()];
			for (int i = 0; i < values.length; i++)
				values[i] = table[bitDepth == 8 ? pixels.bytes()[i] & 0xFF : pixels.shorts()[i] & 0xFFFF];
			return Plane.of(PlaneType.FLOAT32, values);
		}
		return StoredValues.of(pixels, line);
	}
}
