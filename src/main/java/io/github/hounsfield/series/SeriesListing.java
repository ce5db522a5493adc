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

import java.util.Comparator;
import java.util.List;

/**
 * The series of a scan, most slices first, then by Series Instance UID, and the files that were left out. Immutable.
 */
public final class SeriesListing {

	/** The first of the listing. */
	public static final String LARGEST = "largest";
	/** All of the listing. */
	public static final String ALL = "all";

	static final Comparator<Series> ORDER = Comparator.comparingInt((Series series) -> -series.frames().size())
		.thenComparing(Series::seriesInstanceUid).thenComparingInt(Series::part)
		.thenComparing(series -> series.frames().get(0).instance().sopInstanceUid())
		.thenComparing(series -> series.frames().get(0).name(), NaturalOrder.INSTANCE);

	private final List<Series> series;
	private final List<SkippedFile> skipped;

	public SeriesListing(final List<Series> series, final List<SkippedFile> skipped) {
		this.series = series.stream().sorted(ORDER).toList();
		this.skipped = skipped.stream().sorted().toList();
	}

	/** Most slices first, then by Series Instance UID. */
	public List<Series> series() {
		return series;
	}

	/** The files that were left out, in the order of names. */
	public List<SkippedFile> skipped() {
		return skipped;
	}

	/**
	 * What a user's choice means.
	 *
	 * @param choice a Series Instance UID (the largest volume of that UID; "#2" appended, the next), a number in the
	 *          listing counted from 1, {@value #LARGEST} or {@value #ALL}
	 * @return at least one series
	 * @throws NoSuchSeriesException if there is no such series; names the choice and what there is
	 */
	public List<Series> resolve(final String choice) throws NoSuchSeriesException {
		final String wanted = choice.trim();
		if (series.isEmpty()) throw new NoSuchSeriesException(wanted, this);
		if (wanted.equalsIgnoreCase(ALL)) return series;
		if (wanted.equalsIgnoreCase(LARGEST)) return List.of(series.get(0));
		for (final Series one : series)
			if (!one.key().isEmpty() && one.key().equals(wanted)) return List.of(one);
		if (wanted.matches("\\d{1,9}")) {
			final int number = Integer.parseInt(wanted);
			if (number >= 1 && number <= series.size()) return List.of(series.get(number - 1));
		}
		throw new NoSuchSeriesException(choice, this);
	}
}
