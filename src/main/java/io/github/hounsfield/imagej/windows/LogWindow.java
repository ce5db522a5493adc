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

import ij.IJ;
import ij.Prefs;
import ij.WindowManager;
import ij.text.TextWindow;
import java.awt.Dimension;
import java.awt.Window;

/** ImageJ's Log, which comes up beside the image and not over it. */
public final class LogWindow {

	private static final String TITLE = "Log";

	/** ImageJ's is 400 pixels wide, and sentences are longer than that. */
	private static final int WIDE = 640;

	private LogWindow() {}

	/** Writes a line into the Log. Without a window ImageJ writes it to standard output. May be called in any thread. */
	public static void say(final String line) {
		final Window before = WindowManager.getWindow(TITLE);
		final Window source = Beside.ofActiveImage();
		IJ.log(line);
		final Window after = WindowManager.getWindow(TITLE);
		if (after != before && after instanceof TextWindow window) Beside.inEventThread(() -> TextPlaces.place(window, size(
			window, source), source));
	}

	/** Writes why a macro stopped, and brings the Log to the front: nothing else says that the macro has ended. */
	public static void sayStopped(final String line) {
		say(line);
		final Window log = WindowManager.getWindow(TITLE);
		if (log != null) Beside.inEventThread(log::toFront);
	}

	/** As the user left it; otherwise wide, where it leaves the image in sight. */
	private static Dimension size(final TextWindow window, final Window source) {
		final Dimension now = window.getSize();
		final Dimension wide = new Dimension(Math.max(now.width, WIDE), now.height);
		final boolean left = Prefs.get(TextWindow.LOG_WIDTH_KEY, 0.0) > 0;
		if (left || source != null && source.isShowing() && Beside.free(window, wide, source, Room.Side.BELOW).isEmpty())
			return now;
		return wide;
	}
}
