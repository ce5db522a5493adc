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

/**
 * What the marker segments of the main header, and over them those of one tile's header, say of the coding. The order
 * of precedence is COC of the tile, COD of the tile, COC of the main header, COD of the main header, and so for
 * quantization (T.800 A.6.1 to A.6.5).
 */
final class CodingParameters {

	/**
	 * One progression (POC, T.800 A.6.6).
	 *
	 * @param order 0 LRCP, 1 RLCP, 2 RPCL, 3 PCRL, 4 CPRL
	 */
	record Progression(int order, int firstResolution, int endResolution, int firstComponent, int endComponent,
		int endLayer)
	{}

	/** Most progressions. No image needs more, and the limit bounds the time. */
	private static final int MAX_PROGRESSIONS = 256;
	private static final int USES_SOP = 2;
	private static final int USES_EPH = 4;

	private final int components;
	private int order = -1;
	private int layers;
	private boolean transform;
	private int codingFlags;
	private CodingStyle style;
	private Quantization quantization;
	private final CodingStyle[] ownStyle;
	private final Quantization[] ownQuantization;
	private final int[] roiShift;
	private List<Progression> progressions = new ArrayList<>();
	private boolean inheritedProgressions;
	private final CodingParameters main;

	/** Those of the main header. */
	CodingParameters(final int components) {
		this(components, null);
	}

	private CodingParameters(final int components, final CodingParameters main) {
		this.components = components;
		this.main = main;
		ownStyle = new CodingStyle[components];
		ownQuantization = new Quantization[components];
		roiShift = main == null ? new int[components] : main.roiShift.clone();
	}

	/** Those of a tile, which start as the main header's. */
	CodingParameters forTile() {
		final CodingParameters tile = new CodingParameters(components, this);
		tile.order = order;
		tile.layers = layers;
		tile.transform = transform;
		tile.codingFlags = codingFlags;
		tile.progressions = new ArrayList<>(progressions);
		tile.inheritedProgressions = true;
		return tile;
	}

	void parseCod(final ByteReader in) throws CodecException {
		codingFlags = in.u8();
		order = in.u8();
		if (order > 4) throw in.error("progression order " + order);
		layers = in.u16();
		if (layers == 0) throw in.error("no layers");
		final int mct = in.u8();
		if (mct > 1) throw in.error("component transform " + mct + " is not supported");
		transform = mct == 1;
		style = CodingStyle.parse(in, (codingFlags & 1) != 0);
	}

	void parseCoc(final ByteReader in) throws CodecException {
		final int component = component(in);
		ownStyle[component] = CodingStyle.parse(in, (in.u8() & 1) != 0);
	}

	void parseQcd(final ByteReader in) throws CodecException {
		quantization = Quantization.parse(in);
	}

	void parseQcc(final ByteReader in) throws CodecException {
		ownQuantization[component(in)] = Quantization.parse(in);
	}

	void parseRgn(final ByteReader in) throws CodecException {
		final int component = component(in);
		final int style = in.u8();
		if (style != 0) throw in.error("region of interest of style " + style + " is not supported");
		roiShift[component] = in.u8();
	}

	void parsePoc(final ByteReader in) throws CodecException {
		final int entry = components < 257 ? 7 : 9;
		if (in.remaining() == 0 || in.remaining() % entry != 0)
			throw in.error("POC of " + in.remaining() + " bytes; expected a multiple of " + entry);
		if (inheritedProgressions) progressions.clear();
		inheritedProgressions = false;
		while (in.remaining() > 0) {
			final int firstResolution = in.u8();
			final int firstComponent = components < 257 ? in.u8() : in.u16();
			final int endLayer = in.u16();
			final int endResolution = in.u8();
			final int endComponent = components < 257 ? in.u8() : in.u16();
			final int pocOrder = in.u8();
			if (pocOrder > 4) throw in.error("progression order " + pocOrder);
			progressions.add(new Progression(pocOrder, firstResolution, endResolution, firstComponent,
				endComponent == 0 ? Integer.MAX_VALUE : endComponent, endLayer));
		}
		if (progressions.size() > MAX_PROGRESSIONS) throw in.error("more than " + MAX_PROGRESSIONS + " progressions");
	}

	private int component(final ByteReader in) throws CodecException {
		final int component = components < 257 ? in.u8() : in.u16();
		if (component >= components) throw in.error("component " + component + " of " + components);
		return component;
	}

	void requireComplete() throws CodecException {
		if (style == null) throw new CodecException("the main header has no COD marker segment");
		if (quantization == null) for (final Quantization own : ownQuantization)
			if (own == null) throw new CodecException("the main header has no QCD marker segment");
	}

	int layers() {
		return layers;
	}

	/** Whether RCT or ICT joins the first three components. */
	boolean transform() {
		return transform;
	}

	boolean mayUseSop() {
		return (codingFlags & USES_SOP) != 0;
	}

	boolean usesEph() {
		return (codingFlags & USES_EPH) != 0;
	}

	int roiShift(final int component) {
		return roiShift[component];
	}

	CodingStyle style(final int component) {
		if (ownStyle[component] != null) return ownStyle[component];
		return style != null ? style : main.style(component);
	}

	Quantization quantization(final int component) {
		if (ownQuantization[component] != null) return ownQuantization[component];
		return quantization != null ? quantization : main.quantization(component);
	}

	/** The progressions of the tile's packets: those of POC, else the one of COD over everything. */
	List<Progression> progressions() {
		if (!progressions.isEmpty()) return progressions;
		return List.of(new Progression(order, 0, 33, 0, components, layers));
	}
}
