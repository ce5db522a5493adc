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

import static io.github.hounsfield.ImageJWindow.answer;
import static io.github.hounsfield.ImageJWindow.await;
import static io.github.hounsfield.ImageJWindow.awaitGone;
import static io.github.hounsfield.ImageJWindow.awaitWindow;
import static io.github.hounsfield.ImageJWindow.parts;
import static io.github.hounsfield.ImageJWindow.press;
import static io.github.hounsfield.ImageJWindow.screenshot;
import static io.github.hounsfield.Waits.settle;

import ij.IJ;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.MessageDialog;
import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.Waits;
import java.awt.Button;
import java.awt.Window;
import java.util.Set;

/** What {@link AllDialogsTest} does inside an ImageJ with a window: JUnit is not there. */
public final class AllDialogsScripts {

	private static final int WIDEST = 600;
	private static final int HIGHEST = 720;

	private static final String[] OF_ANY_IMAGE = { "Open DICOM Series", "List DICOM Series", "DICOM Tag Table",
		"Convert to HU", "Apply Lung Window", "HU Histogram", "Lung Mask", "Measure Lung Density", "Import RTSTRUCT",
		"Resample Volume", "Export Volume", "Save as DICOM", "Detect Faces (Haar)", "Blur Detected Faces",
		"De-identify DICOM", "Open Sample", "Open from DICOM Archive", "List DICOM Archive", "Retrieve from DICOM Archive",
		"Send to DICOM Archive" };

	private AllDialogsScripts() {}

	/** Opens each dialog, measures it, counts its buttons to browse, and cancels it. */
	public static final class All implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			IJ.runMacro("run(\"Open Sample\", \"sample=[Thorax phantom]\");");
			remember(args[0]);
			final String pictures = args.length > 1 ? args[1] : "";
			for (final String action : OF_ANY_IMAGE)
				look(action, pictures);
			final Set<Integer> before = Waits.images();
			IJ.run(WindowManager.getImage("Thorax phantom"), "Convert to HU", "padding=Keep");
			Waits.activate(Waits.awaitNew(before));
			look("Normalize HU", pictures);
		}

		/** A folder that was named gives later dialogs one button more. */
		private static void remember(final String folder) throws Exception {
			IJ.doCommand("List DICOM Series");
			final Window dialog = awaitWindow("List DICOM Series");
			answer(dialog, "Folder or file", folder);
			press(dialog, "OK");
			await("the refusal", () -> shows(MessageDialog.class) != null);
			press(shows(MessageDialog.class), "OK");
			await("the dialog again", () -> shows(GenericDialog.class) != null && shows(MessageDialog.class) == null);
			press(shows(GenericDialog.class), "Cancel");
			awaitGone("List DICOM Series");
		}

		private static Window shows(final Class<?> type) {
			for (final Window window : Window.getWindows())
				if (window.isShowing() && type.isInstance(window)) return window;
			return null;
		}

		private static void look(final String action, final String pictures) throws Exception {
			IJ.doCommand(action);
			final Window dialog = awaitWindow(action);
			settle();
			if (!pictures.isEmpty()) screenshot(pictures + "/" + action + ".png");
			final boolean fits = dialog.getWidth() <= WIDEST && dialog.getHeight() <= HIGHEST;
			final long browse = parts(dialog, Button.class).stream().filter(button -> "Browse".equals(button.getLabel()))
				.count();
			System.out.println(action + " " + browse + (fits ? "" : ", of " + dialog.getWidth() + " x " + dialog.getHeight()));
			press(dialog, "Cancel");
			awaitGone(action);
		}
	}
}
