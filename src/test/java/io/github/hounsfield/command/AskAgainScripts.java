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
import static io.github.hounsfield.ImageJWindow.messages;
import static io.github.hounsfield.ImageJWindow.parts;
import static io.github.hounsfield.ImageJWindow.press;
import static io.github.hounsfield.ImageJWindow.start;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.MessageDialog;
import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.Waits;
import java.awt.Choice;
import java.awt.TextArea;
import java.awt.TextField;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What {@link AskAgainTest} does inside an ImageJ with a window: JUnit is not there. */
public final class AskAgainScripts {

	private static final String CONVERT = "Convert to HU";
	private static final String EXPORT = "Export Volume";
	private static final String RESAMPLE = "Resample Volume";

	private AskAgainScripts() {}

	/** Answers that the dialog refuses, that the work refuses, one that is canceled, an unsuitable image, a macro. */
	public static final class Refused implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			IJ.runMacro("run(\"Open Sample\", \"sample=[Thorax phantom]\");");
			IJ.doCommand("Record...");
			final TextArea recorder = parts(awaitWindow("Recorder"), TextArea.class).get(0);
			recorder.setText("");
			export(args[0], recorder);
			letters();
			oneAlone();
			await("the recorded line", () -> recorder.getText().contains(CONVERT));
			cancel();
			recorder.getText().lines().filter(line -> line.contains("path=") || line.contains("output="))
				.forEach(line -> System.out.println("recorded " + line.replace(".0 ", " ")));
			unsuitable();
			macro();
		}

		/** No number: the dialog need not close to know it. */
		private static void letters() throws Exception {
			final Window dialog = open(CONVERT);
			answer(dialog, "Output", "16-bit signed");
			answer(dialog, "Slope (HU per value)", "abc");
			press(dialog, "OK");
			System.out.println("letters: " + read());
			System.out.println("stays " + dialog.isShowing() + " " + text(dialog, 0) + " " + parts(dialog, Choice.class).get(0)
				.getSelectedItem());
			answer(dialog, "Slope (HU per value)", "2");
			press(dialog, "OK");
		}

		/** Two answers that do not fit each other, which only the work knows. */
		private static void oneAlone() throws Exception {
			System.out.println("one alone: " + read());
			final Set<Integer> before = Waits.images();
			final Window again = dialog(CONVERT);
			await("the focus", () -> again.getFocusOwner() instanceof TextField);
			System.out.println("again " + text(again, 0) + " <" + text(again, 1) + "> " + parts(again, Choice.class).get(0)
				.getSelectedItem() + ", focus " + ((TextField) again.getFocusOwner()).getText());
			answer(again, "Intercept (HU)", "-1000");
			press(again, "OK");
			awaitGone(CONVERT);
			System.out.println("image " + Waits.awaitNewActive(before).getTitle());
			Waits.awaitEnd(CONVERT);
		}

		/** A file that is there, and is replaced then. */
		private static void export(final String file, final TextArea recorder) throws Exception {
			final Window dialog = open(EXPORT);
			answer(dialog, "File", file);
			answer(dialog, "Values", "float32");
			press(dialog, "OK");
			System.out.println("there already: " + read());
			final Window again = dialog(EXPORT);
			await("the focus", () -> again.getFocusOwner() instanceof TextField);
			System.out.println("again " + text(again, 0) + " " + parts(again, Choice.class).get(0).getSelectedItem() +
				", focus " + ((TextField) again.getFocusOwner()).getText());
			answer(again, "Replace the file", "true");
			press(again, "OK");
			awaitGone(EXPORT);
			await("the file", () -> Files.size(Path.of(file)) > 352);
			await("the recorded line", () -> recorder.getText().contains(EXPORT));
			Waits.awaitEnd(EXPORT);
			System.out.println("written true");
		}

		private static void cancel() throws Exception {
			final Window dialog = open(RESAMPLE);
			answer(dialog, "Spacing (mm)", "0");
			press(dialog, "OK");
			System.out.println("spacing: " + read());
			final Window again = dialog(RESAMPLE);
			System.out.println("again " + text(again, 0));
			press(again, "Cancel");
			awaitGone(RESAMPLE);
			Waits.awaitEnd(RESAMPLE);
			// nothing would end a wait for what must not come
			IJ.wait(300);
			System.out.println("canceled, images " + WindowManager.getImageCount());
		}

		/** An image without lungs: no other answer would help. */
		private static void unsuitable() throws Exception {
			final Set<Integer> before = Waits.images();
			IJ.run(WindowManager.getImage("Thorax phantom"), CONVERT, "output=[32-bit float]");
			final ImagePlus hu = Waits.awaitNew(before);
			for (int slice = 1; slice <= hu.getStackSize(); slice++)
				hu.getStack().getProcessor(slice).set(0);
			Waits.activate(hu);
			final Window dialog = open("Lung Mask");
			press(dialog, "OK");
			System.out.println("no lung: " + read());
			Waits.awaitEnd("Lung Mask");
			IJ.wait(300);
			System.out.println(dialogs().isEmpty() ? "gone" : "asks again: " + dialogs());
		}

		/** A macro that leaves all to the dialog is not held up by a second one. */
		private static void macro() throws Exception {
			final Thread macro = start(() -> IJ.runMacro("run(\"" + RESAMPLE + "\");"));
			final Window dialog = dialog(RESAMPLE);
			answer(dialog, "Spacing (mm)", "0");
			press(dialog, "OK");
			macro.join();
			System.out.println("macro ended, dialogs " + dialogs());
		}

		private static Window open(final String action) throws Exception {
			IJ.doCommand(action);
			return dialog(action);
		}

		/** Waits for the action's dialog, which has the title that its messages have. */
		private static Window dialog(final String action) throws Exception {
			await("the dialog of " + action, () -> dialogs().size() == 1 && dialogs().get(0).getTitle().equals(action));
			final Window dialog = dialogs().get(0);
			Waits.awaitAnswers(dialog);
			return dialog;
		}

		private static List<GenericDialog> dialogs() {
			final List<GenericDialog> dialogs = new ArrayList<>();
			for (final Window window : Window.getWindows())
				if (window.isShowing() && window instanceof GenericDialog dialog) dialogs.add(dialog);
			return dialogs;
		}

		/** What the box says that comes next; closes it. */
		private static String read() throws Exception {
			final MessageDialog[] box = new MessageDialog[1];
			await("a box", () -> {
				for (final Window window : Window.getWindows())
					if (window.isShowing() && window instanceof MessageDialog message) box[0] = message;
				return box[0] != null;
			});
			final String said = String.join(" ", messages(box[0]));
			press(box[0], "OK");
			await("its end", () -> !box[0].isShowing());
			return said;
		}

		private static String text(final Window dialog, final int field) {
			return parts(dialog, TextField.class).get(field).getText();
		}
	}
}
