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
import io.github.hounsfield.host.DomainCommand;
import java.awt.GraphicsEnvironment;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

/**
 * In ImageJ2's window, asks for the inputs of a command of the suite with the dialog of plain ImageJ, before SciJava's
 * own would. SciJava's cannot choose a folder where a file is as good, breaks no line, closes over a missing answer,
 * and leaves the image's own choices out.
 */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 0.1)
public class DialogPreprocessor extends AbstractPreprocessorPlugin {

	@Parameter
	private Context context;

	@Override
	public void process(final Module module) {
		if (GraphicsEnvironment.isHeadless() || IJ.getInstance() == null || Macro.getOptions() != null) return;
		if (!Attempt.isOfTheSuite(module.getDelegateObject().getClass().getName()) || !isAsked(module)) return;
		final BridgedCommand command = new BridgedCommand(module, context);
		try {
			// where a macro leaves all to the dialog, nobody has looked at the image before
			command.requireImage();
			command.refuseImage();
			if (new DialogHarvester(command, context).harvest()) command.resolve();
			else canceled(module);
		}
		catch (final CommandFailedException e) {
			final boolean said = module.getDelegateObject() instanceof DomainCommand refused && refused.refuse(e.getMessage());
			cancel(said ? "" : e.getMessage());
		}
	}

	/** A macro does not go on without what was canceled. */
	private void canceled(final Module module) {
		if (Interpreter.getInstance() != null && module.getDelegateObject() instanceof DomainCommand command) command.refuse(
			"canceled by the user");
		cancel("");
	}

	private static boolean isAsked(final Module module) {
		for (final var input : module.getInfo().inputs())
			if (!module.isInputResolved(input.getName())) return true;
		return false;
	}
}
