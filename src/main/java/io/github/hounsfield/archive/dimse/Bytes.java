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
import java.nio.charset.StandardCharsets;

/**
 * Numbers in bytes: the upper layer is big endian (PS3.8 section 9.3.1), command sets are little endian (PS3.7
 * 6.3.1).
 */
final class Bytes {

	private Bytes() {}

	static int int16(final byte[] bytes, final int at) {
		return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
	}

	static int int32(final byte[] bytes, final int at) {
		return int16(bytes, at) << 16 | int16(bytes, at + 2);
	}

	static void putInt32(final byte[] bytes, final int at, final int value) {
		for (int i = 0; i < 4; i++)
			bytes[at + i] = (byte) (value >>> 24 - 8 * i);
	}

	static void int16(final ByteArrayOutputStream out, final int value) {
		out.write(value >>> 8);
		out.write(value);
	}

	static void int32(final ByteArrayOutputStream out, final int value) {
		int16(out, value >>> 16);
		int16(out, value);
	}

	static int little16(final byte[] bytes, final int at) {
		return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
	}

	static int little32(final byte[] bytes, final int at) {
		return little16(bytes, at) | little16(bytes, at + 2) << 16;
	}

	static void little16(final ByteArrayOutputStream out, final int value) {
		out.write(value);
		out.write(value >>> 8);
	}

	static void little32(final ByteArrayOutputStream out, final int value) {
		little16(out, value);
		little16(out, value >>> 16);
	}

	/** Characters as they stand in AE titles and UIDs; one byte each. */
	static byte[] ascii(final String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/** Text without the spaces and zero bytes around it. */
	static String text(final byte[] bytes, final int from, final int length) {
		int start = from;
		int end = from + length;
		while (start < end && isPadding(bytes[start]))
			start++;
		while (end > start && isPadding(bytes[end - 1]))
			end--;
		return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
	}

	private static boolean isPadding(final byte b) {
		return b == ' ' || b == 0;
	}
}
