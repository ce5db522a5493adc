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
import io.github.hounsfield.host.ChecksImage;
import io.github.hounsfield.host.SessionChoices;
import io.github.hounsfield.imagej.save.ImageSave;
import io.github.hounsfield.imagej.save.SaveOptions;
import io.github.hounsfield.imagej.windows.LogWindow;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: an image or a mask to a DICOM series of its own. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = "Save as DICOM", weight = 4.8) }, description =
		"An image to a new DICOM series that lies where the image lies, " +
		"a mask to a DICOM segmentation")
public class SaveAsDicom extends MenuCommand implements ChecksImage {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "Folder", style = "directory", attrs = @Attr(name = "made", value = "true"), persist = false,
		description = "A new or empty folder for the series, in one that is there; its files are IM-00001.dcm and so on")
	private File path;

	@Parameter(label = "Series description", columns = 24, persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "At most 64 characters; empty: the source's, marked as derived")
	private String description = "";

	@Parameter(label = "Series number", columns = 8, persist = false,
		attrs = { @Attr(name = SessionChoices.FRESH, value = "true"), @Attr(name = "numbers", value = "one") },
		required = false,
		description = "Empty: the source's + 1000")
	private String number = "";

	@Parameter(label = "How it was made", columns = 24, persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "How the image was made, at most 1,024 characters; empty: what is known of it")
	private String derivation = "";

	@Parameter(label = "Replace the series", persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "Replace a series that was saved into the folder before")
	private boolean overwrite;

	@Parameter(label = "Anonymize", persist = false, required = false,
		description = "Leave out what identifies the patient, by table E.1-1 of PS3.15; pixels stay as they are")
	private boolean anonymize;

	@Parameter(label = "Accept rounding and changed pixels", persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "Round fractional HU to steps over 0.1 HU, save pixels that are not what their header says")
	private boolean force;

	@Override
	public Optional<String> refusal() {
		return refused(() -> new ImageSave(image, SaveOptions.of("", "", "")));
	}

	@Override
	protected void execute() throws IOException {
		final ImageSave.Saved saved = new ImageSave(image, SaveOptions.of(description, number, derivation).withOverwrite(
			overwrite).withAnonymize(anonymize).withForce(force)).write(path == null ? "" : path.getPath(), workers());
		for (final String note : saved.notes())
			LogWindow.say("Save as DICOM: " + note);
		showStatus(saved.line());
	}
}
