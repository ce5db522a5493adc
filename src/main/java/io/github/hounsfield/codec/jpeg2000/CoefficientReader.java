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
import java.util.List;

/** Decodes the code-blocks of a resolution into rows of wavelet coefficients (T.800 annex E). */
final class CoefficientReader {

	private static final int MAX_BLOCK = 4096;

	private final byte[] data;
	private final int[] samples = new int[MAX_BLOCK];
	private final BlockDecoder decoder = new BlockDecoder();
	private final HtBlockDecoder htDecoder = new HtBlockDecoder();

	CoefficientReader(final byte[] data) {
		this.data = data;
	}

	/** Rows of each subband, reversible: equation E-8. */
	int[][][] read(final TileComponent component, final Resolution resolution, final List<Precinct> precincts)
		throws CodecException
	{
		final int[][][] rows = new int[resolution.bands().length][][];
		for (int b = 0; b < rows.length; b++) {
			final Rect area = resolution.bands()[b].area();
			rows[b] = new int[area.height()][area.width()];
		}
		for (final Precinct precinct : precincts) {
			if (precinct.resolution != resolution || !precinct.isOpen()) continue;
			for (int b = 0; b < rows.length; b++) {
				final Precinct.Blocks part = precinct.blocks()[b];
				for (final CodeBlock block : part.blocks)
					if (decode(block, part.band, component)) copy(block.area, part.band.area(), rows[b]);
			}
		}
		return rows;
	}

	/** Rows of each subband, times the quantization step: equation E-6 with r = 1/2. */
	float[][][] readScaled(final TileComponent component, final Resolution resolution, final List<Precinct> precincts)
		throws CodecException
	{
		final float[][][] rows = new float[resolution.bands().length][][];
		for (int b = 0; b < rows.length; b++) {
			final Rect area = resolution.bands()[b].area();
			rows[b] = new float[area.height()][area.width()];
		}
		for (final Precinct precinct : precincts) {
			if (precinct.resolution != resolution || !precinct.isOpen()) continue;
			for (int b = 0; b < rows.length; b++) {
				final Precinct.Blocks part = precinct.blocks()[b];
				for (final CodeBlock block : part.blocks)
					if (decode(block, part.band, component))
						scale(block.area, part.band.area(), rows[b], (float) (part.band.step() / 2));
			}
		}
		return rows;
	}

	/** Whether the code-block holds anything but zeros. */
	private boolean decode(final CodeBlock block, final Subband band, final TileComponent component)
		throws CodecException
	{
		if (block.passes == 0) return false;
		if (component.style().has(CodingStyle.HT)) {
			if (block.segmentLength(0) == 0) return false;
			htDecoder.decode(block, band, component.style(), data, samples);
		}
		else decoder.decode(block, band, component.style(), data, samples);
		if (component.roiShift() > 0)
			lowerRegion(component.roiShift(), block.area.width() * block.area.height());
		return true;
	}

	/** Max-shift: what stands above the shift belongs to the region of interest (T.800 H.1). */
	private void lowerRegion(final int shift, final int count) {
		if (shift > TileComponent.MAX_BIT_PLANES) return;
		for (int i = 0; i < count; i++) {
			final int magnitude = Math.abs(samples[i]);
			if (magnitude >>> shift + 1 != 0)
				samples[i] = samples[i] < 0 ? -(magnitude >>> shift) : magnitude >>> shift;
		}
	}

	private void copy(final Rect block, final Rect band, final int[][] rows) {
		final int width = block.width();
		final int x0 = block.x0() - band.x0();
		for (int y = 0, i = 0; y < block.height(); y++, i += width) {
			final int[] row = rows[block.y0() - band.y0() + y];
			for (int x = 0; x < width; x++)
				row[x0 + x] = samples[i + x] / 2;
		}
	}

	private void scale(final Rect block, final Rect band, final float[][] rows, final float factor) {
		final int width = block.width();
		final int x0 = block.x0() - band.x0();
		for (int y = 0, i = 0; y < block.height(); y++, i += width) {
			final float[] row = rows[block.y0() - band.y0() + y];
			for (int x = 0; x < width; x++)
				row[x0 + x] = samples[i + x] * factor;
		}
	}
}
