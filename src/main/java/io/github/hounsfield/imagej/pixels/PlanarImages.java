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

import java.util.AbstractList;
import java.util.function.Function;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.NativeTypeFactory;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;

/** ImageJ's stacks as ImgLib2 images: the same arrays, nothing is copied. */
public final class PlanarImages {

	private PlanarImages() {}

	/** Stored values with dimensions x, y, slice; a view on the stack's own arrays, read slice by slice where virtual. */
	public static RandomAccessibleInterval<? extends RealType<?>> storedValues(final ImageValues values,
		final SlicePixels planes)
	{
		return switch (values.type()) {
			case UINT8 -> planar(values, planes, new UnsignedByteType(), plane -> new ByteArray((byte[]) plane));
			case UINT16 -> planar(values, planes, new UnsignedShortType(), plane -> new ShortArray((short[]) plane));
			case OFFSET16 -> Converters.convert((RandomAccessibleInterval<UnsignedShortType>) planar(values, planes,
				new UnsignedShortType(), plane -> new ShortArray((short[]) plane)), (in, out) -> out.setInteger(in.get() -
					0x8000), new ShortType());
			case FLOAT32 -> planar(values, planes, new FloatType(), plane -> new FloatArray((float[]) plane));
			default -> throw new IllegalStateException("no ImageJ stack holds " + values.type());
		};
	}

	private static <T extends NativeType<T>, A extends ArrayDataAccess<A>> PlanarImg<T, A> planar(
		final ImageValues values, final SlicePixels planes, final T type, final Function<Object, A> access)
	{
		final PlanarImg<T, A> image = new PlanarImg<>(new AbstractList<A>() {

			@Override
			public A get(final int slice) {
				return access.apply(planes.plane(slice));
			}

			@Override
			public int size() {
				return planes.size();
			}
		}, new long[] { values.width(), values.height(), planes.size() }, new Fraction());
		@SuppressWarnings("unchecked") // a native type makes images of its own kind
		final NativeTypeFactory<T, A> factory = (NativeTypeFactory<T, A>) type.getNativeTypeFactory();
		image.setLinkedType(factory.createLinkedType(image));
		return image;
	}
}
