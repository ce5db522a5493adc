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
 * A DICOM archive over DIMSE: the upper layer (PS3.8), messages (PS3.7) and the services of PS3.4 annexes A, B and C
 * that search, retrieve and send. Nothing is known of windows. May import {@code archive}, {@code dicom} and the JDK.
 * {@link io.github.hounsfield.archive.dimse.DimseArchive} is the way in; below it bytes become units
 * ({@code PduInput}), units fragments and commands ({@code Fragments}, {@code Command}), and an {@code Association}
 * carries both ways.
 *
 * <pre>{@code
 * ArchiveEntry entry = ArchiveEntry.of(ArchiveAddress.parse("dicom://ORTHANC@localhost:4242"));
 * try (DicomArchive archive = new DimseArchive(entry, Optional.empty())) {
 * 	archive.test(ArchiveMonitor.NONE);
 * 	archive.findStudies(StudyQuery.ALL.withPatientId("4711"), ArchiveMonitor.NONE).records();
 * }
 * }</pre>
 */
package io.github.hounsfield.archive.dimse;
