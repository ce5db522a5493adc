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

import ij.io.OpenDialog;
import java.awt.Component;
import java.awt.TextField;
import java.io.File;
import java.util.List;
import javax.swing.JFileChooser;
import org.scijava.widget.FileWidget;

/** Chooses a file or a folder, or a file to write, for a field of a dialog. */
final class PathChooser {

	private PathChooser() {}

	/** Lets a person choose, beginning where the field points, and writes the choice into the field. */
	static void choose(final Component parent, final CommandInput input, final TextField field) {
		final JFileChooser chooser = new JFileChooser(OpenDialog.getDefaultDirectory());
		chooser.setDialogTitle("Select " + input.label());
		final boolean save = input.hasStyle(FileWidget.SAVE_STYLE);
		chooser.setFileSelectionMode(save ? JFileChooser.FILES_ONLY : JFileChooser.FILES_AND_DIRECTORIES);
		chooser.setMultiSelectionEnabled(input.style().holdsSeveral());
		final File before = new File(field.getText().trim());
		if (!field.getText().isBlank() && (save || before.exists())) chooser.setSelectedFile(before);
		final int answer = save ? chooser.showSaveDialog(parent) : chooser.showDialog(parent, "Select");
		final File chosen = chooser.getSelectedFile();
		if (answer != JFileChooser.APPROVE_OPTION || chosen == null) return;
		PathField.put(field, input.style().holdsSeveral() ? List.of(chooser.getSelectedFiles()) : List.of(chosen), input
			.style().holdsSeveral());
		OpenDialog.setDefaultDirectory(chosen.isDirectory() ? chosen.getPath() : chosen.getParent());
	}
}
