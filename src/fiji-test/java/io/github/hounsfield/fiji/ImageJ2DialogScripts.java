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
package io.github.hounsfield.fiji;

import static io.github.hounsfield.ImageJWindow.await;
import static io.github.hounsfield.ImageJWindow.awaitGone;
import static io.github.hounsfield.ImageJWindow.awaitWindow;
import static io.github.hounsfield.ImageJWindow.chooseMenu;
import static io.github.hounsfield.ImageJWindow.parts;
import static io.github.hounsfield.ImageJWindow.press;
import static io.github.hounsfield.ImageJWindow.shown;
import static io.github.hounsfield.ImageJWindow.start;

import ij.IJ;
import ij.WindowManager;
import io.github.hounsfield.ImageJProcess;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.Window;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import org.scijava.Context;
import org.scijava.script.ScriptService;

/** What {@link ImageJ2DialogTest} does inside ImageJ2's window. */
public final class ImageJ2DialogScripts {

	private ImageJ2DialogScripts() {}

	/** Prints the suite's menu, and opens the first of its macros. */
	public static final class Menus implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			System.out.println("menu " + labels(submenu(submenu(IJ.getInstance().getMenuBar(), "Plugins"), "Hounsfield")));
			chooseMenu("Plugins", "Hounsfield", "Macros", "Lung CT Walkthrough.ijm");
			awaitWindow("Lung_CT_Walkthrough.ijm");
			// an error of the editor would come a moment later
			Thread.sleep(1500);
			System.out.println("editor " + shown());
		}

		private static Menu submenu(final Object in, final String label) {
			for (int i = 0; i < (in instanceof MenuBar bar ? bar.getMenuCount() : ((Menu) in).getItemCount()); i++) {
				final Object item = in instanceof MenuBar bar ? bar.getMenu(i) : ((Menu) in).getItem(i);
				if (item instanceof Menu menu && menu.getLabel().equals(label)) return menu;
			}
			throw new IllegalStateException("no menu " + label);
		}

		private static List<String> labels(final Menu menu) {
			final List<String> labels = new ArrayList<>();
			for (int i = 0; i < menu.getItemCount(); i++)
				labels.add(menu.getItem(i).getLabel());
			return labels;
		}
	}

	/** Opens the phantom, looks at dialogs, and runs an action that warns. */
	public static final class Dialogs implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			IJ.doCommand("Open Sample");
			press(awaitWindow("Open Sample"), "OK");
			awaitWindow("Thorax phantom");
			for (final String action : new String[] { "Convert to HU", "Apply Lung Window", "Export Volume" }) {
				IJ.doCommand(action);
				final Window dialog = awaitWindow(action);
				System.out.println(action + " is narrow: " + (dialog.getWidth() <= 600));
				press(dialog, "Cancel");
				awaitGone(action);
			}
			IJ.doCommand("Lung Mask");
			press(awaitWindow("Lung Mask"), "OK");
			awaitWindow("Lungs of Thorax phantom");
			await("the note", () -> IJ.getLog() != null);
			System.out.println("noted " + IJ.getLog().startsWith("[INFO] Lung Mask: ") + " " + shown().contains("Console"));
			IJ.doCommand("Open DICOM Series");
			press(awaitWindow("Open DICOM Series"), "Browse");
			final Window browse = awaitWindow("Select Folder or file");
			final JFileChooser chooser = parts(browse, JFileChooser.class).get(0);
			System.out.println("browse " + chooser.isFileSelectionEnabled() + " " + chooser.isDirectorySelectionEnabled());
			for (final JButton button : parts(browse, JButton.class))
				if ("Cancel".equals(button.getText())) button.doClick();
		}
	}

	/** Runs a script that an action refuses. */
	public static final class RefusedScript implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			final Context context = (Context) IJ.runPlugIn("org.scijava.Context", "");
			final Thread script = start(() -> {
				try {
					context.service(ScriptService.class).run(new File(args[0]), true).get();
				}
				catch (final Exception e) {
					System.out.println("script failed");
				}
			});
			press(awaitWindow("Convert to HU"), "OK");
			script.join();
			System.out.println("images " + WindowManager.getImageCount() + ", log " + IJ.getLog());
		}
	}
}
