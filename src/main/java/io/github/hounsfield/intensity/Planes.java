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

import io.github.hounsfield.plane.PlanarImages;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.work.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import net.imglib2.Localizable;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** Goes through the slices of an image, for copies and for views. */
final class Planes {

	private Planes() {}

	/** Does something with the plane that holds a slice. */
	interface Action {

		void accept(int slice, Plane plane, int offset, int length);
	}

	/** Does something with each slice. */
	static void forEach(final RandomAccessibleInterval<? extends RealType<?>> image, final Workers workers,
		final Action action)
	{
		final StoredPlanes planes = new StoredPlanes(image);
		final int length = planes.planeSize();
		workers.run(planes.planeCount(), () -> {
			final Plane[] buffer = new Plane[1];
			return slice -> {
				final Plane own = planes.own(slice);
				if (own != null) action.accept(slice, own, planes.offset(slice), length);
				else {
					if (buffer[0] == null) buffer[0] = Plane.allocate(planes.type(), length);
					planes.copy(slice, buffer[0]);
					action.accept(slice, buffer[0], 0, length);
				}
			};
		});
	}

	/** Fills a new plane from the plane that holds a slice. */
	interface Filler<A> {

		A fill(int slice, Plane plane, int offset, int length);
	}

	/** A copy, min at 0. The thread that allocates a plane fills it, while it is in its cache. */
	static <T extends NativeType<T> & RealType<T>, A extends ArrayDataAccess<A>> PlanarImg<T, A> copy(
		final RandomAccessibleInterval<? extends RealType<?>> image, final T type, final Workers workers,
		final Filler<A> filler)
	{
		final StoredPlanes planes = new StoredPlanes(image);
		final Object[] filled = new Object[planes.planeCount()];
		forEach(image, workers, (slice, plane, offset, length) -> filled[slice] = filler.fill(slice, plane, offset,
			length));
		@SuppressWarnings("unchecked") // what the filler returned
		final List<A> list = (List<A>) (List<?>) Arrays.asList(filled);
		return PlanarImages.of(list, type, image.dimensionsAsLongArray());
	}

	/**
	 * A view. It makes each value on demand. It has the interval of the image.
	 *
	 * @param functionOf slice index to a function from stored value to value
	 */
	static <T extends RealType<T>> RandomAccessibleInterval<T> view(
		final RandomAccessibleInterval<? extends RealType<?>> image, final T type,
		final IntFunction<DoubleUnaryOperator> functionOf)
	{
		final int n = image.numDimensions();
		final DoubleUnaryOperator[] functions = new DoubleUnaryOperator[new StoredPlanes(image).planeCount()];
		final Supplier<BiConsumer<Localizable, ? super T>> perAccess = () -> {
			final RandomAccess<? extends RealType<?>> access = image.randomAccess();
			return (position, value) -> {
				int slice = 0;
				for (int d = n - 1; d >= 2; d--)
					slice = slice * (int) image.dimension(d) + (int) (position.getLongPosition(d) - image.min(d));
				DoubleUnaryOperator function = functions[slice];
				if (function == null) functions[slice] = function = functionOf.apply(slice);
				value.setReal(function.applyAsDouble(access.setPositionAndGet(position).getRealDouble()));
			};
		};
		return Views.interval(new FunctionRandomAccessible<>(n, perAccess, type::createVariable), image);
	}
}
