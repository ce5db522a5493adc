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
import io.github.hounsfield.work.Workers;
import java.util.function.IntFunction;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * Turns values into 8-bit grey levels by the Modality LUT and a window or VOI LUT (PS3.3 C.11.2). The levels are
 * exactly those of {@link VoiTransform#level}. Padding and NaN become 0 (black).
 * <p>
 * Slices, copies and threads are as in {@link HounsfieldConverter}. Immutable; safe for any number of threads.
 */
public final class Windowing {

	private final SliceTransforms transforms;
	private final IntFunction<? extends VoiTransform> windows;
	private final boolean inverted;
	private final TableCache tables = new TableCache();

	/**
	 * @param transforms stored values to HU, and what is padding; {@link SliceTransforms#IDENTITY} for an image in HU
	 * @param windows slice index to window; called as the functions of transforms are
	 */
	public Windowing(final SliceTransforms transforms, final IntFunction<? extends VoiTransform> windows) {
		this(transforms, windows, false);
	}

	private Windowing(final SliceTransforms transforms, final IntFunction<? extends VoiTransform> windows,
		final boolean inverted)
	{
		this.transforms = transforms;
		this.windows = windows;
		this.inverted = inverted;
	}

	/** One window for all slices. */
	public Windowing(final SliceTransforms transforms, final VoiTransform window) {
		this(transforms, slice -> window, false);
	}

	/**
	 * The same, inverted or not.
	 *
	 * @param value whether level n becomes 255 - n, as MONOCHROME1 asks for (PS3.3 C.7.6.3.1.2); padding stays 0
	 */
	public Windowing withInverted(final boolean value) {
		return new Windowing(transforms, windows, value);
	}

	/**
	 * @param stored stored value of a pixel, sign extended
	 * @param slice index of its slice
	 * @return its grey level, 0 to 255
	 */
	public int level(final double stored, final int slice) {
		return kernel(slice).level(stored);
	}

	/**
	 * @param stored stored values
	 * @return a copy
	 */
	public PlanarImg<UnsignedByteType, ByteArray> toBytes(final RandomAccessibleInterval<? extends RealType<?>> stored,
		final Workers workers)
	{
		return Planes.copy(stored, new UnsignedByteType(), workers, (slice, in, offset, length) -> {
			final ByteArray out = new ByteArray(length);
			kernel(slice).run(in, offset, out.getCurrentStorageArray(), length, tables);
			return out;
		});
	}

	/**
	 * Grey levels. Each is made on demand.
	 *
	 * @param stored stored values
	 * @return a view of the same interval, to be read only
	 */
	public RandomAccessibleInterval<UnsignedByteType> view(
		final RandomAccessibleInterval<? extends RealType<?>> stored)
	{
		return Planes.view(stored, new UnsignedByteType(), slice -> kernel(slice)::level);
	}

	/**
	 * @param stored one slice, from index 0, as many values as out has
	 * @param slice index of the slice
	 * @param out takes grey levels; the caller owns it
	 */
	public void windowPlane(final Plane stored, final int slice, final byte[] out) {
		kernel(slice).run(stored, 0, out, out.length, tables);
	}

	private ByteKernel.Levels kernel(final int slice) {
		return new ByteKernel.Levels(SliceFunction.of(transforms, slice, PaddingMode.NAN), windows.apply(slice),
			inverted);
	}
}
