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
import ij.measure.ResultsTable;
import io.github.hounsfield.host.ChecksImage;
import io.github.hounsfield.host.Inputs;
import io.github.hounsfield.host.SessionChoices;
import io.github.hounsfield.imagej.lung.DensityMeasurement;
import io.github.hounsfield.imagej.lung.LungMasking;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.tables.TableFile;
import io.github.hounsfield.imagej.tables.TableWindow;
import io.github.hounsfield.lung.DensityOptions;
import io.github.hounsfield.lung.DensityRow;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu action: how dense the lungs of a chest CT are, as rows of the Results table and as a histogram. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Hounsfield"), @Menu(
	label = "Measure Lung Density", weight = 4.2) }, description =
		"How dense the lungs of a chest CT are: volume, mean, " +
		"shares of low density, percentiles, mass")
public class MeasureLungDensity extends MenuCommand implements ChecksImage {

	@Parameter(persist = false)
	private ImagePlus image;

	@Parameter(label = "Mask (empty: find the lungs)", persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description =
			"Title of an open mask of the lungs: 255, or 1 right and 2 left; empty: the lungs are found, not closed, " +
			"airways removed")
	private String mask = "";

	@Parameter(label = "Rows for right and left", persist = false, required = false,
		description = "Also a row for each lung")
	private boolean sides = true;

	@Parameter(label = "Thresholds (HU)", persist = false,
		required = false, attrs = @Attr(name = "numbers", value = "several"),
		description = "The share of voxels under each, with commas between")
	private String thresholds = "-950,-910";

	@Parameter(label = "Percentiles", persist = false,
		required = false, attrs = @Attr(name = "numbers", value = "several"), description = "With commas between")
	private String percentiles = "15";

	@Parameter(label = "Rows for thirds of each lung", persist = false, required = false,
		description = "Also rows for the upper, middle and lower third of each region, of equal volume")
	private boolean thirds;

	@Parameter(label = "Sizes of clusters under -950 HU", persist = false, required = false,
		description = "Also the exponent of the sizes of clusters under -950 HU")
	private boolean clusters;

	@Parameter(label = "Reference volume (ml)", columns = 8, persist = false,
		attrs = { @Attr(name = SessionChoices.FRESH, value = "true"), @Attr(name = "numbers", value = "one") },
		required = false,
		description = "Volume that percentiles are adjusted to; empty: not adjusted")
	private String reference = "";

	@Parameter(label = "Save table as", style = "save", persist = false, required = false,
		description = "A file for the rows, with commas where its name ends in .csv, with tabs otherwise; empty: none")
	private File save;

	@Parameter(label = "Replace the file", persist = false,
		attrs = @Attr(name = SessionChoices.FRESH, value = "true"), required = false,
		description = "Replace a table that is there already")
	private boolean overwrite;

	/** For scripts; a person sees the Results table. */
	@Parameter(type = ItemIO.OUTPUT, visibility = ItemVisibility.INVISIBLE)
	private List<DensityRow> rows;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus plot;

	@Override
	public Optional<String> refusal() {
		return refused(() -> LungMasking.requireVolume(image));
	}

	@Override
	protected void execute() throws IOException {
		final boolean saved = Inputs.isGiven(save);
		new TableTarget(save, overwrite).requireFree();
		final DensityOptions options = LungChoice.density(sides, thresholds, percentiles, thirds, clusters, reference);
		final DensityMeasurement density = mask == null || mask.isBlank() ? DensityMeasurement.of(image, options, workers())
			: DensityMeasurement.of(image, open(mask), options, workers());
		if (saved) {
			final ResultsTable exact = new ResultsTable();
			density.tabulate(exact, true);
			TableFile.save(exact, save.toPath());
		}
		final ResultsTable results = ResultsTable.getResultsTable();
		density.tabulate(results, false);
		TableWindow.show(results, "Results");
		density.warnings().forEach(this::warn);
		density.withoutAirways().ifPresent(this::note);
		if (density.leavesOutDoubtful()) warn(Hints.takeDoubtful(isDialog()));
		rows = density.rows();
		plot = outputs().beside(density.plot().getImagePlus(), image);
		if (isDialog() && WindowManager.getFrame("Results") != null) WindowManager.getFrame("Results").toFront();
		showStatus(rows.size() + (rows.size() == 1 ? " row" : " rows") + " in Results");
	}

	private static ImagePlus open(final String title) {
		final ImagePlus found = WindowManager.getImage(title);
		if (found == null) throw new ImageException("mask is '" + title + "'; no open image has this title. There are " +
			List.of(WindowManager.getImageTitles()));
		return found;
	}
}
