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
package io.github.hounsfield.codec.jpeg;

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.FrameFormat;
import io.github.hounsfield.codec.FrameFormat.Colour;

/** Walks the marker segments of one codestream (T.81, annex B and figure E.6). Not thread safe. */
final class Codestream {

	private static final byte[] JFIF = { 'J', 'F', 'I', 'F', 0 };
	private static final byte[] ADOBE = { 'A', 'd', 'o', 'b', 'e' };
	/** Bytes of Adobe's segment between its name and the transform: version and two words of flags. */
	private static final int ADOBE_SKIPPED = 6;
	private static final int ADOBE_NONE = -1;

	private final ByteCursor in;
	private final Tables tables = new Tables();
	private FrameHeader frame;
	private boolean jfif;
	private int adobeTransform = ADOBE_NONE;

	/** @throws CodecException where the bytes do not begin as a JPEG codestream does */
	Codestream(final byte[] data, final int offset, final int length) throws CodecException {
		in = new ByteCursor(data, offset, offset + length);
		if (in.remaining() < 2) throw in.error("no JPEG codestream: " + length + " bytes");
		final int first = in.u16();
		if (first == 0xFF4F) throw CodecException.at(0, "a JPEG 2000 codestream; expected a JPEG codestream (FFD8)");
		in.moveTo(offset);
		if (first >> 8 != 0xFF || in.marker() != Marker.SOI) throw CodecException.at(0, String.format(
			"no JPEG codestream: it begins with %04X; expected FFD8", first));
	}

	Tables tables() {
		return tables;
	}

	/**
	 * Reads on to the first scan.
	 *
	 * @return the frame header, its height known
	 */
	FrameHeader readFrameHeader() throws CodecException {
		if (!nextScan() || frame == null) throw in.error("the codestream ends before its first scan");
		if (frame.height() == 0) frame = frame.withHeight(linesBehindFirstScan());
		return frame;
	}

	/**
	 * Reads tables and other segments up to a scan header.
	 *
	 * @return whether there is one; this object then stands before it
	 */
	boolean nextScan() throws CodecException {
		while (true) {
			final int marker = in.marker();
			if (marker == -1 || marker == Marker.EOI) return false;
			if (marker == Marker.SOI) throw in.error("a second start of image inside the image");
			if (marker == 0) throw in.error("0xFF00 found where a marker is expected");
			if (marker == Marker.SOS) {
				if (frame == null) throw in.error("a scan before the frame header");
				return true;
			}
			if (!Marker.standsAlone(marker)) readSegment(marker, in.segment(marker));
		}
	}

	/** Throws where a scan stands here, though the frame has all of its own. */
	void requireNoScan() throws CodecException {
		final byte[] data = in.data();
		int at = in.position();
		while (at < in.end() && data[at] == (byte) 0xFF)
			at++;
		if (at > in.position() && at < in.end() && (data[at] & 0xFF) == Marker.SOS) throw in.error(
			"a scan behind the last one of the frame");
	}

	private void readSegment(final int marker, final ByteCursor segment) throws CodecException {
		if (Marker.isStartOfFrame(marker)) {
			if (frame != null) throw segment.error("a second frame header");
			frame = FrameHeader.read(marker, segment);
			return;
		}
		switch (marker) {
			case Marker.DHT -> tables.readHuffman(segment);
			case Marker.DQT -> tables.readQuantisation(segment);
			case Marker.DRI -> tables.readRestartInterval(segment);
			case Marker.DAC -> throw segment.error("arithmetic coding is not supported by the JPEG decoder");
			case Marker.DNL -> readLines(segment);
			case Marker.APP0 -> jfif |= startsWith(segment, JFIF);
			case Marker.APP14 -> readAdobe(segment);
			default -> {
				// Comments and the other application data say nothing of the samples.
			}
		}
	}

	private void readLines(final ByteCursor segment) throws CodecException {
		final int lines = segment.u16();
		if (frame == null || frame.height() != lines) throw segment.error("DNL says " + lines
			+ " lines, the frame header " + (frame == null ? "is missing" : Integer.toString(frame.height())));
	}

	private void readAdobe(final ByteCursor segment) throws CodecException {
		if (!startsWith(segment, ADOBE) || segment.remaining() <= ADOBE_SKIPPED) return;
		segment.moveTo(segment.position() + ADOBE_SKIPPED);
		adobeTransform = segment.u8();
	}

	private static boolean startsWith(final ByteCursor segment, final byte[] name) throws CodecException {
		if (segment.remaining() < name.length) return false;
		for (final byte b : name)
			if (segment.u8() != b) return false;
		return true;
	}

	/** Reads the scan header at which this object stands. */
	ScanHeader readScanHeader() throws CodecException {
		return ScanHeader.read(frame, in.segment(Marker.SOS));
	}

	/** A reader of the entropy-coded data behind the scan header. */
	EntropyReader entropy() {
		return new EntropyReader(in);
	}

	/** Goes on behind a scan's data. */
	void resumeAt(final int position) {
		in.moveTo(position);
	}

	/** The lines that the DNL segment behind the first scan gives (B.2.5), where the frame header says 0. */
	private int linesBehindFirstScan() throws CodecException {
		final int scan = in.position();
		in.segment(Marker.SOS);
		final byte[] data = in.data();
		int at = in.position();
		while (at < in.end() - 1 && (data[at] != (byte) 0xFF || data[at + 1] == 0 || data[at + 1] == (byte) 0xFF
			|| Marker.isRestart(data[at + 1] & 0xFF)))
			at++;
		in.moveTo(at);
		if (at >= in.end() - 1 || in.marker() != Marker.DNL) throw in.error(
			"the frame header says 0 lines and no DNL segment stands behind the first scan");
		final int lines = in.segment(Marker.DNL).u16();
		if (lines == 0) throw in.error("DNL says 0 lines");
		in.moveTo(scan);
		return lines;
	}

	/** What the header says, as far as it has been read. */
	FrameFormat format() {
		return new FrameFormat(frame.width(), frame.height(), frame.components().size(), frame.precision(), false,
			colour());
	}

	/** The order of precedence is libjpeg's: JFIF, Adobe's transform, the identifiers 'R', 'G', 'B'. */
	private Colour colour() {
		if (frame.components().size() != 3) return Colour.UNSPECIFIED;
		if (jfif || adobeTransform == 1) return Colour.YCBCR;
		if (adobeTransform == 0) return Colour.RGB;
		final boolean rgb = frame.components().get(0).id() == 'R' && frame.components().get(1).id() == 'G'
			&& frame.components().get(2).id() == 'B';
		return rgb ? Colour.RGB : Colour.UNSPECIFIED;
	}
}
