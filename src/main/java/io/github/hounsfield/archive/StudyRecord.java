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
package io.github.hounsfield.archive;

import java.util.List;
import java.util.OptionalInt;

/**
 * A study as the archive lists it. Empty text: not told. Its text names nobody.
 *
 * @param studyInstanceUid Study Instance UID (0020,000D)
 * @param patientId Patient ID (0010,0020)
 * @param patientName Patient's Name (0010,0010), as it stands there: components divided by carets
 * @param studyDate Study Date (0008,0020), YYYYMMDD
 * @param accessionNumber Accession Number (0008,0050)
 * @param studyDescription Study Description (0008,1030)
 * @param modalities Modalities in Study (0008,0061)
 * @param series Number of Study Related Series (0020,1206)
 * @param instances Number of Study Related Instances (0020,1208)
 */
public record StudyRecord(String studyInstanceUid, String patientId, String patientName, String studyDate,
	String accessionNumber, String studyDescription, List<String> modalities, OptionalInt series, OptionalInt instances)
{

	public StudyRecord {
		modalities = List.copyOf(modalities);
	}

	@Override
	public String toString() {
		return "study " + InstanceRecord.end(studyInstanceUid);
	}
}
