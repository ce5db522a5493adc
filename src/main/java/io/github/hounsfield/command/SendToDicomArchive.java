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

import ij.IJ;
import io.github.hounsfield.archive.DicomArchive;
import io.github.hounsfield.host.Inputs;
import io.github.hounsfield.imagej.archive.DicomFiles;
import io.github.hounsfield.imagej.archive.SendQuestion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: DICOM files go to an archive, which has stored all of them at the end, or an error says how many. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(label = "Archive",
	weight = 9), @Menu(label = "Send to DICOM Archive", weight = 9.4) }, description =
		"DICOM files go to an archive, which " +
		"has stored all of them at the end")
public class SendToDicomArchive extends ArchiveCommand {

	@Parameter(label = "Archive (name or address)", columns = 40, persist = false,
		description = "A name in DICOM Archives, https://host/dicom-web, or dicom://CALLED_AE@host:port")
	private String archive = "";

	@Parameter(label = "Folder or file", style = "both", persist = false,
		description = "A DICOM file, or a folder with such files, in folders within it too")
	private File path;

	@Override
	protected void execute() throws IOException {
		Inputs.existing("path", path);
		showWork("Looking for DICOM files");
		final List<Path> files = DicomFiles.in(path.toPath(), this::isStopped);
		if (canAsk()) SendQuestion.ask(IJ.getInstance(), files.size(), archive);
		try (DicomArchive found = connect(archive)) {
			showStatus(found.send(files, monitor()) + " files sent");
		}
	}
}
