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

/**
 * One resolution of a tile-component and its partition into precincts (T.800 B.5, B.6).
 *
 * @param number 0 for the lowest
 * @param area its samples
 * @param style of the tile-component
 * @param bands LL alone, or HL, LH, HH
 */
record Resolution(int number, Rect area, CodingStyle style, Subband[] bands) {

	long precinctsAcross() {
		return area.isEmpty() ? 0 : lastPrecinct(area.x1(), widthExponent()) - (area.x0() >> widthExponent()) + 1;
	}

	long precinctsDown() {
		return area.isEmpty() ? 0 : lastPrecinct(area.y1(), heightExponent()) - (area.y0() >> heightExponent()) + 1;
	}

	/** Column of a precinct, counted from the origin of the resolution's coordinates. */
	long precinctColumn(final int index) {
		return (area.x0() >> widthExponent()) + index % precinctsAcross();
	}

	/** Row of a precinct, likewise. */
	long precinctRow(final int index) {
		return (area.y0() >> heightExponent()) + index / precinctsAcross();
	}

	/** Makes a precinct of this resolution, of a component with the sample distances dx and dy. */
	Precinct precinct(final int component, final int index, final Rect tile, final int dx, final int dy) {
		final int shift = style.levels() - number;
		final long x = precinctColumn(index) << widthExponent();
		final long y = precinctRow(index) << heightExponent();
		return new Precinct(component, this, index, x < area.x0() ? tile.x0() : (x << shift) * dx,
			y < area.y0() ? tile.y0() : (y << shift) * dy);
	}

	private int widthExponent() {
		return style.precinctWidthExponent(number);
	}

	private int heightExponent() {
		return style.precinctHeightExponent(number);
	}

	private static int lastPrecinct(final int end, final int exponent) {
		return end - 1 >> exponent;
	}
}
