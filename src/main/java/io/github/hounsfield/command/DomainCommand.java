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

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import io.github.hounsfield.imagej.ImageException;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.Workers;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.scijava.app.StatusService;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * What all actions have in common: the domain's exceptions become the reason of a canceled command, which a macro does
 * not survive; what is a bug propagates. Long work reports progress and ends when the user presses Esc.
 */
abstract class DomainCommand extends ContextCommand {

	@Parameter(required = false)
	private StatusService status;

	/** Checks the inputs, calls the domain, sets the outputs. */
	protected abstract void execute() throws IOException;

	@Override
	public final void run() {
		IJ.resetEscape();
		try {
			execute();
		}
		catch (final CancellationException e) {
			// who canceled needs no message, but a macro must not go on
			cancel("");
			if (isMacro()) stopMacro("canceled by the user");
		}
		catch (final IOException | ImageException | IntensityException e) {
			fail(reason(e));
		}
	}

	private void fail(final String reason) {
		cancel(reason);
		stopMacro(reason);
	}

	/** The service is looked up, not a parameter: a parameter would bring it into the context of a host without it. */
	private void stopMacro(final String reason) {
		final MacroFailureService failures = context() == null ? null : context().getService(MacroFailureService.class);
		if (failures != null) failures.stop(label(), reason);
	}

	/** As in the menu. */
	private String label() {
		final Menu[] menu = getClass().getAnnotation(Plugin.class).menu();
		return menu[menu.length - 1].label();
	}

	private static String reason(final Exception e) {
		return e.getMessage() == null ? e.toString() : e.getMessage();
	}

	/** All processors, with progress and cancel. */
	protected final Workers workers() {
		return Workers.threads(Runtime.getRuntime().availableProcessors()).withProgress(this::showProgress).withCancel(
			this::isStopped);
	}

	/** @param fraction 0 to 1 */
	protected final void showProgress(final double fraction) {
		if (status != null) status.showProgress((int) Math.round(fraction * 1000), 1000);
	}

	protected final void showStatus(final String message) {
		if (status != null) status.showStatus(message);
	}

	/** Whether the user wants the work to end. */
	protected final boolean isStopped() {
		return isCanceled() || IJ.escapePressed() || Thread.currentThread().isInterrupted();
	}

	/** Without a window nobody can be asked, and an output image is not registered unless it is shown. */
	protected static boolean isHeadless() {
		return GraphicsEnvironment.isHeadless();
	}

	/** Whether a macro or script runs the command, so that no dialog may come up. */
	protected static boolean isMacro() {
		return Macro.getOptions() != null || Interpreter.getInstance() != null;
	}
}
