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

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.module.process.SaveInputsPreprocessor;
import org.scijava.plugin.Plugin;

/**
 * Says which inputs are missing by the labels that a dialog has for them, and by the keys that a macro has. SciJava's
 * own check, which comes next, knows only the field.
 */
@Plugin(type = PreprocessorPlugin.class, priority = SaveInputsPreprocessor.PRIORITY - 0.5)
public class RequiredInputsPreprocessor extends AbstractPreprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof DomainCommand command)) return;
		final List<String> missing = new ArrayList<>();
		for (final ModuleItem<?> input : module.getInfo().inputs())
			if (input.isRequired() && input.getValue(module) == null) missing.add(describe(input, command));
		if (missing.isEmpty()) return;
		final String reason = String.join("; ", missing);
		cancel(command.refuse(reason) ? "" : reason);
	}

	/** What is said where the command needs an image and has none. */
	static Optional<String> missingImage(final Module module, final DomainCommand command) {
		for (final ModuleItem<?> input : module.getInfo().inputs())
			if (input.getType() == ImagePlus.class && input.isRequired() && input.getValue(module) == null) return Optional.of(
				describe(input, command));
		return Optional.empty();
	}

	/** What is said where the command's image is a plot. */
	static Optional<String> plot(final Module module, final DomainCommand command) {
		for (final ModuleItem<?> input : module.getInfo().inputs())
			if (input.getValue(module) instanceof ImagePlus image) return Inputs.plot(image, command.label());
		return Optional.empty();
	}

	private static String describe(final ModuleItem<?> input, final DomainCommand command) {
		if (input.getType() == ImagePlus.class) return Inputs.noImage(command.label());
		final String label = input.getLabel();
		return label == null || label.isEmpty() ? input.getName() + " is missing" : "'" + label + "' (" + input.getName() +
			") is missing";
	}
}
