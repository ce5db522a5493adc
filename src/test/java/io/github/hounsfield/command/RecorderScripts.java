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
import static io.github.hounsfield.ImageJWindow.awaitWindow;
import static io.github.hounsfield.ImageJWindow.chooseMenu;
import static io.github.hounsfield.ImageJWindow.messages;
import static io.github.hounsfield.ImageJWindow.parts;
import static io.github.hounsfield.ImageJWindow.press;
import static io.github.hounsfield.ImageJWindow.start;

import ij.IJ;
import ij.gui.GenericDialog;
import ij.gui.MessageDialog;
import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.ImageJState;
import io.github.hounsfield.Waits;
import java.awt.EventQueue;
import java.awt.TextArea;
import java.awt.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JTable;

/** What {@link RecorderTest} does inside an ImageJ with a window: JUnit is not there. */
public final class RecorderScripts {

	/** How a line of the output begins that begins a session. */
	static final String SESSION = "== ";

	private RecorderScripts() {}

	/** How a step ends. */
	enum End {
		/** It is done. */
		DONE,
		/** The dialog is canceled. */
		CANCELED,
		/** The command says why it did not do it. */
		FAILED,
		/** The command says so of the active image, before any dialog. */
		REFUSED
	}

	/**
	 * A command as a person runs it.
	 *
	 * @param label in the menu
	 * @param answers by the labels of the dialog's fields; the others stay as they are
	 * @param series rows that are chosen in the list of series, numbers with commas; empty where no list comes up
	 */
	record Step(String label, Map<String, String> answers, String series, End end) {}

	/**
	 * Steps that a person takes one after the other with the Recorder open.
	 *
	 * @param name of one line
	 * @param start macro that makes the state in which the first begins, of one line
	 */
	record Session(String name, String start, List<Step> steps) {

		private static final String NEXT = "\n--\n";

		/** As an argument of a process. */
		String argument() {
			final StringBuilder text = new StringBuilder(name + "\n" + start);
			for (final Step step : steps) {
				text.append(NEXT).append(step.label).append('\n').append(step.series).append('\n').append(step.end);
				step.answers.forEach((field, answer) -> text.append('\n').append(field).append('=').append(answer));
			}
			return text.toString();
		}

		static Session of(final String argument) {
			final String[] parts = argument.split(NEXT);
			final List<Step> steps = new ArrayList<>();
			for (final String part : Arrays.asList(parts).subList(1, parts.length)) {
				final String[] lines = part.split("\n", -1);
				final Map<String, String> answers = new LinkedHashMap<>();
				for (final String line : Arrays.asList(lines).subList(3, lines.length))
					answers.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
				steps.add(new Step(lines[0], answers, lines[1], End.valueOf(lines[2])));
			}
			return new Session(parts[0].substring(0, parts[0].indexOf('\n')), parts[0].substring(parts[0].indexOf('\n') + 1),
				steps);
		}
	}

	/**
	 * Goes through each session by dialogs, and once more from the same start by what the Recorder wrote. Prints the state
	 * before and after both, the lines, the sizes of the dialogs and the reasons of failures. Arguments: the folder in
	 * which steps write their files, then sessions.
	 */
	public static final class RecordAndReplay implements ImageJProcess.Script {

		private static final int SETTLING_MS = 100;

		private TextArea recorder;
		private Path results;

		@Override
		public void run(final String[] args) throws Exception {
			IJ.doCommand("Record...");
			recorder = parts(awaitWindow("Recorder"), TextArea.class).get(0);
			results = Path.of(args[0]);
			for (final String argument : Arrays.asList(args).subList(1, args.length))
				run(Session.of(argument));
		}

		private void run(final Session session) throws Exception {
			System.out.println(SESSION + session.name);
			begin(session);
			print("before", ImageJState.lines(results));
			recorder.setText("");
			for (final Step step : session.steps)
				byDialog(step);
			final List<String> recorded = commands();
			print("recorded", recorded);
			print("dialog", ImageJState.lines(results));
			begin(session);
			print("start", ImageJState.lines(results));
			final Thread replay = start(() -> IJ.runMacro(String.join("\n", recorded)));
			await("the end of " + recorded, () -> !replay.isAlive());
			settle();
			print("replay", ImageJState.lines(results));
			if (!commands().equals(recorded)) throw new IllegalStateException("the replay was recorded: " + commands());
		}

		/** What the Recorder shows, but for what ImageJ itself writes when a window comes to the front, soon or late. */
		private List<String> commands() {
			return Waits.recorded(recorder);
		}

