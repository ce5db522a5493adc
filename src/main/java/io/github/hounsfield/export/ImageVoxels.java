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
package io.github.hounsfield.export;

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/** The planes of an ImgLib2 image. */
final class ImageVoxels implements Voxels {

	private final RandomAccessibleInterval<? extends RealType<?>> image;

	ImageVoxels(final RandomAccessibleInterval<? extends RealType<?>> image) {
		final int n = image.numDimensions();
		if (n < 2 || n > 4) throw new IllegalArgumentException("an image of " + n +
			" dimensions; expected x, y, and z and time as far as it has them");
		for (int d = 0; d < n; d++)
			if (image.dimension(d) < 1 || image.dimension(d) > Integer.MAX_VALUE) throw new IllegalArgumentException(
				"dimension " + (d + 1) + " of the image is " + image.dimension(d));
		if (image.dimension(0) * image.dimension(1) > Integer.MAX_VALUE - 8) throw new IllegalArgumentException(
			"a plane of " +
			image.dimension(0) + " x " + image.dimension(1) + " voxels is too large");
		this.image = image;
	}

	private int size(final int d) {
		return d < image.numDimensions() ? (int) image.dimension(d) : 1;
	}

	@Override
	public int width() {
		return size(0);
	}

	@Override
	public int height() {
		return size(1);
	}

	@Override
	public int depth() {
		return size(2);
	}

	@Override
	public int times() {
		return size(3);
	}

	@Override
	public boolean isColour() {
		return false;
	}

	@Override
	public Plane plane(final int index) {
		RandomAccessibleInterval<? extends RealType<?>> plane = image;
		if (plane.numDimensions() == 4) plane = Views.hyperSlice(plane, 3, image.min(3) + index / depth());
		if (plane.numDimensions() == 3) plane = Views.hyperSlice(plane, 2, image.min(2) + index % depth());
		final float[] values = new float[(int) Intervals.numElements(plane)];
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(plane).cursor();
		for (int i = 0; i < values.length; i++)
			values[i] = cursor.next().getRealFloat();
		return Plane.of(PlaneType.FLOAT32, values);
	}
}
