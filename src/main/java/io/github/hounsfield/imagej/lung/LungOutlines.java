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
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;

/** Lungs as outlines in an image's overlay: the right one orange, the left one blue. */
final class LungOutlines {

	private static final String MARK = "Hounsfield.Lung";
	private static final Color RIGHT = new Color(255, 140, 60);
	private static final Color LEFT = new Color(80, 170, 255);

	private LungOutlines() {}

	/**
	 * Gives an image a new overlay: its own without earlier outlines, and the outlines.
	 *
	 * @param planes labels of each slice: 1 right, 2 left
	 * @param sides whether right and left are known
	 */
	static void show(final ImagePlus image, final byte[][] planes, final boolean sides) {
		final Overlay overlay = without(image);
		for (int z = 0; z < planes.length; z++)
			for (int label = 1; label <= 2; label++) {
				final Roi roi = outline(planes[z], image.getWidth(), image.getHeight(), label);
				if (roi == null) continue;
				roi.setName(!sides ? "Lung" : label == 1 ? "Right lung" : "Left lung");
				roi.setStrokeColor(label == 1 ? RIGHT : LEFT);
				roi.setProperty(MARK, Integer.toString(label));
				if (planes.length > 1) roi.setPosition(z + 1);
				overlay.add(roi);
			}
		overlay.drawLabels(false);
		image.setOverlay(overlay.size() == 0 ? null : overlay);
	}

	private static Overlay without(final ImagePlus image) {
		final Overlay overlay = new Overlay();
		if (image.getOverlay() != null) for (final Roi roi : image.getOverlay().toArray())
			if (roi.getProperty(MARK) == null) overlay.add(roi);
		return overlay;
	}

	private static Roi outline(final byte[] labels, final int width, final int height, final int label) {
		final ByteProcessor plane = new ByteProcessor(width, height, labels);
		plane.setThreshold(label, label, ImageProcessor.NO_LUT_UPDATE);
		return ThresholdToSelection.run(new ImagePlus("", plane));
	}
}
