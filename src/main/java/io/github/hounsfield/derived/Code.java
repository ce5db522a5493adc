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

import io.github.hounsfield.dicom.CharacterSet;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Elements;

/**
 * A coded concept (PS3.3 section 8.8).
 *
 * @param value Code Value
 * @param scheme Coding Scheme Designator
 * @param meaning Code Meaning
 */
public record Code(String value, String scheme, String meaning) {

	/** Derivations of PS3.16 CID 7203. */
	public static final Code SPATIAL_RESAMPLING = dcm("113085", "Spatial resampling");
	public static final Code MULTIPLANAR_REFORMATTING = dcm("113072", "Multiplanar reformatting");
	public static final Code SMOOTHING = dcm("113087", "Smoothing");
	public static final Code VOLUME_EDITING = dcm("113077", "Volume editing");
	public static final Code SEGMENTATION = dcm("113076", "Segmentation");

	/** Of PS3.16 CID 7202: what a source image was used for. */
	static final Code SOURCE_IMAGE = dcm("121322", "Source image for image processing operation");

	/** Of PS3.16 CID 7005: what a device did. */
	static final Code MODIFYING_EQUIPMENT = dcm("109103", "Modifying Equipment");

	private static Code dcm(final String value, final String meaning) {
		return new Code(value, "DCM", meaning);
	}

	/** A concept of SNOMED CT. */
	static Code sct(final String value, final String meaning) {
		return new Code(value, "SCT", meaning);
	}

	DataSet item() {
		final DataSet.Builder item = new DataSet.Builder("", CharacterSet.DEFAULT);
		item.add(Elements.text(DerivedTag.CODE_VALUE, value));
		item.add(Elements.text(DerivedTag.CODING_SCHEME_DESIGNATOR, scheme));
		item.add(Elements.text(DerivedTag.CODE_MEANING, meaning));
		return item.build();
	}
}
