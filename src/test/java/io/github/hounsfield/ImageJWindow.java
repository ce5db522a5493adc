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
package io.github.hounsfield;

import ij.IJ;
import ij.ImageJ;
import ij.gui.MultiLineLabel;
import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Label;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ItemEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;

/**
 * Main class of a JVM with ImageJ's window, and what a {@link ImageJProcess.Script} needs there: waiting for dialogs,
 * finding their parts, pressing, taking screenshots.
 */
public final class ImageJWindow {

	private ImageJWindow() {}

	/**
	 * @param args the ImageJ folder, the script's class, its arguments
	 */
	public static void main(final String[] args) {
		ImageJ.main(new String[] { "-ijpath", args[0], "-port0" });
		run(List.of(args).subList(1, args.length).toArray(String[]::new));
	}

	/** Runs a script, named by its class and followed by its arguments, in the window that comes up, and ends ImageJ. */
	static void run(final String[] args) {
		try {
			await("ImageJ's window", () -> IJ.getInstance() != null && IJ.getInstance().isShowing());
			final ImageJProcess.Script script = Class.forName(args[0]).asSubclass(ImageJProcess.Script.class)
				.getDeclaredConstructor().newInstance();
			script.run(List.of(args).subList(1, args.length).toArray(String[]::new));
			System.exit(0);
		}
		catch (final Throwable thrown) {
			thrown.printStackTrace();
			System.exit(1);
		}
	}

