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
package io.github.hounsfield.archive.web;

import io.github.hounsfield.archive.ArchiveEntry;
import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.DicomArchive;
import io.github.hounsfield.archive.Found;
import io.github.hounsfield.archive.InstanceRecord;
import io.github.hounsfield.archive.Login;
import io.github.hounsfield.archive.RetrievedSeries;
import io.github.hounsfield.archive.SeriesRecord;
import io.github.hounsfield.archive.StudyQuery;
import io.github.hounsfield.archive.StudyRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An archive by DICOMweb (PS3.18 section 10). */
public final class WebArchive implements DicomArchive {

	private final ArchiveEntry entry;
	private final Http http;

	/**
	 * Connects nowhere yet.
	 *
	 * @param entry with an address of DICOMweb
	 * @param login empty: none is sent
	 * @throws ArchiveException where the login would go unencrypted to another machine, or the entry's certificates cannot
	 *           be read
	 */
	public WebArchive(final ArchiveEntry entry, final Optional<Login> login) throws ArchiveException {
		this(entry, login, Timing.DEFAULT);
	}

	WebArchive(final ArchiveEntry entry, final Optional<Login> login, final Timing timing) throws ArchiveException {
		this.entry = entry;
		this.http = new Http(entry, login, timing);
	}

	@Override
	public ArchiveEntry entry() {
		return entry;
	}

	@Override
	public void test(final ArchiveMonitor monitor) throws IOException {
		new Qido(http).studies(StudyQuery.ALL.withLimit(1), monitor);
	}

	@Override
	public Found<StudyRecord> findStudies(final StudyQuery query, final ArchiveMonitor monitor) throws IOException {
		return new Qido(http).studies(query, monitor);
	}

	@Override
	public Found<SeriesRecord> findSeries(final String studyInstanceUid, final ArchiveMonitor monitor)
		throws IOException
	{
		return new Qido(http).series(studyInstanceUid, monitor);
	}

	@Override
	public Found<InstanceRecord> findInstances(final SeriesRecord series, final ArchiveMonitor monitor)
		throws IOException
	{
		return new Qido(http).instances(series, monitor);
	}

	@Override
	public RetrievedSeries retrieve(final SeriesRecord series, final Path folder, final ArchiveMonitor monitor)
		throws IOException
	{
		return new Retrieval(http, series, monitor).run(folder);
	}

	@Override
	public int send(final List<Path> files, final ArchiveMonitor monitor) throws IOException {
		return new Stow(http, monitor).send(files);
	}

	/** Ends nothing. Unused connections close by themselves. */
	@Override
	public void close() {}

	@Override
	public String toString() {
		return "DICOMweb at " + http.host();
	}
}
