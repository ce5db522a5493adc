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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mosaics of small pictures, worked out by hand. */
class PixelationTest {

	private static Interval rectangle(final long x, final long y, final long width, final long height) {
		return FinalInterval.createMinSize(x, y, width, height);
	}

	@Test
	void everyBlockBecomesItsMeanAndTheRestStays() {
		final byte[] pixels = { //
			9, 9, 9, 9, 9, 9, //
			9, 0, 2, 10, 20, 9, //
			9, 4, 5, 30, 41, 9, //
			9, 100, 100, 7, 8, 9 };
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(pixels, 6, 4);
		assertTrue(Pixelation.pixelate(image, rectangle(1, 1, 4, 3), 2));
		// blocks of 2 x 2: (0 + 2 + 4 + 5) / 4 = 2.75, (10 + 20 + 30 + 41) / 4 = 25.25; the last row is cut off at 2 x 1
		assertArrayEquals(new byte[] { //
			9, 9, 9, 9, 9, 9, //
			9, 3, 3, 25, 25, 9, //
			9, 3, 3, 25, 25, 9, //
			9, 100, 100, 8, 8, 9 }, pixels);
	}

	@Test
	void keepsAllOfUnsigned16Bit() {
		final short[] pixels = { (short) 65535, (short) 65533, (short) 65534, (short) 65534 };
		Pixelation.pixelate(ArrayImgs.unsignedShorts(pixels, 2, 2), rectangle(0, 0, 2, 2), 1);
		assertArrayEquals(new short[] { (short) 65534, (short) 65534, (short) 65534, (short) 65534 }, pixels);
	}

	@Test
	void leavesNanOutOfTheMean() {
		final float[] pixels = { 1, Float.NaN, 2.5f, 1, Float.NaN, Float.NaN };
		Pixelation.pixelate(ArrayImgs.floats(pixels, 2, 3), rectangle(0, 0, 2, 2), 1);
		assertArrayEquals(new float[] { 1.5f, 1.5f, 1.5f, 1.5f, Float.NaN, Float.NaN }, pixels);
	}

	@Test
	void averagesTheColoursAndKeepsAlpha() {
		final int[] pixels = { 0xFF_FF_00_10, 0x80_00_00_20, 0xFF_00_03_30, 0xFF_00_00_40 };
		final Img<ARGBType> image = ArrayImgs.argbs(pixels, 2, 2);
		assertTrue(Pixelation.pixelateColour(image, rectangle(0, 0, 2, 2), 1));
		// red 255 / 4 = 63.75, green 3 / 4 = 0.75, blue (16 + 32 + 48 + 64) / 4 = 40
		assertArrayEquals(new int[] { 0xFF_40_01_28, 0x80_40_01_28, 0xFF_40_01_28, 0xFF_40_01_28 }, pixels);
	}

	@Test
	void blurInAnImageMovedElsewhereIsTheSame() {
		final short[] pixels = { 0, 8, 8, 0, 50, 50 };
		final Img<UnsignedShortType> image = ArrayImgs.unsignedShorts(pixels, 2, 3);
		assertTrue(Pixelation.pixelate(Views.translate(image, -5, 7), rectangle(-5, 7, 2, 2), 1));
		assertArrayEquals(new short[] { 4, 4, 4, 4, 50, 50 }, pixels);
	}

	@Test
	void ignoresWhatLiesOutside() {
		final byte[] pixels = { 0, 8, 8, 0 };
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(pixels, 2, 2);
		assertFalse(Pixelation.pixelate(image, rectangle(2, 0, 4, 4), 8));
		assertTrue(Pixelation.pixelate(image, rectangle(-1, -1, 2, 2), 1));
		assertArrayEquals(new byte[] { 0, 8, 8, 0 }, pixels, "only the first pixel is in the region");
	}

	@ParameterizedTest
	@CsvSource({ "0, 10, 20, 30, 50", "20, 4, 10, 42, 70", "1, 9, 19, 32, 52" })
	void theMarginIsOnEverySide(final double percent, final long x, final long y, final long width, final long height) {
		final Interval region = Pixelation.around(new Detection(10, 20, 30, 50, 3, 0), percent);
		assertTrue(Intervals.equals(rectangle(x, y, width, height), region), region.toString());
	}

	@Test
	void noMoreThanTheBlocksAskedForStandAlongTheLongerSide() {
		for (int size = 1; size < 70; size++)
			for (int blocks = 1; blocks <= Pixelation.MOST_BLOCKS; blocks++) {
				final float[] ramp = new float[size];
				for (int i = 0; i < size; i++)
					ramp[i] = i;
				final Img<FloatType> image = ArrayImgs.floats(ramp, size, 1);
				Pixelation.pixelate(image, rectangle(0, 0, size, 1), blocks);
				int different = 1;
				for (int i = 1; i < size; i++)
					if (ramp[i] != ramp[i - 1]) different++;
				assertTrue(different <= blocks, size + " pixels, " + blocks + " blocks: " + different);
			}
	}

	@Test
	void refusesWhatWouldHideNothing() {
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(4, 4);
		for (final int blocks : new int[] { 0, -1, 17 })
			assertTrue(assertThrows(IllegalArgumentException.class, () -> Pixelation.pixelate(image, image, blocks)).getMessage()
				.contains("blocks " + blocks));
		assertEquals("marginPercent -1.0; expected 0 or more", assertThrows(IllegalArgumentException.class, () -> Pixelation
			.around(image, -1)).getMessage());
	}
}
