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
package io.github.hounsfield.imagej.save;

import ij.ImagePlus;
import io.github.hounsfield.derived.ImageKind;
import io.github.hounsfield.derived.Scaling;
import io.github.hounsfield.derived.StoredFormat;
import io.github.hounsfield.derived.StoredPlane;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The grey levels of a window, of 8 bits, as a Secondary Capture. */
final class GreyLevels implements SavedPixels {

	private static final int BITS = 8;

	private final SourceSlices slices;
	private final StoredFormat format;

	GreyLevels(final ImagePlus image, final SourceSlices slices) {
		this.slices = slices;
		format = new StoredFormat(BITS, BITS, false, OptionalInt.empty(), OptionalInt.empty(), image.isInvertedLut()
			? "MONOCHROME1" : StoredFormat.MONOCHROME2);
	}

	@Override
	public ImageKind kind() {
		return ImageKind.SECONDARY_CAPTURE;
	}

	@Override
	public StoredFormat format() {
		return format;
	}

	@Override
	public Optional<Scaling> scaling(final int slice) {
		return Optional.empty();
	}

	@Override
	public StoredPlane plane(final int slice, final byte[] bytes) {
		final byte[] levels = slices.pixels(slice, 0).bytes();
		int smallest = 255;
		int largest = 0;
		for (final byte level : levels) {
			smallest = Math.min(smallest, level & 0xFF);
			largest = Math.max(largest, level & 0xFF);
		}
		return new StoredPlane(levels, smallest, largest);
	}

	@Override
	public List<String> notes() {
		return List.of(
			"these are the grey levels of a window, saved as Secondary Capture: HU cannot be had back from them, " +
			"nothing can be measured in them, and some viewers show no place in the patient for this kind of image");
	}
}
