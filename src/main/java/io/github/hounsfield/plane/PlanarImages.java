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
package io.github.hounsfield.plane;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
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

/** ImgLib2 images over planes, without a copy. */
public final class PlanarImages {

	private PlanarImages() {}

	/**
	 * A view of values. It asks for a plane when it is reached.
	 *
	 * @param type the type of all planes: one that ImageJ has, and no colour
	 * @param planes index to plane, each of the type
	 * @param count of planes
	 * @param dimensions x and y, then dimensions whose product is the number of planes
	 * @throws IllegalStateException if the type is another
	 */
	public static RandomAccessibleInterval<? extends RealType<?>> values(final PlaneType type,
		final IntFunction<Plane> planes, final int count, final long... dimensions)
	{
		return switch (type) {
			case UINT8, MASK, BIT -> of(bytes(planes, count), new UnsignedByteType(), dimensions);
			case UINT16 -> of(shorts(planes, count), new UnsignedShortType(), dimensions);
			case INT16 -> of(shorts(planes, count), new ShortType(), dimensions);
			case OFFSET16 -> signed(of(shorts(planes, count), new UnsignedShortType(), dimensions));
			case FLOAT32 -> of(PlanarImages.<FloatArray>list(planes, count, plane -> new FloatArray(plane.floats())),
				new FloatType(), dimensions);
			case RGB -> throw new IllegalStateException("a colour image has no stored values to convert");
			default -> throw new IllegalStateException("no image of ImageJ holds " + type);
		};
	}

	private static List<ByteArray> bytes(final IntFunction<Plane> planes, final int count) {
		return list(planes, count, plane -> new ByteArray(plane.bytes()));
	}

	private static List<ShortArray> shorts(final IntFunction<Plane> planes, final int count) {
		return list(planes, count, plane -> new ShortArray(plane.shorts()));
	}

	private static RandomAccessibleInterval<ShortType> signed(final RandomAccessibleInterval<UnsignedShortType> offset) {
		return Converters.convert(offset, (in, out) -> out.setInteger(in.get() - PlaneType.SIGN_OFFSET), new ShortType());
	}

	/** A view of colours, planes int[] of 0xFFRRGGBB; otherwise as {@link #values}. */
	public static RandomAccessibleInterval<ARGBType> colours(final IntFunction<Plane> planes, final int count,
		final long... dimensions)
	{
		return of(PlanarImages.<IntArray>list(planes, count, plane -> new IntArray(plane.ints())), new ARGBType(),
			dimensions);
	}

	/** An image that shares the planes. */
	public static <T extends NativeType<T>, A extends ArrayDataAccess<A>> PlanarImg<T, A> of(final List<A> planes,
		final T type, final long... dimensions)
	{
		final PlanarImg<T, A> image = new PlanarImg<>(planes, dimensions, new Fraction());
		@SuppressWarnings("unchecked") // a native type makes images of its own kind
		final NativeTypeFactory<T, A> factory = (NativeTypeFactory<T, A>) type.getNativeTypeFactory();
		image.setLinkedType(factory.createLinkedType(image));
		return image;
	}

	private static <A> List<A> list(final IntFunction<Plane> planes, final int count, final Function<Plane, A> access) {
		return new AbstractList<>() {

			@Override
			public A get(final int index) {
				return access.apply(planes.apply(index));
			}

			@Override
			public int size() {
				return count;
			}
		};
	}
}
