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

/** Writes what comes before a data set in a file: preamble, prefix and File Meta Information (PS3.10 section 7.1). */
final class FileMeta {

	private FileMeta() {}

	/** Appends them; all elements that the standard requires, in explicit VR little endian. */
	static void write(final ByteArrayOutputStream out, final String sopClassUid, final String sopInstanceUid,
		final String transferSyntaxUid)
	{
		final ByteArrayOutputStream meta = new ByteArrayOutputStream();
		header(meta, 0x0001, "OB");
		Bytes.little16(meta, 0);
		Bytes.little32(meta, 2);
		Bytes.little16(meta, 0x0100);
		text(meta, 0x0002, "UI", sopClassUid, '\0');
		text(meta, 0x0003, "UI", sopInstanceUid, '\0');
		text(meta, 0x0010, "UI", transferSyntaxUid, '\0');
		text(meta, 0x0012, "UI", AssociateRequest.IMPLEMENTATION_CLASS, '\0');
		text(meta, 0x0013, "SH", AssociateRequest.IMPLEMENTATION_VERSION, ' ');
		out.writeBytes(new byte[128]);
		out.writeBytes(Bytes.ascii("DICM"));
		header(out, 0x0000, "UL");
		Bytes.little16(out, 4);
		Bytes.little32(out, meta.size());
		out.writeBytes(meta.toByteArray());
	}

	private static void text(final ByteArrayOutputStream out, final int element, final String vr, final String value,
		final char padding)
	{
		final byte[] bytes = Bytes.ascii(value.length() % 2 == 0 ? value : value + padding);
		header(out, element, vr);
		Bytes.little16(out, bytes.length);
		out.writeBytes(bytes);
	}

	private static void header(final ByteArrayOutputStream out, final int element, final String vr) {
		Bytes.little16(out, 0x0002);
		Bytes.little16(out, element);
		out.writeBytes(Bytes.ascii(vr));
	}
}
