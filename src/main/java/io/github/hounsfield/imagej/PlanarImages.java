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
package io.github.hounsfield.imagej;

import java.util.AbstractList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;

/** ImageJ's stacks as ImgLib2 images: the same arrays, nothing is copied. */
final class PlanarImages {

	private PlanarImages() {}

	/** Stored values with dimensions x, y, slice; a view on the stack's own arrays, read slice by slice where virtual. */
	static RandomAccessibleInterval<? extends RealType<?>> storedValues(final ImageValues values,
		final PlaneSource planes)
	{
		return switch (values.type()) {
			case UINT8 -> stack(values, planes, (plane, w, h) -> ArrayImgs.unsignedBytes((byte[]) plane, w, h));
			case UINT16 -> stack(values, planes, (plane, w, h) -> ArrayImgs.unsignedShorts((short[]) plane, w, h));
			case OFFSET16 -> signed(stack(values, planes, (plane, w, h) -> ArrayImgs.unsignedShorts((short[]) plane, w, h)));
			case FLOAT32 -> stack(values, planes, (plane, w, h) -> ArrayImgs.floats((float[]) plane, w, h));
			default -> throw new IllegalStateException("no ImageJ stack holds " + values.type());
		};
	}

	private static RandomAccessibleInterval<ShortType> signed(final RandomAccessibleInterval<UnsignedShortType> offset) {
		return Converters.convert(offset, (in, out) -> out.setInteger(in.get() - 0x8000), new ShortType());
	}

	private interface Wrapper<T> {

		RandomAccessibleInterval<T> wrap(Object plane, long width, long height);
	}

	private static <T> RandomAccessibleInterval<T> stack(final ImageValues values, final PlaneSource planes,
		final Wrapper<T> wrapper)
	{
		final List<RandomAccessibleInterval<T>> slices = new AbstractList<>() {

			@Override
			public RandomAccessibleInterval<T> get(final int slice) {
				return wrapper.wrap(planes.plane(slice), values.image().getWidth(), values.image().getHeight());
			}

			@Override
			public int size() {
				return planes.size();
			}
		};
		return Views.stack(slices);
	}
}
