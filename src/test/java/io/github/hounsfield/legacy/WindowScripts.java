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
import static io.github.hounsfield.ImageJWindow.choose;
import static io.github.hounsfield.ImageJWindow.chooseMenu;
import static io.github.hounsfield.ImageJWindow.messages;
import static io.github.hounsfield.ImageJWindow.parts;
import static io.github.hounsfield.ImageJWindow.press;
import static io.github.hounsfield.ImageJWindow.pressEscape;
import static io.github.hounsfield.ImageJWindow.printLog;
import static io.github.hounsfield.ImageJWindow.shown;
import static io.github.hounsfield.ImageJWindow.start;
import static io.github.hounsfield.ImageJWindow.tick;
import static io.github.hounsfield.ImageJWindow.type;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.MessageDialog;
import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.Waits;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.TextArea;
import java.awt.TextField;
import java.awt.Window;
import java.util.List;

/** What {@link WindowTest} does inside an ImageJ with a window: JUnit is not there. */
public final class WindowScripts {

	private static final String LABEL = "Fixture (All Kinds)";

	/** How long the long work takes that is not canceled. */
	private static final long LONG_NS = 60_000_000_000L;

	private WindowScripts() {}

	/** Chooses the command in the menu and fills its dialog by the order of its fields. */
	private static Window openDialog() throws Exception {
		chooseMenu("Plugins", "Hounsfield", LABEL);
		return awaitWindow(LABEL);
	}

	/** Fills the dialog, prints what the Recorder wrote, and runs that. */
	public static final class RecordAndReplay implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			IJ.createImage("ct", "8-bit ramp", 64, 64, 1).show();
			IJ.doCommand("Record...");
			final Window recorder = awaitWindow("Recorder");
			final Window dialog = openDialog();
			final List<TextField> fields = parts(dialog, TextField.class);
			type(fields.get(0), args[0]);
			choose(parts(dialog, Choice.class).get(0), "Bone");
			await("the callback's width", () -> fields.get(3).getText().equals("2000"));
			type(fields.get(5), "5");
			type(fields.get(8), "two words");
			tick(parts(dialog, Checkbox.class).get(0), true);
			press(dialog, "OK");
			awaitGone(LABEL);
			final TextArea text = parts(recorder, TextArea.class).get(0);
			await("the recorded line", () -> text.getText().contains("Fixture"));
			Waits.awaitEnd(LABEL);
			final String recorded = String.join("\n", Waits.recorded(text));
			System.out.println("recorded " + recorded);
			recorder.setVisible(false);
			IJ.runMacro(recorded);
			final Window again = openDialog();
			System.out.println("remembered " + parts(again, TextField.class).get(8).getText());
			press(again, "Cancel");
			awaitGone(LABEL);
			Waits.awaitEnd(LABEL);
			IJ.runMacro("run(\"" + LABEL + "\", \"width=3\");");
			printLog();
		}
	}

	/** Gives a wrong number, then the right one; then a dialog that is canceled. */
	public static final class Refuse implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			final ImagePlus image = IJ.createImage("ct", "8-bit ramp", 64, 64, 1);
			image.show();
			IJ.doCommand("Record...");
			final Window recorder = awaitWindow("Recorder");
			final Window dialog = openDialog();
			final TextField width = parts(dialog, TextField.class).get(3);
			type(width, "0.5");
			press(dialog, "OK");
			await("a message over the dialog", () -> shown().stream().filter(LABEL::equals).count() == 2);
			for (final Window window : Window.getWindows()) if (window.isShowing() && window != dialog &&
				window instanceof MessageDialog) press(window, "OK");
			await("the dialog alone", () -> shown().stream().filter(LABEL::equals).count() == 1);
			System.out.println("kept " + dialog.isShowing() + " " + width.getText());
			type(width, "100");
			final List<Checkbox> boxes = parts(dialog, Checkbox.class);
			tick(boxes.get(boxes.size() - 1), true);
			await("the preview", () -> image.getDisplayRangeMax() == 100);
			press(dialog, "Cancel");
			awaitGone(LABEL);
			await("the preview undone", () -> image.getDisplayRangeMax() == 255);
			Waits.awaitEnd(LABEL);
			System.out.println("recorded <" + String.join("\n", Waits.recorded(parts(recorder, TextArea.class).get(0))) + ">");
			System.out.println("images " + WindowManager.getImageCount());
			printLog();
		}
	}

	/** Cancels long work, first from the menu, then in a macro. */
	public static final class Escape implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			final Window dialog = openDialog();
			type(parts(dialog, TextField.class).get(9), "long");
			press(dialog, "OK");
			cancelWhenRunning("menu");
			final Thread macro = start(() -> IJ.runMacro("run(\"" + LABEL + "\", \"act=long\");\nprint(\"NOT STOPPED\");"));
			cancelWhenRunning("macro");
			macro.join();
			System.out.println("windows " + shown());
			printLog();
		}

		private static void cancelWhenRunning(final String caller) throws Exception {
			await("some steps", () -> status().startsWith("Step 1"));
			final long start = System.nanoTime();
			pressEscape();
			await("the end of the work", () -> !status().startsWith("Step"));
			System.out.println(caller + " ended in time: " + (System.nanoTime() - start < LONG_NS / 6));
			Waits.awaitEnd(LABEL);
		}

		private static String status() {
			return ImageJ.getStatusBarText();
		}
	}

	/** A failure from the menu and one in a macro: each shows its reason. */
	public static final class Fail implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			final Window dialog = openDialog();
			type(parts(dialog, TextField.class).get(9), "fail");
			press(dialog, "OK");
			await("the message in place of the dialog", () -> !dialog.isShowing() && shown().contains(LABEL));
			tell(LABEL);
			final Thread macro = start(() -> IJ.runMacro("run(\"" + LABEL + "\", \"act=fail\");\nprint(\"NOT STOPPED\");"));
			macro.join();
			final Thread asking = start(() -> IJ.runMacro("run(\"" + LABEL + "\");\nprint(\"NOT STOPPED\");"));
			press(awaitWindow(LABEL), "Cancel");
			asking.join();
			System.out.println("windows " + shown());
			printLog();
		}

		private static void tell(final String title) throws Exception {
			final Window message = awaitWindow(title);
			System.out.println(title + ": " + messages(message));
			press(message, "OK");
			awaitGone(title);
		}
	}
}
