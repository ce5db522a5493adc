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

import io.github.hounsfield.dicom.ParameterException;
import java.util.Arrays;
import java.util.Locale;

/** How a value between voxels is computed. */
public enum Interpolation {

	/** The value of the nearest voxel. Of two at the same distance, the one with the larger index counts. */
	NEAREST,
	/** Linear along each axis. */
	LINEAR,
	/** Keys' cubic convolution with a = -0.5 (IEEE Trans. ASSP 29, 1981, 1153-1160). It overshoots at edges. */
	CUBIC;

	/** The label in parameters. */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @throws ParameterException where the text is none of the labels; lists them */
	public static Interpolation ofLabel(final String text) {
		return Arrays.stream(values()).filter(one -> one.label().equals(text)).findFirst().orElseThrow(
			() -> new ParameterException("interpolation is '" + text + "'", "one of 'linear', 'nearest', 'cubic'"));
	}
}
