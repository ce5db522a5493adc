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
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** Detections as ImageJ shows them: an overlay, rows of the Results table, entries of the ROI Manager. */
public final class DetectionRois {

	private static final String MARK = "Hounsfield.Detection";
	private static final Color STROKE = new Color(255, 204, 0);

	private DetectionRois() {}

	/**
	 * Rectangles that stand on their slices and are named by it: {@code Face 1 (12 neighbors)}.
	 *
	 * @return new ROIs in the order of the detections
	 */
	public static List<Roi> rois(final ImagePlus image, final List<FaceSearch.Found> found) {
		final List<Roi> rois = new ArrayList<>();
		for (final FaceSearch.Found one : found) {
			final Detection d = one.detection();
			final Roi roi = new Roi((int) d.x(), (int) d.y(), d.width(), d.height());
			roi.setName("Face " + (rois.size() + 1) + " (" + d.neighbors() + (d.neighbors() == 1 ? " neighbor)"
				: " neighbors)"));
			roi.setStrokeColor(STROKE);
			roi.setStrokeWidth(Math.max(2, Math.round(image.getWidth() / 300.0)));
			roi.setProperty(MARK, Integer.toString(d.neighbors()));
			if (image.isHyperStack()) {
				final int[] czt = image.convertIndexToPosition(one.slice());
				roi.setPosition(czt[0], czt[1], czt[2]);
			}
			else if (image.getStackSize() > 1) roi.setPosition(one.slice());
			rois.add(roi);
		}
		return rois;
	}

	/** Whether a ROI was made of a detection; one that was moved or resized by hand still is. */
	public static boolean isDetection(final Roi roi) {
		return roi.getProperty(MARK) != null;
	}

	/** Puts ROIs into the image's overlay in the place of those of an earlier search on the same slices. */
	public static void show(final ImagePlus image, final List<Roi> rois, final List<Integer> slices) {
		final Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
		for (int i = overlay.size() - 1; i >= 0; i--) {
			final Roi old = overlay.get(i);
			final int slice = image.isHyperStack() && old.hasHyperStackPosition() ? image.getStackIndex(old.getCPosition(), old
				.getZPosition(), old.getTPosition()) : Math.max(1, old.getPosition());
			if (isDetection(old) && slices.contains(slice)) overlay.remove(i);
		}
		rois.forEach(roi -> overlay.add((Roi) roi.clone()));
		overlay.drawLabels(false);
		image.setOverlay(overlay);
	}

	/** Appends a row for each detection: Slice, X, Y, Width, Height, Neighbors (pixels, whole numbers), Weight. */
	public static void tabulate(final ResultsTable table, final List<FaceSearch.Found> found) {
		for (final FaceSearch.Found one : found) {
			final Detection d = one.detection();
			table.incrementCounter();
			table.addValue("Slice", one.slice());
			table.addValue("X", d.x());
			table.addValue("Y", d.y());
			table.addValue("Width", d.width());
			table.addValue("Height", d.height());
			table.addValue("Neighbors", d.neighbors());
			table.addValue("Weight", d.levelWeight());
		}
	}

	/** Adds ROIs to the ROI Manager, which is opened where it is not. */
	public static void manage(final ImagePlus image, final List<Roi> rois) {
		final RoiManager manager = RoiManager.getRoiManager();
		rois.forEach(roi -> manager.add(image, (Roi) roi.clone(), -1));
	}
}
