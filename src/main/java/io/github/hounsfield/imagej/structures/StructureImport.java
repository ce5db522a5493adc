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
package io.github.hounsfield.imagej.structures;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.pixels.HeaderText;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageGeometry;
import io.github.hounsfield.imagej.pixels.LabelImages;
import io.github.hounsfield.imagej.pixels.Remedy;
import io.github.hounsfield.imagej.pixels.SliceHeaders;
import io.github.hounsfield.structures.ImageGrid;
import io.github.hounsfield.structures.Import;
import io.github.hounsfield.structures.LabelMask;
import io.github.hounsfield.structures.Placed;
import io.github.hounsfield.structures.StructureException;
import io.github.hounsfield.structures.StructureFiles;
import io.github.hounsfield.structures.StructureReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Structures of a file on an image, to draw or to make a mask. */
public final class StructureImport {

	/** Property of each outline: the structure's name. */
	public static final String MARK = "Hounsfield.Structure";

	/** Property of the mask: what each label stands for, {@code 1=Lung_R|2=Lung_L}. */
	public static final String LABELS = "Hounsfield.Structures";

	private final ImagePlus image;
	private final ImageGrid grid;
	private final List<Placed> structures;
	private final List<String> refusals;

	private StructureImport(final ImagePlus image, final ImageGrid grid, final List<Placed> structures,
		final List<String> refusals)
	{
		this.image = image;
		this.grid = grid;
		this.structures = structures;
		this.refusals = refusals;
	}

	/**
	 * @param image whose headers say where it lies; not changed
	 * @param path a structure set, a segmentation, or a folder in which one lies
	 * @param names which structures, in which order, divided by semicolons, or by commas where there are none; blank for
	 *          all
	 * @param look called while a folder is searched; may throw to end that
	 * @throws ImageException where the image does not say where it lies, or a name is not there
	 * @throws StructureException where nothing of the file can be put onto the image
	 * @throws IOException where the file cannot be read
	 */
	public static StructureImport of(final ImagePlus image, final Path path, final String names, final Runnable look)
		throws IOException
	{
		final ImageGrid grid = grid(image);
		final DicomFile file = StructureFiles.find(path, grid.frameOfReferenceUid(), look);
		final Import all = StructureReader.read(file, grid);
		return new StructureImport(image, grid, named(all, names), all.refusals());
	}

	/**
	 * Requires an image onto which structures can be put.
	 *
	 * @throws ImageException where the image does not say where it lies
	 */
	public static void requirePlace(final ImagePlus image) {
		grid(image);
	}

	private static ImageGrid grid(final ImagePlus image) {
		final ImageGeometry geometry = ImageGeometry.of(image);
		final SliceHeaders headers = new SliceHeaders(image.getTitle(), image.getStack(), image.getInfoProperty());
		final HeaderText first = headers.of(0);
		final String frame = first.value(Tag.FrameOfReferenceUID).orElse("");
		if (frame.isEmpty()) throw new ImageException("'" + image.getTitle() + "' has no " + Dictionary.describe(
			Tag.FrameOfReferenceUID) + " in its header, so that nobody knows whether structures belong to it",
			Remedy.OPEN_WITH_IDENTITY);
		for (int i = 1; i < headers.size(); i++)
			if (!headers.of(i).value(Tag.FrameOfReferenceUID).orElse("").equals(frame)) throw new ImageException("slice " + (i +
				1) + " of '" + image.getTitle() + "' has another " + Dictionary.describe(Tag.FrameOfReferenceUID) +
				" than slice 1", "slices of one Frame of Reference");
		final double thickness = Math.abs(first.number(Tag.SpacingBetweenSlices).orElse(first.number(Tag.SliceThickness)
			.orElse(Double.NaN)));
		return new ImageGrid(geometry.width(), geometry.height(), geometry.positions(), geometry.rowCosines(), geometry
			.columnCosines(), geometry.spacingX(), geometry.spacingY(), thickness, frame);
	}

	private static List<Placed> named(final Import all, final String names) {
		if (names.isBlank()) return all.structures();
		final List<Placed> chosen = new ArrayList<>();
		for (final String part : names.split(names.contains(";") ? ";" : ",")) {
			if (part.isBlank()) continue;
			final List<Placed> found = all.structures().stream().filter(one ->
				one.name().equalsIgnoreCase(part.trim())).toList();
			if (found.isEmpty()) throw new ImageException("names: there is no '" + part.trim() + "' on the image; found " +
				String
				.join("; ", all.structures().stream().map(Placed::name).toList()));
			for (final Placed one : found)
				if (!chosen.contains(one)) chosen.add(one);
		}
		return chosen;
	}

	/** Names in the order of the labels. */
	public List<String> names() {
		return structures.stream().map(Placed::name).toList();
	}

	/** What was not put onto the image, a sentence each. */
	public List<String> refusals() {
		return refusals;
	}

	/** Gives the image a new overlay: its own without earlier structures, plus these. */
	public void draw() {
		final Overlay overlay = new Overlay();
		if (image.getOverlay() != null) for (final Roi roi : image.getOverlay().toArray())
			if (roi.getProperty(MARK) == null) overlay.add(roi);
		rois().forEach(overlay::add);
		image.setOverlay(overlay);
	}

	/** Adds a selection for each structure and slice. */
	public void addTo(final RoiManager manager) {
		for (final Roi roi : rois())
			manager.add(image, roi, -1);
	}

	private List<Roi> rois() {
		final List<Roi> rois = new ArrayList<>();
		for (final Placed structure : structures)
			rois.addAll(StructureRois.of(structure, grid, image));
		return rois;
	}

	/**
	 * The structures as a new 8-bit image of the same grid, not shown: 1 for the first of {@link #names()} and so on. A
	 * later one covers an earlier one.
	 *
	 * @throws StructureException where there are more than {@link LabelMask#MOST}
	 */
	public ImagePlus mask() throws StructureException {
		final ImagePlus mask = LabelImages.of(image, "Structures of " + image.getTitle(), LabelMask.of(structures, grid),
			structures.size());
		final StringBuilder labels = new StringBuilder();
		for (int i = 0; i < structures.size(); i++)
			labels.append(i == 0 ? "" : "|").append(i + 1).append('=').append(structures.get(i).name());
		mask.setProp(LABELS, labels.toString());
		return mask;
	}
}
