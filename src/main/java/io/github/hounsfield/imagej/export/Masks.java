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
import io.github.hounsfield.imagej.pixels.MappedStack;

/** Recognizes images whose values are labels, with nothing between two of them. */
final class Masks {

	/** An image of more different values is no mask. */
	private static final int MOST_VALUES = 16;

	private Masks() {}

	/** Whether an image is one of 8 bits that holds 0 and at most 15 other values, without a calibration function. */
	static boolean isMask(final ImagePlus image) {
		if (image.getBitDepth() != 8 || image.getCalibration().calibrated()) return false;
		final boolean[] found = new boolean[256];
		final ImageStack stack = MappedStack.snapshot(image.getStack());
		for (int n = 1; n <= stack.getSize(); n++) {
			for (final byte value : (byte[]) stack.getPixels(n))
				found[value & 0xFF] = true;
			if (count(found) > MOST_VALUES) return false;
		}
		return found[0];
	}

	private static int count(final boolean[] found) {
		int count = 0;
		for (final boolean one : found)
			if (one) count++;
		return count;
	}
}
