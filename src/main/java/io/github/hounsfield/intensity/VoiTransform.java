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

/**
 * The VOI LUT of PS3.3 C.11.2: from values after the Modality LUT, HU in a CT, to grey levels on a screen. Immutable,
 * safe for any number of threads; equal transforms give equal results.
 */
public sealed interface VoiTransform permits Window, VoiLut {

	/**
	 * @param x value after the Modality LUT, not NaN
	 * @param min output for what is darkest
	 * @param max output for what is brightest
	 * @return a grey value from min to max, not rounded
	 */
	double apply(double x, double min, double max);

	/**
	 * The grey level of 8-bit output. It is the formula for an output from 0 to 255, rounded to nearest, halves up. The
	 * result equals exact arithmetic on the given doubles.
	 *
	 * @param x value after the Modality LUT
	 * @return 0 to 255; 0 where x is NaN
	 */
	int level(double x);

	/** The ends of the straight ramp from black to white on a display. */
	DisplayRange displayRange();
}
