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
package io.github.hounsfield.imagej.lung;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.StackPlanes;
import io.github.hounsfield.imagej.tables.MeasuredRows;
import io.github.hounsfield.intensity.HuPlanes;
import io.github.hounsfield.intensity.SliceTransforms;
import io.github.hounsfield.lung.DensityOptions;
import io.github.hounsfield.lung.DensityRow;
import io.github.hounsfield.lung.DensityTable;
import io.github.hounsfield.lung.LungDensity;
import io.github.hounsfield.lung.LungException;
import io.github.hounsfield.lung.LungMaskOptions;
import io.github.hounsfield.lung.PatientGrid;
import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.work.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The density of the lungs of an image that was opened, as a table and as a plot. */
public final class DensityMeasurement {

	/** Spacings of mask and image differ by less than this part. */
	private static final double SAME_SPACING = 1e-4;

	private final ImagePlus image;
	private final String mask;
	private final PatientGrid grid;
	private final Acquisition acquisition;
	private final DensityTable table;
	private boolean leavesOutDoubtful;
	private Optional<String> withoutAirways = Optional.empty();
	private final List<String> warnings = new ArrayList<>();

	private DensityMeasurement(final LungVolume volume, final String mask, final DensityTable table,
		final List<String> notes)
	{
		image = volume.image();
		this.mask = mask;
		grid = volume.grid();
		this.table = table;
		acquisition = Acquisition.of(volume.values().header(0));
		warnings.addAll(notes);
		warnings.addAll(acquisition.warnings());
		warnings.addAll(table.notes());
	}

	/**
	 * Finds the lungs, not closed and without airways, and measures them. Draws their outlines into the image's overlay.
	 *
	 * @param image in HU, or stored values of a CT with its header
	 * @throws ImageException where the image is neither, or no volume of transverse slices
	 * @throws LungException where it has no lung, or cannot be measured
	 */
	public static DensityMeasurement of(final ImagePlus image, final DensityOptions options, final Workers workers) {
		final LungMasking masking = new LungMasking(image, LungMaskOptions.DEFAULT.withClose(0), workers.part(0, 0.6));
		final LungVolume volume = masking.volume();
		final byte[][] planes = masking.planes();
		final HuPlanes labels = new HuPlanes(image.getWidth(), image.getHeight(), planes.length, PlaneType.UINT8,
			z -> Plane.of(PlaneType.UINT8, planes[z]), SliceTransforms.IDENTITY);
		final DensityOptions known = volume.grid().knowsSides() ? options : withoutSides(options);
		final DensityTable table = LungDensity.measure(volume.hu(), labels, volume.grid(), known, workers.part(0.6, 1));
		masking.outline();
		final DensityMeasurement measured = new DensityMeasurement(volume, String.format(Locale.ROOT,
			"Lung Mask, threshold %.0f HU, %s, not closed", LungMaskOptions.DEFAULT.threshold(), masking.removedAirways()
				? "airways removed" : "no airways within the lungs"), table, masking.notes());
		measured.leavesOutDoubtful = masking.leavesOutDoubtful();
		measured.withoutAirways = masking.withoutAirways();
		return measured;
	}

	/**
	 * Measures the lungs in a mask.
	 *
	 * @param image in HU, or stored values of a CT with its header; not changed
	 * @param mask of the same size and grid: 255 for lung, or 1 for the right and 2 for the left
	 * @throws ImageException where the image is neither, or the mask lies elsewhere
	 * @throws LungException where it cannot be measured
	 */
	public static DensityMeasurement of(final ImagePlus image, final ImagePlus mask, final DensityOptions options,
		final Workers workers)
	{
		final LungVolume volume = LungVolume.of(image);
		final ImageStack stack = mask.getStack();
		final HuPlanes labels = new HuPlanes(mask.getWidth(), mask.getHeight(), mask.getStackSize(), type(mask),
			z -> StackPlanes.get(stack, z), SliceTransforms.IDENTITY);
		final List<String> notes = new ArrayList<>(volume.notes());
		requireSameGrid(image, mask).ifPresent(notes::add);
		final DensityTable table = LungDensity.measure(volume.hu(), labels, volume.grid(), options, workers);
		return new DensityMeasurement(volume, mask.getTitle(), table, notes);
	}

