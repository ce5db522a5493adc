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
package io.github.hounsfield.export;

import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;

/** Turns stored values into what they mean, in the smallest array that holds them exactly. */
public final class StoredValues {

	private StoredValues() {}

	/**
	 * Values after a rescale (PS3.3 C.11.1): slope x stored value + intercept.
	 *
	 * @param plane not changed; it is the result itself if nothing changes
	 * @return as {@link Voxels#plane} has it
	 */
	public static Plane of(final Plane plane, final Rescale rescale) {
		final PlaneType type = plane.type();
		if (rescale.isIdentity() && (type == PlaneType.UINT8 || type == PlaneType.INT16 || type == PlaneType.FLOAT32))
			return plane;
		final int slope = (int) rescale.slope();
		final int intercept = (int) rescale.intercept();
		final boolean whole = slope == rescale.slope() && intercept == rescale.intercept() && Math.abs(slope) < 1 << 12 &&
			Math.abs(intercept) < 1 << 28;
		if (whole && type.bits() == 16) {
			final short[] values = new short[plane.length()];
			if (shorts(plane.shorts(), type, slope, intercept, values)) return Plane.of(PlaneType.INT16, values);
		}
		final double[] stored = plane.values();
		final float[] values = new float[stored.length];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) rescale.apply(stored[i]);
		return Plane.of(PlaneType.FLOAT32, values);
	}

	/** @return whether all values are within 16 bits */
	private static boolean shorts(final short[] stored, final PlaneType type, final int slope, final int intercept,
		final short[] values)
	{
		final int flip = type.offset();
		final boolean signed = type != PlaneType.UINT16;
		int lost = 0;
		for (int i = 0; i < values.length; i++) {
			final int raw = stored[i] ^ flip;
			final int value = slope * (signed ? (short) raw : raw & 0xFFFF) + intercept;
			values[i] = (short) value;
			lost |= value ^ (short) value;
		}
		return lost == 0;
	}
}
