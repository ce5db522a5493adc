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
import ij.plugin.frame.RoiManager;
import io.github.hounsfield.host.ChecksImage;
import io.github.hounsfield.host.Inputs;
import io.github.hounsfield.host.SessionChoices;
import io.github.hounsfield.imagej.faces.DetectionRois;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.structures.StructureImport;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: structures of an RT Structure Set, or segments of a Segmentation, onto the image they belong to. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = "Import RTSTRUCT", weight = 4.3) }, description =
		"Structures of an RT Structure Set or a Segmentation onto the " +
		"open image: outlines, ROI Manager, mask")
public class ImportRtstruct extends MenuCommand implements ChecksImage {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "Structure set", style = "both", persist = false,
		description = "A DICOM RTSTRUCT or SEG, or a folder in which it lies")
	private File path;

	@Parameter(label = "Structures (empty: all)", columns = 40, persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "Which structures, in the order of the mask's labels, with semicolons or commas between; empty: all")
	private String names = "";

	@Parameter(label = "Add to ROI Manager", persist = false, required = false,
		description = "Also add each outline to the ROI Manager")
	private boolean manager;

	@Parameter(label = "Also make a mask", persist = false, required = false,
		description = "Also make an image that is 1 in the first structure, 2 in the second and so on; the later one wins")
	private boolean mask;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus labels;

	@Override
	public Optional<String> refusal() {
		return refused(() -> StructureImport.requirePlace(image));
	}

	@Override
	protected void execute() throws IOException {
		Inputs.existing("path", path);
		final Optional<RoiManager> rois = manager ? DetectionRois.manager() : Optional.empty();
		if (manager && rois.isEmpty()) throw new ImageException(
			"manager=true needs ImageJ's ROI Manager, which is not there " +
			"without a window; the outlines stand in the overlay too");
		showWork("Reading structures");
		final StructureImport structures = StructureImport.of(image, path.toPath(), names == null ? "" : names, this::look);
		final ImagePlus made = mask ? structures.mask() : null;
		structures.draw();
		rois.ifPresent(structures::addTo);
		structures.refusals().forEach(this::warn);
		final List<String> found = structures.names();
		showStatus(found.size() + (found.size() == 1 ? " structure: " : " structures: ") + String.join(", ", found));
		if (mask) labels = outputs().registered(made, image);
	}

	private void look() {
		if (isStopped()) throw new CancellationException();
	}
}
