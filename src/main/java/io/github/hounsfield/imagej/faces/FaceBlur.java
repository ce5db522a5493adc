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
import io.github.hounsfield.imagej.pixels.Images;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

/**
 * A copy of a photograph in which faces are a mosaic. Faces are the rectangles in the overlay, those of a detection and
 * those drawn by hand; on a slice without a detection's, a search is made. All channels of a slice are blurred alike. A
 * face that is neither found nor drawn stays as it is: somebody has to look at the result.
 *
 * @param search finds faces where the overlay has none
 * @param marginPercent of a face's width and height, added on each side, 0 or more
 * @param blocks of the mosaic along the longer side of face and margin, 1 to {@value Pixelation#MOST_BLOCKS}
 */
public record FaceBlur(FaceSearch search, double marginPercent, int blocks) {

	/**
	 * @param image not shown; without the rectangles of the faces
	 * @param faces how many rectangles were made a mosaic
	 */
	public record Blurred(ImagePlus image, int faces) {}

	/**
	 * @param image of any type; not changed. Of one with a colour table comes an RGB image, for the mean of two entries of
	 *          a table is no colour between them
	 * @param all whether all slices are copied and blurred; otherwise the copy is of the current slice alone, with its
	 *          channels, so that it holds nothing that was not looked at
	 * @param progress hears the fraction that is done
	 * @param canceled ends the work with a {@link java.util.concurrent.CancellationException}
	 */
	public Blurred blur(final ImagePlus image, final boolean all, final DoubleConsumer progress,
		final BooleanSupplier canceled)
	{
		final List<Integer> slices = new ArrayList<>();
		for (int slice = 1; slice <= image.getStackSize(); slice++)
			if (all || isAtCurrentPosition(image, slice)) slices.add(slice);
		final Map<Integer, List<Interval>> faces = new HashMap<>();
		for (final int slice : slices)
			faces.computeIfAbsent(position(image, slice), position -> new ArrayList<>());
		collectDrawn(image, faces);
		collectFound(image, slices, faces, progress, canceled);
		final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
		final boolean colours = image.getBitDepth() == 8 && image.getProcessor().isColorLut();
		for (final int slice : slices) {
			final ImageProcessor copy = processor(image, slice, colours);
			for (final Interval face : faces.get(position(image, slice)))
				pixelate(copy, face);
			stack.addSlice(image.getStack().getSliceLabel(slice), copy);
		}
		return new Blurred(finish(image, stack, all), faces.values().stream().mapToInt(List::size).sum());
	}

	/** Rectangles of the overlay on the slices that are blurred, whoever drew them. */
	private void collectDrawn(final ImagePlus image, final Map<Integer, List<Interval>> faces) {
		if (image.getOverlay() == null) return;
		for (final Roi roi : image.getOverlay().toArray())
			if (isFace(roi)) faces.forEach((position, intervals) -> {
				if (isOn(image, roi, position)) intervals.add(region(roi.getBounds()));
			});
	}

	/** A search in each channel of the slices on which no detection is marked. */
	private void collectFound(final ImagePlus image, final List<Integer> slices,
		final Map<Integer, List<Interval>> faces, final DoubleConsumer progress, final BooleanSupplier canceled)
	{
		final List<Integer> unmarked = slices.stream().filter(slice -> !isMarked(image, slice)).toList();
		for (final FaceSearch.Found found : search.in(image, unmarked, progress, canceled)) {
			final Detection d = found.detection();
			faces.get(position(image, found.slice())).add(Pixelation.around(d, marginPercent));
		}
	}

	private static boolean isMarked(final ImagePlus image, final int slice) {
		if (image.getOverlay() == null) return false;
		for (final Roi roi : image.getOverlay().toArray())
			if (DetectionRois.isDetection(roi) && isOn(image, roi, position(image, slice))) return true;
		return false;
	}

	private Interval region(final Rectangle face) {
		return Pixelation.around(FinalInterval.createMinSize(face.x, face.y, face.width, face.height), marginPercent);
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
