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

import java.awt.Window;
import java.util.concurrent.CancellationException;
import javax.swing.JOptionPane;

/** Asks before files leave the machine. */
public final class SendQuestion {

	private SendQuestion() {}

	/** @throws CancellationException where the person does not want it */
	public static void ask(final Window owner, final int files, final String archive) {
		final int[] answer = new int[1];
		Form.onEventThread(() -> {
			final Object[] choices = { "Send", "Cancel" };
			final JOptionPane pane = new JOptionPane("Send " + files + (files == 1 ? " file" : " files") + " to " + archive +
				"?\nThey go as they are, with all that identifies the patient.", JOptionPane.QUESTION_MESSAGE,
				JOptionPane.DEFAULT_OPTION, null, choices, choices[1]);
			Form.ask(pane, owner, "Send to DICOM Archive");
			answer[0] = choices[0].equals(pane.getValue()) ? 0 : 1;
		});
		if (answer[0] != 0) throw new CancellationException("not sent");
	}
}
