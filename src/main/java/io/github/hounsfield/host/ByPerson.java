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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Actions that a person starts without the menu: by a button, or by dropping a folder. They have all their options, as
 * in a macro, but a person looks at the result.
 */
public final class ByPerson {

	private static final AtomicInteger RUNNING = new AtomicInteger();

	private ByPerson() {}

	/** Whether such an action is running, and no macro. */
	static boolean isRunning() {
		return RUNNING.get() > 0 && Interpreter.getInstance() == null;
	}

	/** Such an action begins. {@link #end} always follows. */
	public static void begin() {
		RUNNING.incrementAndGet();
	}

	/** Such an action is over. */
	public static void end() {
		RUNNING.decrementAndGet();
	}

	/**
	 * Runs an action of the menu in another thread, and writes it into the Recorder if it was done. Failures are told as
	 * for an action of the menu.
	 *
	 * @param label in the menu
	 * @param options as in a macro
	 */
	public static void run(final String label, final String options) {
		run(label, options, () -> {});
	}

	/**
	 * The same.
	 *
	 * @param done called in that thread after the action, unless it failed
	 */
	public static void run(final String label, final String options, final Runnable done) {
		new Thread(() -> {
			begin();
			try {
				IJ.run(label, options);
				MacroText.record(label, options);
				done.run();
			}
			catch (final RuntimeException e) {
				if (!Macro.MACRO_CANCELED.equals(e.getMessage())) IJ.handleException(e);
			}
			finally {
				end();
			}
		}, label).start();
	}
}
