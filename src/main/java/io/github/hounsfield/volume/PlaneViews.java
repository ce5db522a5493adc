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
package io.github.hounsfield.volume;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.function.Function;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.NativeTypeFactory;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;

/** ImgLib2 views of planes, without a copy. */
final class PlaneViews {

	private PlaneViews() {}

	static RandomAccessibleInterval<? extends RealType<?>> stored(final PlaneSource planes, final long[] dimensions) {
		return switch (planes.type()) {
			case UINT8, MASK -> planar(planes, dimensions, new UnsignedByteType(), plane -> new ByteArray((byte[]) plane));
			case UINT16 -> planar(planes, dimensions, new UnsignedShortType(), plane -> new ShortArray((short[]) plane));
			case OFFSET16 -> signed(planar(planes, dimensions, new UnsignedShortType(), plane -> new ShortArray(
				(short[]) plane)));
			case FLOAT32 -> planar(planes, dimensions, new FloatType(), plane -> new FloatArray((float[]) plane));
			case RGB -> throw new IllegalStateException("a colour image has no stored values to convert");
		};
	}

	static RandomAccessibleInterval<ARGBType> colours(final PlaneSource planes, final long[] dimensions) {
		if (planes.type() != PlaneType.RGB) throw new IllegalStateException("not a colour image");
		return planar(planes, dimensions, new ARGBType(), plane -> new IntArray((int[]) plane));
	}

	private static RandomAccessibleInterval<ShortType> signed(
		final RandomAccessibleInterval<UnsignedShortType> offset)
	{
		return Converters.convert(offset, (in, out) -> out.set((short) (in.get() - 0x8000)), new ShortType());
	}

	private static <T extends NativeType<T>, A extends ArrayDataAccess<A>> PlanarImg<T, A> planar(
		final PlaneSource planes, final long[] dimensions, final T type, final Function<Object, A> access)
	{
		final PlanarImg<T, A> image = new PlanarImg<>(new AbstractList<A>() {

			@Override
			public A get(final int index) {
				try {
					return access.apply(planes.get(index));
				}
				catch (final IOException e) {
					throw new UncheckedIOException(e);
				}
			}

			@Override
			public int size() {
				return planes.size();
			}
		}, dimensions, new Fraction());
		@SuppressWarnings("unchecked") // a native type makes images of its own kind
		final NativeTypeFactory<T, A> factory = (NativeTypeFactory<T, A>) type.getNativeTypeFactory();
		image.setLinkedType(factory.createLinkedType(image));
		return image;
	}
}
