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

import io.github.hounsfield.dicom.Sentence;
import io.github.hounsfield.dicom.Severity;
import io.github.hounsfield.dicom.Wording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a user must know of a series before measuring in it. Immutable. */
public final class SeriesReport {

	/** Findings of one kind that {@link #lines} spells out before it counts the rest. */
	public static final int SPELLED_OUT = 5;

	private final List<Finding> findings;

	public SeriesReport(final List<Finding> findings) {
		this.findings = List.copyOf(findings);
	}

	/** In the order of their kinds. */
	public List<Finding> findings() {
		return findings;
	}

	/** The findings of one kind. */
	public List<Finding> findings(final Finding.Kind kind) {
		return findings.stream().filter(finding -> finding.kind() == kind).toList();
	}

	/** Whether there is a finding of a kind, for scripts that leave out series with it. */
	public boolean has(final Finding.Kind kind) {
		return findings.stream().anyMatch(finding -> finding.kind() == kind);
	}

	/** The same with one more finding. */
	public SeriesReport with(final List<Finding> more) {
		final List<Finding> all = new ArrayList<>(findings);
		all.addAll(more);
		return new SeriesReport(all);
	}

	/** The same without the findings of some kinds, which no longer hold. */
	public SeriesReport without(final Set<Finding.Kind> kinds) {
		return new SeriesReport(findings.stream().filter(finding -> !kinds.contains(finding.kind())).toList());
	}

	/**
	 * One line of a report.
	 *
	 * @param severity how much it matters
	 * @param text begins with the kind of the finding
	 */
	public record Line(Severity severity, String text) {

		/** The line with the severity in words. */
		@Override
		public String toString() {
			return (severity == Severity.NOTE ? "Note " : "Warning ") + text;
		}
	}

	/**
	 * One line for each finding, kind by kind. Of many of one kind it has the first ones and a count. All files that were
	 * left out are named.
	 */
	public List<Line> lines(final Wording wording) {
		final Map<Finding.Kind, List<Finding>> kinds = new EnumMap<>(Finding.Kind.class);
		for (final Finding finding : findings)
			kinds.computeIfAbsent(finding.kind(), kind -> new ArrayList<>()).add(finding);
		final List<Line> lines = new ArrayList<>();
		kinds.forEach((kind, list) -> {
			final int most = kind == Finding.Kind.SKIPPED ? list.size() : SPELLED_OUT;
			for (final Finding finding : list.subList(0, Math.min(most, list.size())))
				lines.add(new Line(kind.severity(), Sentence.of(kind + ": " + finding.text(wording))));
			if (list.size() > most) lines.add(new Line(kind.severity(), kind + ": and " + (list.size() - most) +
				" more of this kind."));
		});
		return lines;
	}

	/**
	 * The lines, each ended; empty where there is nothing to say.
	 *
	 * @param anonymized name files by their place in the series, and repeat no text of any header
	 */
	public String render(final boolean anonymized) {
		final StringBuilder text = new StringBuilder();
		lines(Wording.of(anonymized)).forEach(line -> text.append(line).append('\n'));
		return text.toString();
	}

	@Override
	public String toString() {
		return render(false);
	}
}
