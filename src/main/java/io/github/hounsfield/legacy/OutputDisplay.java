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

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import io.github.hounsfield.imagej.windows.LogWindow;
import org.scijava.Contextual;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** Shows a command's outputs: images as windows, tables as tables, other visible ones as a line of the log. */
final class OutputDisplay {

	private OutputDisplay() {}

	static void show(final Module module) {
		for (final ModuleItem<?> item : module.getInfo().outputs()) {
			final Object value = module.getOutput(item.getName());
			final String label = item.getLabel() == null || item.getLabel().isEmpty() ? item.getName() : item.getLabel();
			if (value instanceof ImagePlus) show((ImagePlus) value, said(module));
			else if (value instanceof ResultsTable) ((ResultsTable) value).show(label);
			else if (value != null && item.getVisibility() != ItemVisibility.INVISIBLE) LogWindow.say(label + ": " + value);
			module.resolveOutput(item.getName());
		}
	}

	/** Shows an image unless it is open already; in batch mode and headless this registers it as the active one. */
	private static void show(final ImagePlus image, final String status) {
		if (WindowManager.getImage(image.getID()) != image) image.show(status);
	}

	/** What the command says it has done, which stays in the status bar. */
	private static String said(final Module module) {
		final boolean known = module.getDelegateObject() instanceof Contextual command && command.context() != null;
		return known && ((Contextual) module.getDelegateObject()).context().getService(
			StatusService.class) instanceof ImageJStatusService status ? status.last() : "";
	}
}
