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
package io.github.hounsfield.command;

import io.github.hounsfield.deidentify.FolderDeidentification.Summary;
import io.github.hounsfield.host.BoxText;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run of De-identify DICOM did, in sentences without any patient's name.
 *
 * @param summary the counts
 */
record DeidentifyReport(Summary summary) {

	/** How many files became what. */
	String counts() {
		return summary.copied() + " of " + summary.files() + " files copied, " + summary.patients() + (summary.patients() == 1
			? " patient; " : " patients; ") + summary
			.notCopied() + " not copied, " + summary.leftOut() + " left out";
	}

	/**
	 * What must be known before the copies are handed on; empty for nothing.
	 *
	 * @param dialog whether it is said to who answered a dialog
	 */
	List<String> doubts(final boolean dialog) {
		final List<String> doubts = new ArrayList<>();
		if (summary.refused() > 0) doubts.add(summary.refused() +
			" files refused: a name may be burned into their pixels. The" +
			" report says why; " + Hints.burntIn(dialog));
		if (summary.burnedIn() > 0) doubts.add(summary.burnedIn() +
			" files were copied whose pixels may hold a name; they are not marked as de-identified");
		if (summary.faces() > 0) doubts.add(summary.faces() +
			" copies may show a face, alone or as a volume; de-identified headers do not hide it");
		if (summary.notCopied() > 0) doubts.add(summary.notCopied() + " files were not copied; the report says why");
		return doubts;
	}

	/**
	 * The same for a window, with the places of copies and report, in lines of at most 600 pixels.
	 *
	 * @param folder of the copies
	 * @param key by which the same names come back
	 */
	String html(final File folder, final File key) {
		final StringBuilder html = new StringBuilder("<html><body><p><b>").append(lines(counts())).append("</b></p>");
		for (final String doubt : doubts(true))
			html.append("<p>").append(lines(doubt)).append(".</p>");
		if (summary.copied() > 0) html.append("<p>The copies are in<br>").append(lines(folder.getPath())).append("</p>");
		if (summary.copied() > 0) html.append("<p>").append(lines("Keep the key file apart from " +
			"the copies: it makes the same new names again, and who has it can look for the old ones. It is")).append("<br>")
			.append(lines(key.getPath())).append("</p>");
		return html.append("<p>A line for each file, with the reason where it was not copied, is in<br>").append(lines(summary
			.report().toString())).append("</p></body></html>").toString();
	}

	private static String lines(final String text) {
		return BoxText.wrap(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>");
	}
}
