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
package io.github.hounsfield.codec.jpegls;

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.FrameFormat;
import io.github.hounsfield.codec.FrameFormat.Colour;

/** Reads the marker segments of a codestream (T.87 annex C, T.81 annex B) up to a scan. */
final class HeaderReader {

	private static final int SOI = 0xD8;
	private static final int EOI = 0xD9;
	private static final int SOS = 0xDA;
	private static final int DNL = 0xDC;
	private static final int DRI = 0xDD;
	private static final int APP0 = 0xE0;
	private static final int APP8 = 0xE8;
	private static final int APP15 = 0xEF;
	private static final int SOF55 = 0xF7;
	private static final int LSE = 0xF8;
	private static final int COM = 0xFE;

	private static final int NOT_FOUND = -1;

	private final byte[] data;
	private final int origin;
	private final int end;
	private int position;
	private int segmentEnd;

	private int precision;
	private long width;
	private long height;
	private int[] identifiers;
	private int transform;
	private long restartInterval;
	private final int[] preset = new int[5];

	HeaderReader(final byte[] data, final int offset, final int length) {
		this.data = data;
		origin = offset;
		end = offset + length;
		position = offset;
	}

	/** Reads up to the first scan. */
	FrameFormat readFormat() throws CodecException {
		if (end - origin < 4 || marker(position) != SOI) throw at(position, "no JPEG-LS codestream: no SOI marker FFD8");
		position += 2;
		if (!findScan()) throw at(position, "the codestream ends before a scan");
		if (identifiers == null) throw at(position, "a scan before the frame header SOF55 (FFF7)");
		if (height == 0) height = numberOfLines();
		if (width < 1 || width > Integer.MAX_VALUE || height < 1 || height > Integer.MAX_VALUE)
			throw at(position, "a frame of " + width + " x " + height + " samples");
		return new FrameFormat((int) width, (int) height, identifiers.length, precision, false, transform == 0
			? Colour.UNSPECIFIED : Colour.RGB);
	}

	/** Number of the colour transform of an APP8 "mrfx" segment, 0 for none. */
	int transform() {
		return transform;
	}

	int end() {
		return end;
	}

	/** Goes on behind a scan. */
	void resume(final int index) {
		position = index;
	}

	/**
	 * Reads marker segments until the next one is a scan header.
	 *
	 * @return false at EOI or where the data end
	 */
	boolean findScan() throws CodecException {
		while (true) {
			while (position + 1 < end && data[position] == (byte) 0xFF && data[position + 1] == (byte) 0xFF) position++;
			final int marker = marker(position);
			if (marker == EOI || marker == NOT_FOUND && position >= end) return false;
			if (marker == NOT_FOUND) throw at(position, "no marker where one must stand");
			if (marker == SOS) return true;
			openSegment();
			if (marker == SOF55) frameHeader();
			else if (marker == LSE) presetParameters();
			else if (marker == DRI) restartInterval();
			else if (marker == APP8) colourTransform();
			else if (marker != COM && marker != DNL && !(marker >= APP0 && marker <= APP15)) throw at(position - 4,
				marker >= 0xC0 && marker <= 0xCF ? String.format("FF%02X is the frame header of another JPEG coding, " +
					"expected SOF55 (FFF7)", marker) : String.format("unexpected marker FF%02X", marker));
			position = segmentEnd;
		}
	}

	/** Reads the scan header at which {@link #findScan()} stopped (C.2.3). */
	Scan readScan() throws CodecException {
		final int start = position;
		openSegment();
		final int count = take(1);
		if (count < 1 || count > 4 || count > identifiers.length || segmentEnd - position != 2 * count + 3)
			throw at(start, "a scan header for " + count + " components of " + identifiers.length);
		final int[] components = new int[count];
		for (int i = 0; i < count; i++) {
			components[i] = component(take(1), start);
			final int table = take(1);
			if (table != 0) throw at(start, "component " + (components[i] + 1) + " uses mapping table " + table +
				" (palette in the codestream), which is not supported");
		}
		final int near = take(1);
		final int interleave = take(1);
		final int pointTransform = take(1);
		if (interleave > Scan.BY_SAMPLE || (count == 1 ? interleave == Scan.BY_SAMPLE : interleave == 0))
			throw at(start, "interleave mode " + interleave + " for " + count + " components in a scan");
		if (pointTransform != 0) throw at(start, "point transform " + pointTransform + " is not supported");
		if (transform != 0 && (near != 0 || count != 3 || precision != 8 && precision != 16)) throw at(start,
			"colour transform HP" + transform + " for a scan of " + count + " components of " + precision +
				" bits with NEAR " + near + " is not supported");
		return new Scan(components, interleave, CodingParameters.of(preset, precision, near, start - origin),
			restartInterval, position);
	}

