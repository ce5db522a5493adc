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
import io.github.hounsfield.imagej.pixels.GeometrySteps;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageGeometry;
import java.util.Optional;

/** Whether two images lie in the same place in the patient. */
final class GridCheck {

	/** Voxels of the same place are no farther apart, mm. */
	private static final double SAME_PLACE_MM = 0.01;

	private GridCheck() {}

	/**
	 * @return a warning if the mask does not say where it lies; empty if it does, or the image does not either
	 * @throws ImageException if both say where they lie and differ; also if the pixels of one were moved and those of the
	 *          other were not, or in another way
	 */
	static Optional<String> requireSamePlace(final ImagePlus image, final ImagePlus mask) {
		final Optional<String> moved = GeometrySteps.lostBy(image);
		final Optional<String> maskMoved = GeometrySteps.lostBy(mask);
		if (!moved.equals(maskMoved)) throw new ImageException("'" + image.getTitle() + "' " + words(moved) +
			", and the mask '" +
			mask.getTitle() + "' " + words(maskMoved), "a mask whose pixels lie where those of the image lie");
		final ImageGeometry own = geometry(image);
		if (own == null) return Optional.empty();
		final ImageGeometry other;
		try {
			other = ImageGeometry.of(mask);
		}
		catch (final ImageException e) {
			return Optional.of("Where the mask lies is not known, so that it was taken to lie where the image lies: " + e
				.getMessage() + ".");
		}
		if (own.depth() != other.depth()) return Optional.empty();
		for (int z = 0; z < own.depth(); z++) {
			final double corner = own.toPatient(0, 0, z).minus(other.toPatient(0, 0, z)).length();
			final double far = own.toPatient(own.width(), own.height(), z).minus(other.toPatient(own.width(), own.height(), z))
				.length();
			if (Math.max(corner, far) > SAME_PLACE_MM) throw new ImageException("slice " + (z + 1) + " of the mask '" + mask
				.getTitle() + "' lies " + (float) Math.max(corner, far) + " mm from slice " + (z + 1) + " of '" + image
					.getTitle() + "'", "a mask of the same slices in the same order");
		}
		return Optional.empty();
	}

	private static String words(final Optional<String> step) {
		return step.map(name -> "went through " + name).orElse("was not moved");
	}

	private static ImageGeometry geometry(final ImagePlus image) {
		try {
			return ImageGeometry.of(image);
		}
		catch (final ImageException e) {
			return null;
		}
	}
}
