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
package io.github.hounsfield.command;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.hounsfield.export.VolumeWriter;
import io.github.hounsfield.export.VoxelType;
import io.github.hounsfield.host.ChecksImage;
import io.github.hounsfield.host.SessionChoices;
import io.github.hounsfield.imagej.export.ImageExport;
import io.github.hounsfield.imagej.windows.LogWindow;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: an image to a file of another tool, where it lies in the patient. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = "Export Volume", weight = 4.7) }, description =
		"An image to a NIfTI, NRRD, MetaImage or NumPy file, with its " +
		"place in the patient")
public class ExportVolume extends MenuCommand implements ChecksImage {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(visibility = ItemVisibility.MESSAGE, label = "Image", persist = false, required = false,
		initializer = "sayImage")
	private String volume = "";

	@Parameter(label = "File", style = "save", persist = false,
		description =
			"Its ending says the format: .nii, .nii.gz, .nrrd, .mha, .mhd or .npy. {series} in its name stands for " +
			"the Series Instance UID, {number} for the first number that makes a new file")
	private File path;

	@Parameter(label = "Values", choices = { "auto", "int16", "float32", "uint8" }, persist = false, required = false,
		description = "auto: 16-bit where all values are whole numbers within it, otherwise 32-bit; nothing is rounded")
	private String type = "auto";

	@Parameter(label = "Replace the file", persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "Replace a file that is there already")
	private boolean overwrite;

	/** Says what will be written, to who sees a dialog. */
	protected void sayImage() {
		final ImagePlus shown = image != null ? image : WindowManager.getCurrentImage();
		if (isDialog() && shown != null) volume = ImageExport.describe(shown);
	}

	@Override
	public Optional<String> refusal() {
		return refused(() -> ImageExport.requireVolume(image));
	}

	@Override
	protected void execute() throws IOException {
		final VolumeWriter writer = VolumeWriter.with(workers()).withType(VoxelType.ofLabel(type)).withOverwrite(overwrite);
		final String line = ImageExport.write(image, path == null ? "" : path.getPath(), writer, this::tell);
		LogWindow.say("Export Volume: " + line);
		showStatus(line);
	}

	private void tell(final VolumeWriter.Written written) {
		for (final String warning : written.warnings())
			warn(written.files().get(0).toString(), warning);
		if (written.sheared()) warn(Hints.straighten(isDialog()));
	}
}
