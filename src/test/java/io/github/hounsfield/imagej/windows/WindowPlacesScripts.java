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
package io.github.hounsfield.imagej.windows;

import static io.github.hounsfield.ImageJWindow.await;
import static io.github.hounsfield.ImageJWindow.awaitGone;
import static io.github.hounsfield.ImageJWindow.awaitWindow;
import static io.github.hounsfield.ImageJWindow.chooseMenu;
import static io.github.hounsfield.ImageJWindow.press;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.PlotWindow;
import ij.text.TextWindow;
import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.Waits;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.util.Set;
import java.util.stream.IntStream;

/** What {@link WindowPlacesTest} does inside an ImageJ with a window: JUnit is not there. */
public final class WindowPlacesScripts implements ImageJProcess.Script {

	@Override
	public void run(final String[] args) throws Exception {
		IJ.runMacro("run(\"Open DICOM Series\", \"path=[" + args[0] + "]\");");
		final ImagePlus source = IJ.getImage();
		preview("Apply Lung Window", source);
		preview("Lung Mask", source);
		final ImagePlus hu = made("Convert to HU", source);
		await("HU beside its source", () -> isApart(hu.getWindow(), source));
		System.out.println("HU beside");
		final ImagePlus plot = made("HU Histogram", source);
		await("a plot beside its source", () -> plot.getWindow() instanceof PlotWindow && isApart(plot.getWindow(), source));
		System.out.println("plot beside");
		plot.close();
		hu.close();
		Waits.activate(source);
		chooseMenu("Plugins", "Hounsfield", "DICOM Tag Table");
		press(awaitWindow("DICOM Tag Table"), "OK");
		final Window table = table();
		await("a table beside the image", () -> isApart(table, source));
		System.out.println("table beside");
		say("a line");
		await("the log beside the image", () -> isApart(WindowManager.getWindow("Log"), source));
		System.out.println("log beside");
		final Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
		await("all windows on the screen", () -> IntStream.range(0, Window.getWindows().length).mapToObj(
			i -> Window.getWindows()[i]).filter(Window::isShowing).allMatch(window -> screen.contains(window.getBounds())));
		System.out.println("all on the screen");
		stays(source);
	}

	/** A dialog that previews on the image stands beside it. */
	private static void preview(final String label, final ImagePlus source) throws Exception {
		chooseMenu("Plugins", "Hounsfield", label);
		final Window dialog = awaitWindow(label);
		await("the dialog of " + label + " beside the image", () -> isApart(dialog, source));
		System.out.println(label + " beside");
		press(dialog, "Cancel");
		awaitGone(label);
	}

	/** The user moves windows over the image and closes them; the next ones come up there. */
	private static void stays(final ImagePlus source) throws Exception {
		final int x = source.getWindow().getX() + 50;
		final int y = source.getWindow().getY() + 60;
		putAndClose(table(), x, y);
		Waits.activate(source);
		chooseMenu("Plugins", "Hounsfield", "DICOM Tag Table");
		press(awaitWindow("DICOM Tag Table"), "OK");
		final Window again = table();
		// it is as wide as the screen, and so begins at its left edge
		await("the table where it was", () -> again.getX() == 0 && again.getY() == y);
		System.out.println("table stays");
		final Window log = WindowManager.getWindow("Log");
		putAndClose(log, x, y);
		await("no log", () -> WindowManager.getWindow("Log") == null);
		say("another line");
		EventQueue.invokeAndWait(() -> {});
		final Window second = WindowManager.getWindow("Log");
		await("the log where it was", () -> second.getX() == x && second.getY() == y);
		System.out.println("log stays");
		// in the middle, where ImageJ shows a log first: nobody chose that
		final Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
		putAndClose(second, (screen.width - second.getWidth()) / 2, (screen.height - second.getHeight()) / 4);
		await("no second log", () -> WindowManager.getWindow("Log") == null);
		say("a third line");
		await("the log beside the image again", () -> isApart(WindowManager.getWindow("Log"), source));
		System.out.println("log again where nobody put it: beside");
	}

	private static void putAndClose(final Window window, final int x, final int y) throws Exception {
		EventQueue.invokeAndWait(() -> window.setLocation(x, y));
		await("the moved window", () -> window.getX() == x && window.getY() == y);
		Waits.settle();
		EventQueue.invokeAndWait(() -> ((TextWindow) window).close());
		if (!"Log".equals(((TextWindow) window).getTitle())) awaitGone(((TextWindow) window).getTitle());
	}

	/** Only ImageJ's loader of plugins has the class. */
	private static void say(final String line) throws Exception {
		IJ.getClassLoader().loadClass("io.github.hounsfield.imagej.windows.LogWindow").getMethod("say", String.class).invoke(
			null, line);
	}

	private static boolean isApart(final Window window, final ImagePlus source) {
		return window != null && window.isShowing() && !window.getBounds().intersects(source.getWindow().getBounds());
	}

	private static Window table() throws Exception {
		await("a table", () -> find() != null);
		EventQueue.invokeAndWait(() -> {});
		return find();
	}

	private static Window find() {
		for (final Window window : Window.getWindows())
			if (window instanceof TextWindow text && text.isShowing() && !"Log".equals(text.getTitle())) return text;
		return null;
	}

	/** Runs an action as a person does, from the menu and with its dialog. */
	private static ImagePlus made(final String label, final ImagePlus source) throws Exception {
		Waits.activate(source);
		final Set<Integer> before = Waits.images();
		chooseMenu("Plugins", "Hounsfield", label);
		press(awaitWindow(label), "OK");
		final ImagePlus made = Waits.awaitNew(before);
		Waits.awaitEnd(label);
		return made;
	}
}
