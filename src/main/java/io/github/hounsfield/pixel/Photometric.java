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
package io.github.hounsfield.pixel;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Photometric Interpretation (PS3.3 section C.7.6.3.1.2), without the ones that the standard has retired. */
public enum Photometric {
	/** Small values are white. */
	MONOCHROME1(1, "MONOCHROME1"),
	/** Small values are black. */
	MONOCHROME2(1, "MONOCHROME2"),
	/** Indices of the palette in the data set. */
	PALETTE_COLOR(1, "PALETTE COLOR"),
	/** Red, green, blue. */
	RGB(3, "RGB"),
	/** Luminance and chrominance of ITU-R BT.601, full range. */
	YBR_FULL(3, "YBR_FULL"),
	/** As {@link #YBR_FULL}, one pair of chrominance samples for two pixels of a row. */
	YBR_FULL_422(3, "YBR_FULL_422"),
	/** JPEG 2000's irreversible transform, which its decoder undoes: the samples are red, green, blue. */
	YBR_ICT(3, "YBR_ICT"),
	/** JPEG 2000's reversible transform, which its decoder undoes: the samples are red, green, blue. */
	YBR_RCT(3, "YBR_RCT");

	private final int samples;
	private final String term;

	Photometric(final int samples, final String term) {
		this.samples = samples;
		this.term = term;
	}

	/** Samples per Pixel that go with it. */
	int samples() {
		return samples;
	}

	/** As the standard writes it. */
	String term() {
		return term;
	}

	/** All of them, for a message. */
	static String terms() {
		return Arrays.stream(values()).map(Photometric::term).collect(Collectors.joining(", "));
	}

	/** @return null where the term is none that is known here */
	static Photometric of(final String term) {
		for (final Photometric value : values())
			if (value.term.equals(term)) return value;
		return null;
	}
}
