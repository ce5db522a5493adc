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
package io.github.hounsfield.lung;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a ConvolutionKernel (0018,1210) is sharp. A sharp kernel raises shares of low density. Each manufacturer has
 * its own names. Those of GE and Siemens are judged by the soft and sharp kernels of COPDGene: STANDARD and BONE, B31f
 * and B45f (Gallardo-Estrella et al., Eur Radiol 26, 2016, 478-486). Others are not known here.
 */
public enum ReconstructionKernel {
	SOFT, SHARP, UNKNOWN;

	private static final Set<String> GE_SOFT = Set.of("STANDARD", "SOFT");
	private static final Set<String> GE_SHARP = Set.of("BONE", "BONEPLUS", "LUNG", "EDGE");

	/** A letter or two, a number that rises with sharpness, and one more letter: B31f, Br40d, I70f. */
	private static final Pattern SIEMENS = Pattern.compile("[A-Z][A-Za-z]?(\\d{2})[A-Za-z]?(\\W.*)?");

	/** From this number on a kernel of Siemens is sharp. */
	private static final int SHARP_NUMBER = 45;

	/**
	 * @param manufacturer Manufacturer (0008,0070)
	 * @param kernel ConvolutionKernel (0018,1210), of several the first
	 */
	public static ReconstructionKernel of(final String manufacturer, final String kernel) {
		final String maker = manufacturer.toUpperCase(Locale.ROOT);
		final String name = kernel.strip();
		if (maker.startsWith("GE")) {
			final String upper = name.toUpperCase(Locale.ROOT);
			return GE_SOFT.contains(upper) ? SOFT : GE_SHARP.contains(upper) ? SHARP : UNKNOWN;
		}
		final Matcher siemens = SIEMENS.matcher(name);
		if (!maker.contains("SIEMENS") || !siemens.matches()) return UNKNOWN;
		return Integer.parseInt(siemens.group(1)) < SHARP_NUMBER ? SOFT : SHARP;
	}
}
