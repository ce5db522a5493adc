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
import io.github.hounsfield.archive.Login;
import java.awt.Window;
import java.util.Arrays;
import java.util.Optional;
import javax.swing.JOptionPane;
import javax.swing.JPasswordField;
import javax.swing.JTextField;

/** Asks for user and password. The input stays in memory, and is neither recorded nor logged. */
public final class LoginDialog {

	private LoginDialog() {}

	/**
	 * To be called from any thread but the event thread.
	 *
	 * @param owner ImageJ's window, null where there is none
	 * @return empty where the person canceled
	 * @throws ArchiveException where what was typed can be no login
	 */
	public static Optional<Login> ask(final Window owner, final String host) throws ArchiveException {
		final JTextField user = new JTextField(20);
		final JPasswordField password = new JPasswordField(20);
		final int[] answer = { JOptionPane.CANCEL_OPTION };
		Form.onEventThread(() -> {
			final Form form = new Form(1);
			form.row("User", user);
			form.row("Password", password);
			final JOptionPane pane = new JOptionPane(form, JOptionPane.PLAIN_MESSAGE, JOptionPane.OK_CANCEL_OPTION) {

				private static final long serialVersionUID = 1L;

				/** The field of the user gets the focus, not OK. */
				@Override
				public void selectInitialValue() {
					user.requestFocusInWindow();
				}
			};
			Form.ask(pane, owner, "Login for " + host);
			if (pane.getValue() instanceof Integer pressed) answer[0] = pressed;
		});
		if (answer[0] != JOptionPane.OK_OPTION) return Optional.empty();
		final char[] typed = password.getPassword();
		try {
			return Optional.of(Login.basic(user.getText().trim(), new String(typed)));
		}
		finally {
			Arrays.fill(typed, '\0');
		}
	}
}
