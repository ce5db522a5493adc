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
import static io.github.hounsfield.ImageJWindow.messages;
import static io.github.hounsfield.ImageJWindow.parts;
import static io.github.hounsfield.ImageJWindow.shown;
import static io.github.hounsfield.ImageJWindow.start;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.DragAndDrop;
import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.command.ConvertToHu;
import java.awt.Button;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.TextArea;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.io.File;
import java.util.List;
import javax.swing.AbstractButton;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.display.DisplayService;
import org.scijava.io.IOService;
import org.scijava.ui.swing.script.TextEditor;

/**
 * What {@link ImageJ2WindowTest} does inside ImageJ2's window. Each line that it prints says what a person would see.
 */
public final class ImageJ2WindowScripts {

	private ImageJ2WindowScripts() {}

	private static void tell(final String what) throws Exception {
		// what comes up needs a moment; nothing would end a wait for what must not come
		Thread.sleep(700);
		EventQueue.invokeAndWait(() -> {});
		System.out.println(what + ": " + shown() + images());
	}

	private static String images() {
		final StringBuilder images = new StringBuilder();
		for (final int id : WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList()) {
			final ImagePlus image = WindowManager.getImage(id);
			images.append(' ').append(image.getWidth()).append('x').append(image.getHeight()).append('x').append(image
				.getStackSize());
		}
		return images.toString();
	}

	private static void close() throws Exception {
		for (final int id : WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList()) {
			final ImagePlus image = WindowManager.getImage(id);
			image.changes = false;
			image.close();
		}
		await("no image", () -> WindowManager.getImageCount() == 0 && shown().stream().noneMatch(
			"Chest 5.0 mm"::equals));
	}

	/** Presses a button of Swing or AWT. */
	private static void press(final Window dialog, final String label) throws Exception {
		for (final AbstractButton button : parts(dialog, AbstractButton.class))
			if (label.equals(button.getText())) EventQueue.invokeLater(button::doClick);
		for (final Button button : parts(dialog, Button.class))
			if (label.equals(button.getLabel().trim())) EventQueue.invokeLater(() -> button.dispatchEvent(new ActionEvent(
				button, ActionEvent.ACTION_PERFORMED, button.getActionCommand())));
	}

	/** Says what a message says, and takes it away. */
	private static void dismiss(final String title) throws Exception {
		final Window message = awaitWindow(title);
		tell("windows");
		System.out.println("said " + messages(message));
		press(message, "OK");
		awaitGone(title);
	}

	/** The message of that title besides; null for none. */
	private static Window above(final Window dialog) {
		for (final Window window : Window.getWindows())
			if (window != dialog && window.isShowing() && window instanceof Dialog message && message.getTitle().equals(
				((Dialog) dialog).getTitle())) return window;
		return null;
	}

	/** Drops a folder, a zip, two series, a folder without DICOM, broken files and a gap on the window. */
	public static final class Drops implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			for (int i = 0; i < 2; i++) {
				drop(args[i]).join();
				await("the opened series", () -> WindowManager.getImageCount() == 1);
				tell("opened");
				close();
			}
			final Thread canceled = drop(args[2]);
			press(awaitWindow("Open DICOM Series"), "Cancel");
			canceled.join();
			tell("canceled");
			final Thread chosen = drop(args[2]);
			press(awaitWindow("Open DICOM Series"), "Open");
			chosen.join();
			await("the chosen series", () -> WindowManager.getImageCount() == 1);
			tell("chosen");
			close();
			final long start = System.currentTimeMillis();
			final Thread foreign = drop(args[3]);
			final Window sequence = awaitWindow("Import Image Sequence");
			System.out.println("ImageJ's own in time: " + (System.currentTimeMillis() - start < 3000));
			press(sequence, "Cancel");
			foreign.join();
			drop(args[4]);
			dismiss("Open DICOM Series");
			tell("refused");
			drop(args[5]).join();
			awaitWindow("Findings of Chest 5.0 mm");
			tell("doubted");
		}

		private static Thread drop(final String path) {
			return start(() -> new DragAndDrop().openFile(new File(path)));
		}
	}

	/** Refusals from the menu, in a macro and in a script; the faces of a photograph. */
	public static final class Refusals implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			final Context context = (Context) IJ.runPlugIn("org.scijava.Context", "");
			for (final String action : List.of("Convert to HU", "HU Histogram", "Apply Lung Window", "Detect Faces (Haar)")) {
				IJ.doCommand(action);
				dismiss(action);
			}
			IJ.doCommand("Open DICOM Series");
			final Window asking = awaitWindow("Open DICOM Series");
			press(asking, "OK");
			await("what is missing", () -> above(asking) != null);
			tell("windows");
			System.out.println("said " + messages(above(asking)));
			press(above(asking), "OK");
			await("the dialog again", () -> above(asking) == null && asking.isShowing());
			press(asking, "Cancel");
			awaitGone("Open DICOM Series");
			IJ.createImage("plain", "16-bit ramp", 64, 64, 1).show();
			start(() -> context.service(CommandService.class).run(ConvertToHu.class, true, "padding", "Keep"));
			dismiss("Convert to HU");
			final Thread macro = start(() -> IJ.runMacro("run('Convert to HU', 'padding=Keep'); print('NOT STOPPED');"));
			macro.join();
			tell("macro");
			System.out.println("log <" + IJ.getLog().strip() + ">");
			close();
			context.service(DisplayService.class).createDisplay(context.service(IOService.class).open(args[1]));
			await("SCIFIO's image", () -> WindowManager.getImageCount() == 1);
			start(() -> context.service(CommandService.class).run(ConvertToHu.class, true, "padding", "Keep"));
			dismiss("Convert to HU");
			close();
			IJ.open(args[0]);
			IJ.doCommand("Detect Faces (Haar)");
			press(awaitWindow("Detect Faces (Haar)"), "OK");
			awaitWindow("Results");
			tell("faces");
		}
	}

	/** Runs a script in the Script Editor. */
	public static final class InTheEditor implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			final Context context = (Context) IJ.runPlugIn("org.scijava.Context", "");
			final TextEditor[] editor = new TextEditor[1];
			EventQueue.invokeAndWait(() -> {
				editor[0] = new TextEditor(context);
				editor[0].setVisible(true);
				editor[0].open(new File(args[0]));
			});
			EventQueue.invokeLater(() -> editor[0].runText());
			await("two images", () -> WindowManager.getImageCount() == 2);
			await("what the script prints", () -> editor[0].getTab().getScreen().getText().contains("mean HU"));
			tell("ran");
			System.out.println(editor[0].getTab().getScreen().getText());
		}
	}

	/** Refuses while the Recorder is open: an action of the suite, and one of SCIFIO. */
	public static final class RecordsRefusals implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			IJ.doCommand("Record...");
			final TextArea text = parts(awaitWindow("Recorder"), TextArea.class).get(0);
			for (final String[] action : new String[][] { { "HU Histogram", "HU Histogram" }, { "Image...  ", "ImageJ2" } }) {
				IJ.doCommand(action[0]);
				press(awaitWindow(action[1]), "OK");
				await("a line", () -> text.getText().contains("run("));
				System.out.println("recorded <" + text.getText().strip() + ">");
				EventQueue.invokeAndWait(() -> text.setText(""));
			}
		}
	}
}
