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

import io.github.hounsfield.dicom.Wording;
import io.github.hounsfield.work.Workers;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import org.scijava.command.ContextCommand;

/**
 * An action, supervised as all are. A plain command on purpose: of one that is a module itself, such as DynamicCommand,
 * SciJava's CommandService hands scripts no result.
 */
public abstract class DomainCommand extends ContextCommand {

	private final Supervisor supervisor = new Supervisor(this, this::getContext, this::wording, this::hint);

	/** Checks the inputs, calls the domain, sets the outputs. */
	protected abstract void execute() throws IOException;

	@Override
	public final void run() {
		supervisor.run(this::execute);
	}

	/** How messages call files; neutral where the user asked for no names. */
	protected Wording wording() {
		return Wording.NAMED;
	}

	/**
	 * What the user can do about a problem, in terms of this action's own keys and of the menu.
	 *
	 * @return a clause without full stop, empty for none
	 */
	protected String hint(final Exception problem) {
		return "";
	}

	/** All processors, with progress and cancel. */
	protected final Workers workers() {
		return supervisor.workers();
	}

	/** @param fraction 0 to 1 */
	protected final void showProgress(final double fraction) {
		supervisor.showProgress(fraction);
	}

	protected final void showStatus(final String message) {
		supervisor.showStatus(message);
	}

	/** Says what a user should doubt, where the action goes on all the same. */
	protected final void warn(final String message) {
		supervisor.warn(message);
	}

	/** Whether the user wants the work to end. */
	protected final boolean isStopped() {
		return supervisor.isStopped();
	}

	/** How the images that the command makes become active ones. */
	protected final Outputs outputs() {
		return new Outputs(getContext());
	}

	/** Without a window nobody can be asked, and an output image is not registered unless it is shown. */
	protected static boolean isHeadless() {
		return GraphicsEnvironment.isHeadless();
	}

	/** Whether a macro or script runs the command, so that no dialog may come up. */
	protected static boolean isMacro() {
		return Supervisor.isMacro();
	}
}
