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
import java.awt.Rectangle;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * Which pixels of an image a histogram counts.
 *
 * @param slice from 1; 0: all slices
 * @param selection an area whose pixels alone count, on each slice; null: whole slices
 */
public record HistogramPart(int slice, Roi selection) {

	/** Every pixel of every slice. */
	public static final HistogramPart ALL = new HistogramPart(0, null);

	/** Pixels of one row within the selection, one beside the other. */
	private record Span(int from, int length) {}

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

	/** Where the selection's pixels lie in a plane; null: everywhere. */
	private List<Span> spans(final int width, final int height) {
		if (selection == null) return null;
		final Rectangle box = selection.getBounds().intersection(new Rectangle(width, height));
		final List<Span> spans = new ArrayList<>();
		for (int y = box.y; y < box.y + box.height; y++) {
			int from = -1;
			for (int x = box.x; x <= box.x + box.width; x++) {
				final boolean inside = x < box.x + box.width && selection.contains(x, y);
				if (inside && from < 0) from = x;
				if (inside || from < 0) continue;
				spans.add(new Span(y * width + from, x - from));
				from = -1;
			}
		}
		return spans;
	}

	/** Takes the selection's pixels out of planes. */
	final class Picker {

		private final List<Span> spans;
		private final int length;

		Picker(final int width, final int height) {
			spans = spans(width, height);
			length = spans == null ? width * height : spans.stream().mapToInt(Span::length).sum();
		}

		/** How many pixels of each plane count. */
		int length() {
			return length;
		}

		/** @return the plane itself where all of it counts, otherwise a new array of the same type */
		Object pick(final Object plane) {
			if (spans == null) return plane;
			final Object picked = Array.newInstance(plane.getClass().getComponentType(), length);
			int at = 0;
			for (final Span span : spans) {
				System.arraycopy(plane, span.from, picked, at, span.length);
				at += span.length;
			}
			return picked;
		}
	}
}
