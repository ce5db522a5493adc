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
 * Makes a face in a picture unrecognisable by a mosaic: each block of pixels becomes its mean. With {@value
 * #MOST_BLOCKS} blocks across a face, people still recognise someone they know (Harmon and Julesz, Science 180, 1973).
 * With {@value #DEFAULT_BLOCKS} they hardly do. A program with a list of candidates can do better (McPherson, Shokri
 * and Shmatikov, 2016). So fewer blocks are safer: 1 leaves only the mean. Stateless.
 */
public final class Pixelation {

	/** Blocks across a face below which it is hardly recognised. */
	public static final int DEFAULT_BLOCKS = 8;

	/** More would hide nothing. */
	public static final int MOST_BLOCKS = 16;

	private Pixelation() {}

	/**
	 * A rectangle with a margin on each side.
	 *
	 * @param face columns and rows of an image
	 * @param marginPercent of its width to the left and to the right, of its height above and below; 0 or more
	 */
	public static Interval around(final Interval face, final double marginPercent) {
		if (!(marginPercent >= 0) || Double.isInfinite(marginPercent)) throw new IllegalArgumentException("marginPercent " +
			marginPercent + "; expected 0 or more");
		final long[] margin = new long[2];
		for (int d = 0; d < 2; d++)
			margin[d] = (long) Math.ceil(face.dimension(d) * marginPercent / 100);
		return Intervals.expand(face, margin);
	}

	/** The rectangle of a detection with a margin on each side; see {@link #around(Interval, double)}. */
	public static Interval around(final Detection face, final double marginPercent) {
		return around(FinalInterval.createMinSize(face.x(), face.y(), face.width(), face.height()), marginPercent);
	}

	/**
	 * Turns a region of a grey image into a mosaic, in place. A block's mean is rounded where the type holds whole
	 * numbers; NaN is left out of it, and a block of NaN alone stays.
	 *
	 * @param image two dimensions, any min
	 * @param region in the coordinates of the image; what of it lies outside is ignored
	 * @param blocks squares along the longer side of the region, 1 to {@value #MOST_BLOCKS}
	 * @return whether any of the region lies in the image
	 */
	public static <T extends RealType<T>> boolean pixelate(final RandomAccessibleInterval<T> image, final Interval region,
		final int blocks)
	{
		return forEachBlock(image, region, blocks, Pixelation::flatten);
	}

	/**
	 * Turns a region of a colour image into a mosaic, in place; alpha is not changed.
	 *
	 * @param image two dimensions, any min
	 * @param region in the coordinates of the image; what of it lies outside is ignored
	 * @param blocks squares along the longer side of the region, 1 to {@value #MOST_BLOCKS}
	 * @return whether any of the region lies in the image
	 */
	public static boolean pixelateColour(final RandomAccessibleInterval<ARGBType> image, final Interval region,
		final int blocks)
	{
		return forEachBlock(image, region, blocks, Pixelation::flattenColour);
	}

	private interface Flatten<T> {

		void flatten(RandomAccessibleInterval<T> block);
	}

	private static <T> boolean forEachBlock(final RandomAccessibleInterval<T> image, final Interval region,
		final int blocks, final Flatten<T> flatten)
	{
		if (image.numDimensions() != 2 || region.numDimensions() != 2) throw new IllegalArgumentException("an image of " +
			image.numDimensions() + " dimensions and a region of " + region.numDimensions() + "; expected 2");
		if (blocks < 1 || blocks > MOST_BLOCKS) throw new IllegalArgumentException("blocks " + blocks +
			"; expected 1 to " + MOST_BLOCKS);
		final Interval inside = Intervals.intersect(image, region);
		if (Intervals.isEmpty(inside)) return false;
		final long longer = Math.max(region.dimension(0), region.dimension(1));
		final long side = (longer + blocks - 1) / blocks;
		for (long y = inside.min(1); y <= inside.max(1); y += side)
			for (long x = inside.min(0); x <= inside.max(0); x += side)
				flatten.flatten(Views.interval(image, FinalInterval.createMinMax(x, y, Math.min(inside.max(0), x + side - 1),
					Math.min(inside.max(1), y + side - 1))));
		return true;
	}

	private static <T extends RealType<T>> void flatten(final RandomAccessibleInterval<T> block) {
		double sum = 0;
		long count = 0;
		for (final T value : Views.flatIterable(block)) {
			final double real = value.getRealDouble();
			if (Double.isNaN(real)) continue;
			sum += real;
			count++;
		}
		if (count == 0) return;
		final double mean = sum / count;
		for (final T value : Views.flatIterable(block))
			value.setReal(mean);
	}

	private static void flattenColour(final RandomAccessibleInterval<ARGBType> block) {
		long red = 0;
		long green = 0;
		long blue = 0;
		for (final ARGBType value : Views.flatIterable(block)) {
			red += ARGBType.red(value.get());
			green += ARGBType.green(value.get());
			blue += ARGBType.blue(value.get());
		}
		final double count = Intervals.numElements(block);
		final int r = (int) Math.round(red / count);
		final int g = (int) Math.round(green / count);
		final int b = (int) Math.round(blue / count);
		final Cursor<ARGBType> cursor = Views.flatIterable(block).cursor();
		while (cursor.hasNext()) {
			final ARGBType value = cursor.next();
			value.set(ARGBType.rgba(r, g, b, ARGBType.alpha(value.get())));
		}
	}
}
