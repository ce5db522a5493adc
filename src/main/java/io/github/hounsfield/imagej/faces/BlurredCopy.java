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
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import io.github.hounsfield.haar.Pixelation;
import io.github.hounsfield.imagej.pixels.Images;
import io.github.hounsfield.plane.Plane;
import net.imglib2.Interval;
import net.imglib2.img.array.ArrayImgs;

/** The pixels of a copy in which faces are covered. */
final class BlurredCopy {

	private BlurredCopy() {}

	/** A copy of a slice; colours of a table become RGB. */
	static ImageProcessor processor(final ImagePlus image, final int slice, final boolean colours) {
		final ImageProcessor shown = image.getStackSize() == 1 ? image.getProcessor() : image.getStack().getProcessor(slice);
		if (!colours) return shown.duplicate();
		final ImageProcessor indexed = shown.duplicate();
		indexed.setColorModel(image.getProcessor().getColorModel());
		return indexed.convertToRGB();
	}

	/** Covers a rectangle in so many blocks along its longer side. */
	static void pixelate(final ImageProcessor processor, final Interval face, final int blocks) {
		final int width = processor.getWidth();
		final int height = processor.getHeight();
		final Plane pixels = Plane.ofPixels(processor.getPixels());
		switch (pixels.type()) {
			case RGB -> Pixelation.pixelateColour(ArrayImgs.argbs(pixels.ints(), width, height), face, blocks);
			case FLOAT32 -> Pixelation.pixelate(ArrayImgs.floats(pixels.floats(), width, height), face, blocks);
			case UINT16 -> Pixelation.pixelate(ArrayImgs.unsignedShorts(pixels.shorts(), width, height), face, blocks);
			default -> Pixelation.pixelate(ArrayImgs.unsignedBytes(pixels.bytes(), width, height), face, blocks);
		}
	}

	/**
	 * The new image, shown as its source, without the boxes.
	 *
	 * @param solid whether faces are under one colour each, and not blurred
	 */
	static ImagePlus finish(final ImagePlus image, final ImageStack stack, final boolean all, final boolean solid) {
		final String title = (solid ? "Covered " : "Blurred ") + image.getTitle();
		final ImagePlus blurred = shownAs(image, Images.like(image, title, stack, all ? image.getNSlices() : 1, all ? image
			.getNFrames() : 1));
		if (all && image.getOverlay() != null) {
			final Overlay overlay = new Overlay();
			for (final Roi roi : image.getOverlay().toArray())
				if (!FaceBlur.isFace(roi)) overlay.add((Roi) roi.clone());
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
