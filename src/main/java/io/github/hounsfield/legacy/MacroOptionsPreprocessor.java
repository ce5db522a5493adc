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

import ij.Macro;
import io.github.hounsfield.command.MacroFailureService;
import io.github.hounsfield.command.OpenDicomSeries;
import org.scijava.Context;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Makes a macro's line mean in Fiji what it means in plain ImageJ. ImageJ2 alone would ask in a dialog for every key that
 * is missing where there is a window, pass over a misspelt key, and take {@code width=abc} for 0. For the suite's commands
 * this reads the options first: a missing key keeps its default, and what is not allowed stops the macro with its reason.
 * A line without options, and a script that gives inputs itself, are left to SciJava.
 */
@Plugin(type = PreprocessorPlugin.class, priority = 2 * Priority.VERY_HIGH + 1)
public final class MacroOptionsPreprocessor extends AbstractPreprocessorPlugin {

	@Parameter
	private Context context;

	@Parameter(required = false)
	private MacroFailureService failures;

	@Override
	public void process(final Module module) {
		final String options = Macro.getOptions();
		if (options == null || options.isBlank() || !isOfTheSuite(module)) return;
		final BridgedCommand command = new BridgedCommand(module, context);
		if (command.inputs().stream().anyMatch(input -> module.isInputResolved(input.name()))) return;
		try {
			command.fill(MacroOptions.parse(options));
			command.checkAllButImages();
		}
		catch (final CommandFailedException exc) {
			cancel(exc.getMessage());
			if (failures != null) failures.stop(command.label(), exc.getMessage());
			return;
		}
		for (final CommandInput input : command.inputs()) {
			final boolean activeImage = input.kind() == CommandInput.Kind.IMAGE && module.getInput(input.name()) == null;
			if (!activeImage) module.resolveInput(input.name());
		}
	}

	private static boolean isOfTheSuite(final Module module) {
		return module.getDelegateObject().getClass().getPackage() == OpenDicomSeries.class.getPackage();
	}
}
