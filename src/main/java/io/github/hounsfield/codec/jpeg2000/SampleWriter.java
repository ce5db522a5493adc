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

/** Undoes the component transform and the level shift (T.800 annex G) and puts the samples of tiles into a frame. */
final class SampleWriter {

	/** Adding and taking away 1.5 x 2^23 rounds a float to the nearest integer, ties to the even one. */
	private static final float ROUNDER = 12582912f;
	private static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);

	private final ImageSize size;
	private final short[] out;
	private final int outOffset;
	private final int min;
	private final int max;
	private final int shift;

	/** @param out takes the samples, pixel by pixel, from outOffset on */
	SampleWriter(final ImageSize size, final short[] out, final int outOffset) {
		this.size = size;
		this.out = out;
		this.outOffset = outOffset;
		final ImageSize.Component first = size.components()[0];
		final int range = 1 << first.precision();
		min = first.signed() ? -range / 2 : 0;
		max = min + range - 1;
		shift = first.signed() ? 0 : range / 2;
	}

	/**
	 * @param planes one for each component; changed
	 * @param transform whether RCT or ICT joins the first three
	 */
	void write(final Rect tile, final Plane[] planes, final boolean transform) throws CodecException {
		if (transform) {
			if (planes.length < 3) throw new CodecException("a component transform with " + planes.length + " components");
			final Plane first = planes[0];
			for (int c = 1; c < 3; c++)
				if (!planes[c].area().equals(first.area()) || planes[c].isReversible() != first.isReversible())
					throw new CodecException("a component transform of components that are not coded alike");
			if (first.isReversible()) for (int y = 0; y < first.area().height(); y++)
				inverseRct(first.integers()[y], planes[1].integers()[y], planes[2].integers()[y]);
			else for (int y = 0; y < first.area().height(); y++)
				inverseIct(first.floats()[y], planes[1].floats()[y], planes[2].floats()[y]);
		}
		for (int c = 0; c < planes.length; c++)
			writeComponent(tile, planes[c], c);
	}

	/** T.800 G.2.2. */
	private static void inverseRct(final int[] y0, final int[] y1, final int[] y2) {
		for (int x = 0; x < y0.length; x++) {
			final int green = y0[x] - (y1[x] + y2[x] >> 2);
			final int red = y2[x] + green;
			final int blue = y1[x] + green;
			y0[x] = red;
			y1[x] = green;
			y2[x] = blue;
		}
	}

	/** T.800 G.3.2. */
	private static void inverseIct(final float[] y0, final float[] y1, final float[] y2) {
		for (int x = 0; x < y0.length; x++) {
			final float luminance = y0[x];
			final float cb = y1[x];
			final float cr = y2[x];
			y0[x] = luminance + 1.402f * cr;
			y1[x] = luminance - 0.34413f * cb - 0.71414f * cr;
			y2[x] = luminance + 1.772f * cb;
		}
	}

	private void writeComponent(final Rect tile, final Plane plane, final int component) throws CodecException {
		final ImageSize.Component info = size.components()[component];
		final Rect area = plane.area();
		if (area.isEmpty() && !tile.isEmpty())
			throw new CodecException("a tile without a sample of component " + component + " is not supported");
		final int step = size.components().length;
		final short[] levels = new short[area.width()];
		for (int y = tile.y0(); y < tile.y1(); y++) {
			final int row = Math.max(0, y / info.dy() - area.y0());
			int at = outOffset + ((y - size.y0()) * size.width() + tile.x0() - size.x0()) * step + component;
			if (info.dx() == 1 && step == 1) {
				level(plane, row, out, at);
				continue;
			}
			level(plane, row, levels, 0);
			if (info.dx() == 1) for (final short level : levels) {
				out[at] = level;
				at += step;
			}
			else for (int x = tile.x0(); x < tile.x1(); x++, at += step)
				out[at] = levels[Math.max(0, x / info.dx() - area.x0())];
		}
	}

	/** Rounds, shifts and limits a row. */
	private void level(final Plane plane, final int row, final short[] to, final int at) {
		if (plane.isReversible()) {
			final int[] values = plane.integers()[row];
			for (int x = 0; x < values.length; x++)
				to[at + x] = (short) Math.max(min, Math.min(max, values[x] + shift));
			return;
		}
		final float[] values = plane.floats()[row];
		final int bias = shift - ROUNDER_BITS;
		// The bits of positive floats are in the order of their values; a sum below 0 has a negative number's bits.
		for (int x = 0; x < values.length; x++)
			to[at + x] = (short) (Math.max(min - bias, Math.min(max - bias, Float.floatToRawIntBits(values[x] + ROUNDER))) +
				bias);
	}
}
