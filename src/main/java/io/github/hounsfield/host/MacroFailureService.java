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
package io.github.hounsfield.host;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import io.github.hounsfield.imagej.windows.LogWindow;
import java.awt.EventQueue;
import java.util.Optional;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;
import org.scijava.thread.ThreadService;
import org.scijava.ui.DialogPrompt.MessageType;
import org.scijava.ui.UIService;
import org.scijava.ui.headless.HeadlessUI;

/**
 * Stops the macro that called a failed command. Without a window ImageJ2 cancels the command in silence, and the macro
 * goes on with the wrong image. A host that stops macros itself leaves this service out of its context.
 */
@Plugin(type = Service.class)
public class MacroFailureService extends AbstractService implements SciJavaService {

	private static final ThreadLocal<Boolean> SILENT = ThreadLocal.withInitial(() -> false);

	/**
	 * Runs commands in this thread without saying a failure and without stopping a macro. The caller hears of it and goes
	 * on.
	 */
	public static void silently(final Runnable commands) {
		final boolean before = SILENT.get();
		SILENT.set(true);
		try {
			commands.run();
		}
		finally {
			SILENT.set(before);
		}
	}

	/**
	 * Says the reason once, where a person or a batch job looks for it, and stops a running macro. Without a window it
	 * goes to standard error, in a macro with a window to the log, otherwise to a dialog. A text that is too long for a
	 * dialog goes to the log too.
	 *
	 * @param label of the command; the dialog's title
	 * @param reason names parameter or file, what was found and what was expected
	 * @return whether it was said; false where whoever called said that the reason is theirs to say
	 */
	boolean stop(final String label, final String reason) {
		if (SILENT.get()) return false;
		final boolean macro = Interpreter.getInstance() != null;
		final String message = label + ": " + reason;
		if (!hasWindow()) {
			System.err.println(message);
			ExitStatus.failed();
		}
		else if (macro) LogWindow.sayStopped(message);
		else showDialog(label, reason);
		if (macro) abort();
		else if (isInRun()) Macro.abort();
		return true;
	}

	/** Whether a script waits in ImageJ's {@code IJ.run}, which throws then instead of going on with the wrong image. */
	private boolean isInRun() {
		final ThreadService threads = getContext() == null ? null : getContext().getService(ThreadService.class);
		final Thread caller = threads == null ? null : threads.getParent(Thread.currentThread());
		return caller != null && caller.getName().startsWith("Run$_");
	}

	/** A host's own window counts, and ImageJ's. */
	boolean hasWindow() {
		return IJ.getInstance() != null || window().isPresent();
	}

	/** The host's way to show dialogs, where one of its windows is open. */
	private Optional<UIService> window() {
		final UIService ui = getContext() == null ? null : getContext().getService(UIService.class);
		return Optional.ofNullable(ui).filter(service -> service.getVisibleUIs().stream().anyMatch(
			one -> !(one instanceof HeadlessUI)));
	}

	/** A message that is too much for a box stands in the log as a whole. */
	private void showDialog(final String title, final String message) {
		// ImageJ2 drops a status that comes while it handles another one; what was being done would stand there
		if (IJ.getInstance() != null) EventQueue.invokeLater(() -> IJ.showStatus(""));
		final String box = BoxText.ofLogged(message);
		if (!box.equals(BoxText.wrap(message))) LogWindow.say(title + ": " + message);
		window().ifPresentOrElse(ui -> ui.showDialog(box, title, MessageType.WARNING_MESSAGE), () -> IJ.showMessage(title,
			box));
	}

	/** The macro ends without a word of its own: ImageJ would say the reason once more. */
	private static void abort() {
		final Interpreter interpreter = Interpreter.getInstance();
		if (interpreter != null) interpreter.abort((String) null);
	}
}
