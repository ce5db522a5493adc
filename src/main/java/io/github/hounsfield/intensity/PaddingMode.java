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

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a padding pixel becomes when stored values become HU. The labels are what macros and dialogs hold. */
public enum PaddingMode {

	/** -1000 HU, whatever slope and intercept are. */
	AIR("Air (-1000 HU)"),

	/** The result of stored value 0. With slope and intercept that is the intercept. */
	ZERO_BEFORE_RESCALE("Zero before rescale"),

	/** NaN, for floating point output only. */
	NAN("NaN"),

	/** Rescaled like any other value. */
	KEEP("Keep");

	/** The HU of air, which {@link #AIR} puts in the place of padding. */
	public static final double AIR_HU = -1000;

	private final String label;

	PaddingMode(final String label) {
		this.label = label;
	}

	String label() {
		return label;
	}

	/** @throws IntensityException where no mode has that label; the message lists those that are */
	public static PaddingMode ofLabel(final String label) {
		for (final PaddingMode mode : values())
			if (mode.label.equals(label)) return mode;
		throw new IntensityException("padding is '" + label + "'", "one of " + Arrays.stream(values())
			.map(mode -> "'" + mode.label + "'").collect(Collectors.joining(", ")));
	}

	@Override
	public String toString() {
		return label;
	}
}
