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
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

/** Grey levels of 8 bits as OpenCV makes them, bit by bit. Stateless. */
public final class Grey {

	/** Weights of OpenCV's BGR2GRAY: 0.299, 0.587 and 0.114 in 15 fractional bits. */
	private static final int RED = 9798;
	private static final int GREEN = 19235;
	private static final int BLUE = 3735;
	private static final int SHIFT = 15;

	private static final int LEVELS = 256;

	private Grey() {}

	/**
	 * The grey level of a colour (OpenCV's BGR2GRAY).
	 *
	 * @param red 0 to 255
	 * @param green 0 to 255
	 * @param blue 0 to 255
	 * @return 0 to 255
	 */
	public static int of(final int red, final int green, final int blue) {
		return RED * red + GREEN * green + BLUE * blue + (1 << SHIFT - 1) >> SHIFT;
	}

	/**
	 * Copies a colour image to grey levels; alpha has no effect.
	 *
	 * @param image of any dimensions and min; only read
	 * @return a new image with its min at 0
	 */
	public static Img<UnsignedByteType> copyOf(final RandomAccessibleInterval<ARGBType> image) {
		final Img<UnsignedByteType> grey = ArrayImgs.unsignedBytes(image.dimensionsAsLongArray());
		final Cursor<ARGBType> from = Views.flatIterable(image).cursor();
		for (final UnsignedByteType level : Views.flatIterable(grey)) {
			final int argb = from.next().get();
			level.set(of(ARGBType.red(argb), ARGBType.green(argb), ARGBType.blue(argb)));
		}
		return grey;
	}

	/**
	 * Stretches the contrast so that the grey levels are spread evenly (OpenCV's equalizeHist).
	 *
	 * @param image of any dimensions and min; only read
	 * @return a new image with its min at 0
	 */
	public static Img<UnsignedByteType> equalized(final RandomAccessibleInterval<UnsignedByteType> image) {
		final int[] histogram = new int[LEVELS];
		for (final UnsignedByteType level : Views.flatIterable(image)) histogram[level.get()]++;
		final int[] table = equalization(histogram, Views.flatIterable(image).size());
		final Img<UnsignedByteType> equalized = ArrayImgs.unsignedBytes(image.dimensionsAsLongArray());
		final Cursor<UnsignedByteType> from = Views.flatIterable(image).cursor();
		for (final UnsignedByteType level : Views.flatIterable(equalized)) level.set(table[from.next().get()]);
		return equalized;
	}

	private static int[] equalization(final int[] histogram, final long pixels) {
		final int[] table = new int[LEVELS];
		int darkest = 0;
		while (darkest < LEVELS - 1 && histogram[darkest] == 0) darkest++;
		if (histogram[darkest] == pixels) {
			table[darkest] = darkest;
			return table;
		}
		final float scale = (LEVELS - 1f) / (pixels - histogram[darkest]);
		int sum = 0;
		for (int k = darkest + 1; k < LEVELS; k++) {
			sum += histogram[k];
			table[k] = Math.min(PyramidLevel.round(sum * scale), LEVELS - 1);
		}
		return table;
	}

	/**
	 * The grey levels row by row: the array of an ArrayImg itself, not to be changed, or a copy.
	 *
	 * @throws IllegalArgumentException where there are 2^31 pixels or more
	 */
	static byte[] bytes(final RandomAccessibleInterval<UnsignedByteType> image) {
		final long size = Math.multiplyExact(image.dimension(0), image.dimension(1));
		if (size > Integer.MAX_VALUE - 8) throw new IllegalArgumentException("an image of " + image.dimension(0) + " x " +
			image.dimension(1) + " pixels; expected fewer than 2^31 in all");
		if (image instanceof ArrayImg<?, ?> array && array.update(null) instanceof ByteArray bytes && bytes
			.getCurrentStorageArray().length == size) return bytes.getCurrentStorageArray();
		final byte[] copy = new byte[(int) size];
		final Cursor<UnsignedByteType> cursor = Views.flatIterable(image).cursor();
		for (int k = 0; k < copy.length; k++) copy[k] = cursor.next().getByte();
		return copy;
	}

	/** The grey levels as integers from 0 to 255, an array for each row. */
	static int[][] rows(final byte[] levels, final int width, final int height) {
		final int[][] rows = new int[height][width];
		for (int y = 0; y < height; y++) {
			final int[] row = rows[y];
			for (int x = 0; x < width; x++) row[x] = levels[y * width + x] & 0xff;
		}
		return rows;
	}
}
