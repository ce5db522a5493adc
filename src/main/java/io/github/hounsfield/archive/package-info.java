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
/**
 * A DICOM archive, by any protocol: search for studies and series, retrieve series as files in a folder, send files.
 * What comes is complete, or an error says how much of it came. {@code archive.web} speaks DICOMweb (PS3.18), {@code
 * archive.dimse} DIMSE (PS3.7, PS3.8, PS3.4 annex C). May import {@code dicom} and the JDK.
 *
 * <pre>{@code
 * ArchiveEntry entry = ArchiveEntry.of(ArchiveAddress.parse("https://host/dicom-web"));
 * try (DicomArchive archive = new WebArchive(entry, Login.ofEnvironment())) {
 * 	Found<StudyRecord> studies = archive.findStudies(StudyQuery.ALL.withPatientId("4711").withLimit(10), monitor);
 * 	Found<SeriesRecord> series = archive.findSeries(studies.records().get(0).studyInstanceUid(), monitor);
 * 	RetrievedSeries files = archive.retrieve(series.records().get(0), folder, monitor); // all of it, or an exception
 * }
 * }</pre>
 */
package io.github.hounsfield.archive;
