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

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a derived series is stored as (PS3.4 table B.5-1), of one file a slice. */
public enum ImageKind {
	/** CT Image Storage (PS3.3 A.3); KVP and AcquisitionNumber may be empty. */
	CT("1.2.840.10008.5.1.4.1.1.2", "CT", List.of(".2", ".2.1", ".2.2"), 0x00180060, 0x00200012),
	/** MR Image Storage (PS3.3 A.4). */
	MR("1.2.840.10008.5.1.4.1.1.4", "MR", List.of(".4", ".4.1", ".4.4"), 0x00180022, 0x00180023, 0x00180081, 0x00180091),
	/** Positron Emission Tomography Image Storage (PS3.3 A.21). */
	PET("1.2.840.10008.5.1.4.1.1.128", "PT", List.of(".128", ".128.1", ".130"), 0x00280051, 0x00181181, 0x00540410,
		0x00540414, 0x00540016, 0x00181242),
	/** Secondary Capture Image Storage (PS3.3 A.8.1): grey levels for the eye. */
	SECONDARY_CAPTURE("1.2.840.10008.5.1.4.1.1.7", "", List.of(".7"));

	private static final String STORAGE = "1.2.840.10008.5.1.4.1.1";

	private final String sopClass;
	private final String modality;
	private final List<String> sources;
	private final int[] mayBeEmpty;

	ImageKind(final String sopClass, final String modality, final List<String> sources, final int... mayBeEmpty) {
		this.sopClass = sopClass;
		this.modality = modality;
		this.sources = sources;
		this.mayBeEmpty = mayBeEmpty;
	}

	/** The SOP Class UID. */
	public String sopClass() {
		return sopClass;
	}

	/** Its Modality; empty for a Secondary Capture, which keeps the source's. */
	String modality() {
		return modality;
	}

	/** Elements of type 2, which this kind must have, even empty. */
	int[] mayBeEmpty() {
		return mayBeEmpty.clone();
	}

	/** The kind for images of a source's SOP class. Enhanced images become classic ones. Empty for any other class. */
	public static Optional<ImageKind> ofSource(final String sopClassUid) {
		return Arrays.stream(values()).filter(kind -> kind.sources.stream().anyMatch(source -> (STORAGE + source).equals(
			sopClassUid))).findFirst();
	}
}