	/** Place of a component in the frame. A single component is found by any name in the scan. */
	private int component(final int identifier, final int start) throws CodecException {
		if (identifiers.length == 1) return 0;
		for (int i = 0; i < identifiers.length; i++)
			if (identifiers[i] == identifier) return i;
		throw at(start, "a scan of component " + identifier + ", which the frame header does not name");
	}

	/** SOF55 (C.2.2). */
	private void frameHeader() throws CodecException {
		final int start = position - 4;
		if (identifiers != null) throw at(start, "a second frame header");
		precision = take(1);
		final long lines = take(2);
		final long columns = take(2);
		if (lines != 0) height = lines;
		if (columns != 0) width = columns;
		final int count = take(1);
		if (precision < 2 || precision > 16) throw at(start, precision + " bits of a sample; expected 2 to 16");
		if (count < 1 || segmentEnd - position != 3 * count) throw at(start, "a frame header for " + count +
			" components in " + (segmentEnd - position) + " bytes");
		identifiers = new int[count];
		for (int i = 0; i < count; i++) {
			identifiers[i] = take(1);
			final int sampling = take(1);
			take(1);
			if (sampling != 0x11) throw at(start, String.format(
				"component %d has sampling factors %d x %d, subsampled JPEG-LS is not supported", i + 1, sampling >> 4,
				sampling & 15));
			for (int j = 0; j < i; j++)
				if (identifiers[j] == identifiers[i]) throw at(start, "two components named " + identifiers[i]);
		}
	}

	/** LSE (C.2.4): preset parameters, or dimensions too large for a frame header; mapping tables are left. */
	private void presetParameters() throws CodecException {
		final int start = position - 4;
		final int type = take(1);
		if (type == 1) {
			if (segmentEnd - position != 10) throw at(start, "preset coding parameters of " + (segmentEnd - position) +
				" bytes; expected 10");
			for (int i = 0; i < preset.length; i++) preset[i] = take(2);
		}
		else if (type == 4) {
			final int bytes = take(1);
			if (bytes < 2 || bytes > 4 || segmentEnd - position != 2 * bytes) throw at(start,
				"dimensions of " + bytes + " bytes each in a segment of " + (segmentEnd - start - 2));
			height = take(bytes) & 0xFFFFFFFFL;
			width = take(bytes) & 0xFFFFFFFFL;
		}
		else if (type != 2 && type != 3) throw at(start, "preset parameters of type " + type + " are not supported");
	}

	/** DRI (C.2.5): two, three or four bytes. */
	private void restartInterval() throws CodecException {
		final int bytes = segmentEnd - position;
		if (bytes < 2 || bytes > 4) throw at(position - 4, "a restart interval of " + bytes + " bytes");
		restartInterval = take(bytes) & 0xFFFFFFFFL;
	}

	private void colourTransform() throws CodecException {
		if (segmentEnd - position != 5 || take(4) != ('m' << 24 | 'r' << 16 | 'f' << 8 | 'x')) return;
		transform = take(1);
		if (transform > HpTransform.LAST) throw at(position - 9, "colour transform " + transform +
			" of an APP8 segment \"mrfx\" is not supported");
	}

	/** Height from the DNL segment that follows the first scan (T.81 B.2.5), for a frame header without one. */
	private long numberOfLines() throws CodecException {
		final int scan = position;
		for (int i = scan + 2; i + 5 < end; i++) {
			final int marker = marker(i);
			if (marker < 0x80 || marker == 0xFF || marker >= 0xD0 && marker <= 0xD7) continue;
			if (marker != DNL) break;
			position = i;
			openSegment();
			final int lines = take(2);
			position = scan;
			return lines;
		}
		throw at(scan, "no number of lines, neither in the frame header nor behind the first scan");
	}

	/** Steps behind a marker and its length. */
	private void openSegment() throws CodecException {
		final int start = position;
		position += 2;
		segmentEnd = end;
		final int length = take(2);
		if (length < 2 || length > end - start - 2) throw at(start, String.format(
			"segment FF%02X of %d bytes, but %d are left", data[start + 1] & 0xFF, length, end - start - 2));
		segmentEnd = start + 2 + length;
	}

	/** A number of 1 to 4 bytes of the open segment. */
	private int take(final int bytes) throws CodecException {
		if (bytes > segmentEnd - position) throw at(position, "the marker segment ends too early");
		int value = 0;
		for (int i = 0; i < bytes; i++) value = value << 8 | data[position++] & 0xFF;
		return value;
	}

	private int marker(final int index) {
		return index + 1 < end && data[index] == (byte) 0xFF ? data[index + 1] & 0xFF : NOT_FOUND;
	}

	private CodecException at(final int index, final String message) {
		return CodecException.at(index - origin, message);
	}
}
