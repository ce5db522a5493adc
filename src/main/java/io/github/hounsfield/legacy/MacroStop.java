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

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import io.github.hounsfield.host.BoxText;
import io.github.hounsfield.host.ExitStatus;
import io.github.hounsfield.host.Reasons;
import io.github.hounsfield.imagej.windows.LogWindow;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Tells a person why a command did not finish, and stops the macro or script that called it, so that none of its later
 * steps runs on the wrong image. Without a window the reason goes to standard error, in a macro to the log. For the
 * menu or a script it goes to a box under the action's name; what is too long for one goes to the log too.
 */
final class MacroStop {

	private static final String CALLED_BY_RUN = "Run$_";

	private MacroStop() {}

	/** Whether this thread is in ImageJ's {@code run(...)}, called by a macro or script, and not by the menu. */
	static boolean isCalledByRun() {
		return isInRun(Thread.currentThread());
	}

	/** Whether a thread is in ImageJ's {@code run(...)}. */
	static boolean isInRun(final Thread thread) {
		return thread.getName().startsWith(CALLED_BY_RUN);
	}

	/**
	 * Reports a reason and stops the caller.
	 *
	 * @param label the command's label
	 * @param reason why it did not finish; empty where a person canceled, who needs no message
	 * @throws RuntimeException with {@link Macro#MACRO_CANCELED} when called by a macro or script
	 */
	static void because(final String label, final String reason) {
		IJ.showProgress(1.0);
		if (reason.isEmpty() && IJ.getInstance() != null) {
			IJ.showStatus("");
			if (isCalledByRun()) stop();
			return;
		}
		final String message = label + ": " + (reason.isEmpty() ? "Canceled." : reason);
		if (IJ.getInstance() == null) {
			System.err.println(message);
			ExitStatus.failed();
			stop();
		}
		else if (isCalledByRun() && Interpreter.getInstance() != null) {
			LogWindow.sayStopped(message);
			stop();
		}
		else showBox(label, reason, isCalledByRun());
	}

	/** Tells a person at a dialog why something was refused, and waits until it was read. */
	static void tell(final String label, final String reason) {
		showBox(label, reason, false);
	}

	/** A message that is too much for a box stands in the log as a whole. */
	private static void showBox(final String label, final String reason, final boolean stops) {
		final String box = BoxText.ofLogged(reason);
		if (!box.equals(BoxText.wrap(reason))) LogWindow.say(label + ": " + reason);
		if (stops) IJ.error(label, box);
		else IJ.showMessage(label, box);
	}

	/**
	 * Reports a fault of the program with its stack trace and stops the caller; from the menu it is thrown on, for
	 * ImageJ shows it.
	 */
	static void becauseOfBug(final String label, final Throwable bug) {
		if (Macro.MACRO_CANCELED.equals(bug.getMessage()) || !isCalledByRun()) throwOn(bug);
		final StringWriter trace = new StringWriter();
		bug.printStackTrace(new PrintWriter(trace, true));
		if (IJ.getInstance() == null) System.err.print(trace);
		else IJ.handleException(bug);
		because(label, Reasons.ofFault(bug));
	}

	private static void throwOn(final Throwable bug) {
		if (bug instanceof Error) throw (Error) bug;
		throw (RuntimeException) bug;
	}

	/** Stops the macro at this statement, or the script at its {@code IJ.run}. */
	private static void stop() {
		final Interpreter interpreter = Interpreter.getInstance();
		if (interpreter != null) interpreter.abort((String) null);
		Macro.abort();
		throw new RuntimeException(Macro.MACRO_CANCELED);
	}
}
