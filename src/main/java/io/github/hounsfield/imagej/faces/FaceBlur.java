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
import ij.ImageStack;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ImageProcessor;
import io.github.hounsfield.haar.Detection;
import io.github.hounsfield.haar.Pixelation;
import io.github.hounsfield.haar.TurnedSearch;
import io.github.hounsfield.work.Workers;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;

/**
 * A copy of a photograph in which faces are covered. Faces are the rectangles in the overlay, found or drawn by hand. A
 * slice is searched, unless Detect Faces searched all of it in the same way and its pixels have not changed. Detections
 * on changed pixels are left out. All channels of a slice are covered alike. A face that is neither found nor drawn
 * stays visible, so somebody has to look at the result.
 *
 * @param search finds faces where none was made
 * @param marginPercent of a face's width and height, added on each side, 0 or more
 * @param blocks of the mosaic along the longer side of face and margin, 1 to {@value Pixelation#MOST_BLOCKS}; 1 covers
 *          all with one colour, its mean
 */
public record FaceBlur(FaceSearch search, double marginPercent, int blocks) {

	/** Slices that a sentence names. */
	private static final int TOLD = 5;

	/**
	 * @param image not shown; without the rectangles of the faces
	 * @param faces how many were covered
	 * @param bySlice how many on each slice of the source, slices counted from 1, in their order
	 * @param stale rectangles of an earlier search that were left out, for their pixels have changed
	 * @param searched slices that were searched although a rectangle of another search stands on them
	 * @param limited whether slices were searched in the selection alone
	 */
	public record Blurred(ImagePlus image, int faces, SortedMap<Integer, Integer> bySlice, int stale, int searched,
		boolean limited)
	{

		/** What a person must know of the search; may be empty. */
		public List<String> notes() {
			final List<String> notes = new ArrayList<>();
			if (stale > 0) notes.add((stale == 1 ? "1 box of an earlier search was" : stale +
				" boxes of an earlier search were") +
				" left out: the pixels under it are others now, as after a flip. The slice was searched again.");
			if (searched > 0) notes.add((searched == 1 ? "1 slice was" : searched + " slices were") +
				" searched: the boxes there come from a search of a part, with another cascade or with other parameters.");
			if (limited) notes.add("Only the selection was searched: a face outside of it is not covered. Remove the " +
				"selection to search the whole image.");
			return notes;
		}
	}

	/**
	 * @param image of any type; not changed. An image with a colour table gives an RGB image, for the mean of two entries
	 *          is no colour between them
	 * @param all whether all slices are copied and blurred; otherwise the copy is of the current slice alone, with its
	 *          channels, so that it holds nothing that was not looked at
	 * @param workers threads, progress, cancel
	 */
	public Blurred blur(final ImagePlus image, final boolean all, final Workers workers) {
		return covered(image, all, find(image, all, workers));
	}

	/**
	 * What {@link #blur} finds.
	 *
	 * @param found beside the rectangles that are there
	 * @param faces rectangles by position, those that are there and those found
	 * @param stale as of {@link Blurred}
	 * @param searched as of {@link Blurred}
	 * @param limited as of {@link Blurred}
	 */
	public record Search(List<FaceSearch.Found> found, SortedMap<Integer, List<Interval>> faces, int stale, int searched,
		boolean limited) {}

	/** The first half of {@link #blur}. */
	public Search find(final ImagePlus image, final boolean all, final Workers workers) {
		final List<Integer> slices = slices(image, all);
		final SortedMap<Integer, List<Interval>> faces = byPosition(image, slices);
		final SearchedSlices pixels = new SearchedSlices(image);
		final Set<Integer> boxed = new HashSet<>();
		final int stale = collectDrawn(image, pixels, faces, boxed);
		final List<Integer> unsearched = slices.stream().filter(slice -> !isSearched(image, slice, pixels)).toList();
		final List<FaceSearch.Found> found = collectFound(image, unsearched, faces, workers);
		final int partly = (int) unsearched.stream().map(slice -> position(image, slice)).distinct().filter(boxed::contains)
			.count();
		return new Search(found, faces, stale, partly, !unsearched.isEmpty() && FaceSearch.isLimited(image));
	}

	/** The second half, with the rectangles that are there now, for somebody has looked at them. */
	public Blurred cover(final ImagePlus image, final boolean all, final Search done) {
		final SortedMap<Integer, List<Interval>> faces = byPosition(image, slices(image, all));
		collectDrawn(image, new SearchedSlices(image), faces, new HashSet<>());
		return covered(image, all, new Search(done.found, faces, done.stale, done.searched, done.limited));
	}

	/** How many rectangles stand on each slice that would be covered. */
	SortedMap<Integer, Integer> count(final ImagePlus image, final boolean all) {
		final SortedMap<Integer, List<Interval>> faces = byPosition(image, slices(image, all));
		collectDrawn(image, new SearchedSlices(image), faces, new HashSet<>());
		return counts(faces);
	}

