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
import java.time.Instant;
import java.util.List;

/**
 * What a derived series says of itself.
 *
 * @param seriesNumber Series Number
 * @param seriesDescription Series Description, at most 64 characters
 * @param description Derivation Description, at most 1,024 characters; empty for none
 * @param codes Derivation Code Sequence
 * @param isReformatted whether slices lie otherwise than the source's; then value 3 of Image Type is MPR
 * @param time when it was made
 */
public record Derivation(int seriesNumber, String seriesDescription, String description, List<Code> codes,
	boolean isReformatted, Instant time)
{

	private static final int LONGEST_LO = 64;
	private static final int LONGEST_ST = 1024;

	public Derivation {
		if (seriesDescription.length() > LONGEST_LO) throw new ParameterException("description has " +
			seriesDescription.length() +
			" characters", "at most " + LONGEST_LO + " (PS3.5 section 6.2, LO)");
		if (seriesDescription.indexOf('\\') >= 0) throw new ParameterException("description holds a backslash",
			"none, for it divides values (PS3.5 section 6.2, LO)");
		if (description.length() > LONGEST_ST) throw new ParameterException("derivation has " + description.length() +
			" characters", "at most " + LONGEST_ST + " (PS3.5 section 6.2, ST)");
		codes = List.copyOf(codes);
	}
}
