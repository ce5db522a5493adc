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
import io.github.hounsfield.archive.SeriesRecord;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the macro key {@code series} means among the series of a study. */
final class SeriesSelection {

	public static final String LARGEST = "largest";
	public static final String ALL = "all";

	private SeriesSelection() {}

	/**
	 * @param key {@value #LARGEST} (most instances), {@value #ALL}, a number in the list from 1, a SeriesInstanceUID, or
	 *          several with commas; blank: the largest
	 * @param list as the archive gave it, by Series Number
	 * @throws ArchiveException where the study has no such series; tells how many it has
	 */
	static List<SeriesRecord> of(final String key, final List<SeriesRecord> list) throws ArchiveException {
		if (list.isEmpty()) throw new ArchiveException(Reason.NOT_FOUND,
			"The archive lists no series of this study.").helped(ArchiveException.Help.LIST);
		final Set<SeriesRecord> chosen = new LinkedHashSet<>();
		for (final String one : key == null || key.isBlank() ? new String[] { LARGEST } : key.split(","))
			chosen.addAll(resolve(one.trim(), list));
		return List.copyOf(chosen);
	}

	private static List<SeriesRecord> resolve(final String key, final List<SeriesRecord> list) throws ArchiveException {
		if (key.equals(ALL)) return list;
		if (key.equals(LARGEST)) {
			if (list.size() > 1 && list.stream().anyMatch(series -> series.instances().isEmpty())) throw new ArchiveException(
				Reason.INPUT, "series is largest, but the archive does not tell the number of instances of each series; give " +
					"numbers in the list, or all.");
			return List.of(list.stream().max(Comparator.comparingInt(series -> series.instances().orElse(0))).get());
		}
		if (key.matches("\\d{1,6}") && Integer.parseInt(key) >= 1 && Integer.parseInt(key) <= list.size()) return List.of(
			list.get(Integer.parseInt(key) - 1));
		for (final SeriesRecord series : list)
			if (series.seriesInstanceUid().equals(key)) return List.of(series);
		throw new ArchiveException(Reason.INPUT, "series is " + (key.matches("\\d{1,6}|[a-z ]{1,20}") ? "'" + key + "'"
			: "a UID that the study does not have") + "; expected " + LARGEST + ", " + ALL + ", a number from 1 to " + list
				.size() + " or a SeriesInstanceUID of the study.");
	}
}