	/** @return such as {@code 2 on slice 1, 1 on slice 7}; empty where there is none */
	public static String where(final SortedMap<Integer, Integer> bySlice) {
		final List<Map.Entry<Integer, Integer>> some = bySlice.entrySet().stream().filter(slice -> slice.getValue() > 0)
			.toList();
		return some.stream().limit(TOLD).map(slice -> slice.getValue() + " on slice " + slice.getKey()).collect(Collectors
			.joining(", ")) + (some.size() > TOLD ? ", and others on " + (some.size() - TOLD) + " more slices" : "");
	}

	static List<Integer> slices(final ImagePlus image, final boolean all) {
		return IntStream.rangeClosed(1, image.getStackSize()).filter(slice -> all || isAtCurrentPosition(image, slice))
			.boxed().toList();
	}

	private static SortedMap<Integer, List<Interval>> byPosition(final ImagePlus image, final List<Integer> slices) {
		final SortedMap<Integer, List<Interval>> faces = new TreeMap<>();
		for (final int slice : slices)
			faces.computeIfAbsent(position(image, slice), position -> new ArrayList<>());
		return faces;
	}

	private static SortedMap<Integer, Integer> counts(final SortedMap<Integer, List<Interval>> faces) {
		final SortedMap<Integer, Integer> bySlice = new TreeMap<>();
		faces.forEach((position, intervals) -> bySlice.put(position, intervals.size()));
		return bySlice;
	}

	private Blurred covered(final ImagePlus image, final boolean all, final Search done) {
		final SortedMap<Integer, List<Interval>> faces = done.faces;
		final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
		final boolean colours = image.getBitDepth() == 8 && image.getProcessor().isColorLut();
		for (final int slice : slices(image, all)) {
			final ImageProcessor copy = BlurredCopy.processor(image, slice, colours);
			for (final Interval face : faces.get(position(image, slice)))
				BlurredCopy.pixelate(copy, Pixelation.around(face, marginPercent), blocks);
			stack.addSlice(image.getStack().getSliceLabel(slice), copy);
		}
		final SortedMap<Integer, Integer> bySlice = counts(faces);
		return new Blurred(BlurredCopy.finish(image, stack, all, blocks == 1), bySlice.values().stream().mapToInt(
			Integer::intValue).sum(), bySlice, done.stale, done.searched, done.limited);
	}

	/**
	 * All rectangles of the overlay on the covered slices.
	 *
	 * @param boxed takes the positions on which a detection stands
	 * @return how many detections stand on changed pixels
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

	/** Detections in each channel of the slices, except for faces that have a rectangle already. */
	private List<FaceSearch.Found> collectFound(final ImagePlus image, final List<Integer> slices,
		final Map<Integer, List<Interval>> faces, final Workers workers)
	{
		final List<FaceSearch.Found> added = new ArrayList<>();
		for (final FaceSearch.Found found : search.in(image, slices, workers)) {
			final Detection d = found.detection();
			final List<Interval> there = faces.get(position(image, found.slice()));
			if (there.stream().anyMatch(face -> covers(face, d))) continue;
			there.add(FinalInterval.createMinSize(d.x(), d.y(), d.width(), d.height()));
			added.add(found);
		}
		return added;
	}

	/** Whether a rectangle holds all of a detection, or marks the same face. */
	private static boolean covers(final Interval face, final Detection d) {
		final Detection box = new Detection(face.min(0), face.min(1), (int) face.dimension(0), (int) face.dimension(1), 0, 0);
		return TurnedSearch.overlap(box, d) > TurnedSearch.SAME || face.min(0) <= d.x() && face.min(1) <= d.y() &&
			face.max(0) >= d.x() + d.width() - 1 && face.max(1) >= d.y() + d
			.height() - 1;
	}

	static boolean isFace(final Roi roi) {
		return DetectionRois.isDetection(roi) || roi.getType() == Roi.RECTANGLE && !(roi instanceof TextRoi) &&
			!(roi instanceof ImageRoi);
	}

	/** The index in the stack of a slice's first channel, equal for all its channels. */
	static int position(final ImagePlus image, final int slice) {
		final int[] czt = image.convertIndexToPosition(slice);
		return image.getStackIndex(1, czt[1], czt[2]);
	}

	private static boolean isAtCurrentPosition(final ImagePlus image, final int slice) {
		return position(image, slice) == position(image, image.getCurrentSlice());
	}

	/** ImageJ counts positions from 1; 0 stands for all. */
	static boolean isOn(final ImagePlus image, final Roi roi, final int position) {
		if (!roi.hasHyperStackPosition()) return roi.getPosition() == 0 || position(image, Math.min(roi.getPosition(), image
			.getStackSize())) == position;
		final int[] czt = image.convertIndexToPosition(position);
		return (roi.getZPosition() == 0 || roi.getZPosition() == czt[1]) && (roi.getTPosition() == 0 || roi
			.getTPosition() == czt[2]);
	}
}