	/** Runs a macro file and prints ImageJ's log. */
	public static final class RunMacro implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) {
			IJ.runMacroFile(args[0], args[1]);
			printLog();
		}
	}

	/** Prints what ImageJ's Log window holds. */
	public static void printLog() {
		final String log = IJ.getLog();
		if (log != null) System.out.print(log);
	}

	/** Starts something in a thread of its own, as a dialog that waits for a person needs. */
	public static Thread start(final Runnable action) {
		final Thread thread = new Thread(action, "Script");
		thread.start();
		return thread;
	}

	/** Waits until a condition holds. */
	public static void await(final String what, final Callable<Boolean> condition) throws Exception {
		Waits.await(what, condition);
	}

	/** Waits for a dialog or frame with a title. */
	public static Window awaitWindow(final String title) throws Exception {
		await("a window titled " + title, () -> find(title) != null);
		EventQueue.invokeAndWait(() -> {});
		final Window window = find(title);
		Waits.awaitAnswers(window);
		return window;
	}

	/** Waits until no window with the title shows. */
	public static void awaitGone(final String title) throws Exception {
		await("the end of " + title, () -> find(title) == null);
	}

	/** The titles of all windows that show. */
	public static List<String> shown() {
		final List<String> titles = new ArrayList<>();
		for (final Window window : Window.getWindows()) if (window.isShowing()) titles.add(title(window));
		return titles;
	}

	/** The parts of a type inside a window, in the order in which they were added. */
	public static <C extends Component> List<C> parts(final Container inside, final Class<C> type) {
		final List<C> parts = new ArrayList<>();
		for (final Component component : inside.getComponents()) {
			if (type.isInstance(component)) parts.add(type.cast(component));
			if (component instanceof Container) parts.addAll(parts((Container) component, type));
		}
		return parts;
	}

	/** What the messages in a dialog say, each in one line. */
	public static List<String> messages(final Window window) throws Exception {
		final Field lines = MultiLineLabel.class.getDeclaredField("lines");
		lines.setAccessible(true);
		final List<String> messages = new ArrayList<>();
		for (final MultiLineLabel label : parts(window, MultiLineLabel.class)) messages.add(String.join(" ",
			(String[]) lines.get(label)));
		return messages;
	}

	/** Presses the button with the label, in the event thread as a person does, without waiting for what follows. */
	public static void press(final Window window, final String label) throws Exception {
		Waits.awaitAnswers(window);
		for (final Button button : parts(window, Button.class)) {
			if (!button.getLabel().trim().equals(label)) continue;
			EventQueue.invokeLater(() -> button.dispatchEvent(new ActionEvent(button,
				ActionEvent.ACTION_PERFORMED, button.getActionCommand())));
			return;
		}
		throw new IllegalStateException("No button " + label + " in " + title(window));
	}

	/** The same of a button of Swing. */
	public static void click(final Window window, final String label) throws Exception {
		Waits.awaitAnswers(window);
		final AbstractButton found = parts(window, AbstractButton.class).stream().filter(button -> label.equals(button
			.getText())).findFirst().orElseThrow(() -> new IllegalStateException("No button " + label + " in " + title(window)));
		EventQueue.invokeLater(found::doClick);
	}

	/** Chooses an item of ImageJ's menu bar, as a click on it does. */
	public static void chooseMenu(final String... path) throws Exception {
		final MenuBar bar = IJ.getInstance().getMenuBar();
		Menu menu = null;
		for (int i = 0; i < bar.getMenuCount(); i++) if (bar.getMenu(i).getLabel().equals(path[0])) menu = bar.getMenu(i);
		MenuItem item = menu;
		for (int depth = 1; depth < path.length; depth++) item = item((Menu) item, path[depth]);
		final MenuItem chosen = item;
		EventQueue.invokeAndWait(() -> chosen.dispatchEvent(new ActionEvent(chosen, ActionEvent.ACTION_PERFORMED, chosen
			.getActionCommand())));
	}

	private static MenuItem item(final Menu menu, final String label) {
		for (int i = 0; i < menu.getItemCount(); i++) if (menu.getItem(i).getLabel().equals(label)) return menu.getItem(i);
		throw new IllegalStateException("No item " + label + " in " + menu.getLabel());
	}

	/** Presses Esc in ImageJ's main window. */
	public static void pressEscape() throws Exception {
		EventQueue.invokeLater(() -> IJ.getInstance().keyPressed(new KeyEvent(IJ.getInstance(), KeyEvent.KEY_PRESSED, System
			.currentTimeMillis(), 0, KeyEvent.VK_ESCAPE, KeyEvent.CHAR_UNDEFINED)));
	}

	/** Types into a field, in the event thread, over what it held. */
	public static void type(final TextField field, final String text) throws Exception {
		EventQueue.invokeAndWait(() -> field.setText(text));
	}

	/** Chooses an item of a list as a click does. */
	public static void choose(final Choice choice, final String item) throws Exception {
		EventQueue.invokeAndWait(() -> {
			choice.select(item);
			choice.dispatchEvent(new ItemEvent(choice, ItemEvent.ITEM_STATE_CHANGED, item, ItemEvent.SELECTED));
		});
	}

	/** Ticks or clears a checkbox as a click does. */
	public static void tick(final Checkbox checkbox, final boolean state) throws Exception {
		EventQueue.invokeAndWait(() -> {
			checkbox.setState(state);
			checkbox.dispatchEvent(new ItemEvent(checkbox, ItemEvent.ITEM_STATE_CHANGED, checkbox.getLabel(), state
				? ItemEvent.SELECTED : ItemEvent.DESELECTED));
		});
	}

	/**
	 * Gives the field with the label its answer, as a person does: types, chooses, or ticks.
	 *
	 * @param label without colon
	 * @param answer for a checkbox {@code true} or {@code false}
	 */
	public static void answer(final Window dialog, final String label, final String answer) throws Exception {
		String before = "";
		for (final Component part : parts(dialog, Component.class)) {
			if (part instanceof Checkbox box && label.equals(box.getLabel())) {
				tick(box, Boolean.parseBoolean(answer));
				return;
			}
			if (label.equals(before) && part instanceof TextField field) {
				type(field, answer);
				return;
			}
			if (label.equals(before) && part instanceof Choice choice) {
				choose(choice, answer);
				return;
			}
			if (part instanceof Label text) before = text.getText().trim().replaceFirst(":$", "");
		}
		throw new IllegalStateException("No field " + label + " in " + title(dialog));
	}

	/** Writes what the whole screen shows as a PNG file. */
	public static void screenshot(final String file) throws Exception {
		EventQueue.invokeAndWait(() -> {});
		Thread.sleep(500);
		final Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
		final BufferedImage image = new Robot().createScreenCapture(screen);
		ImageIO.write(image, "png", new File(file));
	}

	private static Window find(final String title) {
		for (final Window window : Window.getWindows()) if (window.isShowing() && title.equals(title(window))) return window;
		return null;
	}

	private static String title(final Window window) {
		if (window instanceof Dialog) return ((Dialog) window).getTitle();
		return window instanceof Frame ? ((Frame) window).getTitle() : window.getName();
	}
}
