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
package io.github.hounsfield.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/**
 * Writes DICOM bytes for tests: whole files or parts, good or broken. Knows nothing of the reader: tags and VRs are
 * given as numbers and letters.
 */
public final class DicomBytes {

	private static final Charset BYTES = StandardCharsets.ISO_8859_1;

	private final boolean explicit;
	private final boolean big;
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private DicomBytes(final boolean explicit, final boolean big) {
		this.explicit = explicit;
		this.big = big;
	}

	public static DicomBytes explicitLittle() {
		return new DicomBytes(true, false);
	}

	public static DicomBytes implicitLittle() {
		return new DicomBytes(false, false);
	}

	public static DicomBytes explicitBig() {
		return new DicomBytes(true, true);
	}

	/** Another data set of the same encoding, for items. */
	public DicomBytes empty() {
		return new DicomBytes(explicit, big);
	}

	/** Characters as single bytes, padded with a space (UI with zero) to an even length. */
	public DicomBytes text(final int group, final int element, final String vr, final String value) {
		final String even = value.length() % 2 == 0 ? value : value + (vr.equals("UI") ? "\0" : " ");
		return bytes(group, element, vr, even.getBytes(BYTES));
	}

	/** 16-bit numbers, for US and SS. */
	public DicomBytes shorts(final int group, final int element, final String vr, final int... values) {
		final ByteArrayOutputStream value = new ByteArrayOutputStream();
		for (final int v : values)
			number(value, v, 2, big);
		return bytes(group, element, vr, value.toByteArray());
	}

	/** 32-bit numbers, for UL and SL. */
	public DicomBytes ints(final int group, final int element, final String vr, final long... values) {
		final ByteArrayOutputStream value = new ByteArrayOutputStream();
		for (final long v : values)
			number(value, v, 4, big);
		return bytes(group, element, vr, value.toByteArray());
	}

	public DicomBytes bytes(final int group, final int element, final String vr, final byte[] value) {
		return header(group, element, vr, value.length).raw(value);
	}

	/** An element up to its length, whether or not that is true. */
	public DicomBytes header(final int group, final int element, final String vr, final long length) {
		number(out, group, 2, big);
		number(out, element, 2, big);
		if (explicit) {
			out.writeBytes(vr.getBytes(BYTES));
			if ("OB OW OF OD OL OV SQ UN UC UR UT SV UV".contains(vr)) {
				number(out, 0, 2, big);
				number(out, length, 4, big);
			}
			else number(out, length, 2, big);
		}
		else number(out, length, 4, big);
		return this;
	}

	/** A sequence whose items and own end are told by lengths. */
	public DicomBytes sequence(final int group, final int element, final DicomBytes... items) {
		final DicomBytes body = empty();
		for (final DicomBytes item : items)
			body.mark(0xE000, item.out.size()).raw(item.dataSet());
		return header(group, element, "SQ", body.out.size()).raw(body.dataSet());
	}

	/** A sequence whose items and own end are told by delimiters. */
	public DicomBytes openSequence(final int group, final int element, final DicomBytes... items) {
		header(group, element, "SQ", 0xFFFFFFFFL);
		for (final DicomBytes item : items)
			mark(0xE000, 0xFFFFFFFFL).raw(item.dataSet()).mark(0xE00D, 0);
		return mark(0xE0DD, 0);
	}

	/** Encapsulated Pixel Data: the offset table and the fragments, each as it is given. */
	public DicomBytes fragments(final byte[] table, final byte[]... fragments) {
		header(0x7FE0, 0x0010, "OB", 0xFFFFFFFFL).mark(0xE000, table.length).raw(table);
		for (final byte[] fragment : fragments)
			mark(0xE000, fragment.length).raw(fragment);
		return mark(0xE0DD, 0);
	}

	/** An element of group FFFE, which has no VR. */
	public DicomBytes mark(final int element, final long length) {
		number(out, 0xFFFE, 2, big);
		number(out, element, 2, big);
		number(out, length, 4, big);
		return this;
	}

	public DicomBytes raw(final byte... bytes) {
		out.writeBytes(bytes);
		return this;
	}

	/** What was written so far. */
	public byte[] dataSet() {
		return out.toByteArray();
	}

	/** The attributes of a monochrome image, up to but without its pixels. */
	public DicomBytes image(final int rows, final int columns, final int allocated, final int stored, final int high,
		final boolean signed)
	{
		return shorts(0x0028, 0x0002, "US", 1).text(0x0028, 0x0004, "CS", "MONOCHROME2").shorts(0x0028, 0x0010, "US", rows)
			.shorts(0x0028, 0x0011, "US", columns).shorts(0x0028, 0x0100, "US", allocated).shorts(0x0028, 0x0101, "US", stored)
			.shorts(0x0028, 0x0102, "US", high).shorts(0x0028, 0x0103, "US", signed ? 1 : 0);
	}

	/** A file with preamble, prefix and File Meta Information in front of the data set. */
	public byte[] file(final String transferSyntax) {
		final boolean deflated = transferSyntax.endsWith(".1.99");
		return file(transferSyntax, deflated ? deflate(dataSet()) : dataSet());
	}

	/** A file of any bytes behind its File Meta Information. */
	public static byte[] file(final String transferSyntax, final byte[] dataSet) {
		final DicomBytes meta = explicitLittle().bytes(0x0002, 0x0001, "OB", new byte[] { 0, 1 }).text(0x0002, 0x0010, "UI",
			transferSyntax);
		return explicitLittle().raw(new byte[128]).raw("DICM".getBytes(BYTES)).ints(0x0002, 0x0000, "UL", meta.out.size())
			.raw(meta.dataSet()).raw(dataSet).dataSet();
	}

	/** Raw deflate (RFC 1951). */
	public static byte[] deflate(final byte[] bytes) {
		final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
		deflater.setInput(bytes);
		deflater.finish();
		final ByteArrayOutputStream deflated = new ByteArrayOutputStream();
		final byte[] chunk = new byte[4096];
		while (!deflater.finished())
			deflated.write(chunk, 0, deflater.deflate(chunk));
		deflater.end();
		return deflated.toByteArray();
	}

	private static void number(final ByteArrayOutputStream to, final long value, final int bytes, final boolean big) {
		for (int i = 0; i < bytes; i++)
			to.write((int) (value >>> 8 * (big ? bytes - 1 - i : i)));
	}
}
