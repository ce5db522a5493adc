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
package io.github.hounsfield.imagej.archive;

import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveException.Reason;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.DicomArchive;
import io.github.hounsfield.archive.Found;
import io.github.hounsfield.archive.InstanceRecord;
import io.github.hounsfield.archive.StudyQuery;
import io.github.hounsfield.archive.StudyRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text file of studies to retrieve. A line is a StudyInstanceUID, or {@code patient=ID} for all studies of a patient.
 */
public final class RetrievalList {

	private static final String PATIENT = "patient=";

	/** A longer file is no list of studies. */
	private static final long LONGEST = 16 << 20;

	private RetrievalList() {}

	/**
	 * @return StudyInstanceUIDs in the order of the lines, each once
	 * @throws ArchiveException where a line is neither, or the archive has no study of a patient; names the line by its
	 *           number, since it may hold an ID
	 */
	public static List<String> studies(final Path file, final DicomArchive archive, final ArchiveMonitor monitor)
		throws IOException
	{
		if (Files.size(file) > LONGEST) throw new ArchiveException(Reason.INPUT, file + ": has " + Files.size(file) +
			" bytes; a list has " + LONGEST + " at most.");
		final Set<String> studies = new LinkedHashSet<>();
		final List<String> lines = new ArrayList<>(Files.readAllLines(file));
		for (int number = 1; number <= lines.size(); number++) {
			final String line = lines.get(number - 1).strip();
			if (line.isEmpty() || line.startsWith("#")) continue;
			if (line.startsWith(PATIENT) && line.length() > PATIENT.length()) {
				final Found<StudyRecord> found = archive.findStudies(StudyQuery.ALL.withPatientId(line.substring(PATIENT
					.length())).withLimit(0), monitor);
				if (found.records().isEmpty()) throw new ArchiveException(Reason.NOT_FOUND, file + ": line " + number +
					": the archive lists no study of this patient.");
				found.records().forEach(study -> studies.add(study.studyInstanceUid()));
			}
			else if (InstanceRecord.isUid(line)) studies.add(line);
			else throw new ArchiveException(Reason.INPUT, file + ": line " + number +
				": expected a StudyInstanceUID or patient=ID.");
		}
		if (studies.isEmpty()) throw new ArchiveException(Reason.INPUT, file + ": no line names a study or a patient.");
		return List.copyOf(studies);
	}
}