		/** Windows come to the front some time after they were opened. */
		private static void settle() throws Exception {
			Waits.settle();
			IJ.wait(SETTLING_MS);
			Waits.settle();
		}

		/** Also forgets what was chosen in dialogs: each session begins as one that was just started. */
		private void begin(final Session session) throws Exception {
			IJ.getClassLoader().loadClass("io.github.hounsfield.host.SessionChoices").getMethod("forget").invoke(null);
			ImageJState.reset(results);
			IJ.runMacro(session.start);
			settle();
		}

		private static void print(final String what, final List<String> lines) {
			for (final String line : lines)
				System.out.println(what + "|" + line.replaceAll("\\R", " | "));
		}

		private static void printSize(final Window window) {
			print("size", List.of(window.getWidth() + " x " + window.getHeight()));
		}

		private static void byDialog(final Step step) throws Exception {
			chooseMenu("Plugins", "Hounsfield", step.label);
			if (step.end == End.REFUSED) {
				readMessage(step);
				return;
			}
			final Window dialog = awaitWindow(step.label);
			awaitAnswerable(step.label);
			printSize(dialog);
			for (final Map.Entry<String, String> one : step.answers.entrySet())
				answer(dialog, one.getKey(), one.getValue());
			press(dialog, step.end == End.CANCELED ? "Cancel" : "OK");
			if (!step.series.isEmpty()) chooseSeries(step.series);
			if (step.label.equals("Blur Detected Faces") && step.end == End.DONE) cover();
			if (step.end == End.FAILED) {
				readMessage(step);
				return;
			}
			awaitEnd(step);
		}

		private static void readMessage(final Step step) throws Exception {
			final Window message = awaitOpen(window -> window instanceof MessageDialog ? window : null);
			awaitAnswerable(step.label);
			if (message.getWidth() > 600) throw new IllegalStateException("a box of " + message.getWidth() + " pixels");
			print("reason", messages(message));
			press(message, "OK");
			await("the end, or the dialog again", () -> !message.isShowing() && (threads(step.label).isEmpty() ||
				asked() != null));
			if (asked() != null) {
				awaitAnswerable(step.label);
				press(asked(), "Cancel");
			}
			awaitEnd(step);
		}

		/** The dialog that is open; null for none. */
		private static Window asked() {
			for (final Window window : Window.getWindows())
				if (window.isShowing() && window instanceof GenericDialog) return window;
			return null;
		}

		private static void awaitEnd(final Step step) throws Exception {
			await("the end of " + step.label, () -> threads(step.label).isEmpty());
			settle();
		}

		/** ImageJ runs a menu's command in a thread that bears its label. */
		private static List<Thread> threads(final String label) {
			return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals(label)).toList();
		}

		/** A dialog that is closed in the moment between its showing and its waiting for an answer would wait for ever. */
		private static void awaitAnswerable(final String label) throws Exception {
			await("the question of " + label, () -> threads(label).stream().allMatch(RecordAndReplay::isInDialog));
		}

		/** Waiting for something else, such as the event thread that draws the log, is no waiting for an answer. */
		private static boolean isInDialog(final Thread thread) {
			return thread.getState() == Thread.State.WAITING && Stream.of(thread.getStackTrace()).anyMatch(frame -> frame
				.getClassName().equals("java.awt.WaitDispatchSupport"));
		}

		/** Boxes are looked at before they are covered. */
		private static void cover() throws Exception {
			final Window review = awaitWindow("Faces to cover");
			for (final JButton button : parts(review, JButton.class))
				if ("Cover".equals(button.getText())) EventQueue.invokeLater(button::doClick);
		}

		private static void chooseSeries(final String rows) throws Exception {
			final JDialog chooser = awaitOpen(window -> window instanceof JDialog dialog && !parts(dialog, JTable.class)
				.isEmpty() ? dialog : null);
			printSize(chooser);
			final JTable table = parts(chooser, JTable.class).get(0);
			EventQueue.invokeAndWait(() -> {
				table.clearSelection();
				for (final String row : rows.split(",")) {
					final int number = Integer.parseInt(row);
					table.addRowSelectionInterval(number, number);
				}
			});
			for (final JButton button : parts(chooser, JButton.class))
				if ("Open".equals(button.getText())) EventQueue.invokeLater(button::doClick);
		}

		private static <W extends Window> W awaitOpen(final Function<Window, W> kind) throws Exception {
			final List<W> found = new ArrayList<>();
			await("a window of a kind", () -> {
				for (final Window window : Window.getWindows())
					if (window.isShowing() && kind.apply(window) != null) found.add(kind.apply(window));
				return !found.isEmpty();
			});
			return found.get(0);
		}
	}
}
