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

import io.github.hounsfield.dicom.ParameterException;

/**
 * What must be known of a series' values before they can be stored as whole numbers. NaN counts as padding.
 *
 * @param min least value; more than max where all are NaN
 * @param max greatest value
 * @param hasPadding whether there is any NaN
 * @param binaryPlaces least number of binary digits behind the point that holds every value exactly, 0 for whole
 *          numbers; more than {@link #MOST_PLACES} where so many do not suffice
 */
public record ValueRange(double min, double max, boolean hasPadding, int binaryPlaces) {

	/** More are not looked for: a slope of 1/4096 HU leaves a range of 16 HU. */
	public static final int MOST_PLACES = 12;

	/** Of no values. */
	public static final ValueRange EMPTY = new ValueRange(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, false, 0);

	/** @throws ParameterException where a value is infinite, which no stored value can say */
	public static ValueRange of(final float[] values) {
		return RangeSearch.of(values);
	}

	/** Of both. */
	public ValueRange and(final ValueRange other) {
		return new ValueRange(Math.min(min, other.min), Math.max(max, other.max), hasPadding || other.hasPadding, Math.max(
			binaryPlaces, other.binaryPlaces));
	}

	/** Whether there is no value but padding. */
	public boolean isEmpty() {
		return min > max;
	}
}
