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

import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Grey levels, resize and integral images bit by bit as OpenCV's. Also tests {@code IntegralImage},
 * {@code IntegralLayout} and {@code BilinearResize}.
 */
class OpenCvPrimitivesTest {

	@BeforeAll
	static void openCv() {
		OpenCvOracle.assumeAvailable();
	}

	@Test
	void convertsEveryColourAsBgr2Gray() {
		final byte[] bgr = new byte[3 << 16];
		for (int red = 0; red < 256; red++) {
			for (int k = 0; k < 1 << 16; k++) {
				bgr[3 * k] = (byte) k;
				bgr[3 * k + 1] = (byte) (k >> 8);
				bgr[3 * k + 2] = (byte) red;
			}
			final byte[] expected = OpenCvOracle.bgrToGrey(bgr);
			for (int k = 0; k < 1 << 16; k++)
				if ((expected[k] & 0xff) != Grey.of(red, k >> 8, k & 0xff)) assertEquals(expected[k] & 0xff, Grey.of(red, k >> 8,
					k & 0xff), red + " " + (k >> 8) + " " + (k & 0xff));
		}
	}

	@Test
	void resizesAsLinearExact() {
		final Random random = new Random(5);
		for (int k = 0; k < 300; k++) {
			final int width = 2 + random.nextInt(90);
			final int height = 2 + random.nextInt(90);
			final GreyImage image = GreyImage.of(width, height, (x, y) -> random.nextInt(256));
			final int targetWidth = k % 7 == 0 ? width : 1 + random.nextInt(k % 5 == 0 ? 2 * width : width);
			final int targetHeight = k % 11 == 0 ? height : 1 + random.nextInt(height);
			assertArrayEquals(OpenCvOracle.resizeLinearExact(image, targetWidth, targetHeight).pixels(), resize(image,
				targetWidth, targetHeight, k % 3 == 0, 1 + k % 2), width + " x " + height + " to " + targetWidth + " x " +
				targetHeight);
		}
	}

	private static byte[] resize(final GreyImage image, final int width, final int height, final boolean upwards,
		final int step)
	{
		final BilinearResize.Rows rows = new BilinearResize(image.width(), image.height(), width, height, step).rows(Grey
			.rows(image.pixels(), image.width(), image.height()));
		final int[] row = new int[width];
		final byte[] out = new byte[width * height];
		for (int k = 0; k < height; k++) {
			final int y = upwards ? height - 1 - k : k;
			rows.row(y, row);
			int next = 0;
			for (int first = 0; first < step; first++)
				for (int x = first; x < width; x += step) out[y * width + x] = (byte) row[next++];
		}
		return out;
	}

	@ParameterizedTest(name = "step {0}")
	@ValueSource(ints = { 1, 2 })
	void integratesAsIntegral(final int step) {
		final Random random = new Random(6);
		final IntegralImage integral = new IntegralImage();
		for (int k = 0; k < 60; k++) {
			final int width = 1 + random.nextInt(40);
			final int height = 1 + random.nextInt(40);
			final GreyImage image = GreyImage.of(width, height, (x, y) -> random.nextInt(256));
			final int[][] expected = OpenCvOracle.integrals(image);
			final IntegralLayout layout = IntegralLayout.of(width + k % 3, height + k % 4, step, true);
			integral.compute(layout, new BilinearResize(width, height, width, height, step), Grey.rows(image.pixels(), width,
				height), 0, height);
			for (int y = 0; y <= height; y++)
				for (int x = 0; x <= width; x++) {
					final int at = layout.at(x, y);
					final int e = y * (width + 1) + x;
					final String where = width + " x " + height + " at " + x + ", " + y;
					assertEquals(expected[0][e], integral.sums()[at], where);
					assertEquals(expected[1][e], integral.squares()[at], where);
					assertEquals(expected[2][e], integral.sums()[layout.at(x, y, true)], where);
				}
		}
	}

	@Test
	void equalizesAsEqualizeHist() {
		final Random random = new Random(7);
		for (int k = 0; k < 200; k++) {
			final int range = 1 + random.nextInt(256);
			final int base = random.nextInt(257 - range);
			final GreyImage image = GreyImage.of(1 + random.nextInt(60), 1 + random.nextInt(60), (x, y) -> base + random
				.nextInt(range));
			assertArrayEquals(OpenCvOracle.equalizeHist(image).pixels(), Grey.bytes(Grey.equalized(image.img())));
		}
	}
}
