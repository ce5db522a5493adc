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

/**
 * A search for studies. Empty text: not asked. {@code *} and {@code ?} in text are wild cards (PS3.4 section
 * C.2.2.2.4). Immutable. Its text names the criteria, never their values.
 *
 * @param patientId Patient ID (0010,0020)
 * @param patientName Patient's Name (0010,0010)
 * @param accessionNumber Accession Number (0008,0050)
 * @param studyDate Study Date (0008,0020): {@code 20240131}, or a range {@code 20240101-20241231}, open at one end
 *          where that is empty
 * @param modality Modalities in Study (0008,0061)
 * @param studyDescription Study Description (0008,1030)
 * @param studyInstanceUid Study Instance UID (0020,000D)
 * @param limit most studies wanted; 0: all
 * @param limited whether the user gave the limit, so that a query without a criterion is intended
 */
public record StudyQuery(String patientId, String patientName, String accessionNumber, String studyDate,
	String modality, String studyDescription, String studyInstanceUid, int limit, boolean limited)
{

	/** Limit of studies if none is given. */
	public static final int LIMIT = 500;

	/** No criterion yet. */
	public static final StudyQuery ALL = new StudyQuery("", "", "", "", "", "", "", LIMIT, false);

	public StudyQuery withPatientId(final String value) {
		return new StudyQuery(value.trim(), patientName, accessionNumber, studyDate, modality, studyDescription,
			studyInstanceUid, limit, limited);
	}

	public StudyQuery withPatientName(final String value) {
		return new StudyQuery(patientId, value.trim(), accessionNumber, studyDate, modality, studyDescription,
			studyInstanceUid, limit, limited);
	}

	public StudyQuery withAccessionNumber(final String value) {
		return new StudyQuery(patientId, patientName, value.trim(), studyDate, modality, studyDescription, studyInstanceUid,
			limit, limited);
	}

	/** @throws ArchiveException where it is no date and no range of dates */
	public StudyQuery withStudyDate(final String value) throws ArchiveException {
		final String date = value.trim().replaceAll("\\s*-\\s*$", "-").replaceAll("^\\s*-\\s*", "-");
		final String plain = date.replaceAll("(\\d{4})-(\\d{2})-(\\d{2})", "$1$2$3").replaceAll("\\s", "");
		if (!plain.matches("|\\d{8}|\\d{8}-|-\\d{8}|\\d{8}-\\d{8}")) throw new ArchiveException(
			ArchiveException.Reason.INPUT, "The date '" + value + "' cannot be read; expected 20240131, 20240101-20241231, " +
				"20240101- or -20241231.");
		return new StudyQuery(patientId, patientName, accessionNumber, plain, modality, studyDescription, studyInstanceUid,
			limit, limited);
	}

	public StudyQuery withModality(final String value) {
		return new StudyQuery(patientId, patientName, accessionNumber, studyDate, value.trim(), studyDescription,
			studyInstanceUid, limit, limited);
	}

	public StudyQuery withStudyDescription(final String value) {
		return new StudyQuery(patientId, patientName, accessionNumber, studyDate, modality, value.trim(), studyInstanceUid,
			limit, limited);
	}

	/** For scripts that have the UID from elsewhere, such as a list or a trial's database. */
	public StudyQuery withStudyInstanceUid(final String value) {
		return new StudyQuery(patientId, patientName, accessionNumber, studyDate, modality, studyDescription, value.trim(),
			limit, limited);
	}

	/** @param value 0: all */
	public StudyQuery withLimit(final int value) throws ArchiveException {
		if (value < 0) throw new ArchiveException(ArchiveException.Reason.INPUT, "limit is " + value +
			"; expected 0 (all) or more.");
		return new StudyQuery(patientId, patientName, accessionNumber, studyDate, modality, studyDescription,
			studyInstanceUid, value, true);
	}

	/** Whether anything but a star is asked for. */
	public boolean hasCriterion() {
		return !(patientId + patientName + accessionNumber + studyDate + modality + studyDescription + studyInstanceUid)
			.replace("*", "").isBlank();
	}

	/** @throws ArchiveException where neither a criterion nor a limit was given: the archive may be a clinical one */
	public StudyQuery check() throws ArchiveException {
		if (hasCriterion() || limited) return this;
		throw new ArchiveException(ArchiveException.Reason.INPUT, "The search has no criterion.").helped(
			ArchiveException.Help.CRITERION);
	}

	@Override
	public String toString() {
		return "StudyQuery[limit " + limit + "]";
	}
}
