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

package io.github.hounsfield.series;

import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.dicom.Wording;
import java.util.ArrayList;
import java.util.List;

/** A choice that no series of a listing answers, or a listing without any. */
public final class NoSuchSeriesException extends DicomException {

	private static final long serialVersionUID = 1L;

	/** Series or files that the text spells out. */
	private static final int SPELLED_OUT = 3;

	private final transient String choice;
	private final transient SeriesListing listing;

	NoSuchSeriesException(final String choice, final SeriesListing listing) {
		super(Problem.of(text(choice, listing, Wording.NAMED)));
		this.choice = choice;
		this.listing = listing;
	}

	/** A neutral text has no Series Instance UID, which identifies the patient. */
	@Override
	public String text(final Wording wording) {
		return text(choice, listing, wording);
	}

	@Override
	public String reason(final Wording wording) {
		return text(wording);
	}

	/** Whether the listing has no series at all, so that no choice would help. */
	public boolean isOfNoSeries() {
		return listing.series().isEmpty();
	}

	private static String text(final String choice, final SeriesListing listing, final Wording wording) {
		if (listing.series().isEmpty()) return "no image series found" + whySkipped(listing, wording);
		final String allowed = SeriesListing.LARGEST + ", " + SeriesListing.ALL + (wording.isNamed() ? "," : " or") +
			" a number from 1 to " + listing.series().size();
		return "series is '" + choice + "'; expected " + allowed + (wording.isNamed() ? " or a Series Instance UID of: " +
			uids(listing.series()) : "");
	}

	private static String uids(final List<Series> series) {
		final List<String> keys = new ArrayList<>();
		for (int i = 0; i < Math.min(SPELLED_OUT, series.size()); i++)
			keys.add((i + 1) + " = " + series.get(i).key() + " (" + series.get(i) + ")");
		if (series.size() > SPELLED_OUT) keys.add((series.size() - SPELLED_OUT) + " more");
		return String.join("; ", keys);
	}

	private static String whySkipped(final SeriesListing listing, final Wording wording) {
		final List<SkippedFile> skipped = listing.skipped();
		if (skipped.isEmpty()) return ": there are no files";
		final List<String> examples = new ArrayList<>();
		for (int i = 0; i < Math.min(SPELLED_OUT, skipped.size()); i++)
			examples.add(skipped.get(i).briefText(wording, i + 1));
		final String what = skipped.size() == 1 ? ": one file was left out, " : ": all " + skipped.size() +
			" files were left out, " + (skipped.size() > SPELLED_OUT ? "for example " : "");
		return what + String.join("; ", examples);
	}
}
