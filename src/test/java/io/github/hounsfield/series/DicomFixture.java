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
package io.github.hounsfield.series;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes small DICOM files for tests: explicit VR little endian, tags and encodings spelled out here once more, so that
 * a mistake of the reader is not repeated.
 */
public final class DicomFixture {

	private static final String EXPLICIT_LITTLE = "1.2.840.10008.1.2.1";

	private final Map<Integer, byte[]> elements = new TreeMap<>(Integer::compareUnsigned);

	/** A CT slice of 4 x 3 pixels with nothing but what a slice must have. */
	public static DicomFixture slice(final String seriesUid, final int number) {
		return new DicomFixture().uid(0x00080016, "1.2.840.10008.5.1.4.1.1.2").uid(0x00080018, seriesUid + "." + number)
			.text(0x00080060, "CS", "CT").uid(0x0020000D, "1.2.3").uid(0x0020000E, seriesUid).text(0x00200013, "IS", "" +
				number).shorts(0x00280002, 1).text(0x00280004, "CS", "MONOCHROME2").size(4, 3).shorts(0x00280100, 16).shorts(
					0x00280101, 16).shorts(0x00280102, 15).shorts(0x00280103, 0).pixels(new short[12]);
	}

	/** The same with a place: axial, pixels of 0.5 x 0.7 mm. */
	public static DicomFixture slice(final String seriesUid, final int number, final String position) {
		return slice(seriesUid, number).position(position).orientation("1\\0\\0\\0\\1\\0").text(0x00280030, "DS",
			"0.7\\0.5");
	}

	public DicomFixture position(final String value) {
		return text(0x00200032, "DS", value);
	}

	public DicomFixture orientation(final String value) {
		return text(0x00200037, "DS", value);
	}

	/** Sets width and height, not the pixels. */
	public DicomFixture size(final int columns, final int rows) {
		return shorts(0x00280010, rows).shorts(0x00280011, columns);
	}

	public DicomFixture uid(final int tag, final String value) {
		return put(tag, "UI", pad(value, 0));
	}

	public DicomFixture text(final int tag, final String vr, final String value) {
		return put(tag, vr, pad(value, ' '));
	}

	public DicomFixture shorts(final int tag, final int... values) {
		return put(tag, "US", littleEndian(values));
	}

	/** A tag as a value. */
	public DicomFixture tagValue(final int tag, final int... values) {
		final int[] halves = new int[2 * values.length];
		for (int i = 0; i < values.length; i++) {
			halves[2 * i] = values[i] >>> 16;
			halves[2 * i + 1] = values[i] & 0xFFFF;
		}
		return put(tag, "AT", littleEndian(halves));
	}

	public DicomFixture doubles(final int tag, final double value) {
		final byte[] bytes = new byte[8];
		for (int i = 0; i < 8; i++)
			bytes[i] = (byte) (Double.doubleToLongBits(value) >>> 8 * i);
		return put(tag, "FD", bytes);
	}

	/** 32 bits. */
	public DicomFixture longs(final int tag, final int... values) {
		final byte[] bytes = new byte[4 * values.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) (values[i / 4] >>> i % 4 * 8);
		return put(tag, "UL", bytes);
	}

	public DicomFixture pixels(final short[] values) {
		final byte[] bytes = new byte[2 * values.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) (values[i / 2] >>> i % 2 * 8);
		return put(0x7FE00010, "OW", bytes);
	}

	public DicomFixture pixels(final byte[] values) {
		return put(0x7FE00010, "OB", values.length % 2 == 0 ? values : Arrays.copyOf(values, values.length + 1));
	}

	/** Items of explicit length. */
	public DicomFixture sequence(final int tag, final DicomFixture... items) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (final DicomFixture item : items) {
			final byte[] body = item.body();
			out.writeBytes(littleEndian(0xFFFE, 0xE000, body.length & 0xFFFF, body.length >>> 16));
			out.writeBytes(body);
		}
		return put(tag, "SQ", out.toByteArray());
	}

	public DicomFixture without(final int tag) {
		elements.remove(tag);
		return this;
	}

	/** An element with bytes as they are. */
	public DicomFixture put(final int tag, final String vr, final byte[] value) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(littleEndian(tag >>> 16, tag & 0xFFFF));
		out.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
		final boolean longForm = "OB OD OF OL OV OW SQ UC UN UR UT SV UV".contains(vr);
		if (longForm) out.writeBytes(littleEndian(0, value.length & 0xFFFF, value.length >>> 16));
		else out.writeBytes(littleEndian(value.length));
		out.writeBytes(value);
		elements.put(tag, out.toByteArray());
		return this;
	}

	/** The data set alone, as in an item. */
	public byte[] body() {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		elements.values().forEach(out::writeBytes);
		return out.toByteArray();
	}

	/** A file with preamble and File Meta Information. */
	public byte[] file() {
		return file(EXPLICIT_LITTLE);
	}

	/** A file that says it has another transfer syntax. */
	public byte[] file(final String transferSyntax) {
		final DicomFixture meta = new DicomFixture().uid(0x00020010, transferSyntax);
		final byte[] metaBody = meta.body();
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(new byte[128]);
		out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
		out.writeBytes(new DicomFixture().put(0x00020000, "UL", littleEndian(metaBody.length, 0)).body());
		out.writeBytes(metaBody);
		out.writeBytes(body());
		return out.toByteArray();
	}

	private static byte[] littleEndian(final int... values) {
		final byte[] bytes = new byte[2 * values.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) (values[i / 2] >>> i % 2 * 8);
		return bytes;
	}

	private static byte[] pad(final String value, final int with) {
		final byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
		if (bytes.length % 2 == 0) return bytes;
		final byte[] even = Arrays.copyOf(bytes, bytes.length + 1);
		even[bytes.length] = (byte) with;
		return even;
	}
}
