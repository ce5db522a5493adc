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

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ImageProcessor;
import io.github.hounsfield.haar.Detection;
import io.github.hounsfield.haar.Pixelation;
import io.github.hounsfield.haar.TurnedSearch;
import io.github.hounsfield.imagej.pixels.Images;
import io.github.hounsfield.work.Workers;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

/**
 * A copy of a photograph in which faces are covered. Faces are the rectangles in the overlay, those of a detection and
 * those drawn by hand. A slice is searched unless Detect Faces searched the whole of it in the same way and its pixels
 * are the same still; detections that stand on other pixels now are left out. All channels of a slice are covered
 * alike. A face that is neither found nor drawn stays as it is: somebody has to look at the result.
 *
 * @param search finds faces where none was made
 * @param marginPercent of a face's width and height, added on each side, 0 or more
 * @param blocks of the mosaic along the longer side of face and margin, 1 to {@value Pixelation#MOST_BLOCKS}; 1 covers
 *          all with one colour, its mean
 */
public record FaceBlur(FaceSearch search, double marginPercent, int blocks) {

	/**
	 * @param image not shown; without the rectangles of the faces
	 * @param faces how many were covered
	 * @param bySlice how many on each slice of the source, slices counted from 1, in their order
	 * @param stale rectangles of an earlier search that were left out, for their pixels are others now
	 * @param searched slices that were searched although a rectangle of another search stands on them
	 */
	public record Blurred(ImagePlus image, int faces, SortedMap<Integer, Integer> bySlice, int stale, int searched) {

		/** What a person has to know of the search; empty where nothing. */
		public List<String> notes() {
			final List<String> notes = new ArrayList<>();
			if (stale > 0) notes.add((stale == 1 ? "1 box of an earlier search was" : stale +
				" boxes of an earlier search were") +
				" left out: the pixels under it are others now, as after a flip. The slice was searched again.");
			if (searched > 0) notes.add((searched == 1 ? "1 slice was" : searched + " slices were") +
				" searched: the boxes there come from a search of a part, with another cascade or with other parameters.");
			return notes;
		}
	}

	/**
	 * @param image of any type; not changed. Of one with a colour table comes an RGB image, for the mean of two entries of
	 *          a table is no colour between them
	 * @param all whether all slices are copied and blurred; otherwise the copy is of the current slice alone, with its
	 *          channels, so that it holds nothing that was not looked at
	 * @param workers threads, progress, cancel
	 */
	public Blurred blur(final ImagePlus image, final boolean all, final Workers workers) {
		final List<Integer> slices = new ArrayList<>();
		for (int slice = 1; slice <= image.getStackSize(); slice++)
			if (all || isAtCurrentPosition(image, slice)) slices.add(slice);
		final SortedMap<Integer, List<Interval>> faces = new TreeMap<>();
		for (final int slice : slices)
			faces.computeIfAbsent(position(image, slice), position -> new ArrayList<>());
		final SearchedSlices pixels = new SearchedSlices(image);
		final Set<Integer> boxed = new HashSet<>();
		final int stale = collectDrawn(image, pixels, faces, boxed);
		final List<Integer> unsearched = slices.stream().filter(slice -> !isSearched(image, slice, pixels)).toList();
		collectFound(image, unsearched, faces, workers);
		final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
		final boolean colours = image.getBitDepth() == 8 && image.getProcessor().isColorLut();
		for (final int slice : slices) {
			final ImageProcessor copy = processor(image, slice, colours);
			for (final Interval face : faces.get(position(image, slice)))
				pixelate(copy, Pixelation.around(face, marginPercent));
			stack.addSlice(image.getStack().getSliceLabel(slice), copy);
		}
		final SortedMap<Integer, Integer> bySlice = new TreeMap<>();
		faces.forEach((position, intervals) -> bySlice.put(position, intervals.size()));
		final int partly = (int) unsearched.stream().map(slice -> position(image, slice)).distinct().filter(boxed::contains)
			.count();
		return new Blurred(finish(image, stack, all), bySlice.values().stream().mapToInt(Integer::intValue).sum(), bySlice,
			stale, partly);
	}

	/**
	 * Rectangles of the overlay on the slices that are covered, whoever drew them.
	 *
	 * @param boxed takes the positions on which a detection stands
	 * @return how many detections stand on other pixels than those they were found in
	 */
	private static int collectDrawn(final ImagePlus image, final SearchedSlices pixels,
		final Map<Integer, List<Interval>> faces, final Set<Integer> boxed)
	{
		if (image.getOverlay() == null) return 0;
		int stale = 0;
		for (final Roi roi : image.getOverlay().toArray()) {
			final List<Integer> on = faces.keySet().stream().filter(position -> isOn(image, roi, position)).toList();
			if (!isFace(roi) || on.isEmpty()) continue;
			if (DetectionRois.isDetection(roi) && DetectionRois.isStale(image, roi, pixels)) {
				stale++;
				continue;
			}
			final Rectangle box = roi.getBounds();
			for (final int position : on)
				faces.get(position).add(FinalInterval.createMinSize(box.x, box.y, box.width, box.height));
			if (DetectionRois.isDetection(roi)) boxed.addAll(on);
		}
		return stale;
	}

