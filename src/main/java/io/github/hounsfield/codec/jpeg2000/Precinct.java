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

/** A precinct of one resolution of one component: in each layer it has one packet (T.800 B.6). */
final class Precinct {

	/** The code-blocks of one subband that belong to a precinct, row by row, and what codes their presence. */
	static final class Blocks {

		final Subband band;
		final int across;
		final CodeBlock[] blocks;
		final TagTree inclusion;
		final TagTree missingPlanes;

		private Blocks(final Subband band, final Rect area, final int widthExponent, final int heightExponent) {
			this.band = band;
			if (area.isEmpty()) {
				across = 0;
				blocks = new CodeBlock[0];
				inclusion = null;
				missingPlanes = null;
				return;
			}
			final int left = area.x0() >> widthExponent;
			final int top = area.y0() >> heightExponent;
			across = (area.x1() - 1 >> widthExponent) - left + 1;
			final int down = (area.y1() - 1 >> heightExponent) - top + 1;
			blocks = new CodeBlock[across * down];
			for (int i = 0; i < blocks.length; i++) {
				final long x = (long) (left + i % across) << widthExponent;
				final long y = (long) (top + i / across) << heightExponent;
				blocks[i] = new CodeBlock(intersect(area, x, y, 1L << widthExponent, 1L << heightExponent));
			}
			inclusion = new TagTree(across, down);
			missingPlanes = new TagTree(across, down);
		}
	}

	final int component;
	final int index;
	final Resolution resolution;
	/** The point of the reference grid at which the progressions by position meet this precinct (T.800 B.12.1.3). */
	final long gridX;
	final long gridY;
	/** The layer of the next packet. */
	int nextLayer;
	private Blocks[] blocks;

	Precinct(final int component, final Resolution resolution, final int index, final long gridX, final long gridY) {
		this.component = component;
		this.resolution = resolution;
		this.index = index;
		this.gridX = gridX;
		this.gridY = gridY;
	}

	/** The code-blocks, made when first asked for. */
	Blocks[] blocks() {
		if (blocks == null) blocks = makeBlocks();
		return blocks;
	}

	/** Whether a packet has been read that is not empty. */
	boolean isOpen() {
		return blocks != null;
	}

	private Blocks[] makeBlocks() {
		final CodingStyle style = resolution.style();
		final int r = resolution.number();
		final int halved = r == 0 ? 0 : 1;
		final int widthExponent = style.precinctWidthExponent(r) - halved;
		final int heightExponent = style.precinctHeightExponent(r) - halved;
		final long left = resolution.precinctColumn(index) << widthExponent;
		final long top = resolution.precinctRow(index) << heightExponent;
		final Blocks[] made = new Blocks[resolution.bands().length];
		for (int b = 0; b < made.length; b++) {
			final Subband band = resolution.bands()[b];
			final Rect area = intersect(band.area(), left, top, 1L << widthExponent, 1L << heightExponent);
			made[b] = new Blocks(band, area, Math.min(style.blockWidthExponent(), widthExponent),
				Math.min(style.blockHeightExponent(), heightExponent));
		}
		return made;
	}

	private static Rect intersect(final Rect area, final long x, final long y, final long width, final long height) {
		return new Rect((int) Math.max(area.x0(), x), (int) Math.max(area.y0(), y),
			(int) Math.min(area.x1(), x + width), (int) Math.min(area.y1(), y + height));
	}
}
