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
import io.github.hounsfield.intensity.DisplayRange;
import java.util.Optional;

/** What every action that makes an ImagePlus out of another has in common. */
public final class Images {

	private Images() {}

	/** A new image with the dimensions, spacing, origin and properties of a source. */
	public static ImagePlus like(final ImagePlus source, final String title, final ImageStack stack) {
		return like(source, title, stack, source.getNSlices(), source.getNFrames());
	}

	/**
	 * A new image with the channels, spacing, origin and properties of a source, of as many slices and frames as said. Its
	 * labels take a digest of where its pixels lie, or, of a source whose pixels were moved, a note that they do not lie
	 * where the headers say.
	 */
	public static ImagePlus like(final ImagePlus source, final String title, final ImageStack stack, final int slices,
		final int frames)
	{
		final Optional<String> lost = GeometrySteps.lostBy(source);
		PlaceDigest.mark(stack, lost.isEmpty());
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(source.getNChannels(), slices, frames);
		if (source.isHyperStack() || source.getNChannels() * frames > 1) image.setOpenAsHyperStack(true);
		image.setCalibration(source.getCalibration().copy());
		final String[] properties = source.getPropertiesAsArray();
		if (properties != null) image.setProperties(properties);
		if (source.getInfoProperty() != null) image.setProperty("Info", source.getInfoProperty());
		lost.ifPresent(step -> GeometrySteps.note(image, step));
		return image;
	}

	/** Sets the display range of an image, given in calibrated values such as HU. */
	public static void setDisplayRange(final ImagePlus image, final DisplayRange range) {
		final Calibration calibration = image.getCalibration();
		image.setDisplayRange(calibration.getRawValue(range.min()), calibration.getRawValue(range.max()));
	}
}
