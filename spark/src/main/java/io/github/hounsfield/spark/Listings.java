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
package io.github.hounsfield.spark;

import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.series.SeriesListing;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The series of a study, listed as in the macros. Headers of recent studies are kept while memory suffices. So a study
 * of many series is read once. Safe for several threads.
 */
final class Listings {

	private static final int KEPT = 32;

	private static String run = "";
	private static final Map<String, Listings> STUDIES = new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(final Map.Entry<String, Listings> eldest) {
			return size() > KEPT;
		}
	};

	private SoftReference<SeriesListing> listing = new SoftReference<>(null);

	private Listings() {}

	/**
	 * @param runId of the run: what an earlier run has kept is forgotten, for files may have changed since
	 * @throws IOException where the study cannot be read; names no file
	 */
	static SeriesListing of(final String runId, final String study, final Workers workers) throws IOException {
		return study(runId, study).list(study, workers);
	}

	private static synchronized Listings study(final String runId, final String study) {
		if (!run.equals(runId)) STUDIES.clear();
		run = runId;
		return STUDIES.computeIfAbsent(study, key -> new Listings());
	}

	private synchronized SeriesListing list(final String study, final Workers workers) throws IOException {
		final SeriesListing kept = listing.get();
		if (kept != null) return kept;
		final SeriesListing read = opener(workers).scan(List.of(Path.of(study)));
		listing = new SoftReference<>(read);
		return read;
	}

	/** Opens a series as the macros do with {@code anonymize=true}. No message names a file. */
	static SeriesOpener opener(final Workers workers) {
		return SeriesOpener.DEFAULT.withAnonymize(true).withWorkers(workers);
	}
}
