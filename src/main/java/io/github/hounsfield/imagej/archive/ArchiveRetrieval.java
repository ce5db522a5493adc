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
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.DicomArchive;
import io.github.hounsfield.archive.RetrievedSeries;
import io.github.hounsfield.archive.SeriesRecord;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.open.SeriesOpener.Resampling;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesListing;
import io.github.hounsfield.series.SkippedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Retrieves files from an archive, and opens them as images. */
public record ArchiveRetrieval(DicomArchive archive, ArchiveMonitor monitor) {

	/**
	 * @param series as {@link SeriesSelection} reads it
	 * @param folder gets a folder for each series
	 * @return all chosen series, whole
	 * @throws ArchiveException where one did not become whole
	 */
	public List<RetrievedSeries> retrieve(final String studyInstanceUid, final String series, final Path folder)
		throws IOException
	{
		final List<SeriesRecord> chosen = SeriesSelection.of(series, archive.findSeries(studyInstanceUid, monitor)
			.records());
		final List<RetrievedSeries> retrieved = new ArrayList<>();
		for (final SeriesRecord one : chosen)
			retrieved.add(archive.retrieve(one, folder, monitor));
		return retrieved;
	}

	/**
	 * Reads a retrieved series as images. There are several if its slices do not make one volume.
	 *
	 * @throws UnreadableSeriesException where some of its instances cannot be read
	 * @throws IOException where it holds no image that can be read
	 */
	public static List<SeriesOpener.Opened> open(final RetrievedSeries retrieved, final SeriesOpener opener,
		final Set<Resampling> resampling) throws IOException
	{
		final SeriesListing listing = opener.scan(List.of(retrieved.folder()));
		final List<SkippedFile> lost = listing.skipped().stream().filter(file -> file.reason().isLoss()).toList();
		if (!lost.isEmpty()) throw new UnreadableSeriesException(lost.size(), retrieved.files().size(), lost.get(0));
		final List<SeriesOpener.Opened> opened = new ArrayList<>();
		for (final Series series : listing.resolve(SeriesListing.ALL))
			opened.add(opener.open(series, resampling));
		return opened;
	}
}
