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

import java.util.Objects;

/**
 * Window Center (0028,1050), Window Width (0028,1051) and VOI LUT Function (0028,1056), PS3.3 C.11.2.1.2. Center and
 * width are in the unit of values after the Modality LUT: HU in a CT.
 *
 * @param center finite
 * @param width finite; at least 1 for LINEAR, above 0 for the others
 * @param function not null
 */
public record Window(double center, double width, VoiLutFunction function) implements VoiTransform {

	/** @throws IntensityException where the function does not allow the width, or a number is not finite */
	public Window {
		Objects.requireNonNull(function, "function");
		if (!Double.isFinite(center)) throw new IntensityException(
			"WindowCenter (0028,1050) is " + center, "a finite number");
		final boolean linear = function == VoiLutFunction.LINEAR;
		if (!Double.isFinite(width) || (linear ? width < 1 : width <= 0)) throw new IntensityException(
			"WindowWidth (0028,1051) is " + width, (linear ? "1 and more" : "a number above 0") + " with " + function);
	}

	/** A window of the function LINEAR. */
	public Window(final double center, final double width) {
		this(center, width, VoiLutFunction.LINEAR);
	}

	@Override
	public double apply(final double x, final double min, final double max) {
		return switch (function) {
			case LINEAR -> {
				if (x <= center - 0.5 - (width - 1) / 2) yield min;
				if (x > center - 0.5 + (width - 1) / 2) yield max;
				yield ((x - (center - 0.5)) / (width - 1) + 0.5) * (max - min) + min;
			}
			case LINEAR_EXACT -> {
				if (x <= center - width / 2) yield min;
				if (x > center + width / 2) yield max;
				yield ((x - center) / width + 0.5) * (max - min) + min;
			}
			case SIGMOID -> (max - min) / (1 + Math.exp(-4 * (x - center) / width)) + min;
		};
	}

	@Override
	public int level(final double x) {
		return WindowLevels.level(this, x);
	}

	/**
	 * The ends of the ramp. LINEAR: center - width / 2 is the last value drawn black and center + width / 2 - 1 the
	 * first drawn white. LINEAR_EXACT: center - width / 2 and center + width / 2. SIGMOID has no straight ramp; the
	 * ends given are those of its tangent at the center, which is LINEAR_EXACT of the same width.
	 */
	@Override
	public DisplayRange displayRange() {
		return new DisplayRange(center - width / 2, center + width / 2 - (function == VoiLutFunction.LINEAR ? 1 : 0));
	}
}
