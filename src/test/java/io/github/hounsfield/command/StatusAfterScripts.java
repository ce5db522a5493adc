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
import static io.github.hounsfield.ImageJWindow.press;

import ij.IJ;
import ij.ImageJ;
import ij.WindowManager;
import ij.gui.ProgressBar;
import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.Waits;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** What {@link StatusAfterTest} does inside an ImageJ with a window: JUnit is not there. */
public final class StatusAfterScripts {

	private static final String EXPORT = "Export Volume";
	private static final long STAYS_NS = 1_000_000_000L;

	private StatusAfterScripts() {}

	/** Runs actions on the first image as a person does, and says what the status says after each. */
	public static final class Actions implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			awayWithThePointer();
			for (final String action : args) {
				if (WindowManager.getImageCount() > 0) Waits.activate(WindowManager.getImage(WindowManager.getNthImageID(1)));
				IJ.showStatus("");
				IJ.doCommand(action);
				final Window dialog = awaitWindow(action);
				press(dialog, "OK");
				awaitGone(action);
				Waits.awaitEnd(action);
				awaitLast(status -> status.contains(": ") || status.contains(" in "));
				System.out.println(ImageJ.getStatusBarText());
			}
		}
	}

	/** Writes the phantom several times, and looks at the status bar after each. */
	public static final class Exports implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws Exception {
			awayWithThePointer();
			IJ.runMacro("run(\"Open Sample\", \"sample=[Thorax phantom]\");");
			final Path file = Path.of(args[0], "x.nii");
			for (int i = 0; i < Integer.parseInt(args[1]); i++) {
				IJ.doCommand(EXPORT);
				final Window dialog = awaitWindow(EXPORT);
				answer(dialog, "File", file.toString());
				press(dialog, "OK");
				awaitGone(EXPORT);
				await("the file", () -> Files.exists(file));
				awaitLast(status -> status.startsWith(file + ": "));
				System.out.println("bar " + stands() + ", " + ImageJ.getStatusBarText());
				Files.delete(file);
			}
		}
	}

	/** A window that comes up under the pointer shows the value there in the status. */
	private static void awayWithThePointer() throws Exception {
		new Robot().mouseMove(1, Toolkit.getDefaultToolkit().getScreenSize().height - 1);
	}

	/** Waits until the status says what was done, no bar stands, and nothing that is reported later changes that. */
	private static void awaitLast(final Predicate<String> done) throws Exception {
		final String[] last = { "" };
		final long[] since = { System.nanoTime() };
		await("what was done, without a bar", () -> {
			final String status = ImageJ.getStatusBarText();
			if (!status.equals(last[0]) || !done.test(status) || stands()) since[0] = System.nanoTime();
			last[0] = status;
			return System.nanoTime() - since[0] > STAYS_NS;
		});
	}

	private static boolean stands() throws ReflectiveOperationException {
		final Field bar = ImageJ.class.getDeclaredField("progressBar");
		bar.setAccessible(true);
		final Field shown = ProgressBar.class.getDeclaredField("showBar");
		shown.setAccessible(true);
		return shown.getBoolean(bar.get(IJ.getInstance()));
	}
}