	private static DensityOptions withoutSides(final DensityOptions options) {
		return options.withSides(false);
	}

	private static PlaneType type(final ImagePlus mask) {
		return switch (mask.getBitDepth()) {
			case 8 -> PlaneType.UINT8;
			case 16 -> PlaneType.UINT16;
			case 32 -> PlaneType.FLOAT32;
			default -> throw new ImageException("the mask '" + mask.getTitle() + "' is a colour image", "a grey one");
		};
	}

	/** Checks that mask and image lie at one place. Sizes are checked during reading. */
	private static Optional<String> requireSameGrid(final ImagePlus image, final ImagePlus mask) {
		final double[] own = spacing(image);
		final double[] other = spacing(mask);
		for (int i = 0; i < own.length; i++)
			if (!(Math.abs(own[i] - other[i]) <= SAME_SPACING * own[i])) throw new ImageException("the mask '" + mask
				.getTitle() + "' has voxels of " + text(other) + ", and '" + image.getTitle() + "' of " + text(own), "the same");
		return GridCheck.requireSamePlace(image, mask);
	}

	private static double[] spacing(final ImagePlus image) {
		return new double[] { image.getCalibration().pixelWidth, image.getCalibration().pixelHeight, image.getStackSize() == 1
			? 1 : image.getCalibration().pixelDepth };
	}

	private static String text(final double[] spacing) {
		return (float) spacing[0] + " x " + (float) spacing[1] + " x " + (float) spacing[2];
	}

	/** Whether a component was left out whose density does not tell lung from gas. */
	public boolean leavesOutDoubtful() {
		return leavesOutDoubtful;
	}

	/** What it means that no airways were found; empty where some were, or a mask was given. */
	public Optional<String> withoutAirways() {
		return withoutAirways;
	}

	/** What affects the numbers, or was left out, in a sentence or two each. */
	public List<String> warnings() {
		return List.copyOf(warnings);
	}

	/** The rows as numbers: both lungs, right, left, and their thirds where these were asked for. */
	public List<DensityRow> rows() {
		return table.rows();
	}

	/**
	 * Appends a row for each region: image, region, measurements, and what influenced them.
	 *
	 * @param exact whether numbers are written in full, as a file has them; otherwise as ImageJ shows them
	 */
	public void tabulate(final ResultsTable results, final boolean exact) {
		for (final DensityRow row : table.rows()) {
			MeasuredRows.next(results);
			results.addValue("Image", image.getTitle());
			results.addValue("Region", row.region());
			for (final Map.Entry<String, Double> value : row.values().entrySet())
				add(results, value.getKey(), value.getValue(), exact);
			results.addValue("Slices", Integer.toString(grid.depth()));
			add(results, "SpacingX_mm", grid.spacingXMm(), exact);
			add(results, "SpacingY_mm", grid.spacingYMm(), exact);
			add(results, "SpacingZ_mm", grid.spacingZMm(), exact);
			results.addValue("SliceThickness", acquisition.sliceThickness());
			results.addValue("ConvolutionKernel", acquisition.kernel());
			results.addValue("KVP", acquisition.kvp());
			results.addValue("ContrastBolusAgent", acquisition.contrast());
			results.addValue("Manufacturer", acquisition.manufacturer());
			results.addValue("Mask", mask);
			results.addValue("Warnings", String.join(" ", warnings));
		}
	}

	private static void add(final ResultsTable results, final String column, final double value, final boolean exact) {
		if (!exact) results.addValue(column, value);
		else results.addValue(column, Double.isNaN(value) ? "NaN" : Double.toString(value));
	}

	/** The HU of both lungs, with -950 HU and the 15th percentile drawn in; not shown, works without a window. */
	public Plot plot() {
		return DensityPlot.of(image.getTitle(), table.rows().get(0));
	}
}
