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

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Elements;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Items of sequences that refer to other instances (X/Z/U* in table E.1-1). The reference stays, and its purpose if
 * that is a code of the standard. Nothing else stays.
 */
final class ReferenceItems {

	static final int PURPOSE_OF_REFERENCE = 0x0040A170;

	/** Referenced SOP Class, Instance, Frame Number, Segment Number. */
	private static final Set<Integer> REFERENCE = Set.of(0x00081150, 0x00081155, 0x00081160, 0x0062000B);

	private static final Set<Integer> SEQUENCES = Set.of(0x00081140, 0x00082112,
		AttributeTypes.REFERENCED_PERFORMED_PROCEDURE_STEP);

	/** Of PS3.16 CID 7201 and 7202, with their meanings in annex D. */
	private static final Map<String, String> PURPOSES = Map.of("121311", "Localizer", "121320",
		"Uncompressed predecessor", "121321", "Mask image for image processing operation", "121322",
		"Source image for image processing operation");


	private ReferenceItems() {}

	/** Whether the items of the sequence are references and nothing else. */
	static boolean isReference(final int sequence) {
		return SEQUENCES.contains(sequence);
	}

	/** @param clean an item whose UIDs were replaced; the purpose is added by its code */
	static DataSet only(final DataSet item, final DataSet clean) throws IOException {
		final DataSet.Builder reference = new DataSet.Builder(clean.source(), clean.characterSet());
		for (final Element element : clean.elements())
			if (REFERENCE.contains(element.tag())) reference.add(element);
		final DataSet purpose = item.firstItem(PURPOSE_OF_REFERENCE);
		final String code = Texts.first(purpose, DcmCode.CODE_VALUE);
		final String meaning = PURPOSES.get(code);
		if (meaning != null && Texts.first(purpose, DcmCode.CODING_SCHEME_DESIGNATOR).equals(DcmCode.DCM)) reference.add(
			Elements.sequence(
			PURPOSE_OF_REFERENCE, DcmCode.item(code, meaning)));
		return reference.build();
	}
}
