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

import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.hounsfield.plane.Plane;

/** ImageJ's pixels as planes, and planes as ImageJ's pixels. Nothing is copied. */
public final class StackPlanes {

	private StackPlanes() {}

	/**
	 * A slice's pixels, not to be changed. A stack in memory gives its own array, at once for any number of threads; a
	 * virtual stack is read by one thread at a time.
	 *
	 * @param slice from 0
	 * @return as ImageJ takes them where no header says otherwise: 16 bits have no sign
	 */
	public static Plane get(final ImageStack stack, final int slice) {
		if (!stack.isVirtual()) return Plane.ofPixels(stack.getPixels(slice + 1));
		synchronized (stack) {
			return Plane.ofPixels(stack.getPixels(slice + 1));
		}
	}

	/** A processor that shares the plane's array. */
	public static ImageProcessor processor(final Plane plane, final int width, final int height) {
		return switch (plane.type()) {
			case UINT8, MASK -> new ByteProcessor(width, height, plane.bytes());
			case UINT16, OFFSET16 -> new ShortProcessor(width, height, plane.shorts(), null);
			case FLOAT32 -> new FloatProcessor(width, height, plane.floats());
			case RGB -> new ColorProcessor(width, height, plane.ints());
			default -> throw new IllegalArgumentException("no image of ImageJ holds " + plane.type());
		};
	}
}