	private boolean isSearched(final ImagePlus image, final int slice, final SearchedSlices pixels) {
		for (int channel = 1; channel <= image.getNChannels(); channel++) {
			final int[] czt = image.convertIndexToPosition(slice);
			if (pixels.isSearched(image.getStackIndex(channel, czt[1], czt[2]), search)) return true;
		}
		return false;
	}

	/** What a search finds in each channel of slices, but for faces that have a rectangle already. */
	private void collectFound(final ImagePlus image, final List<Integer> slices,
		final Map<Integer, List<Interval>> faces, final Workers workers)
	{
		for (final FaceSearch.Found found : search.in(image, slices, workers)) {
			final Detection d = found.detection();
			final List<Interval> there = faces.get(position(image, found.slice()));
			if (there.stream().noneMatch(face -> covers(face, d))) there.add(FinalInterval.createMinSize(d.x(), d.y(), d.width(),
				d.height()));
		}
	}

	/** Whether a rectangle holds all of a detection, or marks the same face. */
	private static boolean covers(final Interval face, final Detection d) {
		final Detection box = new Detection(face.min(0), face.min(1), (int) face.dimension(0), (int) face.dimension(1), 0, 0);
		return TurnedSearch.overlap(box, d) > TurnedSearch.SAME || face.min(0) <= d.x() && face.min(1) <= d.y() &&
			face.max(0) >= d.x() + d.width() - 1 && face.max(1) >= d.y() + d
			.height() - 1;
	}

	private static boolean isFace(final Roi roi) {
		return DetectionRois.isDetection(roi) || roi.getType() == Roi.RECTANGLE && !(roi instanceof TextRoi) &&
			!(roi instanceof ImageRoi);
	}

	/** The same number for all channels of a slice: the index in the stack of its first channel. */
	private static int position(final ImagePlus image, final int slice) {
		final int[] czt = image.convertIndexToPosition(slice);
		return image.getStackIndex(1, czt[1], czt[2]);
	}

	private static boolean isAtCurrentPosition(final ImagePlus image, final int slice) {
		return position(image, slice) == position(image, image.getCurrentSlice());
	}

	/** ImageJ counts positions from 1; 0 stands for all. */
	private static boolean isOn(final ImagePlus image, final Roi roi, final int position) {
		if (!roi.hasHyperStackPosition()) return roi.getPosition() == 0 || position(image, Math.min(roi.getPosition(), image
			.getStackSize())) == position;
		final int[] czt = image.convertIndexToPosition(position);
		return (roi.getZPosition() == 0 || roi.getZPosition() == czt[1]) && (roi.getTPosition() == 0 || roi
			.getTPosition() == czt[2]);
	}

	private static ImageProcessor processor(final ImagePlus image, final int slice, final boolean colours) {
		final ImageProcessor shown = image.getStackSize() == 1 ? image.getProcessor() : image.getStack().getProcessor(slice);
		if (!colours) return shown.duplicate();
		final ImageProcessor indexed = shown.duplicate();
		indexed.setColorModel(image.getProcessor().getColorModel());
		return indexed.convertToRGB();
	}

	private void pixelate(final ImageProcessor processor, final Interval face) {
		final int width = processor.getWidth();
		final int height = processor.getHeight();
		final Object pixels = processor.getPixels();
		if (pixels instanceof int[] argb) {
			final RandomAccessibleInterval<ARGBType> colour = ArrayImgs.argbs(argb, width, height);
			Pixelation.pixelateColour(colour, face, blocks);
		}
		else if (pixels instanceof float[] floats) Pixelation.pixelate(ArrayImgs.floats(floats, width, height), face,
			blocks);
		else if (pixels instanceof short[] shorts) Pixelation.pixelate(ArrayImgs.unsignedShorts(shorts, width, height), face,
			blocks);
		else Pixelation.pixelate(ArrayImgs.unsignedBytes((byte[]) pixels, width, height), face, blocks);
	}

	private static ImagePlus finish(final ImagePlus image, final ImageStack stack, final boolean all) {
		final ImagePlus blurred = shownAs(image, Images.like(image, "Blurred " + image.getTitle(), stack, all ? image
			.getNSlices() : 1, all ? image.getNFrames() : 1));
		if (all && image.getOverlay() != null) {
			final Overlay overlay = new Overlay();
			for (final Roi roi : image.getOverlay().toArray())
				if (!isFace(roi)) overlay.add((Roi) roi.clone());
			if (overlay.size() > 0) blurred.setOverlay(overlay);
		}
		return blurred;
	}

	private static ImagePlus shownAs(final ImagePlus image, final ImagePlus blurred) {
		if (blurred.getBitDepth() == 24) return blurred;
		if (image instanceof CompositeImage source) {
			final CompositeImage composite = new CompositeImage(blurred, source.getMode());
			composite.copyLuts(source);
			return composite;
		}
		blurred.getProcessor().setColorModel(image.getProcessor().getColorModel());
		blurred.setDisplayRange(image.getDisplayRangeMin(), image.getDisplayRangeMax());
		return blurred;
	}
}
