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
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.hounsfield.haar.Detection;
import io.github.hounsfield.haar.FaceDetector;
import io.github.hounsfield.haar.Grey;
import io.github.hounsfield.haar.TurnedSearch;
import io.github.hounsfield.work.Workers;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * Searches faces in an image of any of ImageJ's types. Colour becomes grey as in OpenCV, 8-bit grey levels are used
 * directly, and others as the display range shows them. A region of interest limits the search to it. The image is not
 * changed.
 *
 * @param detector what is looked for
 * @param name of what is found, for boxes: {@code Face}, {@code Eye}
 * @param equalize whether the contrast is spread first, for flat pictures (OpenCV's equalizeHist)
 * @param roll whether turned copies are searched too, for heads that lean
 */
public record FaceSearch(FaceDetector detector, String name, boolean equalize, boolean roll) {

	/** A search for upright faces, contrast as it is. */
	public FaceSearch(final FaceDetector detector) {
		this(detector, "Face", false, false);
	}

	/** The same with another name for what is found. */
	public FaceSearch withName(final String value) {
		return new FaceSearch(detector, value, equalize, roll);
	}

	/** The same, the contrast spread first or not. */
	public FaceSearch withEqualize(final boolean value) {
		return new FaceSearch(detector, name, value, roll);
	}

	/** The same, turned copies searched too or not. */
	public FaceSearch withRoll(final boolean value) {
		return new FaceSearch(detector, name, equalize, value);
	}

	/** Identifies what is looked for and how, so that a search is recognized. Not for people. */
	String signature() {
		return detector.signature() + " " + equalize + " " + roll;
	}

	/** Whether a region of interest limits the search. */
	public static boolean isLimited(final ImagePlus image) {
		return image.getRoi() != null && image.getRoi().isArea();
	}

	/**
	 * @return degrees by which the image must be turned clockwise to stand upright, as its file says; 0 for none. The
	 *          search is upright; detections are in the coordinates of the shown image
	 */
	public static int storedTurn(final ImagePlus image) {
		return StoredTurn.degrees(image);
	}

	/** What a search would look at as the image is now, a sentence without full stop. */
	public static String describe(final ImagePlus image) {
		final Rectangle bounds = isLimited(image) ? image.getRoi().getBounds() : new Rectangle(image.getWidth(), image
			.getHeight());
		final int turn = storedTurn(image);
		return (isLimited(image) ? "only the selection, " : "all of the picture, ") + bounds.width + " x " + bounds.height +
			" pixels" + (image.getStackSize() > 1 ? ", of slice " + image.getCurrentSlice() + ", or of all " + image
				.getStackSize() + " with All slices" : "") + (turn == 0 ? ""
					: ". It is searched upright, for its file says that it is turned by " + turn + " degrees") + (image
						.getBitDepth() == 16 || image.getBitDepth() == 32 ? ". Grey levels are those of the display range" : "");
	}

	/** @param slice index in the stack, counted from 1 as ImageJ does */
	public record Found(int slice, Detection detection) {}

	/**
	 * @param slices indices in the stack, counted from 1
	 * @param workers threads, progress, cancel
	 */
	public List<Found> in(final ImagePlus image, final List<Integer> slices, final Workers workers) {
		final List<Found> found = new ArrayList<>();
		final int upright = storedTurn(image);
		final List<Integer> turns = (roll ? TurnedSearch.ROLLED : List.of(0)).stream().map(turn -> turn + upright).toList();
		final TurnedSearch search = new TurnedSearch(detector, turns);
		for (int i = 0; i < slices.size(); i++) {
			final int slice = slices.get(i);
			for (final Detection detection : search(image, slice, search, workers.part(i, slices.size())))
				found.add(new Found(slice, detection));
		}
		workers.report(1);
		return found;
	}

	private List<Detection> search(final ImagePlus image, final int slice, final TurnedSearch search,
		final Workers workers)
	{
		final Roi roi = image.getRoi();
		final Rectangle bounds = roi != null && roi.isArea() ? roi.getBounds().intersection(new Rectangle(image.getWidth(),
			image.getHeight())) : new Rectangle(image.getWidth(), image.getHeight());
		if (bounds.isEmpty()) return List.of();
		final ByteProcessor grey = grey(image, slice, bounds);
		RandomAccessibleInterval<UnsignedByteType> pixels = ArrayImgs.unsignedBytes((byte[]) grey.getPixels(), grey
			.getWidth(), grey.getHeight());
		if (equalize) pixels = Grey.equalized(pixels);
		final List<Detection> detections = new ArrayList<>();
		for (final Detection inBounds : search.detect(pixels, workers)) {
			final Detection d = new Detection(inBounds.x() + bounds.x, inBounds.y() + bounds.y, inBounds.width(), inBounds
				.height(), inBounds.neighbors(), inBounds.levelWeight());
			if (roi == null || !roi.isArea() || roi.getType() == Roi.RECTANGLE || roi.contains((int) d.x() + d.width() / 2,
				(int) d.y() + d.height() / 2)) detections.add(d);
		}
		return detections;
	}

	/** The grey levels that are searched, a new processor. */
	static ByteProcessor grey(final ImagePlus image, final int slice, final Rectangle bounds) {
		final ImageProcessor shown = slice(image, slice);
		shown.setRoi(bounds);
		final ImageProcessor cropped = shown.crop();
		if (cropped instanceof ByteProcessor && !cropped.isColorLut()) {
			if (shown.isInvertedLut()) cropped.invert();
			return (ByteProcessor) cropped;
		}
		if (cropped instanceof ColorProcessor || cropped instanceof ByteProcessor) return ofColour((ColorProcessor) cropped
			.convertToRGB());
		cropped.setMinAndMax(shown.getMin(), shown.getMax());
		final ByteProcessor grey = cropped.convertToByteProcessor(true);
		if (shown.isInvertedLut()) grey.invert();
		return grey;
	}

	private static ImageProcessor slice(final ImagePlus image, final int slice) {
		final ImageProcessor processor = image.getStackSize() == 1 ? image.getProcessor().duplicate() : image.getStack()
			.getProcessor(slice).duplicate();
		if (image.getStackSize() > 1 && image.getBitDepth() != 24) {
			processor.setColorModel(image.getProcessor().getColorModel());
			processor.setMinAndMax(image.getDisplayRangeMin(), image.getDisplayRangeMax());
		}
		return processor;
	}

	private static ByteProcessor ofColour(final ColorProcessor colour) {
		final int[] argb = (int[]) colour.getPixels();
		final byte[] grey = new byte[argb.length];
		for (int i = 0; i < argb.length; i++)
			grey[i] = (byte) Grey.of(argb[i] >> 16 & 0xFF, argb[i] >> 8 & 0xFF, argb[i] & 0xFF);
		return new ByteProcessor(colour.getWidth(), colour.getHeight(), grey, null);
	}
}
