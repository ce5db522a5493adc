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
package io.github.hounsfield.imagej.faces;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;
import io.github.hounsfield.haar.Detection;
import io.github.hounsfield.imagej.tables.MeasuredRows;
import java.awt.Color;
import java.awt.HeadlessException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows detections in ImageJ: as an overlay, rows of the Results table, and entries of the ROI Manager. */
public final class DetectionRois {

	private static final String MARK = "Hounsfield.Detection";
	private static final String PIXELS = "Hounsfield.Detection.Pixels";
	private static final Color STROKE = new Color(255, 204, 0);

	private DetectionRois() {}

	/**
	 * Rectangles on their slices, named by what was looked for: {@code Face 1 (12 neighbors)}. Each holds a digest of the
	 * pixels in which it was found.
	 *
	 * @param name of what was looked for
	 * @return new ROIs in the order of the detections, numbered from 1
	 */
	public static List<Roi> rois(final ImagePlus image, final List<FaceSearch.Found> found, final String name) {
		final SearchedSlices pixels = new SearchedSlices(image);
		final List<Roi> rois = new ArrayList<>();
		for (final FaceSearch.Found one : found) {
			final Detection d = one.detection();
			final Roi roi = new Roi((int) d.x(), (int) d.y(), d.width(), d.height());
			roi.setName(name + " " + (rois.size() + 1) + " (" + d.neighbors() + (d.neighbors() == 1 ? " neighbor)"
				: " neighbors)"));
			style(roi, image);
			roi.setProperty(MARK, Integer.toString(d.neighbors()));
			roi.setProperty(PIXELS, pixels.digest(one.slice()));
			if (image.isHyperStack()) {
				final int[] czt = image.convertIndexToPosition(one.slice());
				roi.setPosition(czt[0], czt[1], czt[2]);
			}
			else if (image.getStackSize() > 1) roi.setPosition(one.slice());
			rois.add(roi);
		}
		return rois;
	}

	/** How boxes are drawn. */
	static void style(final Roi roi, final ImagePlus image) {
		roi.setStrokeColor(STROKE);
		roi.setStrokeWidth(Math.max(2, Math.round(image.getWidth() / 300.0)));
	}

	/** Notes in the image that the whole of slices was searched, so that Blur need not search them again. */
	public static void noteSearch(final ImagePlus image, final List<Integer> slices, final FaceSearch search) {
		if (!FaceSearch.isLimited(image)) new SearchedSlices(image).note(slices, search);
	}

	/** Whether a ROI was made of a detection, even if it was moved or resized by hand. */
	static boolean isDetection(final Roi roi) {
		return roi.getProperty(MARK) != null;
	}

	/** Whether the pixels under a detection's ROI have changed since the search. */
	static boolean isStale(final ImagePlus image, final Roi roi, final SearchedSlices pixels) {
		final int slice = slice(image, roi);
		return slice > image.getStackSize() || !pixels.digest(slice).equals(roi.getProperty(PIXELS));
	}

	/** Index in the stack, from 1, of the slice on which a detection's ROI stands. */
	private static int slice(final ImagePlus image, final Roi roi) {
		return roi.hasHyperStackPosition() ? image.getStackIndex(Math.max(1, roi.getCPosition()), Math.max(1, roi
			.getZPosition()), Math.max(1, roi.getTPosition())) : Math.max(1, roi.getPosition());
	}

	/** Puts ROIs into the image's overlay. They replace those of an earlier search on the same slices. */
	public static void show(final ImagePlus image, final List<Roi> rois, final List<Integer> slices) {
		final Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
		for (int i = overlay.size() - 1; i >= 0; i--) {
			final Roi old = overlay.get(i);
			if (isDetection(old) && slices.contains(slice(image, old))) overlay.remove(i);
		}
		rois.forEach(roi -> overlay.add((Roi) roi.clone()));
		overlay.drawLabels(false);
		image.setOverlay(overlay);
	}

	/**
	 * Appends a row for each detection: Image, Search (its number in the table, so that the rows of a repeat are told
	 * apart), Slice, Box (the number in the overlay), X, Y, Width, Height, Neighbors (pixels, whole numbers) and Weight,
	 * the sum of the last stage's leaves: the higher, the surer.
	 */
	public static void tabulate(final ResultsTable table, final ImagePlus image, final List<FaceSearch.Found> found) {
		final int search = lastSearch(table) + 1;
		int box = 0;
		for (final FaceSearch.Found one : found) {
			final Detection d = one.detection();
			MeasuredRows.next(table);
			table.addValue("Image", image.getTitle());
			table.addValue("Search", search);
			table.addValue("Slice", one.slice());
			table.addValue("Box", ++box);
			table.addValue("X", d.x());
			table.addValue("Y", d.y());
			table.addValue("Width", d.width());
			table.addValue("Height", d.height());
			table.addValue("Neighbors", d.neighbors());
			table.addValue("Weight", d.levelWeight());
		}
	}

	private static int lastSearch(final ResultsTable table) {
		if (!table.columnExists("Search")) return 0;
		double last = 0;
		for (int row = 0; row < table.size(); row++)
			if (table.getValue("Search", row) > last) last = table.getValue("Search", row);
		return (int) last;
	}

	/**
	 * The ROI Manager: the open one, the hidden one of a macro in batch mode, or a new one.
	 *
	 * @return empty where there is no window to show one in
	 */
	public static Optional<RoiManager> manager() {
		try {
			final RoiManager there = RoiManager.getInstance2();
			return Optional.of(there != null ? there : RoiManager.getRoiManager());
		}
		catch (final HeadlessException e) {
			return Optional.empty();
		}
	}

	/** Adds ROIs to a ROI Manager. */
	public static void manage(final ImagePlus image, final List<Roi> rois, final RoiManager manager) {
		rois.forEach(roi -> manager.add(image, (Roi) roi.clone(), -1));
	}
}
