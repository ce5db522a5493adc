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

/**
 * A grey image whose content is turned about its middle, on a canvas that holds all of it. It also maps found
 * rectangles back. Quarter turns move pixels unchanged. Other angles are interpolated linearly, and the outside has the
 * image's mean. Not thread safe while it is made; immutable afterwards.
 */
final class TurnedImage {

	private final byte[] grey;
	private final int sourceWidth;
	private final int sourceHeight;
	private final int width;
	private final int height;
	private final double cos;
	private final double sin;
	private final boolean swaps;

	/**
	 * @param source rows one after the other; only read
	 * @param degrees by which the content is turned clockwise, as it is seen
	 */
	TurnedImage(final byte[] source, final int sourceWidth, final int sourceHeight, final int degrees) {
		this.sourceWidth = sourceWidth;
		this.sourceHeight = sourceHeight;
		final int turn = Math.floorMod(degrees, 360);
		cos = turn == 90 || turn == 270 ? 0 : Math.cos(Math.toRadians(turn));
		sin = turn == 180 ? 0 : Math.sin(Math.toRadians(turn));
		swaps = Math.abs(sin) > Math.abs(cos);
		width = (int) Math.ceil(Math.abs(sourceWidth * cos) + Math.abs(sourceHeight * sin) - 1e-9);
		height = (int) Math.ceil(Math.abs(sourceWidth * sin) + Math.abs(sourceHeight * cos) - 1e-9);
		grey = new byte[Math.multiplyExact(width, height)];
		fill(source);
	}

	byte[] grey() {
		return grey;
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	private void fill(final byte[] source) {
		final int outside = mean(source);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final double sx = sourceX(x, y);
				final double sy = sourceY(x, y);
				grey[y * width + x] = (byte) (sx < -0.5 || sy < -0.5 || sx > sourceWidth - 0.5 || sy > sourceHeight - 0.5 ? outside
					: at(source, sx, sy));
			}
	}

	private static int mean(final byte[] source) {
		long sum = 0;
		for (final byte value : source)
			sum += value & 0xFF;
		return source.length == 0 ? 0 : (int) Math.round((double) sum / source.length);
	}

	private int at(final byte[] source, final double x, final double y) {
		final double inX = Math.max(0, Math.min(sourceWidth - 1, x));
		final double inY = Math.max(0, Math.min(sourceHeight - 1, y));
		final int x0 = Math.min((int) inX, Math.max(0, sourceWidth - 2));
		final int y0 = Math.min((int) inY, Math.max(0, sourceHeight - 2));
		final int x1 = Math.min(x0 + 1, sourceWidth - 1);
		final int y1 = Math.min(y0 + 1, sourceHeight - 1);
		final double fx = inX - x0;
		final double fy = inY - y0;
		final double above = (1 - fx) * (source[y0 * sourceWidth + x0] & 0xFF) + fx * (source[y0 * sourceWidth + x1] & 0xFF);
		final double below = (1 - fx) * (source[y1 * sourceWidth + x0] & 0xFF) + fx * (source[y1 * sourceWidth + x1] & 0xFF);
		return (int) Math.round((1 - fy) * above + fy * below);
	}

	private double sourceX(final double x, final double y) {
		return cos * (x - (width - 1) / 2.0) + sin * (y - (height - 1) / 2.0) + (sourceWidth - 1) / 2.0;
	}

	private double sourceY(final double x, final double y) {
		return cos * (y - (height - 1) / 2.0) - sin * (x - (width - 1) / 2.0) + (sourceHeight - 1) / 2.0;
	}

	/**
	 * A rectangle of the turned image in the coordinates of the source: as large, about the same middle, upright. After a
	 * quarter turn its width is its height.
	 */
	Detection back(final Detection found) {
		final int w = swaps ? found.height() : found.width();
		final int h = swaps ? found.width() : found.height();
		final double middleX = found.x() + (found.width() - 1) / 2.0;
		final double middleY = found.y() + (found.height() - 1) / 2.0;
		final long x = clamp(Math.round(sourceX(middleX, middleY) - (w - 1) / 2.0), w, sourceWidth);
		final long y = clamp(Math.round(sourceY(middleX, middleY) - (h - 1) / 2.0), h, sourceHeight);
		return new Detection(x, y, Math.min(w, sourceWidth), Math.min(h, sourceHeight), found.neighbors(), found
			.levelWeight());
	}

	private static long clamp(final long position, final int size, final int limit) {
		return Math.max(0, Math.min(position, limit - size));
	}
}
