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

import io.github.hounsfield.dicom.Sentence;
import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.series.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Makes the text of a series' warnings beside its image: what was found, what it does, what to do. */
public final class FindingsText {

	/** Findings of one kind that are spelled out. */
	static final int SPELLED_OUT = 3;

	private FindingsText() {}

	/** Whether a person must know something before measuring. */
	public static boolean isNeeded(final List<Finding> findings) {
		return findings.stream().anyMatch(finding -> finding.kind().isWarning());
	}

	/**
	 * @param series what the series is called, a line
	 * @param wording whether files are named
	 * @param effects what a kind does to measurements, a clause
	 * @param advice what to do about a kind, a clause in terms of buttons and dialogs; empty where nothing is to be done
	 * @return HTML of the warnings; notes are left to the log
	 */
	public static String html(final String series, final List<Finding> findings, final Wording wording,
		final Function<Finding.Kind, String> effects, final Function<Finding.Kind, String> advice)
	{
		final Map<Finding.Kind, List<Finding>> kinds = new EnumMap<>(Finding.Kind.class);
		for (final Finding finding : findings)
			if (finding.kind().isWarning()) kinds.computeIfAbsent(finding.kind(), kind -> new ArrayList<>()).add(finding);
		final StringBuilder html = new StringBuilder("<html><body><p><b>").append(escape(series)).append("</b></p>");
		kinds.forEach((kind, list) -> {
			html.append("<p><b>").append(escape(name(kind))).append(":</b> ");
			final List<String> sentences = new ArrayList<>();
			for (final Finding finding : list.subList(0, Math.min(SPELLED_OUT, list.size())))
				sentences.add(Sentence.of(finding.text(wording), finding.files()));
			if (list.size() > SPELLED_OUT) sentences.add("There are " + (list.size() - SPELLED_OUT) + " more such" +
				(kind == Finding.Kind.SKIPPED ? "; the log has them." : "."));
			html.append(escape(String.join(" ", sentences)));
			html.append("<br><i>Measurements:</i> ").append(escape(Sentence.of(effects.apply(kind))));
			final String help = advice.apply(kind);
			if (!help.isEmpty()) html.append("<br><i>What to do:</i> ").append(escape(Sentence.of(help)));
			html.append("</p>");
		});
		return html.append("</body></html>").toString();
	}

	/** A kind in lower case, as the column Warnings has it: {@code Uneven spacing}. */
	private static String name(final Finding.Kind kind) {
		final String words = kind.toString().replace('_', ' ');
		return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT).replace("uid", "UID");
	}

	static String escape(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
