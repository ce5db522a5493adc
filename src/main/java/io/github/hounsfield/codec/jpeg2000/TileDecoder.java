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
import java.util.ArrayList;
import java.util.List;

/** Decodes one tile: packets, code-blocks, wavelets. */
final class TileDecoder {

	private final byte[] data;
	private final Codestream stream;
	private final CoefficientReader coefficients;

	TileDecoder(final byte[] data, final Codestream stream, final CoefficientReader coefficients) {
		this.data = data;
		this.stream = stream;
		this.coefficients = coefficients;
	}

	void decode(final int index, final SampleWriter writer) throws CodecException {
		final TileParts parts = stream.tile(index);
		final CodingParameters parameters = parts.parameters();
		final ImageSize size = stream.size();
		final Rect tile = size.tile(index);
		final TileComponent[] components = new TileComponent[size.components().length];
		for (int c = 0; c < components.length; c++) {
			final ImageSize.Component info = size.components()[c];
			components[c] = TileComponent.of(tile.subsample(info.dx(), info.dy()), info.precision(), parameters.style(c),
				parameters.quantization(c), parameters.roiShift(c));
		}
		final List<List<Precinct>> precincts = precincts(index, tile, components, parts);
		final List<Precinct> all = new ArrayList<>();
		precincts.forEach(all::addAll);
		final PacketReader packets = new PacketReader(data, stream.origin(), parts);
		PacketOrder.readAll(all, parameters, packets);
		packets.requireEnd();
		final Plane[] planes = new Plane[components.length];
		for (int c = 0; c < components.length; c++)
			planes[c] = components[c].style().reversible() ? reversible(components[c], precincts.get(c)) : irreversible(
				components[c], precincts.get(c));
		writer.write(tile, planes, parameters.transform());
	}

	/** The precincts of each component, no more than the tile's bytes can have packets. */
	private List<List<Precinct>> precincts(final int index, final Rect tile, final TileComponent[] components,
		final TileParts parts) throws CodecException
	{
		long packets = 0;
		for (final TileComponent component : components) {
			for (final Resolution resolution : component.resolutions()) {
				packets += resolution.precinctsAcross() * resolution.precinctsDown() * parts.parameters().layers();
				if (packets > parts.length()) throw new CodecException("cut off: tile " + index + " has " + parts.length() +
					" bytes for at least " + packets + " packets");
			}
		}
		final List<List<Precinct>> precincts = new ArrayList<>();
		for (int c = 0; c < components.length; c++) {
			final ImageSize.Component info = stream.size().components()[c];
			final List<Precinct> own = new ArrayList<>();
			for (final Resolution resolution : components[c].resolutions()) {
				final int count = (int) (resolution.precinctsAcross() * resolution.precinctsDown());
				for (int i = 0; i < count; i++)
					own.add(resolution.precinct(c, i, tile, info.dx(), info.dy()));
			}
			precincts.add(own);
		}
		return precincts;
	}

	private Plane reversible(final TileComponent component, final List<Precinct> precincts) throws CodecException {
		final Coefficients[][] bands = coefficients.read(component, precincts);
		int[][] rows = bands[0][0].integers();
		for (int r = 1; r < bands.length; r++) {
			rows = new InverseWavelet53(component.resolutions()[r].area()).join(rows, bands[r][0].integers(), bands[r][1]
				.integers(), bands[r][2].integers());
		}
		return new Plane(component.area(), rows, null);
	}

	private Plane irreversible(final TileComponent component, final List<Precinct> precincts) throws CodecException {
		final Coefficients[][] bands = coefficients.read(component, precincts);
		float[][] rows = bands[0][0].floats();
		for (int r = 1; r < bands.length; r++) {
			rows = new InverseWavelet97(component.resolutions()[r].area()).join(rows, bands[r][0].floats(), bands[r][1]
				.floats(), bands[r][2].floats());
		}
		return new Plane(component.area(), null, rows);
	}
}
