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

import ij.ImagePlus;
import ij.WindowManager;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Robot;
import java.awt.TextArea;
import java.awt.Window;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a {@link ImageJProcess.Script} waits for, since ImageJ does it in another thread: the answers of a dialog, the
 * end of an action, a new image, the active image. Each wait ends as soon as its condition holds. The limit is for what
 * never comes, and is far longer than a busy machine takes.
 */
public final class Waits {

	private static final long PATIENCE_MS = 60_000;
	private static final long LOOK_MS = 10;

	/** How many looks in a row see the active image before it counts: a window may still come to the front. */
	private static final int LOOKS = 3;

	private Waits() {}

	/** Waits until a condition holds. One that throws looks at what is just coming or going, and does not hold yet. */
	public static void await(final String what, final Callable<Boolean> condition) throws Exception {
		final long end = System.nanoTime() + PATIENCE_MS * 1_000_000;
		while (true) {
			Exception thrown = null;
			try {
				if (condition.call()) return;
			}
			catch (final InterruptedException e) {
				throw e;
			}
			catch (final Exception e) {
				thrown = e;
			}
			if (System.nanoTime() > end) throw new IllegalStateException("Waited in vain for " + what + "; shown: " +
				ImageJWindow.shown() + "; threads: " + threads(), thrown);
			Thread.sleep(LOOK_MS);
		}
	}

	/** Where the threads stand that have something to do with ImageJ. */
	private static String threads() {
		return Thread.getAllStackTraces().entrySet().stream().filter(one -> one.getValue().length > 4).map(one -> "\n" + one
			.getKey().getName() + "\n  at " + Arrays.stream(one.getValue()).map(Object::toString).collect(Collectors.joining(
				"\n  at "))).collect(Collectors.joining());
	}

	/**
	 * Waits until somebody waits for the end of a modal dialog. Java shows the dialog a moment before, and one that is
	 * pressed away in this moment never returns. Any other window needs no wait.
	 */
	public static void awaitAnswers(final Window window) throws Exception {
		if (window instanceof Dialog dialog && dialog.isModal()) await("somebody who waits for " + dialog.getTitle(),
			() -> !dialog.isShowing() || waiting() >= modalDialogs());
	}

	private static long modalDialogs() {
		return Stream.of(Window.getWindows()).filter(window -> window.isShowing() && window instanceof Dialog dialog && dialog
			.isModal()).count();
	}

	/** How many calls that show a modal dialog wait for its end. The event thread may be in several. */
	private static long waiting() {
		return Thread.getAllStackTraces().entrySet().stream().filter(one -> one.getKey()
			.getState() == Thread.State.WAITING || one.getKey().getName().startsWith("AWT-EventQueue")).mapToLong(
				one -> waiting(one.getValue())).sum();
	}

	private static long waiting(final StackTraceElement[] frames) {
		return IntStream.range(1, frames.length).filter(i -> frames[i].getClassName().equals("java.awt.Dialog") && frames[i -
			1].getClassName().equals("java.awt.WaitDispatchSupport") && frames[i - 1].getMethodName().equals("enter")).count();
	}

	/**
	 * Waits until an action of the menu has ended: ImageJ runs it in a thread that bears its label. The next one that is
	 * recorded must not begin before: ImageJ keeps one label for both, and writes it without options.
	 */
	public static void awaitEnd(final String action) throws Exception {
		await("the end of " + action, () -> Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName()
			.equals(action)));
		settle();
	}

	/** Waits until the display has answered all that it was asked, and the event thread has done what came of it. */
	public static void settle() throws Exception {
		new Robot().waitForIdle();
		EventQueue.invokeAndWait(() -> {});
	}

	/** Ends a JVM that does not end. It says first where its threads stand. */
	static void kill(final Process process) throws IOException, InterruptedException {
		if (new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start().waitFor() == 0) Thread.sleep(1000);
		process.destroyForcibly().waitFor();
	}

	/** The IDs of the images that have a window. */
	public static Set<Integer> images() {
		final int[] ids = WindowManager.getIDList();
		return ids == null ? Set.of() : IntStream.of(ids).boxed().collect(Collectors.toSet());
	}

	/** Waits for an image beside those that were there, and its window. It need not be the active one yet. */
	public static ImagePlus awaitNew(final Set<Integer> before) throws Exception {
		await("a new image", () -> {
			final ImagePlus image = added(before);
			return image != null && image.getWindow() != null && image.getWindow().isShowing();
		});
		settle();
		return added(before);
	}

	private static ImagePlus added(final Set<Integer> before) {
		return images().stream().filter(id -> !before.contains(id)).findFirst().map(WindowManager::getImage).orElse(null);
	}

	/** Waits for an image beside those that were there until it is the active one: ImageJ counts it before that. */
	public static ImagePlus awaitNewActive(final Set<Integer> before) throws Exception {
		final ImagePlus image = awaitNew(before);
		await(image.getTitle() + " as the active image", () -> WindowManager.getCurrentImage() == image);
		return image;
	}

	/** Makes an image the active one, and waits until no other window that comes to the front changes that. */
	public static void activate(final ImagePlus image) throws Exception {
		final int[] seen = { 0 };
		await(image.getTitle() + " as the active image", () -> {
			settle();
			seen[0] = WindowManager.getCurrentImage() == image ? seen[0] + 1 : 0;
			if (seen[0] == 0) WindowManager.setCurrentWindow(image.getWindow());
			return seen[0] >= LOOKS;
		});
	}

	/** What the Recorder shows, but for what ImageJ writes when a window comes to the front, soon or late. */
	public static List<String> recorded(final TextArea recorder) {
		return recorder.getText().lines().filter(line -> !line.startsWith("selectImage(") && !line.startsWith(
			"selectWindow(")).toList();
	}
}
