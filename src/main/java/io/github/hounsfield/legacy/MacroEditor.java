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
import ij.plugin.PlugIn;
import java.awt.EventQueue;
import java.io.File;

/**
 * Opens one of the suite's macros in the host's editor, where a person reads it, changes it and runs it:
 * {@code plugins.config} names this class with the file's name as its argument. The files are those that the zips put
 * into the folder of macros.
 */
public final class MacroEditor implements PlugIn {

	private static final String FOLDER = "Hounsfield";

	/** @param name of the file */
	@Override
	public void run(final String name) {
		final String macros = IJ.getDirectory("macros");
		final File file = new File(new File(macros == null ? "macros" : macros, FOLDER), name);
		if (IJ.getInstance() == null) MacroStop.because(name, "There is no window to open an editor in; run the macro with " +
			"runMacro(\"" + FOLDER + "/" + name + "\", argument).");
		else if (!file.isFile()) MacroStop.because(name, "The macro is not in " + file.getParent() +
			"; unpack the suite's zip into the folder of ImageJ or Fiji again.");
		else EventQueue.invokeLater(() -> IJ.open(file.getPath()));
	}
}
