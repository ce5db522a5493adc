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
import io.github.hounsfield.series.SeriesListing;
import java.awt.Component;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JOptionPane;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** Says how many files of a listing are not part of a series and, pressed, which and why. Lives on the event thread. */
final class LeftOutButton extends JButton {

	private static final long serialVersionUID = 1L;

	private static final Dimension SIZE = new Dimension(700, 300);

	/** @param listing with at least one file left out */
	LeftOutButton(final Component owner, final SeriesListing listing, final boolean anonymize) {
		super(count(listing));
		final JTextArea text = new JTextArea(String.join("\n", lines(listing, anonymize)));
		text.setEditable(false);
		text.setName("left out");
		final JScrollPane scroll = new JScrollPane(text);
		scroll.setPreferredSize(SIZE);
		addActionListener(e -> JOptionPane.showMessageDialog(owner, scroll, "Left out", JOptionPane.PLAIN_MESSAGE));
	}

	private static String count(final SeriesListing listing) {
		final int skipped = listing.skipped().size();
		return skipped + (skipped == 1 ? " file is" : " files are") + " not part of a series...";
	}

	/** One for each file. */
	static List<String> lines(final SeriesListing listing, final boolean anonymize) {
		final List<String> lines = new ArrayList<>();
		for (int i = 0; i < listing.skipped().size(); i++)
			lines.add(listing.skipped().get(i).text(Wording.of(anonymize), i + 1));
		return lines;
	}
}
