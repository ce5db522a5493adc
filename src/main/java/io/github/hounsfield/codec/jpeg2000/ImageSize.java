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
package io.github.hounsfield.codec.jpeg2000;

import io.github.hounsfield.codec.CodecException;

/**
 * The SIZ marker segment (T.800 A.5.1): the image and its tiles on the reference grid.
 *
 * @param x0 left edge of the image, inclusive
 * @param y0 upper edge, inclusive
 * @param x1 right edge, exclusive
 * @param y1 lower edge, exclusive
 * @param tileX0 left edge of the first tile
 * @param tileY0 upper edge of the first tile
 * @param tileWidth grid points of a tile, in a row
 * @param tileHeight grid points of a tile, in a column
 * @param components what each component says of itself
 */
record ImageSize(int x0, int y0, int x1, int y1, int tileX0, int tileY0, long tileWidth, long tileHeight,
	Component[] components)
{

	/**
	 * @param precision bits of a sample
	 * @param signed two's complement or not
	 * @param dx grid points from one sample to the next in a row (XRsiz)
	 * @param dy the same in a column (YRsiz)
	 */
	record Component(int precision, boolean signed, int dx, int dy) {}

	static final int MAX_PRECISION = 16;

	static ImageSize parse(final ByteReader in) throws CodecException {
		in.u16();
		final long x1 = in.u32();
		final long y1 = in.u32();
		final long x0 = in.u32();
		final long y0 = in.u32();
		final long tileWidth = in.u32();
		final long tileHeight = in.u32();
		final long tileX0 = in.u32();
		final long tileY0 = in.u32();
		if (x0 >= x1 || y0 >= y1) throw in.error("SIZ: no image between " + x0 + "," + y0 + " and " + x1 + "," + y1);
		if (x1 > Integer.MAX_VALUE || y1 > Integer.MAX_VALUE)
			throw in.error("SIZ: an image that reaches to " + x1 + "," + y1 + " is not supported");
		if (tileX0 > x0 || tileY0 > y0 || tileX0 + tileWidth <= x0 || tileY0 + tileHeight <= y0)
			throw in.error("SIZ: the first tile does not meet the image");
		final int count = in.u16();
		if (count == 0 || in.remaining() != 3 * count)
			throw in.error("SIZ: " + count + " components in " + in.remaining() + " bytes");
		final Component[] components = new Component[count];
		for (int i = 0; i < count; i++) {
			final int depth = in.u8();
			final int dx = in.u8();
			final int dy = in.u8();
			if (dx == 0 || dy == 0) throw in.error("SIZ: component " + i + " has the sample distance 0");
			components[i] = new Component((depth & 0x7F) + 1, (depth & 0x80) != 0, dx, dy);
		}
		return new ImageSize((int) x0, (int) y0, (int) x1, (int) y1, (int) tileX0, (int) tileY0, tileWidth, tileHeight,
			components);
	}

	/** Refuses what FrameFormat cannot express, by name. */
	void requireSupported() throws CodecException {
		final Component first = components[0];
		if (first.precision > MAX_PRECISION) throw new CodecException(
			"samples of " + first.precision + " bits are not supported (at most " + MAX_PRECISION + ")");
		if (first.dx != 1 || first.dy != 1)
			throw new CodecException("a subsampled first component is not supported (" + first.dx + " x " + first.dy + ")");
		for (final Component c : components)
			if (c.precision != first.precision || c.signed != first.signed)
				throw new CodecException("components of different precision or sign are not supported");
	}

	int width() {
		return x1 - x0;
	}

	int height() {
		return y1 - y0;
	}

	long tilesAcross() {
		return (x1 - (long) tileX0 + tileWidth - 1) / tileWidth;
	}

	long tilesDown() {
		return (y1 - (long) tileY0 + tileHeight - 1) / tileHeight;
	}

	/** Rectangle of a tile on the reference grid (T.800 B.3). */
	Rect tile(final int index) {
		final int across = (int) tilesAcross();
		final long left = tileX0 + (index % across) * tileWidth;
		final long top = tileY0 + (index / across) * tileHeight;
		return new Rect((int) Math.max(left, x0), (int) Math.max(top, y0), (int) Math.min(left + tileWidth, x1),
			(int) Math.min(top + tileHeight, y1));
	}
}
