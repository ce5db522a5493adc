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
import ij.ImagePlus;
import ij.macro.Interpreter;
import org.scijava.ItemVisibility;
import org.scijava.Priority;
import org.scijava.display.Display;
import org.scijava.display.DisplayService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

/**
 * Takes out of SciJava's hands what it cannot show: results for scripts alone, what the host has no display for, and
 * images that are registered already. SciJava would write a warning for each, which opens Fiji's Console.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.VERY_LOW + 1)
public class OutputsPostprocessor extends AbstractPostprocessorPlugin {

	@Parameter(required = false)
	private DisplayService displays;

	@Parameter(required = false)
	private PluginService plugins;

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof DomainCommand)) return;
		for (final ModuleItem<?> output : module.getInfo().outputs())
			if (!module.isOutputResolved(output.getName()) && isDone(output, output.getValue(module))) module.resolveOutput(
				output
				.getName());
	}

	private boolean isDone(final ModuleItem<?> output, final Object value) {
		if (output.getVisibility() == ItemVisibility.INVISIBLE) return true;
		if (!(value instanceof ImagePlus image)) return value != null && !isShownByHost(value);
		// without a window ImageJ2 is in batch mode all the time
		if (DomainCommand.isHeadless()) return !isShownByHost(image);
		if (Interpreter.isBatchMode() || image.getWindow() != null) return true;
		if (isShownByHost(image)) return false;
		if (IJ.getInstance() != null && image.getWindow() == null) image.show();
		return true;
	}

	private boolean isShownByHost(final Object value) {
		if (displays == null || plugins == null) return false;
		for (final PluginInfo<Display<?>> info : displays.getDisplayPlugins()) {
			final Display<?> display = plugins.createInstance(info);
			if (display != null && display.canDisplay(value)) return true;
		}
		return false;
	}
}
