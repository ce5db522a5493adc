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

import io.github.hounsfield.intensity.IntensityException.Kind;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.work.Workers;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Turns stored values into HU. Each slice has its own Modality LUT (PS3.3 C.11.1), and padding is replaced. The
 * transform is evaluated in double precision. The result is rounded once to the output type.
 * <p>
 * An image has dimensions x, y and, if any, further ones; each plane of x and y is a slice, counted as {@link
 * SliceTransforms} says. A copy has its min at 0 and belongs to the caller. Its planes are new Java arrays. The input
 * is never changed. Immutable; safe for any number of threads.
 */
public final class HounsfieldConverter {

	private final SliceTransforms transforms;
	private final PaddingMode mode;
	private final TableCache tables = new TableCache();

	/**
	 * @param transforms stored values to HU, and what is padding
	 * @param mode what padding becomes
	 */
	public HounsfieldConverter(final SliceTransforms transforms, final PaddingMode mode) {
		this.transforms = transforms;
		this.mode = mode;
	}

	/**
	 * @param stored stored value of a pixel, sign extended
	 * @param slice index of its slice
	 * @return its HU, in double precision; NaN for padding in mode NaN and for NaN
	 */
	public double hu(final double stored, final int slice) {
		return function(slice).hu(stored);
	}

	/**
	 * HU as 32-bit float.
	 *
	 * @param stored stored values
	 * @return a copy
	 */
	public PlanarImg<FloatType, FloatArray> toFloat(final RandomAccessibleInterval<? extends RealType<?>> stored,
		final Workers workers)
	{
		return Planes.copy(stored, new FloatType(), workers, (slice, in, offset, length) -> {
			final FloatArray out = new FloatArray(length);
			new FloatKernel(function(slice)).run(in, offset, out.getCurrentStorageArray(), length, tables);
			return out;
		});
	}

	/**
	 * HU as 16-bit signed integers.
	 *
	 * @param stored stored values
	 * @return a copy
	 * @throws IntensityException if HU of a pixel are no whole number from -32768 to 32767; names the range of HU in the
	 *          first slice with such a pixel
	 */
	public PlanarImg<ShortType, ShortArray> toShort(final RandomAccessibleInterval<? extends RealType<?>> stored,
		final Workers workers)
	{
		checkMode();
		return Planes.copy(stored, new ShortType(), workers, (slice, in, offset, length) -> shorts(slice, in, offset,
			length, ShortKernel.TWOS_COMPLEMENT));
	}

	/**
	 * Where padding is, in any mode.
	 *
	 * @param stored stored values
	 * @return a copy: 255 for padding, 0 for anything else
	 */
	public PlanarImg<UnsignedByteType, ByteArray> paddingMask(
		final RandomAccessibleInterval<? extends RealType<?>> stored, final Workers workers)
	{
		return Planes.copy(stored, new UnsignedByteType(), workers, (slice, in, offset, length) -> {
			final ByteArray out = new ByteArray(length);
			new ByteKernel.Mask(function(slice).padding()).run(in, offset, out.getCurrentStorageArray(), length, tables);
			return out;
		});
	}

	/**
	 * HU as 32-bit float. Each value is made on demand.
	 *
	 * @param stored stored values
	 * @return a view of the same interval, to be read only
	 */
	public RandomAccessibleInterval<FloatType> view(final RandomAccessibleInterval<? extends RealType<?>> stored) {
		return Planes.view(stored, new FloatType(), slice -> function(slice)::hu);
	}

	/**
	 * HU of one slice as 32-bit float.
	 *
	 * @param stored the slice, from index 0, as many values as out has
	 * @param slice index of the slice
	 * @param out takes HU; the caller owns it
	 */
	public void convertPlane(final Plane stored, final int slice, final float[] out) {
		new FloatKernel(function(slice)).run(stored, 0, out, out.length, tables);
	}

	/**
	 * HU of one slice as 16-bit integers.
	 *
	 * @param stored the slice, from index 0, as many values as out has
	 * @param slice index of the slice
	 * @param out takes HU; the caller owns it
	 * @param outType {@link PlaneType#INT16} for HU, {@link PlaneType#OFFSET16} for HU + 32768
	 * @throws IntensityException as {@link #toShort} does; out may then hold part of the slice
	 */
	public void convertPlane(final Plane stored, final int slice, final short[] out, final PlaneType outType) {
		checkMode();
		convert(slice, stored, 0, out, switch (outType) {
			case INT16 -> ShortKernel.TWOS_COMPLEMENT;
			case OFFSET16 -> ShortKernel.OFFSET_BINARY;
			default -> throw new IllegalArgumentException("output as " + outType + "; expected INT16 or OFFSET16");
		});
	}

	/**
	 * Where padding is in one slice.
	 *
	 * @param stored the slice, from index 0, as many values as out has
	 * @param slice index of the slice
	 * @param out takes 255 for padding, 0 for anything else; the caller owns it
	 */
	public void maskPlane(final Plane stored, final int slice, final byte[] out) {
		new ByteKernel.Mask(function(slice).padding()).run(stored, 0, out, out.length, tables);
	}

	private SliceFunction function(final int slice) {
		return SliceFunction.of(transforms, slice, mode);
	}

	private void checkMode() {
		if (mode == PaddingMode.NAN) throw new IntensityException(Kind.NOT_EXACT_IN_16_BITS, "padding is '" +
			PaddingMode.NAN.label() + "'", "a number that 16-bit output has", -1);
	}

	private ShortArray shorts(final int slice, final Plane in, final int offset, final int length, final int flip) {
		final ShortArray out = new ShortArray(length);
		convert(slice, in, offset, out.getCurrentStorageArray(), flip);
		return out;
	}

	private void convert(final int slice, final Plane in, final int offset, final short[] out, final int flip) {
		final SliceFunction function = function(slice);
		if (ShortKernel.isFlawed(new ShortKernel(function, flip).run(in, offset, out, out.length, tables)))
			throw inexact(function, slice, in, offset, out.length);
	}

	/** Why 16-bit output of a slice would not be exact. It is known that it would not. */
	private static IntensityException inexact(final SliceFunction function, final int slice, final Plane in,
		final int offset, final int length)
	{
		final double[] value = new double[1];
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		double fraction = 0;
		for (int i = 0; i < length; i++) {
			in.load(offset + i, value, 1);
			final double hu = function.hu(value[0]);
			min = Math.min(min, hu);
			max = Math.max(max, hu);
			if (fraction == 0 && hu != Math.rint(hu)) fraction = hu;
		}
		final String range = "HU from " + min + " to " + max;
		final boolean fits = ShortKernel.fits(Math.rint(min)) && ShortKernel.fits(Math.rint(max));
		return new IntensityException(Kind.NOT_EXACT_IN_16_BITS, fits ? range + ", " + fraction + " among them" : range,
			fits ? "whole numbers in 16-bit signed output" : "-32768 to 32767 in 16-bit signed output", slice);
	}
}
