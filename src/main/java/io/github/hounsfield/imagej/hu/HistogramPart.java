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
package io.github.hounsfield.imagej.hu;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.plane.Plane;
import java.awt.Rectangle;
import java.util.stream.IntStream;

/**
 * Which pixels of an image a histogram counts.
 *
 * @param slice from 1; 0: all slices
 * @param selection an area whose pixels alone count, on each slice; null: whole slices
 */
public record HistogramPart(int slice, Roi selection) {

	/** Every pixel of every slice. */
	public static final HistogramPart ALL = new HistogramPart(0, null);

	/**
	 * @param all whether all slices count; otherwise the one that is shown
	 * @param selected whether the selection's pixels alone count
	 * @throws ImageException where there is no selection of an area
	 */
	public static HistogramPart of(final ImagePlus image, final boolean all, final boolean selected) {
		final Roi roi = selected ? image.getRoi() : null;
		if (selected && !hasArea(image)) throw new ImageException("'" + image.getTitle() + "' has " + (roi == null
			? "no selection" : "a selection without area") + "; select an area first, or count whole slices");
		return new HistogramPart(all || image.getStackSize() == 1 ? 0 : image.getCurrentSlice(), roi == null ? null
			: (Roi) roi.clone());
	}

	/** Whether an image has a selection of an area. */
	public static boolean hasArea(final ImagePlus image) {
		return image.getRoi() != null && image.getRoi().isArea();
	}

	/** What stands before the image's title: {@code slice 12 of }; empty where all of it is counted. */
	String prefix() {
		final String what = selection == null ? "" : "selection in ";
		return slice > 0 ? what + "slice " + slice + " of " : what;
	}

	/** What was counted, of an image with so many slices. */
	String description(final int slices) {
		final String where = slice > 0 ? "slice " + slice : slices == 1 ? "1 slice" : "all " + slices + " slices";
		if (selection == null) return where;
		final Rectangle box = selection.getBounds();
		return "selection of " + box.width + " x " + box.height + " at " + box.x + ", " + box.y + " in " + where;
	}

	/**
	 * Where the selection's pixels lie.
	 *
	 * @return indices in a plane, rising; null: all of it
	 */
	private int[] indices(final int width, final int height) {
		if (selection == null) return null;
		final Rectangle box = selection.getBounds().intersection(new Rectangle(width, height));
		return IntStream.range(0, height).boxed().flatMapToInt(y -> IntStream.range(box.x, box.x + Math.max(0, box.width))
			.filter(x -> selection.contains(x, y)).map(x -> y * width + x)).toArray();
	}

	/** Takes the selection's pixels out of planes. */
	final class Picker {

		private final int[] indices;
		private final int length;

		Picker(final int width, final int height) {
			indices = indices(width, height);
			length = indices == null ? width * height : indices.length;
		}

		/** How many pixels of each plane count. */
		int length() {
			return length;
		}

		/** @return the plane itself where all of it counts, otherwise a new one */
		Plane pick(final Plane plane) {
			return indices == null ? plane : plane.pick(length, i -> indices[i], plane);
		}
	}
}
