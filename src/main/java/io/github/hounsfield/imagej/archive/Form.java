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

import io.github.hounsfield.imagej.windows.Escape;
import io.github.hounsfield.imagej.windows.Placing;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CancellationException;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

/** Labels and fields in rows, and what the windows of this package have in common. */
final class Form extends JPanel {

	private static final long serialVersionUID = 1L;

	private final int columns;
	private int cells;

	/** @param columns pairs of a label and a field beside each other */
	Form(final int columns) {
		super(new GridBagLayout());
		this.columns = columns;
	}

	/** Adds a field, named as its label for tests and screen readers. */
	void row(final String label, final JComponent field, final JComponent... beside) {
		final JLabel text = new JLabel(label + ":");
		text.setLabelFor(field);
		field.setName(label);
		final GridBagConstraints at = new GridBagConstraints();
		at.gridy = cells / columns;
		at.gridx = cells++ % columns * 3;
		at.insets = new Insets(2, 6, 2, 4);
		at.anchor = GridBagConstraints.LINE_START;
		add(text, at);
		at.gridx++;
		at.weightx = 1;
		at.fill = GridBagConstraints.HORIZONTAL;
		at.insets = new Insets(2, 0, 2, 2);
		add(field, at);
		at.gridx++;
		at.weightx = 0;
		for (final JComponent one : beside)
			add(one, at);
	}

	/** Begins the next row. */
	void nextRow() {
		cells = (cells + columns - 1) / columns * columns;
	}

	/** Runs on the event thread and waits; may be called from any other. */
	static void onEventThread(final Runnable task) {
		try {
			SwingUtilities.invokeAndWait(task);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
		catch (final InvocationTargetException e) {
			if (e.getCause() instanceof RuntimeException cause) throw cause;
			if (e.getCause() instanceof Error cause) throw cause;
			throw new IllegalStateException(e.getCause());
		}
	}

	/** Esc does what is given. */
	static void onEscape(final JDialog dialog, final Runnable action) {
		Escape.does(dialog, action);
	}

	/** The window in front, else the given one. */
	static Window owner(final Window otherwise) {
		final Window active = KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow();
		return active == null ? otherwise : active;
	}

	/** Asks in the event thread and waits. The question leaves the window in front of it in sight. */
	static void ask(final JOptionPane question, final Window otherwise, final String title) {
		final JDialog dialog = question.createDialog(owner(otherwise), title);
		Placing.underOwner(dialog);
		dialog.setVisible(true);
		dialog.dispose();
	}

	/** What stands in the field of a list that takes other words too. */
	static String text(final JComboBox<String> box) {
		final Object item = box.getEditor().getItem();
		return item == null ? "" : item.toString().trim();
	}
}
