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

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

/** In ImageJ2, lets a dialog begin with what was chosen in the last one of its action. */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 0.25)
public class SessionChoicesPreprocessor extends AbstractPreprocessorPlugin {

	/** Commands whose dialog comes up; weak, for one that is canceled does not go on. */
	private static final Set<Module> ASKED = Collections.synchronizedSet(Collections.newSetFromMap(
		new WeakHashMap<>()));

	/** Keeps what was chosen, after the dialog. */
	@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY - 0.25)
	public static class AfterDialog extends AbstractPreprocessorPlugin {

		@Override
		public void process(final Module module) {
			if (!ASKED.remove(module)) return;
			SessionChoices.remember(module);
			for (final ModuleItem<?> input : module.getInfo().inputs()) {
				final Optional<String> refusal = WholePath.refusal(input, module.getInput(input.getName()));
				if (refusal.isEmpty()) continue;
				final String reason = refusal.get();
				cancel(((DomainCommand) module.getDelegateObject()).refuse(reason) ? "" : reason);
				return;
			}
		}
	}

	@Parameter(required = false)
	private MacroFailureService failures;

	@Override
	public void process(final Module module) {
		if (failures == null || !failures.hasWindow() || DomainCommand.isMacro()) return;
		if (!(module.getDelegateObject() instanceof DomainCommand) || !isAsked(module)) return;
		SessionChoices.of(module).forEach((name, value) -> {
			if (!module.isInputResolved(name)) module.setInput(name, value);
		});
		if (module.getDelegateObject() instanceof RecallsChoices command) command.recalled();
		ASKED.add(module);
	}

	private static boolean isAsked(final Module module) {
		for (final var input : module.getInfo().inputs())
			if (!module.isInputResolved(input.getName())) return true;
		return false;
	}
}
