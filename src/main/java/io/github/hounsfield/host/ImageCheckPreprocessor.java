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

import java.util.Optional;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

/**
 * In ImageJ2, refuses an image, or that there is none, before the dialog. A macro or script hears of an unsuitable
 * image from the command itself.
 */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 0.5)
public class ImageCheckPreprocessor extends AbstractPreprocessorPlugin {

	@Parameter(required = false)
	private MacroFailureService failures;

	@Override
	public void process(final Module module) {
		if (DomainCommand.isMacro() || allResolved(module)) return;
		if (!(module.getDelegateObject() instanceof DomainCommand command)) return;
		refusal(module, command).ifPresent(reason -> cancel(command.refuse(reason) ? "" : BoxText.wrap(reason)));
	}

	private Optional<String> refusal(final Module module, final DomainCommand command) {
		final Optional<String> missing = RequiredInputsPreprocessor.missingImage(module, command);
		final Optional<String> plot = RequiredInputsPreprocessor.plot(module, command);
		if (plot.isPresent()) return plot;
		if (missing.isPresent() || failures == null || !failures.hasWindow()) return missing;
		return command instanceof ChecksImage image ? image.refusal() : Optional.empty();
	}

	private static boolean allResolved(final Module module) {
		for (final var input : module.getInfo().inputs())
			if (!module.isInputResolved(input.getName())) return false;
		return true;
	}
}
