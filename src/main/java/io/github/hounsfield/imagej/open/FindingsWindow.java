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

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageWindow;
import io.github.hounsfield.imagej.windows.Beside;
import io.github.hounsfield.imagej.windows.ImageListeners;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Frame;
import java.lang.ref.WeakReference;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JEditorPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/**
 * A small window beside an image. It tells what a user must know before measuring, and has buttons that help. It blocks
 * nothing, appears with the image, and closes with it.
 */
public final class FindingsWindow {

	/** Name of the window, for tests. */
	public static final String NAME = "findings";

	private static final int WIDTH = 380;
	private static final int MOST_HEIGHT = 520;
	private static final int GAP = 8;

	/**
	 * What a button does.
	 *
	 * @param label of the button
	 * @param hint what comes of it, a sentence
	 * @param action called in the event thread; it must hand work to another thread
	 */
	public record Remedy(String label, String hint, Runnable action) {}

	private final String html;
	private final List<Remedy> remedies;
	private JDialog dialog;

	/** @param html the findings */
	private FindingsWindow(final String html, final List<Remedy> remedies) {
		this.html = html;
		this.remedies = remedies;
	}

	/**
	 * Shows the findings as soon as the image has a window. May be called in any thread.
	 *
	 * @param image shown already or not yet; it is not kept from being collected
	 * @param html the findings, as the action makes it
	 */
	public static void showWith(final ImagePlus image, final String html, final List<Remedy> remedies) {
		final FindingsWindow window = new FindingsWindow(html, List.copyOf(remedies));
		ImagePlus.addImageListener(new Companion(window, image));
		if (image.getWindow() != null) EventQueue.invokeLater(() -> window.open(image));
	}

	private void open(final ImagePlus image) {
		final ImageWindow beside = image.getWindow();
		if (dialog != null || beside == null) return;
		dialog = new JDialog((Frame) beside, "Findings of " + image.getTitle(), false);
		dialog.setName(NAME);
		dialog.setAutoRequestFocus(false);
		final JEditorPane text = new JEditorPane("text/html", html);
		text.setEditable(false);
		text.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, true);
		text.setCaretPosition(0);
		text.setSize(new Dimension(WIDTH, Integer.MAX_VALUE));
		final JScrollPane scroll = new JScrollPane(text);
		scroll.setPreferredSize(new Dimension(WIDTH + 20, Math.min(MOST_HEIGHT, text.getPreferredSize().height + GAP)));
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT));
		for (final Remedy remedy : remedies) {
			final JButton button = new JButton(remedy.label());
			button.setToolTipText(remedy.hint());
			button.addActionListener(e -> remedy.action().run());
			buttons.add(button);
		}
		final JPanel content = new JPanel(new BorderLayout());
		content.setBorder(BorderFactory.createEmptyBorder(GAP / 2, GAP / 2, GAP / 2, GAP / 2));
		content.add(scroll, BorderLayout.CENTER);
		if (!remedies.isEmpty()) content.add(buttons, BorderLayout.SOUTH);
		dialog.setContentPane(content);
		dialog.pack();
		Beside.place(dialog, beside);
		dialog.setVisible(true);
	}

	private void close() {
		if (dialog != null) dialog.dispose();
		dialog = null;
	}

	/** Opens and closes the window with the image. */
	private static final class Companion implements ImageListener {

		private final FindingsWindow window;
		private final WeakReference<ImagePlus> image;

		Companion(final FindingsWindow window, final ImagePlus image) {
			this.window = window;
			this.image = new WeakReference<>(image);
		}

		@Override
		public void imageOpened(final ImagePlus opened) {
			if (isGone()) ImageListeners.remove(this);
			else if (opened == image.get()) EventQueue.invokeLater(() -> window.open(opened));
		}

		@Override
		public void imageClosed(final ImagePlus closed) {
			if (!isGone() && closed != image.get()) return;
			ImageListeners.remove(this);
			EventQueue.invokeLater(window::close);
		}

		@Override
		public void imageUpdated(final ImagePlus updated) {}

		private boolean isGone() {
			return image.get() == null;
		}
	}
}
