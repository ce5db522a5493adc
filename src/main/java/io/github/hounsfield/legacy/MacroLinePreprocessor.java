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
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.scijava.Context;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;

/**
 * In ImageJ2, fills a command of the suite that a macro calls by the rules of plain ImageJ's bridge. ImageJ2 alone
 * ignores a misspelt key or a text that is no number. It finds keys inside the values of others. It shows a dialog for
 * inputs that a macro leaves to their defaults. This comes after ImageJ2's own reading of the line. If a line has no
 * option and there is a window, {@link DialogPreprocessor} asks.
 */
@Plugin(type = PreprocessorPlugin.class, priority = 1.5 * Priority.VERY_HIGH)
public class MacroLinePreprocessor extends AbstractPreprocessorPlugin {

	/** Commands whose caller gave no input. The map is weak, for a canceled command does not come here. */
	private static final Set<Module> WITHOUT_INPUTS = Collections.synchronizedSet(Collections.newSetFromMap(
		new WeakHashMap<>()));

	/** Looks before ImageJ2 reads the line whether a script gave inputs. Then they are not a macro's. */
	@Plugin(type = PreprocessorPlugin.class, priority = 3 * Priority.VERY_HIGH)
	public static class InputsOfTheCaller extends AbstractPreprocessorPlugin {

		@Override
		public void process(final Module module) {
			if (!isOfTheSuite(module)) return;
			final Set<String> given = module.getInputs().keySet().stream().filter(module::isInputResolved).collect(Collectors
				.toSet());
			if (given.isEmpty()) WITHOUT_INPUTS.add(module);
			else {
				BridgedCommand.tellGiven(module, given);
				// a script that gives some inputs leaves the others to their defaults, so no dialog asks
				new BridgedCommand(module, getContext()).resolve();
			}
		}
	}

	@Parameter
	private Context context;

	@Parameter(required = false)
	private ThreadService threads;

	@Override
	public void process(final Module module) {
		if (!isOfTheSuite(module) || !WITHOUT_INPUTS.remove(module)) return;
		final Thread caller = threads == null ? null : threads.getParent(Thread.currentThread());
		if (caller == null && isLost()) {
			refuse(module, "ImageJ2 lost the options of this line of the macro; run the macro again");
			return;
		}
		// a script's options in a macro are not those of the commands that it runs
		if (caller == null || !MacroStop.isInRun(caller)) return;
		final String options = Macro.getOptions() == null ? "" : Macro.getOptions();
		if (options.isBlank() && IJ.getInstance() != null) return;
		final BridgedCommand command = new BridgedCommand(module, context);
		try {
			command.empty();
			command.fillImage();
			command.fill(MacroOptions.parse(options));
			command.requireImage();
			command.initialize();
			command.check();
			command.resolve();
		}
		catch (final CommandFailedException e) {
			refuse(module, e.getMessage());
		}
	}

	/**
	 * Whether this is a thread of SciJava's, and a macro waits for some: each has a caller, but SciJava's table of callers
	 * is not safe for several threads.
	 */
	private static boolean isLost() {
		return Interpreter.getInstance() != null && Thread.currentThread().getName().startsWith("SciJava-");
	}

	private void refuse(final Module module, final String reason) {
		final boolean said = module.getDelegateObject() instanceof DomainCommand command && command.refuse(reason);
		cancel(said ? "" : reason);
	}

	private static boolean isOfTheSuite(final Module module) {
		return Attempt.isOfTheSuite(module.getDelegateObject().getClass().getName());
	}
}
