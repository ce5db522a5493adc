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
package io.github.hounsfield.imagej.open;

import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.imagej.windows.LogWindow;
import io.github.hounsfield.series.Finding;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.SeriesReport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Puts findings into ImageJ's log that a virtual series shows only when a slice is read, after its report. Of many
 * findings of one kind the first few are spelled out, as in the report. Safe for several threads.
 */
final class LateFindings implements Consumer<Finding> {

	private final String series;
	private final Wording wording;
	private final Map<Finding.Kind, Integer> counts = new EnumMap<>(Finding.Kind.class);

	/** @param anonymize whether the log may name the series and its files */
	LateFindings(final Series series, final boolean anonymize) {
		this.series = anonymize ? "" : series + ": ";
		this.wording = Wording.of(anonymize);
	}

	@Override
	public synchronized void accept(final Finding finding) {
		final int count = counts.merge(finding.kind(), 1, Integer::sum);
		if (count <= SeriesReport.SPELLED_OUT) new SeriesReport(List.of(finding)).lines(wording).forEach(
			line -> LogWindow.say(series + line));
		else if (count == SeriesReport.SPELLED_OUT + 1) LogWindow.say(series + "Warning " + finding.kind() +
			": there are more of this kind; they are not listed");
	}
}
