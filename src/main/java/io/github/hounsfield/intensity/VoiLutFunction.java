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

/** VOI LUT Function (0028,1056), PS3.3 C.11.2.1.2 and C.11.2.1.3. */
public enum VoiLutFunction {

	/** PS3.3 C.11.2.1.2.1; width at least 1. An absent (0028,1056) means this one. */
	LINEAR,
	/** PS3.3 C.11.2.1.3.2; width above 0. */
	LINEAR_EXACT,
	/** PS3.3 C.11.2.1.3.1; width above 0. */
	SIGMOID;

	/**
	 * @param value of (0028,1056), blanks around it ignored; null or blank for an absent one, which means LINEAR
	 * @throws IntensityException where it is none of the defined terms; the message lists them
	 */
	public static VoiLutFunction ofDefinedTerm(final String value) {
		if (value == null || value.isBlank()) return LINEAR;
		for (final VoiLutFunction function : values())
			if (function.name().equals(value.strip())) return function;
		throw IntensityException.quoting("VOILUTFunction (0028,1056) is", "'" + value + "'", "one of " + Arrays.toString(
			values()));
	}
}
