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
package io.github.hounsfield.haar;

import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * Makes a found face unrecognisable: its rectangle is cut into blocks, and each block takes the mean of its pixels.
 * Works in place; nothing outside of the rectangle changes. Stateless; the image is not to be used by another thread
 * meanwhile.
 */
public final class Pixelation {

	private Pixelation() {}

	/**
	 * Pixelates a grey image of any number type. Types of whole numbers take the mean rounded to the nearest.
	 *
	 * @param image two dimensions, of any min; changed inside the rectangle
	 * @param detection in the coordinates of the image; what lies outside of it is left out
	 * @param blocks across the width of the rectangle, at least 1; the blocks are square, those at the right and the lower
	 *          edge may be smaller
	 * @throws IllegalArgumentException where the image has not two dimensions or blocks is below 1
	 */
	public static <T extends RealType<T>> void pixelate(final RandomAccessibleInterval<T> image,
		final Detection detection, final int blocks)
	{
		forEachBlock(image, detection, blocks, block -> {
			double sum = 0;
			for (final T pixel : Views.interval(image, block)) sum += pixel.getRealDouble();
			final double mean = sum / Intervals.numElements(block);
			for (final T pixel : Views.interval(image, block)) pixel.setReal(mean);
		});
	}

	/** Likewise a colour image, each channel by itself; alpha stays. See {@link #pixelate}. */
	public static void pixelateColour(final RandomAccessibleInterval<ARGBType> image, final Detection detection,
		final int blocks)
	{
		forEachBlock(image, detection, blocks, block -> {
			long red = 0;
			long green = 0;
			long blue = 0;
			for (final ARGBType pixel : Views.interval(image, block)) {
				red += ARGBType.red(pixel.get());
				green += ARGBType.green(pixel.get());
				blue += ARGBType.blue(pixel.get());
			}
			final double count = Intervals.numElements(block);
			final int r = (int) Math.round(red / count);
			final int g = (int) Math.round(green / count);
			final int b = (int) Math.round(blue / count);
			final Cursor<ARGBType> cursor = Views.interval(image, block).cursor();
			while (cursor.hasNext()) {
				final ARGBType pixel = cursor.next();
				pixel.set(ARGBType.rgba(r, g, b, ARGBType.alpha(pixel.get())));
			}
		});
	}

	@FunctionalInterface
	private interface BlockAction {

		void accept(Interval block);
	}

	private static void forEachBlock(final Interval image, final Detection detection, final int blocks,
		final BlockAction action)
	{
		if (image.numDimensions() != 2) throw new IllegalArgumentException("an image of " + image.numDimensions() +
			" dimensions; expected 2");
		if (blocks < 1) throw new IllegalArgumentException(blocks + " blocks; expected at least 1");
		final Interval face = Intervals.intersect(image, FinalInterval.createMinSize(detection.x(), detection.y(), detection
			.width(), detection.height()));
		final long size = Math.max(1, (detection.width() + blocks - 1L) / blocks);
		for (long y = face.min(1); y <= face.max(1); y += size)
			for (long x = face.min(0); x <= face.max(0); x += size)
				action.accept(Intervals.intersect(face, FinalInterval.createMinSize(x, y, size, size)));
	}
}
