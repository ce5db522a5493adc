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
import io.github.hounsfield.host.ChecksImage;
import io.github.hounsfield.host.Inputs;
import io.github.hounsfield.host.SessionChoices;
import io.github.hounsfield.imagej.hu.HistogramPart;
import io.github.hounsfield.imagej.hu.HuPlot;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.imagej.tables.TableFile;
import io.github.hounsfield.imagej.tables.TableWindow;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: the distribution of HU, by which a person sees whether a conversion is right. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = "HU Histogram", weight = 4) }, description =
		"The distribution of HU, by which one sees whether a conversion " +
		"is right")
public class PlotHuHistogram extends MenuCommand implements ChecksImage {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "All slices", persist = false, required = false,
		description = "Count the whole stack; otherwise the slice that is shown")
	private boolean all = true;

	@Parameter(label = "Only in the selection", persist = false, attrs = @Attr(name = SessionChoices.FRESH,
		value = "true"), required = false, initializer = "takeSelection",
		description = "Count the pixels of the selected area alone, on each slice")
	private boolean roi;

	@Parameter(label = "Save table as", style = "save", persist = false, required = false,
		description = "A file for the table, with commas where its name ends in .csv, with tabs otherwise; empty: none")
	private File save;

	@Parameter(label = "Replace the file", persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "Replace a table that is there already")
	private boolean overwrite;

	@Parameter(label = "Show table", persist = false, required = false, description = "Pixels of each HU, as a table")
	private boolean table;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus plot;

	@Override
	public Optional<String> refusal() {
		return refused(() -> ImageValues.of(image).requireHu());
	}

	/** Who has selected an area and answers the dialog means the area, as with ImageJ's own histogram. */
	protected void takeSelection() {
		final ImagePlus shown = image != null ? image : WindowManager.getCurrentImage();
		if (isDialog() && given().isEmpty() && shown != null) roi = HistogramPart.hasArea(shown);
	}

	@Override
	protected void execute() throws IOException {
		final boolean saved = Inputs.isGiven(save);
		new TableTarget(save, overwrite).requireFree();
		final HuPlot histogram = HuPlot.of(image, HistogramPart.of(image, all, roi), workers(), this::warn);
		if (table) TableWindow.show(histogram.table(), "HU counts of " + histogram.title());
		if (saved) TableFile.save(histogram.table(), save.toPath());
		plot = outputs().inFront(histogram.plot().getImagePlus(), image);
		showStatus(histogram.histogram().count() + " pixels counted: " + histogram.part());
	}
}
