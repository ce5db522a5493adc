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
import java.util.function.IntFunction;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * HU of an image, read slice by slice. Nothing is copied without need. A slice is a plane of dimensions 0 and 1; slices
 * are counted from 0, dimension 2 fastest. Safe for several threads, each with its own {@link Reader}.
 */
public final class HuPlanes {

	/** A slice's plane, and the index of its first value in it. */
	private interface Source {

		Plane plane(int slice);

		int offset(int slice);
	}

	private final PlaneType type;
	private final int width;
	private final int planeSize;
	private final int planeCount;
	private final SliceTransforms transforms;
	private final Source source;
	private final StoredPlanes copied;

	/**
	 * @param stored stored values, or HU with {@link SliceTransforms#IDENTITY}; stays the caller's own
	 * @param transforms stored values to HU, and what is padding
	 * @throws IntensityException where a slice has more values than an array can hold
	 */
	public HuPlanes(final RandomAccessibleInterval<? extends RealType<?>> stored, final SliceTransforms transforms) {
		copied = new StoredPlanes(stored);
		type = copied.type();
		width = (int) stored.dimension(0);
		planeSize = copied.planeSize();
		planeCount = copied.planeCount();
		this.transforms = transforms;
		source = new Source() {

			@Override
			public Plane plane(final int slice) {
				return copied.own(slice);
			}

			@Override
			public int offset(final int slice) {
				return copied.offset(slice);
			}
		};
	}

	/**
	 * HU of planes, one for each slice.
	 *
	 * @param type of all planes
	 * @param planes slice index to its plane, rows from the top; never null and not changed; several threads ask
	 * @param transforms stored values to HU, and what is padding
	 */
	public HuPlanes(final int width, final int height, final int planeCount, final PlaneType type,
		final IntFunction<Plane> planes, final SliceTransforms transforms)
	{
		this.type = type;
		this.width = width;
		this.planeSize = Math.multiplyExact(width, height);
		this.planeCount = planeCount;
		this.transforms = transforms;
		copied = null;
		source = new Source() {

			@Override
			public Plane plane(final int slice) {
				return planes.apply(slice);
			}

			@Override
			public int offset(final int slice) {
				return 0;
			}
		};
	}

	/** Pixels in a row. */
	public int width() {
		return width;
	}

	/** Rows in a slice. */
	public int height() {
		return planeSize / width;
	}

	/** Pixels in a slice. */
	public int planeSize() {
		return planeSize;
	}

	public int planeCount() {
		return planeCount;
	}

	/** @return a reader for one thread */
	public Reader reader() {
		return new Reader();
	}

	/** Reads slices for one thread: it has a buffer, and a table for values of 8 and 16 bits. */
	public final class Reader {

		private Plane buffer;
		private SliceFunction function;
		private double[] table;

		private Reader() {}

		/**
		 * Reads a slice.
		 *
		 * @param slice counted from 0
		 * @param hu takes the slice's HU row by row from index 0, at least {@link #planeSize()} long; NaN is padding
		 */
		public void read(final int slice, final double[] hu) {
			final int size = planeSize;
			Plane plane = source.plane(slice);
			final int offset = plane == null ? 0 : source.offset(slice);
			if (plane == null) {
				if (buffer == null) buffer = Plane.allocate(type, size);
				copied.copy(slice, buffer);
				plane = buffer;
			}
			final SliceFunction next = SliceFunction.of(transforms, slice, PaddingMode.NAN);
			if (type.bits() > 16) {
				plane.load(offset, hu, size);
				next.hu(hu, size);
				return;
			}
			if (!next.equals(function)) {
				function = next;
				table = table(type, next);
			}
			if (plane.array() instanceof byte[] bytes) for (int i = 0; i < size; i++)
				hu[i] = table[bytes[offset + i] & 0xff];
			else {
				final short[] shorts = plane.shorts();
				for (int i = 0; i < size; i++)
					hu[i] = table[shorts[offset + i] & 0xffff];
			}
		}

		private static double[] table(final PlaneType type, final SliceFunction function) {
			final double[] table = Plane.ofAllBits(type).values();
			function.hu(table, table.length);
			return table;
		}
	}
}
