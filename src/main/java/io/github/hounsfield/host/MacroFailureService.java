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
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/**
 * Makes a failed command fail the macro that called it: ImageJ2 alone cancels the command in silence when there is no
 * window, and goes on with the macro's next step on the wrong image. A host that does so itself leaves this service out
 * of its context.
 */
@Plugin(type = Service.class)
public class MacroFailureService extends AbstractService implements SciJavaService {

	private static final ThreadLocal<Boolean> SILENT = ThreadLocal.withInitial(() -> false);

	/** Runs commands in this thread whose failure is not said and stops no macro: the caller hears of it and goes on. */
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
	 * Prints the reason where a person or a batch job looks for it, and stops the macro that is running, if any.
	 *
	 * @param label of the command
	 * @param reason names parameter or file, what was found and what was expected
	 */
	public void stop(final String label, final String reason) {
		if (SILENT.get()) return;
		final String message = label + ": " + reason;
		System.err.println(message);
		IJ.log(message);
		ExitStatus.failed();
		final Interpreter interpreter = Interpreter.getInstance();
		if (interpreter == null) return;
		try {
			interpreter.abort(message);
		}
		catch (final RuntimeException e) {
			// how the interpreter ends the macro's own thread; this one goes on to say that the command was canceled
			if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
		}
	}
}
