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
package io.github.hounsfield.imagej.hu;

import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.imagej.pixels.Remedy;
import io.github.hounsfield.imagej.pixels.SlicePixels;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.plane.PlaneType;

/**
 * A 16-bit image without header and calibration function does not say whether its values are signed. ImageJ2's ImgPlus
 * and Dataset of a signed image hold + 32768 without a mark.
 */
final class UnmarkedSigns {

	/** In a CT only metal has more HU. A slice with more in most pixels was misread. */
	private static final double IMPLAUSIBLE_HU = 16384;

	private UnmarkedSigns() {}

	/**
	 * Looks at the middle slice.
	 *
	 * @param rescale by hand
	 * @throws ImageException where most of its HU would be higher than any in a CT
	 */
	static void requireNone(final Rescale rescale, final ImageValues values, final SlicePixels planes) {
		if (values.type() != PlaneType.UINT16 || !values.header(0).isEmpty()) return;
		final int slice = planes.size() / 2;
		final short[] plane = planes.plane(slice).shorts();
		int implausible = 0;
		for (final short stored : plane)
			if (rescale.slope() * (stored & 0xFFFF) + rescale.intercept() > IMPLAUSIBLE_HU) implausible++;
		if (implausible > plane.length / 2) throw new ImageException(Problem.of("with slope " + rescale.slope() +
			" and intercept " + rescale.intercept() + " most of slice " + (slice + 1) + " of '" + values.title() +
			"' would be above " + (int) IMPLAUSIBLE_HU + " HU, as nothing in a CT is: these seem to be signed values, which " +
			"ImageJ holds + 32768, without the calibration function that says so (ImageJ2's Dataset and ImgPlus have none)")
			.expected("the image that was opened, or intercept " + (rescale.intercept() - PlaneType.SIGN_OFFSET * rescale
				.slope())), Remedy.FORCE);
	}
}
