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
import java.util.function.BooleanSupplier;

/** Watches for Esc while a command runs, and asks the command to stop when it was pressed. */
final class EscapeKey implements AutoCloseable {

	private static final int INTERVAL_MS = 50;

	private final Thread watcher;
	private volatile boolean pressed;

	/**
	 * Begins to watch; an Esc pressed before does not count.
	 *
	 * @param command what is asked to stop
	 * @param isAsking whether a dialog of the command is open, to which Esc belongs
	 */
	EscapeKey(final BridgedCommand command, final BooleanSupplier isAsking) {
		watcher = new Thread(() -> watch(command, isAsking), "Esc of " + command.label());
		watcher.setDaemon(true);
		IJ.resetEscape();
		if (command.isCancelable() && IJ.getInstance() != null) watcher.start();
	}

	private void watch(final BridgedCommand command, final BooleanSupplier isAsking) {
		try {
			while (isAsking.getAsBoolean() || !IJ.escapePressed()) Thread.sleep(INTERVAL_MS);
			pressed = true;
			command.cancel("Canceled");
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	/** Whether Esc was pressed while this watched. */
	boolean wasPressed() {
		return pressed;
	}

	@Override
	public void close() {
		watcher.interrupt();
	}
}
