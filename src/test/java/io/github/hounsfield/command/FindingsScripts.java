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

import static io.github.hounsfield.ImageJWindow.await;
import static io.github.hounsfield.ImageJWindow.awaitWindow;
import static io.github.hounsfield.ImageJWindow.chooseMenu;
import static io.github.hounsfield.ImageJWindow.click;
import static io.github.hounsfield.ImageJWindow.parts;
import static io.github.hounsfield.ImageJWindow.press;
import static io.github.hounsfield.ImageJWindow.type;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.Waits;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.TextArea;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JEditorPane;
import javax.swing.text.BadLocationException;

/** What {@link FindingsWindowTest} does inside an ImageJ with a window: JUnit is not there. */
public final class FindingsScripts {

	private FindingsScripts() {}

	private static List<JDialog> findings() {
		return Stream.of(Window.getWindows()).filter(window -> window.isShowing() && "findings".equals(window.getName())).map(
			JDialog.class::cast).toList();
	}

	private static List<Integer> images() {
		return IntStream.of(WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList()).mapToObj(
			id -> WindowManager.getImage(id).getStackSize()).toList();
	}

	private static List<String> tables() {
		return Stream.of(WindowManager.getNonImageTitles()).filter(title -> title.startsWith("DICOM")).sorted().toList();
	}

	private static String plain(final JDialog dialog) throws Exception {
		final List<String> text = new ArrayList<>();
		final JEditorPane pane = parts(dialog, JEditorPane.class).get(0);
		EventQueue.invokeAndWait(() -> {
			try {
				text.add(pane.getDocument().getText(0, pane.getDocument().getLength()));
			}
			catch (final BadLocationException e) {
				throw new IllegalStateException(e);
			}
		});
		return text.get(0).replaceAll("\\s+", " ");
	}

	/** A macro, batch mode, a person; the buttons; the end of the images. */
	public static final class ReadHelpClose implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			IJ.runMacro("run(\"Open DICOM Series\", \"path=[" + args[0] + "]\");");
			IJ.wait(500);
			System.out.println("macro shows " + !findings().isEmpty());
			IJ.run("Close All");
			IJ.runMacro("setBatchMode(true); run(\"Open DICOM Series\", \"path=[" + args[0] + "]\"); close();");
			IJ.wait(300);
			System.out.println("batch shows " + !findings().isEmpty());
			IJ.doCommand("Record...");
			final TextArea recorder = parts(awaitWindow("Recorder"), TextArea.class).get(0);
			chooseMenu("Plugins", "Hounsfield", "Open DICOM Series");
			final Window dialog = awaitWindow("Open DICOM Series");
			type(parts(dialog, TextField.class).get(0), args[0]);
			press(dialog, "OK");
			await("the findings", () -> findings().size() == 1);
			final JDialog window = findings().get(0);
			System.out.println("modal " + window.isModal() + ", fits " + new Rectangle(Toolkit.getDefaultToolkit()
				.getScreenSize()).contains(window.getBounds()));
			final String text = plain(window);
			for (final String due : Arrays.asList("50.0000 mm between", "Volumes are too small", "was left out"))
				System.out.println("says " + due + " " + text.toLowerCase().contains(due.toLowerCase()));
			System.out.println("buttons " + parts(window, JButton.class).stream().filter(b -> b.getText() != null && !b
				.getText().isEmpty()).map(JButton::getText).toList());
			await("the first line", () -> recorder.getText().contains("Open DICOM Series"));
			Waits.awaitEnd("Open DICOM Series");
			recorder.setText("");
			final Set<Integer> before = Waits.images();
			click(window, "Even spacing");
			final ImagePlus even = Waits.awaitNew(before);
			await("its line", () -> recorder.getText().contains("resample=even"));
			System.out.println("images " + images());
			System.out.println("RESAMPLED in the new report " + even.getProp("Hounsfield.Report").contains("RESAMPLED"));
			await("its findings", () -> findings().size() == 2);
			final JDialog filled = findings().stream().filter(each -> each != window).findFirst().orElseThrow();
			System.out.println("filled gap " + plain(filled).toLowerCase().contains("interpolated from its two sides") + ", " +
				plain(filled).toLowerCase().contains("volumes are too small") + ", buttons " + parts(filled, JButton.class)
					.stream().map(JButton::getText).filter(label -> label != null && !label.isEmpty()).toList());
			System.out.println("windows " + findings().size());
			click(window, "Show left-out files");
			await("the tables", () -> recorder.getText().contains("List DICOM Series"));
			await("the tables themselves", () -> tables().size() == 2);
			System.out.println("tables " + tables());
			recorder.getText().lines().filter(line -> line.startsWith("run")).forEach(line -> System.out.println("recorded " +
				line));
			IJ.run("Close All");
			await("their end", () -> findings().isEmpty());
			System.out.println("after closing " + findings().size());
		}
	}
}
