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
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.util.Map;

/**
 * New names for patients and UIDs, the same in every run with the same key. A patient without a Patient ID counts as
 * one for each study, so that no two patients become one. Safe for several threads.
 */
public final class Pseudonyms {

	private static final String PREFIX = "P-";

	private final Secret secret;
	private final Map<String, String> patients;

	/** New Patient IDs from the key. */
	public Pseudonyms(final Secret secret) {
		this(secret, null);
	}

	/** @param patients new Patient ID for each old one, or null for new ones from the key */
	public Pseudonyms(final Secret secret, final Map<String, String> patients) {
		this.secret = secret;
		this.patients = patients == null ? null : Map.copyOf(patients);
	}

	/** The new UID for an old one. */
	String uid(final String old) {
		return secret.uid(old);
	}

	/** A short name for a file or folder, from a UID. */
	String shortName(final String kind, final String uid) {
		return secret.code(kind, uid);
	}

	Identity of(final DataSet dataSet) throws IOException {
		final String id = Texts.first(dataSet, Tag.PatientID);
		final String who = id.isEmpty() ? "study\0" + studyOf(dataSet) : id;
		final String code = patients == null ? PREFIX + secret.code("patient", who) : patients.get(id);
		if (code == null) throw new UnknownPatientException(dataSet.source());
		return new Identity(code, secret.days(who), Identity.names(dataSet));
	}

	private static String studyOf(final DataSet dataSet) throws IOException {
		final String study = Texts.first(dataSet, Tag.StudyInstanceUID);
		return study.isEmpty() ? Texts.first(dataSet, Tag.SOPInstanceUID) : study;
	}
}
