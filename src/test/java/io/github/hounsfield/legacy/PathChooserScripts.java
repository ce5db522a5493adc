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

import static io.github.hounsfield.ImageJWindow.await;
import static io.github.hounsfield.ImageJWindow.awaitGone;
import static io.github.hounsfield.ImageJWindow.awaitWindow;
import static io.github.hounsfield.ImageJWindow.chooseMenu;
import static io.github.hounsfield.ImageJWindow.parts;
import static io.github.hounsfield.ImageJWindow.press;

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.Waits;
import java.awt.Button;
import java.awt.EventQueue;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JFileChooser;
import javax.swing.SwingUtilities;

/** What {@link PathChooserTest} does inside an ImageJ with a window: JUnit is not there. */
public final class PathChooserScripts implements ImageJProcess.Script {

	@Override
	public void run(final String[] args) throws Exception {
		chooseMenu("Plugins", "Hounsfield", "List DICOM Series");
		final Window dialog = awaitWindow("List DICOM Series");
		final TextField path = parts(dialog, TextField.class).get(0);
		JFileChooser chooser = browse(dialog, 0);
		final int mode = chooser.getFileSelectionMode();
		EventQueue.invokeLater(chooser::cancelSelection);
		awaitNone();
		System.out.println("mode " + mode + ", canceled '" + path.getText() + "'");
		choose(browse(dialog, 0), new File(args[0]));
		System.out.println("chosen '" + path.getText() + "'");
		chooser = browse(dialog, 0);
		System.out.println("begins at " + chooser.getSelectedFile());
		EventQueue.invokeLater(chooser::cancelSelection);
		awaitNone();
		final List<Button> buttons = buttons(dialog);
		chooser = browse(dialog, buttons.size() - 1);
		System.out.println("saves " + (chooser.getDialogType() == JFileChooser.SAVE_DIALOG) + ", mode " + chooser
			.getFileSelectionMode());
		choose(chooser, new File(args[0], "table.csv"));
		final String saved = parts(dialog, TextField.class).stream().map(TextField::getText).filter(text -> text.endsWith(
			"table.csv")).findFirst().orElse("");
		System.out.println("chosen '" + saved + "'");
		press(dialog, "Cancel");
		awaitGone("List DICOM Series");
	}

	private static List<Button> buttons(final Window dialog) {
		return parts(dialog, Button.class).stream().filter(button -> button.getLabel().equals("Browse")).toList();
	}

	private static JFileChooser browse(final Window dialog, final int index) throws Exception {
		final Button button = buttons(dialog).get(index);
		EventQueue.invokeLater(() -> button.dispatchEvent(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, button
			.getActionCommand())));
		await("the chooser of files", () -> !choosers().isEmpty());
		final JFileChooser chooser = choosers().get(0);
		Waits.awaitAnswers(SwingUtilities.getWindowAncestor(chooser));
		return chooser;
	}

	private static void choose(final JFileChooser chooser, final File file) throws Exception {
		EventQueue.invokeLater(() -> {
			chooser.setSelectedFile(file);
			chooser.approveSelection();
		});
		awaitNone();
	}

	private static void awaitNone() throws Exception {
		await("the end of the choice", () -> choosers().isEmpty());
		EventQueue.invokeAndWait(() -> {});
	}

	private static List<JFileChooser> choosers() {
		return Stream.of(Window.getWindows()).filter(Window::isShowing).flatMap(window -> parts(window, JFileChooser.class)
			.stream()).toList();
	}
}
