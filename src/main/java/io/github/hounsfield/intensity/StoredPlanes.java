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
package io.github.hounsfield.intensity;

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The slices of an image as Java arrays. A planar image or one array gives its own arrays. Any other image is copied
 * slice by slice. Reading from it is safe for several threads, each with its own buffer.
 */
final class StoredPlanes {

	private final RandomAccessibleInterval<? extends RealType<?>> image;
	private final PlaneType type;
	private final int planeSize;
	private final int planeCount;

	/** @throws IntensityException where a slice has more values than an array can hold */
	StoredPlanes(final RandomAccessibleInterval<? extends RealType<?>> image) {
		this.image = image;
		type = typeOf(image.getType());
		long size = 1;
		long count = 1;
		for (int d = 0; d < image.numDimensions(); d++)
			if (d < 2) size = Math.multiplyExact(size, image.dimension(d));
			else count = Math.multiplyExact(count, image.dimension(d));
		if (size > Integer.MAX_VALUE - 8 || count > Integer.MAX_VALUE - 8) throw new IntensityException("image of " +
			count + " slices with " + size + " values each", "at most " + (Integer.MAX_VALUE - 8) + " of either");
		planeSize = (int) size;
		planeCount = (int) count;
	}

	PlaneType type() {
		return type;
	}

	int planeSize() {
		return planeSize;
	}

	int planeCount() {
		return planeCount;
	}

	/** @return the image's own array with the slice; null if it has none of the needed kind */
	Plane own(final int slice) {
		final Object access = image instanceof PlanarImg<?, ?> planar ? planar.getPlane(slice)
			: image instanceof ArrayImg<?, ?> array ? array.update(null) : null;
		final Object own = access instanceof ArrayDataAccess<?> data ? data.getCurrentStorageArray() : null;
		return own != null && own.getClass() == type.arrayClass() ? Plane.of(type, own) : null;
	}

	/** @return index of the slice's first value in {@link #own} */
	int offset(final int slice) {
		return image instanceof ArrayImg ? slice * planeSize : 0;
	}

	/** Copies a slice. @param buffer takes it from index 0, of the type that {@link #type()} says */
	void copy(final int slice, final Plane buffer) {
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(plane(slice)).cursor();
		switch (type) {
			case UINT8, INT8 -> {
				final byte[] out = buffer.bytes();
				for (int i = 0; i < planeSize; i++)
					out[i] = (byte) ((IntegerType<?>) cursor.next()).getInteger();
			}
			case UINT16, INT16, OFFSET16 -> {
				final short[] out = buffer.shorts();
				for (int i = 0; i < planeSize; i++)
					out[i] = (short) ((IntegerType<?>) cursor.next()).getInteger();
			}
			case INT32, UINT32 -> {
				final int[] out = buffer.ints();
				for (int i = 0; i < planeSize; i++)
					out[i] = (int) ((IntegerType<?>) cursor.next()).getIntegerLong();
			}
			case FLOAT32 -> {
				final float[] out = buffer.floats();
				for (int i = 0; i < planeSize; i++)
					out[i] = cursor.next().getRealFloat();
			}
			case FLOAT64 -> {
				final double[] out = buffer.doubles();
				for (int i = 0; i < planeSize; i++)
					out[i] = cursor.next().getRealDouble();
			}
		}
	}

	private RandomAccessibleInterval<? extends RealType<?>> plane(final int slice) {
		RandomAccessibleInterval<? extends RealType<?>> plane = image;
		int index = slice;
		for (int d = 2; d < image.numDimensions(); d++) {
			final int extent = (int) image.dimension(d);
			plane = Views.hyperSlice(plane, 2, image.min(d) + index % extent);
			index /= extent;
		}
		return plane;
	}

	private static PlaneType typeOf(final RealType<?> type) {
		if (type instanceof UnsignedByteType) return PlaneType.UINT8;
		if (type instanceof ByteType) return PlaneType.INT8;
		if (type instanceof UnsignedShortType) return PlaneType.UINT16;
		if (type instanceof ShortType) return PlaneType.INT16;
		if (type instanceof IntType) return PlaneType.INT32;
		if (type instanceof UnsignedIntType) return PlaneType.UINT32;
		if (type instanceof FloatType) return PlaneType.FLOAT32;
		return PlaneType.FLOAT64;
	}
}
