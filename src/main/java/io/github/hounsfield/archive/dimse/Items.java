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
package io.github.hounsfield.archive.dimse;

import java.io.ByteArrayOutputStream;

/** The items inside A-ASSOCIATE units: type, a reserved byte, 16-bit length, value (PS3.8 section 9.3.2). */
final class Items {

	static final int APPLICATION_CONTEXT = 0x10;
	static final int CONTEXT_RQ = 0x20;
	static final int CONTEXT_AC = 0x21;
	static final int ABSTRACT_SYNTAX = 0x30;
	static final int TRANSFER_SYNTAX = 0x40;
	static final int USER_INFORMATION = 0x50;
	static final int MAXIMUM_LENGTH = 0x51;
	/** PS3.7 sections D.3.3.2 and D.3.3.4. */
	static final int IMPLEMENTATION_CLASS = 0x52;
	static final int ROLE_SELECTION = 0x54;
	static final int IMPLEMENTATION_VERSION = 0x55;

	private final byte[] bytes;
	private final int end;
	private int at;
	private int type;
	private int length;

	/** Reads the items between two positions. */
	Items(final byte[] bytes, final int from, final int end) {
		this.bytes = bytes;
		this.at = from;
		this.end = end;
	}

	/** The items inside the present one, without the first bytes of it. */
	Items inside(final int skip) throws UpperLayerException {
		if (skip > length) throw new UpperLayerException("item " + Integer.toHexString(type) + "H of an A-ASSOCIATE unit has "
			+ length + " bytes; expected at least " + skip);
		return new Items(bytes, at - length + skip, at);
	}

	/** @return whether there is another one; afterwards it is the present one */
	boolean next() throws UpperLayerException {
		if (at == end) return false;
		if (end - at < 4) throw new UpperLayerException("an item of an A-ASSOCIATE unit needs 4 bytes, but " + (end - at) +
			" are left");
		type = bytes[at] & 0xFF;
		length = Bytes.int16(bytes, at + 2);
		at += 4;
		if (length > end - at) throw new UpperLayerException("item " + Integer.toHexString(type) +
			"H of an A-ASSOCIATE unit claims " + length + " bytes, but " + (end - at) + " are left");
		at += length;
		return true;
	}

	int type() {
		return type;
	}

	int length() {
		return length;
	}

	/** The present item as text. */
	String text() {
		return Bytes.text(bytes, at - length, length);
	}

	String text(final int offset, final int count) throws UpperLayerException {
		need(offset + count);
		return Bytes.text(bytes, at - length + offset, count);
	}

	int byteAt(final int offset) throws UpperLayerException {
		need(offset + 1);
		return bytes[at - length + offset] & 0xFF;
	}

	int int16At(final int offset) throws UpperLayerException {
		need(offset + 2);
		return Bytes.int16(bytes, at - length + offset);
	}

	long int32At(final int offset) throws UpperLayerException {
		need(offset + 4);
		return Bytes.int32(bytes, at - length + offset) & 0xFFFFFFFFL;
	}

	private void need(final int count) throws UpperLayerException {
		if (count > length) throw new UpperLayerException("item " + Integer.toHexString(type) +
			"H of an A-ASSOCIATE unit has " + length + " bytes; expected at least " + count);
	}

	/** Appends one item. */
	static void write(final ByteArrayOutputStream out, final int type, final byte[] value) {
		out.write(type);
		out.write(0);
		Bytes.int16(out, value.length);
		out.writeBytes(value);
	}

	static void write(final ByteArrayOutputStream out, final int type, final String value) {
		write(out, type, Bytes.ascii(value));
	}
}
