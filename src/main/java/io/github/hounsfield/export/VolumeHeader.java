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

import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.volume.VoxelGrid;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What the header of a file is made from.
 *
 * @param type of the voxels in the file
 * @param times of a volume, 1 where there is but one
 */
record VolumeHeader(VoxelType type, int width, int height, int depth, int times, Placement placement) {

	private static final int DIGITS = 15;

	/** Of lengths in mm, of seconds, and of cosines: smaller ones are 0. */
	private static final double NOISE = 1e-13;

	/** @throws IllegalStateException if the place is not known; the caller checks it before */
	VoxelGrid grid() {
		return placement.grid().orElseThrow(() -> new IllegalStateException("no place"));
	}

	long bytes() {
		return (long) width * height * depth * times * type.bytes();
	}

	/** Three numbers in a text, without the sign of a negative zero. */
	static String join(final Vector3 v, final String between) {
		return number(v.x()) + between + number(v.y()) + between + number(v.z());
	}

	/**
	 * The shortest decimal of the same 15 digits. A header's decimal string has no more (PS3.5, table 6.2-1: 16 bytes with
	 * sign and point); beyond them stands the noise of arithmetic, such as 0.9999999999999999 for 1.
	 */
	static String number(final double value) {
		if (!Double.isFinite(value)) return Double.toString(value);
		if (Math.abs(value) < NOISE) return "0.0";
		return Double.toString(new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN)).doubleValue());
	}
}
