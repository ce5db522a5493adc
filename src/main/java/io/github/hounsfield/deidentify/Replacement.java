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
package io.github.hounsfield.deidentify;

import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Vr;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes replacements of elements: empty, or with a meaningless value. */
final class Replacement {

	private static final String NOTHING = "ANONYMIZED";

	private Replacement() {}

	static Element empty(final int tag) {
		final Vr vr = Dictionary.vr(tag);
		return vr == Vr.SQ ? Element.ofItems(tag, -1, List.of()) : Element.of(tag, vr, -1, new byte[0], false);
	}

	/** @param text characters of one byte */
	static Element text(final int tag, final String text) {
		return Element.of(tag, Dictionary.vr(tag), -1, text.getBytes(StandardCharsets.ISO_8859_1), false);
	}

	/** A value that fits the VR (PS3.15 section E.1.1, action D); null for a sequence and for what has no dummy. */
	static Element dummy(final int tag) {
		final Vr vr = Dictionary.vr(tag);
		return switch (vr) {
			case AE, CS, LO, LT, PN, SH, ST, UC, UT -> text(tag, NOTHING);
			case DA -> text(tag, "20000101");
			case DT -> text(tag, "20000101000000");
			case TM -> text(tag, "000000");
			case AS -> text(tag, "000Y");
			case DS, IS -> text(tag, "0");
			case SQ, UI, UN, UR -> null;
			default -> Element.of(tag, vr, -1, new byte[Math.max(2, vr.kind().size())], false);
		};
	}
}
