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

import io.github.hounsfield.intensity.ModalityTransform;
import io.github.hounsfield.intensity.Padding;
import io.github.hounsfield.intensity.Rescale;

/** Planes as numbers and back, for resampling. */
final class PlaneValues {

	/** What lies outside of the scanned field, where a CT has no value of its own for it. */
	private static final double AIR_HU = -1000;

	private PlaneValues() {}

	/** @return the values of a plane; colours as packed integers, which are not to be interpolated */
	static double[] load(final PlaneType type, final Object plane, final int length) {
		final double[] values = new double[length];
		if (type == PlaneType.RGB) for (int i = 0; i < length; i++)
			values[i] = ((int[]) plane)[i];
		else type.sampleType().load(plane, 0, values, length);
		return values;
	}

	/** @return a plane of values rounded to the nearest that the type holds */
	static Object store(final PlaneType type, final double[] values) {
		return switch (type) {
			case UINT8, MASK -> {
				final byte[] plane = new byte[values.length];
				for (int i = 0; i < plane.length; i++)
					plane[i] = (byte) within(values[i], 0, 255);
				yield plane;
			}
			case UINT16 -> {
				final short[] plane = new short[values.length];
				for (int i = 0; i < plane.length; i++)
					plane[i] = (short) within(values[i], 0, 65535);
				yield plane;
			}
			case OFFSET16 -> {
				final short[] plane = new short[values.length];
				for (int i = 0; i < plane.length; i++)
					plane[i] = (short) (within(values[i], -32768, 32767) + 32768);
				yield plane;
			}
			case FLOAT32 -> {
				final float[] plane = new float[values.length];
				for (int i = 0; i < plane.length; i++)
					plane[i] = (float) values[i];
				yield plane;
			}
			case RGB -> {
				final int[] plane = new int[values.length];
				for (int i = 0; i < plane.length; i++)
					plane[i] = (int) values[i];
				yield plane;
			}
		};
	}

	private static int within(final double value, final int min, final int max) {
		return (int) Math.max(min, Math.min(max, Math.rint(value)));
	}

	/** Whether values between two stored ones mean something. */
	static boolean isContinuous(final PlaneType type) {
		return type != PlaneType.MASK && type != PlaneType.RGB;
	}

	/**
	 * The stored value of what was not scanned: the slice's own padding, else the air of a CT, else the least value of
	 * the slice; black in colours and masks.
	 *
	 * @param values of the slice
	 */
	static double outside(final PlaneType type, final Slice slice, final double[] values) {
		for (final Padding.Range range : slice.padding().ranges())
			if (!Double.isNaN(range.min()) && !Double.isInfinite(range.min())) return range.min();
		if (type == PlaneType.RGB) return 0xFF000000;
		if (type == PlaneType.MASK) return 0;
		final ModalityTransform transform = slice.transform().orElse(null);
		if (slice.unit().equals("HU") && transform instanceof Rescale rescale) {
			final double air = rescale.invert(AIR_HU);
			return switch (type) {
				case UINT8 -> within(air, 0, 255);
				case UINT16 -> within(air, 0, 65535);
				case OFFSET16 -> within(air, -32768, 32767);
				default -> air;
			};
		}
		double least = Double.POSITIVE_INFINITY;
		for (final double value : values)
			if (value < least) least = value;
		return Double.isInfinite(least) ? 0 : least;
	}
}
