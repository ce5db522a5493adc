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
import java.util.Comparator;
import java.util.List;

/** Walks through the packets of a tile in the order of its progressions (T.800 B.12). */
final class PacketOrder {

	private static final Comparator<Precinct> BY_RESOLUTION = Comparator.comparingInt(p -> p.resolution.number());
	private static final Comparator<Precinct> BY_COMPONENT = Comparator.comparingInt(p -> p.component);
	private static final Comparator<Precinct> BY_INDEX = Comparator.comparingInt(p -> p.index);
	private static final Comparator<Precinct> BY_POSITION =
		Comparator.<Precinct> comparingLong(p -> p.gridY).thenComparingLong(p -> p.gridX);

	/** LRCP, RLCP, RPCL, PCRL, CPRL; layers are not part of it. */
	private static final List<Comparator<Precinct>> ORDERS = List.of(
		BY_RESOLUTION.thenComparing(BY_COMPONENT).thenComparing(BY_INDEX),
		BY_RESOLUTION.thenComparing(BY_COMPONENT).thenComparing(BY_INDEX),
		BY_RESOLUTION.thenComparing(BY_POSITION).thenComparing(BY_COMPONENT).thenComparing(BY_INDEX),
		BY_POSITION.thenComparing(BY_COMPONENT).thenComparing(BY_RESOLUTION).thenComparing(BY_INDEX),
		BY_COMPONENT.thenComparing(BY_POSITION).thenComparing(BY_RESOLUTION).thenComparing(BY_INDEX));

	private static final int LRCP = 0;
	private static final int RLCP = 1;

	private PacketOrder() {}

	/** Reads every packet of the tile. */
	static void readAll(final List<Precinct> precincts, final CodingParameters parameters, final PacketReader reader)
		throws CodecException
	{
		final long total = (long) precincts.size() * parameters.layers();
		for (final CodingParameters.Progression progression : parameters.progressions()) {
			if (reader.packetsRead() == total) break;
			final List<Precinct> chosen = new ArrayList<>();
			for (final Precinct p : precincts)
				if (contains(progression, p)) chosen.add(p);
			chosen.sort(ORDERS.get(progression.order()));
			final int layers = Math.min(progression.endLayer(), parameters.layers());
			if (progression.order() == LRCP) layerByLayer(chosen, layers, reader);
			else if (progression.order() == RLCP) resolutionByResolution(chosen, layers, reader);
			else for (final Precinct p : chosen)
				while (p.nextLayer < layers)
					reader.read(p);
		}
		if (reader.packetsRead() != total) throw new CodecException(
			"the progressions reach " + reader.packetsRead() + " of the tile's " + total + " packets");
	}

	private static boolean contains(final CodingParameters.Progression progression, final Precinct p) {
		final int r = p.resolution.number();
		return r >= progression.firstResolution() && r < progression.endResolution() &&
			p.component >= progression.firstComponent() && p.component < progression.endComponent();
	}

	private static void resolutionByResolution(final List<Precinct> precincts, final int layers,
		final PacketReader reader) throws CodecException
	{
		int start = 0;
		while (start < precincts.size()) {
			int end = start;
			final int resolution = precincts.get(start).resolution.number();
			while (end < precincts.size() && precincts.get(end).resolution.number() == resolution)
				end++;
			layerByLayer(precincts.subList(start, end), layers, reader);
			start = end;
		}
	}

	private static void layerByLayer(final List<Precinct> precincts, final int layers, final PacketReader reader)
		throws CodecException
	{
		for (int layer = 0; layer < layers; layer++)
			for (final Precinct p : precincts)
				if (p.nextLayer == layer) reader.read(p);
	}
}
