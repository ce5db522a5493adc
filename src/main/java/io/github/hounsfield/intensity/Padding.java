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
import java.util.ArrayList;
import java.util.List;

/**
 * Which stored values are padding and no measurement: one or more inclusive ranges of stored values, before the
 * Modality LUT (PS3.3 C.7.5.1.1.2). Immutable.
 *
 * @param ranges the ranges; a value in any of them is padding
 */
public record Padding(List<Range> ranges) {

	/** Nothing is padding. */
	public static final Padding NONE = new Padding(List.of());

	/** No CT detector measures below this. Air is -1000 HU, and noise has 100 HU of room. */
	public static final double LOWEST_MEASURED_HU = -1024 - 100;

	/**
	 * Inclusive range of stored values.
	 *
	 * @param min its lower end; NaN together with max for the range that holds NaN alone
	 * @param max its upper end, not below min
	 */
	public record Range(double min, double max) {

		/** @throws IntensityException where min is above max or one alone is NaN */
		public Range {
			if (Double.isNaN(min) != Double.isNaN(max) || min > max) throw new IntensityException(
				"padding range from " + min + " to " + max, "the lower end first");
		}

		boolean contains(final double stored) {
			return stored >= min && stored <= max || Double.isNaN(stored) && Double.isNaN(min);
		}
	}

	public Padding {
		ranges = List.copyOf(ranges);
	}

	/** One stored value is padding. It may be NaN. No modulo is taken. */
	public static Padding ofValue(final double stored) {
		return new Padding(List.of(new Range(stored, stored)));
	}

	/**
	 * Float Pixel Padding Value (0028,0122) to Float Pixel Padding Range Limit (0028,0124), or their double forms
	 * (0028,0123) and (0028,0125): an inclusive range, whichever end comes first. No modulo is taken.
	 */
	public static Padding ofRange(final double value, final double limit) {
		return new Padding(List.of(new Range(Math.min(value, limit), Math.max(value, limit))));
	}

	/**
	 * Pixel Padding Value (0028,0120) to Pixel Padding Range Limit (0028,0121), an inclusive range, whichever end comes
	 * first.
	 *
	 * @param value as read, with the right sign or the wrong one: taken modulo 2^bitsAllocated
	 * @param limit likewise
	 * @param bitsAllocated Bits Allocated (0028,0100) of the image, 1 to 32
	 * @param signed whether Pixel Representation (0028,0103) of the image is 1
	 */
	public static Padding ofPixelPaddingRange(final long value, final long limit, final int bitsAllocated,
		final boolean signed)
	{
		if (bitsAllocated < 1 || bitsAllocated > 32) throw new IntensityException(
			"BitsAllocated (0028,0100) is " + bitsAllocated, "1 to 32");
		return ofRange(asStored(value, bitsAllocated, signed), asStored(limit, bitsAllocated, signed));
	}

	/**
	 * The undeclared value outside a scanner's circular field of view. It is padding if all four corners of a slice hold
	 * it, and it means less than {@link #LOWEST_MEASURED_HU}.
	 *
	 * @param plane the stored values of one slice, row after row
	 * @param width values in a row
	 * @param height rows
	 * @param transform from stored values to HU
	 * @return that one value, or {@link #NONE}
	 */
	public static Padding outsideFieldOfView(final Plane plane, final int width, final int height,
		final ModalityTransform transform)
	{
		final int last = width * (height - 1);
		return outsideFieldOfView(transform, plane.valueAt(0), plane.valueAt(width - 1),
			plane.valueAt(last), plane.valueAt(last + width - 1));
	}

	/**
	 * {@link #outsideFieldOfView(Plane, int, int, ModalityTransform)} for corners that were read already.
	 *
	 * @param transform from stored values to HU
	 * @param corners stored values of all corners of a slice
	 */
	public static Padding outsideFieldOfView(final ModalityTransform transform, final double... corners) {
		for (final double corner : corners)
			if (corner != corners[0]) return NONE;
		return transform.apply(corners[0]) < LOWEST_MEASURED_HU ? ofValue(corners[0]) : NONE;
	}

	/** Padding that this or the other declares. */
	public Padding or(final Padding other) {
		if (ranges.containsAll(other.ranges)) return this;
		if (ranges.isEmpty()) return other;
		final List<Range> all = new ArrayList<>(ranges);
		all.addAll(other.ranges);
		return new Padding(all);
	}

	/** Whether no value is padding. */
	public boolean isNone() {
		return ranges.isEmpty();
	}

	/** Whether a stored value, sign extended, is padding. */
	public boolean contains(final double stored) {
		for (int i = 0; i < ranges.size(); i++)
			if (ranges.get(i).contains(stored)) return true;
		return false;
	}

	private static long asStored(final long value, final int bits, final boolean signed) {
		final long unsigned = value & (1L << bits) - 1;
		return signed && unsigned >> bits - 1 == 1 ? unsigned - (1L << bits) : unsigned;
	}
}
