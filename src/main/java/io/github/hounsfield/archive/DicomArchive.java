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

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * One archive. Every call blocks the calling thread, which must not be the event thread, and ends within a second of
 * {@link ArchiveMonitor#isCanceled()} with a {@link CancellationException}. No call waits for ever. An archive that
 * does not answer ends it with an {@link ArchiveException}. Messages hold no login, no name, and of a UID the end only.
 * To be used by one thread at a time.
 */
public interface DicomArchive extends AutoCloseable {

	/** The entry by which the archive was opened. */
	ArchiveEntry entry();

	/**
	 * Whether the archive answers: C-ECHO (PS3.7 section 9.1.5), or a search of one study (PS3.18 section 10.6).
	 *
	 * @throws ArchiveException where it does not answer, or refuses; says what to do
	 */
	void test(ArchiveMonitor monitor) throws IOException;

	/**
	 * @param query at least one criterion, or a limit
	 * @return at most {@link StudyQuery#limit()} studies in the order of the archive; none is no error
	 * @throws ArchiveException where the archive refuses, or its answer cannot be read
	 */
	Found<StudyRecord> findStudies(StudyQuery query, ArchiveMonitor monitor) throws IOException;

	/** @return the series of one study, by Series Number and then by UID */
	Found<SeriesRecord> findSeries(String studyInstanceUid, ArchiveMonitor monitor) throws IOException;

	/** @return the instances of one series, by Instance Number and then by UID */
	Found<InstanceRecord> findInstances(SeriesRecord series, ArchiveMonitor monitor) throws IOException;

	/**
	 * Writes a series as files in a folder of its own (see {@link SeriesFolder}). Whole instances that are there already
	 * are not fetched again.
	 *
	 * @param folder made where it is not there, for its owner alone; gets a numbered folder for each series
	 * @param monitor hears the instances that are there, of those expected
	 * @return all instances of the series
	 * @throws ArchiveException if the series is not complete; carries expected, received and missing instances. Whole
	 *          files stay for another try
	 */
	RetrievedSeries retrieve(SeriesRecord series, Path folder, ArchiveMonitor monitor) throws IOException;

	/**
	 * Sends files. The archive has stored all of them when this returns.
	 *
	 * @param files of PS3.10
	 * @param monitor hears the instances that the archive has taken
	 * @return how many, which is the size of the list
	 * @throws ArchiveException where one was not taken; carries the counts and the archive's reasons
	 */
	int send(List<Path> files, ArchiveMonitor monitor) throws IOException;

	/** Ends connections; does not throw. */
	@Override
	void close();
}
