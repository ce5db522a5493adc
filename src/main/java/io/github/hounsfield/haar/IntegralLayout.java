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
 * Where the numbers of an integral image stand in an array. Immutable.
 * <p>
 * For windows at every second pixel the even rows stand before the odd ones, and of each of these the even columns
 * before the odd ones. So an offset always advances by one from window to window, and by the pitch from a row of
 * windows to the next. Tilted sums follow the upright ones in the same order.
 *
 * @param step between windows, 1 or 2 pixels
 * @param pitch distance of two rows of windows
 * @param plane distance of even and odd columns
 * @param tilted whether the tilted sums are kept
 */
record IntegralLayout(int step, int pitch, int plane, boolean tilted) {

	/**
	 * @param width pixels of the widest image, at least 1
	 * @param height pixels of the highest stripe, at least 1
	 * @param step between windows, 1 or 2
	 * @param tilted whether the tilted sums are kept
	 */
	static IntegralLayout of(final int width, final int height, final int step, final boolean tilted) {
		final int pitch = width / step + 1;
		final long plane = (long) pitch * (height / step + 1);
		if (plane * step * step * (tilted ? 2 : 1) > Integer.MAX_VALUE - 8) throw new IllegalArgumentException(
			"a stripe of " + width + " x " + height + " pixels; expected fewer than 2^31 in its integral images");
		return new IntegralLayout(step, pitch, (int) plane, tilted);
	}

	/** The offset of a column and row. */
	int at(final int x, final int y) {
		final int odd = step - 1;
		return ((y & odd) * step + (x & odd)) * plane + (y >> odd) * pitch + (x >> odd);
	}

	/** The offset of a corner of a rectangle. */
	int at(final int x, final int y, final boolean inTilted) {
		return (inTilted ? tiltedOffset() : 0) + at(x, y);
	}

	/** Distance of the tilted sums from the sums. */
	int tiltedOffset() {
		return step * step * plane;
	}

	/** Upright and tilted sums. */
	int size() {
		return tiltedOffset() * (tilted ? 2 : 1);
	}
}
