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

/** A codestream taken apart into its main header and the tile-parts of each tile (T.800 annex A). */
final class Codestream {

	/** Bytes of the shortest tile-part: SOT and SOD. */
	private static final int MIN_TILE_PART = 14;
	private static final int SOT_LENGTH = 10;

	private final ByteReader in;
	private final int origin;
	private ImageSize size;
	private CodingParameters parameters;
	private final PackedHeaders packed = new PackedHeaders();
	private TileParts[] tiles;

	private Codestream(final ByteReader in) {
		this.in = in;
		origin = in.position();
	}

	/** Reads the main header, up to the first tile-part. */
	static Codestream readMainHeader(final byte[] data, final int offset, final int length) throws CodecException {
		final Codestream stream = new Codestream(Boxes.findCodestream(data, offset, length));
		stream.mainHeader();
		return stream;
	}

	ImageSize size() {
		return size;
	}

	CodingParameters parameters() {
		return parameters;
	}

	TileParts tile(final int index) throws CodecException {
		if (tiles[index] == null || tiles[index].count() == 0)
			throw new CodecException("tile " + index + " of " + tiles.length + " is missing");
		return tiles[index];
	}

	int origin() {
		return origin;
	}

	private void mainHeader() throws CodecException {
		if (in.u16() != Marker.SOC) throw in.error("no JPEG 2000 codestream: it does not begin with SOC");
		if (in.u16() != Marker.SIZ) throw in.error("SIZ does not follow SOC");
		size = ImageSize.parse(segment());
		parameters = new CodingParameters(size.components().length);
		int marker = in.u16();
		while (marker != Marker.SOT) {
			final ByteReader segment = segment();
			if (marker == Marker.PPM) packed.add(segment);
			else if (marker == Marker.CAP) checkCapabilities(segment);
			else parse(parameters, marker, segment);
			marker = in.u16();
		}
		parameters.requireComplete();
	}

	/** Reads the headers of all tile-parts, which come after the main header. */
	void readTileParts() throws CodecException {
		final long count = size.tilesAcross() * size.tilesDown();
		if (count > 65535 || count * MIN_TILE_PART > in.remaining() + 2L)
			throw in.error(count + " tiles in " + in.remaining() + " bytes");
		tiles = new TileParts[(int) count];
		int marker;
		do {
			tilePart();
			marker = nextMarker();
		}
		while (marker == Marker.SOT);
		if (marker != Marker.EOC) throw in.error(String.format(
			"0x%04X where a tile-part ends; expected another (FF90) or the end of the codestream (FFD9)", marker));
	}

	/** The marker behind a tile-part. The end marker may be missing, or its second byte, or be a byte of padding. */
	private int nextMarker() throws CodecException {
		if (in.remaining() >= 2) return in.u16();
		final int last = in.remaining() == 0 ? 0 : in.u8();
		return last == 0 || last == Marker.EOC >> 8 ? Marker.EOC : last;
	}

	/** A tile-part whose SOT marker has been read. */
	private void tilePart() throws CodecException {
		final int start = in.position() - 2;
		if (in.u16() != SOT_LENGTH) throw in.error("SOT has not the length " + SOT_LENGTH);
		final int index = in.u16();
		final long length = in.u32();
		final int part = in.u8();
		in.u8();
		if (index >= tiles.length) throw in.error("tile " + index + " of " + tiles.length);
		if (length != 0 && length < MIN_TILE_PART) throw in.error("a tile-part of " + length + " bytes");
		if (tiles[index] == null) tiles[index] = new TileParts(parameters.forTile());
		final TileParts tile = tiles[index];
		if (part != tile.count()) throw in.error(
			"tile-part " + part + " of tile " + index + " stands where tile-part " + tile.count() + " was expected");
		final PackedHeaders own = new PackedHeaders();
		int marker = in.u16();
		while (marker != Marker.SOD) {
			final ByteReader segment = segment();
			if (marker == Marker.PPT) own.add(segment);
			else if (part > 0 && isFirstPartOnly(marker))
				throw in.error(Marker.name(marker) + " in a tile-part that is not the tile's first");
			else parse(tile.parameters(), marker, segment);
			marker = in.u16();
		}
		if (!packed.isEmpty()) packed.handNext(tile);
		else if (!own.isEmpty()) tile.addPackedHeaders(own.join(), 0, own.join().length);
		final long end = length == 0 ? in.end() : Math.min(in.end(), start + length);
		if (end < in.position()) throw in.error("the header of tile " + index + " is longer than its tile-part");
		tile.add(in.position(), (int) end);
		in.moveTo((int) end);
	}

	private static boolean isFirstPartOnly(final int marker) {
		return marker >= Marker.COD && marker <= Marker.COC || marker >= Marker.QCD && marker <= Marker.RGN;
	}

	/** The marker segment whose marker has just been read, and goes behind it. */
	private ByteReader segment() throws CodecException {
		final int length = in.u16();
		if (length < 2) throw in.error("a marker segment of length " + length);
		return in.take(length - 2);
	}

	private static void parse(final CodingParameters to, final int marker, final ByteReader segment)
		throws CodecException
	{
		switch (marker) {
			case Marker.COD -> to.parseCod(segment);
			case Marker.COC -> to.parseCoc(segment);
			case Marker.QCD -> to.parseQcd(segment);
			case Marker.QCC -> to.parseQcc(segment);
			case Marker.RGN -> to.parseRgn(segment);
			case Marker.POC -> to.parsePoc(segment);
			case Marker.SIZ, Marker.SOT, Marker.SOD, Marker.SOC -> throw segment.error(
				"unexpected " + Marker.name(marker));
			default -> {
				// TLM, PLM, PLT, CRG, CPF and COM help to find things and change no sample.
				if (marker < 0xFF30) throw segment.error(Marker.name(marker) + " where a marker segment was expected");
			}
		}
	}

	/** CAP (T.800 A.5.2, T.814 A.3): of the parts of the standard only part 15 changes how code-blocks are read. */
	private static void checkCapabilities(final ByteReader segment) throws CodecException {
		final long parts = segment.u32();
		final long part2 = 1L << 30;
		if ((parts & part2) != 0) throw segment.error("extensions of JPEG 2000 Part 2 are not supported");
	}
}
