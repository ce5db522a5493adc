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

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** An 8-bit image for tests, with ways to make others of it. */
record GreyImage(int width, int height, byte[] pixels) {

	@FunctionalInterface
	interface Level {

		double at(int x, int y);
	}

	static GreyImage of(final int width, final int height, final Level level) {
		final byte[] pixels = new byte[width * height];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				pixels[y * width + x] = (byte) Math.max(0, Math.min(255, Math.round(level.at(x, y))));
		return new GreyImage(width, height, pixels);
	}

	/** A grey image file, its samples untouched. */
	static GreyImage read(final File file) throws IOException {
		final BufferedImage image = ImageIO.read(file);
		return of(image.getWidth(), image.getHeight(), (x, y) -> image.getRaster().getSample(x, y, 0));
	}

	int get(final int x, final int y) {
		return pixels[y * width + x] & 0xff;
	}

	Img<UnsignedByteType> img() {
		return ArrayImgs.unsignedBytes(pixels, width, height);
	}

	GreyImage flipped() {
		return of(width, height, (x, y) -> get(width - 1 - x, y));
	}

	GreyImage rotated() {
		return of(height, width, (x, y) -> get(y, height - 1 - x));
	}

	GreyImage crop(final int left, final int top, final int w, final int h) {
		return of(w, h, (x, y) -> get(left + x, top + y));
	}

	GreyImage contrast(final double gain, final double offset) {
		return of(width, height, (x, y) -> get(x, y) * gain + offset);
	}

	/** Noise of several grain sizes, with faces drawn in it. */
	static GreyImage synthetic(final long seed, final int width, final int height, final int faces) {
		final Random random = new Random(seed);
		final double[][] coarse = new double[height / 8 + 2][width / 8 + 2];
		for (final double[] row : coarse)
			for (int k = 0; k < row.length; k++) row[k] = 60 + random.nextInt(140);
		final double[] level = new double[width * height];
		for (int k = 0; k < level.length; k++)
			level[k] = coarse[k / width / 8][k % width / 8] + random.nextGaussian() * 12;
		for (int k = 0; k < faces; k++) {
			final double size = 24 + random.nextDouble() * Math.min(width, height) * 0.5;
			drawFace(level, width, height, random.nextDouble() * (width - size), random.nextDouble() * (height - size), size);
		}
		return of(width, height, (x, y) -> level[y * width + x]);
	}

	/** A light ellipse with dark hair, brows, eyes, nostrils and mouth, drawn where a frontal face has them. */
	private static void drawFace(final double[] level, final int width, final int height, final double left,
		final double top, final double size)
	{
		for (int y = Math.max(0, (int) top); y < Math.min(height, top + size); y++)
			for (int x = Math.max(0, (int) left); x < Math.min(width, left + size); x++) {
				final double u = (x - left) / size - 0.5;
				final double v = (y - top) / size;
				if (sq(u / 0.46) + sq((v - 0.52) / 0.5) > 1) continue;
				double value = 190 - 60 * Math.abs(u) - 25 * Math.abs(v - 0.55);
				if (v < 0.14) value = 50;
				value -= 120 * blob(Math.abs(u) - 0.19, v - 0.36, 0.085, 0.035);
				value -= 70 * blob(Math.abs(u) - 0.19, v - 0.27, 0.11, 0.03);
				value += 25 * blob(u, v - 0.45, 0.04, 0.15);
				value -= 50 * blob(Math.abs(u) - 0.06, v - 0.61, 0.035, 0.025);
				value -= 90 * blob(u, v - 0.77, 0.14, 0.035);
				level[y * width + x] = value;
			}
	}

	private static double blob(final double u, final double v, final double a, final double b) {
		return Math.exp(-(sq(u / a) + sq(v / b)));
	}

	private static double sq(final double v) {
		return v * v;
	}
}
