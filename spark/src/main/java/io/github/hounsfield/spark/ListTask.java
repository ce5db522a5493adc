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

import io.github.hounsfield.series.Series;
import io.github.hounsfield.work.Workers;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Lists the series of a study. A study that cannot be read has none; the row of its only item says why. */
final class ListTask implements GroupTask.Work<String, ArrayList<ListTask.Found>> {

	private static final long serialVersionUID = 1L;
	private static final int BYTES = 2;

	/** A series as {@link Item} has it. */
	record Found(int series, String key, String uid, int part, long bytes) implements Serializable {}

	private final String runId;
	private final int timeoutSeconds;

	ListTask(final String runId, final int timeoutSeconds) {
		this.runId = runId;
		this.timeoutSeconds = timeoutSeconds;
	}

	@Override
	public ArrayList<Found> of(final String study) {
		try {
			return Guard.call(timeoutSeconds, workers -> list(study, workers));
		}
		catch (final Exception | Error e) {
			return new ArrayList<>();
		}
	}

	private ArrayList<Found> list(final String study, final Workers workers) throws Exception {
		final ArrayList<Found> found = new ArrayList<>();
		final List<Series> all = Listings.of(runId, study, workers).series();
		for (int i = 0; i < all.size(); i++) {
			final Series series = all.get(i);
			found.add(new Found(i + 1, series.key(), series.seriesInstanceUid(), series.part(), (long) series.rows() * series
				.columns() * series.frames().size() * BYTES));
		}
		return found;
	}
}
