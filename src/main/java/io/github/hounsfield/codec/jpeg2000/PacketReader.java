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

/** Reads the packets of one tile and gives each code-block its bytes (T.800 B.9, B.10; T.814 B.2). */
final class PacketReader {

	private static final int FIRST_BYPASS = 10;
	private static final int UNLIMITED = Integer.MAX_VALUE;

	private final byte[] data;
	private final int origin;
	private final TileParts parts;
	private final CodingParameters parameters;
	private int part;
	private int position;
	private final boolean packed;
	private int headerPosition;
	private final int packedEnd;
	private final PacketBits bits;
	private final byte[] headers;
	private long packetsRead;

	/** @param origin index of the codestream's first byte in data */
	PacketReader(final byte[] data, final int origin, final TileParts parts) {
		this.data = data;
		this.origin = origin;
		this.parts = parts;
		parameters = parts.parameters();
		position = parts.start(0);
		final byte[] apart = parts.packedHeaders();
		packed = apart != null;
		headers = packed ? apart : data;
		packedEnd = packed ? apart.length : 0;
		bits = new PacketBits(headers, packed ? 0 : origin);
	}

	long packetsRead() {
		return packetsRead;
	}

	/**
	 * Throws where bytes of the tile are left over behind its last packet, as where packets before were read as empty.
	 * Some writers count the end marker as part of the last tile-part.
	 */
	void requireEnd() throws CodecException {
		while (position >= parts.end(part) && part + 1 < parts.count())
			position = parts.start(++part);
		final int left = parts.end(part) - position;
		final boolean padding = left == 1 && (data[position] == 0 || data[position] == (byte) 0xFF);
		if (left > 0 && !padding && marker(data, position, parts.end(part)) != Marker.EOC) throw CodecException.at(position -
			origin, left + " bytes are left over behind the last packet of a tile");
		if (packed && headerPosition < packedEnd) throw new CodecException((packedEnd - headerPosition) +
			" bytes are left over behind the last of a tile's packed packet headers");
	}

	/** Reads the packet of the precinct's next layer. */
	void read(final Precinct precinct) throws CodecException {
		while (position >= parts.end(part) && part + 1 < parts.count())
			position = parts.start(++part);
		final int end = parts.end(part);
		if (parameters.mayUseSop() && marker(data, position, end) == Marker.SOP) position += 6;
		bits.start(packed ? headerPosition : position, packed ? packedEnd : end);
		final boolean holdsData = bits.bit() == 1;
		if (holdsData) header(precinct);
		int after = bits.finish();
		if (parameters.usesEph() && marker(headers, after, packed ? packedEnd : end) == Marker.EPH) after += 2;
		if (packed) headerPosition = after;
		else position = after;
		if (holdsData) body(precinct);
		precinct.nextLayer++;
		packetsRead++;
	}

	private static int marker(final byte[] bytes, final int at, final int end) {
		return at + 2 > end ? -1 : (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
	}

	private void header(final Precinct precinct) throws CodecException {
		for (final Precinct.Blocks part : precinct.blocks()) {
			for (int i = 0; i < part.blocks.length; i++) {
				final CodeBlock block = part.blocks[i];
				final int x = i % part.across;
				final int y = i / part.across;
				if (block.included) {
					if (bits.bit() == 0) continue;
				}
				else {
					if (!part.inclusion.isBelow(bits, x, y, precinct.nextLayer + 1)) continue;
					block.included = true;
					block.missingPlanes = part.missingPlanes.read(bits, x, y, part.band.bitPlanes());
				}
				contribution(block, part.band, precinct.resolution.style());
			}
		}
	}

	/** How many passes a code-block gets, and the lengths of their codeword segments. */
	private void contribution(final CodeBlock block, final Subband band, final CodingStyle style)
		throws CodecException
	{
		int passes = bits.passes();
		if (block.passes + passes > 3 * band.bitPlanes())
			throw bits.error("more coding passes than " + band.bitPlanes() + " bit planes have");
		while (bits.bit() == 1)
			block.lengthBits++;
		final boolean ht = style.has(CodingStyle.HT);
		while (passes > 0) {
			final int segment;
			final int count;
			if (ht && (block.segments == 0 || block.segmentLength(0) == 0)) {
				if (block.segments == 0) block.addSegment(UNLIMITED);
				segment = 0;
				final int refinement = (block.passes + passes - 1) % 3;
				count = passes > refinement ? passes - refinement : passes;
			}
			else {
				if (block.segments == 0 ||
					block.segmentPasses[block.segments - 1] >= limit(block, block.segments - 1, ht))
					block.addSegment(nextLimit(block, style));
				segment = block.segments - 1;
				count = Math.min(passes, limit(block, segment, ht) - block.segmentPasses[segment]);
			}
			final int lengthBits = block.lengthBits + 31 - Integer.numberOfLeadingZeros(count);
			if (lengthBits > 31) throw bits.error("a length of " + lengthBits + " bits");
			final int length = bits.bits(lengthBits);
			block.addRun(segment, length);
			block.segmentPasses[segment] += count;
			block.passes += count;
			passes -= count;
		}
	}

	private static int limit(final CodeBlock block, final int segment, final boolean ht) {
		return ht && segment == 0 ? block.segmentPasses[0] : block.segmentLimit[segment];
	}

	/** Passes of the codeword segment that begins now (T.800 table D.9; T.814 B.2). */
	private static int nextLimit(final CodeBlock block, final CodingStyle style) {
		if (style.has(CodingStyle.HT)) return block.passes % 3 == 1 ? 2 : 1;
		if (style.has(CodingStyle.TERMINATE)) return 1;
		if (!style.has(CodingStyle.BYPASS)) return UNLIMITED;
		if (block.segments == 0) return FIRST_BYPASS;
		return block.segmentLimit[block.segments - 1] == 2 ? 1 : 2;
	}

	/** The bytes of all code-blocks that the header has named, in its order. */
	private void body(final Precinct precinct) throws CodecException {
		final int end = parts.end(part);
		for (final Precinct.Blocks part : precinct.blocks()) {
			for (final CodeBlock block : part.blocks) {
				for (; block.runsPlaced < block.runCount(); block.runsPlaced++) {
					final int length = block.runLength(block.runsPlaced);
					if (length > end - position) throw CodecException.at(position - origin, "cut off: a code-block has " +
						length + " bytes in packet " + packetsRead + " of its tile, " + (end - position) + " are left");
					block.placeRun(block.runsPlaced, position);
					position += length;
				}
			}
		}
	}
}
