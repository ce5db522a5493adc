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
 * Marks of HU on a histogram. They show a person whether a conversion is right. Air and water are the two points that
 * define the scale (G. N. Hounsfield, Br J Radiol 46, 1973, 1016-1022, in today's units of a thousandth). The others
 * are no definitions. They are bands within the ranges that textbooks give for adults. The band of lungs is wide; at
 * full inspiration they peak near -870.
 */
public enum HuMark {

	AIR("air", -1000, -1000),
	LUNG("lung", -950, -500),
	FAT("fat", -120, -60),
	WATER("water", 0, 0),
	SOFT_TISSUE("soft tissue", 20, 80),
	/** All above, metal too. */
	BONE("bone", 200, Integer.MAX_VALUE);

	private final String label;
	private final int from;
	private final int to;

	HuMark(final String label, final int from, final int to) {
		this.label = label;
		this.from = from;
		this.to = to;
	}

	public String label() {
		return label;
	}

	/** The least HU. */
	public int from() {
		return from;
	}

	/** The largest HU, the same as the least for a point; {@link Integer#MAX_VALUE} where the band has no end. */
	public int to() {
		return to;
	}
}
