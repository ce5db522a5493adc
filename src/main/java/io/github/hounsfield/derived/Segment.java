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

import java.util.Optional;

/**
 * One thing that a mask marks (PS3.3 C.8.20.4).
 *
 * @param value of its pixels in the mask, 1 to 255
 * @param label Segment Label, at most 64 ASCII characters
 * @param category of PS3.16 CID 7150
 * @param type of PS3.16 CID 7151, or of the category
 * @param side right or left, empty where that says nothing
 * @param algorithm name of what found it; empty for a mask of which that is not known
 */
public record Segment(int value, String label, Code category, Code type, Optional<Code> side, String algorithm) {

	private static final Code BODY_PART = Code.sct("123037004", "Anatomical Structure");
	private static final Code LUNG = Code.sct("39607008", "Lung");
	private static final Code RIGHT = Code.sct("24028007", "Right");
	private static final Code LEFT = Code.sct("7771000", "Left");
	private static final Code TISSUE = Code.sct("85756007", "Tissue");

	/** Both lungs. */
	public static Segment lungs(final int value, final String algorithm) {
		return new Segment(value, "Lungs", BODY_PART, LUNG, Optional.empty(), algorithm);
	}

	public static Segment rightLung(final int value, final String algorithm) {
		return new Segment(value, "Right lung", BODY_PART, LUNG, Optional.of(RIGHT), algorithm);
	}

	public static Segment leftLung(final int value, final String algorithm) {
		return new Segment(value, "Left lung", BODY_PART, LUNG, Optional.of(LEFT), algorithm);
	}

	/** Something that the mask does not name. */
	public static Segment unnamed(final int value) {
		return new Segment(value, "Value " + value, TISSUE, TISSUE, Optional.empty(), "");
	}
}
