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

import io.github.hounsfield.deidentify.DeidentifyOptions.Dates;
import io.github.hounsfield.deidentify.DeidentifyOptions.Privates;
import io.github.hounsfield.deidentify.DeidentifyOptions.Uids;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Elements;
import io.github.hounsfield.dicom.Tag;
import java.util.ArrayList;
import java.util.List;

/**
 * The marks of a de-identified file (PS3.15 section E.1.1, PS3.3 section C.7.1.1, PS3.16 CID 7050). They say only what
 * was done. Pixels and faces are never cleaned here, so 113101 and 113102 never appear.
 */
final class Marks {

	private static final int LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED = 0x00280303;
	private static final int DEIDENTIFICATION_METHOD_CODE_SEQUENCE = 0x00120064;

	private Marks() {}

	/** Whether the element is one of the marks. They replace the file's own. */
	static boolean isMark(final int tag) {
		return tag == Tag.PatientIdentityRemoved || tag == Tag.DeidentificationMethod ||
			tag == DEIDENTIFICATION_METHOD_CODE_SEQUENCE || tag == LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED;
	}

	/** @param identityRemoved false where the header is clean, but the pixels may tell who it is */
	static void add(final DataSet.Builder dataSet, final DeidentifyOptions options, final boolean identityRemoved) {
		dataSet.add(Elements.text(Tag.PatientIdentityRemoved, identityRemoved ? "YES" : "NO"));
		final List<String> methods = new ArrayList<>(List.of("Hounsfield, PS3.15 " + ConfidentialityTable.EDITION +
			" table E.1-1, header only"));
		if (!identityRemoved) methods.add("Pixels were copied unseen and may name the patient");
		dataSet.add(Elements.text(Tag.DeidentificationMethod, methods.toArray(String[]::new)));
		dataSet.add(Elements.sequence(DEIDENTIFICATION_METHOD_CODE_SEQUENCE, codes(options).toArray(DataSet[]::new)));
		dataSet.add(Elements.text(LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED, switch (options.dates()) {
			case REMOVE -> "REMOVED";
			case SHIFT -> "MODIFIED";
			case KEEP -> "UNMODIFIED";
		}));
	}

	private static List<DataSet> codes(final DeidentifyOptions options) {
		final List<DataSet> codes = new ArrayList<>();
		codes.add(DcmCode.item("113100", "Basic Application Confidentiality Profile"));
		if (options.descriptors()) codes.add(DcmCode.item("113105", "Clean Descriptors Option"));
		if (options.dates() == Dates.KEEP) codes.add(DcmCode.item("113106",
			"Retain Longitudinal Temporal Information Full Dates Option"));
		if (options.dates() == Dates.SHIFT) codes.add(DcmCode.item("113107",
			"Retain Longitudinal Temporal Information Modified Dates Option"));
		if (options.characteristics()) codes.add(DcmCode.item("113108", "Retain Patient Characteristics Option"));
		if (options.device()) codes.add(DcmCode.item("113109", "Retain Device Identity Option"));
		if (options.uids() == Uids.KEEP) codes.add(DcmCode.item("113110", "Retain UIDs Option"));
		if (options.privates() == Privates.SAFE) codes.add(DcmCode.item("113111", "Retain Safe Private Option"));
		if (options.institution()) codes.add(DcmCode.item("113112", "Retain Institution Identity Option"));
		return codes;
	}
}
