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
package io.github.hounsfield.derived;

import io.github.hounsfield.dicom.Elements;
import java.util.OptionalInt;

/**
 * Stores values as signed numbers of 16 bits, with slope and intercept to get them back (PS3.3 C.11.1). Multiples of
 * one power of two come back exactly. Whole HU from -32768 to 32767 have slope 1 and intercept 0. Other values are
 * rounded to the step that 65,535 stored values allow. NaN becomes Pixel Padding Value, which lies below all others.
 * Immutable.
 */
public final class Quantization {

	private static final int LEAST = Short.MIN_VALUE;
	private static final int MOST = Short.MAX_VALUE;

	/** Stored values other than padding, less one. */
	private static final int STEPS = 65534;

	/** The usual padding of scanners, if nothing lies below it. */
	private static final int USUAL_PADDING = -2000;

	private final double slope;
	private final double intercept;
	private final boolean exact;
	private final OptionalInt padding;

	private Quantization(final double slope, final double intercept, final boolean exact, final OptionalInt padding) {
		this.slope = slope;
		this.intercept = intercept;
		this.exact = exact;
		this.padding = padding;
	}

	/** @param withoutIntercept whether the intercept must be 0, as a PET's must (PS3.3 C.8.9.4) */
	public static Quantization of(final ValueRange range, final boolean withoutIntercept) {
		final double min = range.isEmpty() ? 0 : range.min();
		final double max = range.isEmpty() ? 0 : range.max();
		final int least = range.hasPadding() ? LEAST + 1 : LEAST;
		if (range.binaryPlaces() <= ValueRange.MOST_PLACES) {
			final double unit = Math.scalb(1, -range.binaryPlaces());
			if (min / unit >= least && max / unit <= MOST) return exact(unit, 0, min, range.hasPadding());
			final double middle = Math.rint((min + max) / 2 / unit) * unit;
			if (!withoutIntercept && (max - min) / unit <= STEPS && written(middle) == middle) return exact(unit, middle, min,
				range.hasPadding());
		}
		if (withoutIntercept) return new Quantization(written(Math.max(Math.abs(min), Math.abs(max)) / MOST), 0, false, range
			.hasPadding() ? OptionalInt.of(LEAST) : OptionalInt.empty());
		if (min == max) return new Quantization(stepOf(min), written(min), written(min) == min, range.hasPadding()
			? OptionalInt.of(LEAST) : OptionalInt.empty());
		return new Quantization(written((max - min) / STEPS), written(min / 2 + max / 2), false, range.hasPadding()
			? OptionalInt.of(LEAST) : OptionalInt.empty());
	}

	private static Quantization exact(final double unit, final double intercept, final double min, final boolean padded) {
		final int first = (int) ((min - intercept) / unit);
		return new Quantization(unit, intercept, true, padded ? OptionalInt.of(Math.max(LEAST, Math.min(first - 1,
			USUAL_PADDING))) : OptionalInt.empty());
	}

	/** The slope of one value alone: 1, or more where 16 characters miss the value by more than 16 bits hold. */
	private static double stepOf(final double value) {
		final double missed = Math.abs(value - written(value));
		return missed <= MOST ? 1 : written(2 * missed);
	}

	/** The number that a reader gets from 16 characters. */
	private static double written(final double value) {
		return Double.parseDouble(Elements.decimal(value));
	}

	/** Rescale Slope: the step from one value to the next. */
	public double slope() {
		return slope;
	}

	/** Rescale Intercept. */
	public double intercept() {
		return intercept;
	}

	/** Whether every value comes back exactly. Otherwise the error is at most half a step. */
	public boolean isExact() {
		return exact;
	}

	/** Pixel Padding Value, where there is padding. */
	public OptionalInt padding() {
		return padding;
	}

	/** Signed values of 16 bits. */
	public StoredFormat format(final String photometric) {
		return new StoredFormat(16, 16, true, padding, OptionalInt.empty(), photometric);
	}

	/**
	 * The stored value of one value.
	 *
	 * @param value of the range that this was made for, no NaN
	 */
	int stored(final double value) {
		return (int) Math.rint((value - intercept) / slope);
	}

	/** @param values of the range that this was made for */
	StoredPlane store(final float[] values) {
		return store(values, ValueRange.of(values), new byte[2 * values.length]);
	}

	/**
	 * @param values of the range that this was made for
	 * @param range of these values alone
	 * @param bytes takes the stored values, two bytes for each; the plane keeps it
	 */
	public StoredPlane store(final float[] values, final ValueRange range, final byte[] bytes) {
		final StoredBlocks blocks = new StoredBlocks(values, bytes);
		if (slope == 1 && intercept == 0) blocks.storeWhole(range);
		else blocks.storeRounded(range, slope, intercept, this::stored);
		if (range.hasPadding()) blocks.storePadding((short) padding.orElseThrow());
		if (padding.isPresent() || range.isEmpty()) return StoredPlane.withoutExtremes(bytes);
		return new StoredPlane(bytes, stored(range.min()), stored(range.max()));
	}
}
