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
package io.github.hounsfield.legacy;

import ij.Prefs;
import java.awt.Component;
import java.awt.TextField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keeps a dialog as narrow as a box may be, whatever the font: its longest fields give way. */
final class DialogWidth {

	/** Pixels, at ImageJ's own size of texts. */
	static final int MOST = 600;

	/** A path is hardly to be read in less. */
	private static final int LEAST_COLUMNS = 12;

	private DialogWidth() {}

	/**
	 * Takes columns from the longest fields, all alike, until the window fits.
	 *
	 * @param dialog which is displayable already, for a field has no size before
	 * @param fields of it; others than texts are left as they are
	 */
	static void fit(final Component dialog, final Collection<Component> fields) {
		final double most = MOST * Prefs.getGuiScale();
		int longest = LEAST_COLUMNS;
		final List<TextField> texts = new ArrayList<>();
		for (final Component field : fields) {
			if (!(field instanceof TextField text)) continue;
			texts.add(text);
			longest = Math.max(longest, text.getColumns());
		}
		while (longest > LEAST_COLUMNS && dialog.getPreferredSize().width > most) {
			longest--;
			for (final TextField text : texts)
				if (text.getColumns() > longest) text.setColumns(longest);
		}
	}
}
