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

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a stream into the protocol data units of PS3.8 section 9.3. One buffer holds the last unit. It grows with the
 * bytes that come, never with a claimed length. Not safe for several threads.
 */
final class PduInput {

	static final int ASSOCIATE_RQ = 0x01;
	static final int ASSOCIATE_AC = 0x02;
	static final int ASSOCIATE_RJ = 0x03;
	static final int P_DATA_TF = 0x04;
	static final int RELEASE_RQ = 0x05;
	static final int RELEASE_RP = 0x06;
	static final int ABORT = 0x07;

	/** Longest unit, bytes. No archive sends more, and memory holds it. */
	static final int LONGEST = (1 << 20) + 6;

	/** The shortest unit of the standard: reject, release and abort have 4 bytes (PS3.8 sections 9.3.4 to 9.3.8). */
	static final int SHORTEST = 4;

	private static final int HEADER = 6;
	private static final int FIRST_BUFFER = 16 * 1024;

	private final InputStream in;
	private byte[] body = new byte[FIRST_BUFFER];
	private int length;

	PduInput(final InputStream in) {
		this.in = in;
	}

	/**
	 * Reads the next unit.
	 *
	 * @return its type, or -1 where the stream ends before a first byte
	 * @throws UpperLayerException where it is of no known type, or too long or too short
	 * @throws EOFException where the stream ends inside it
	 */
	int next() throws IOException {
		final int type = in.read();
		if (type < 0) return -1;
		final byte[] header = new byte[HEADER];
		for (int got = 1; got < HEADER;) {
			final int count = in.read(header, got, HEADER - got);
			if (count < 0) throw new EOFException("the connection was closed after " + got + " of the " + HEADER +
				" bytes that a unit begins with");
			got += count;
		}
		if (type < ASSOCIATE_RQ || type > ABORT) throw new UpperLayerException("found a protocol data unit of type " +
			type +
			"; expected one of 1 to 7 (PS3.8 section 9.3)");
		final long claimed = Bytes.int32(header, 2) & 0xFFFFFFFFL;
		if (claimed < SHORTEST || claimed > LONGEST) throw new UpperLayerException("a protocol data unit claims " +
			claimed +
			" bytes; expected " + SHORTEST + " to " + LONGEST);
		fill(type, (int) claimed);
		return type;
	}

	private void fill(final int type, final int claimed) throws IOException {
		length = 0;
		while (length < claimed) {
			if (length == body.length) {
				final byte[] longer = new byte[Math.min(2 * body.length, LONGEST)];
				System.arraycopy(body, 0, longer, 0, length);
				body = longer;
			}
			final int count = in.read(body, length, Math.min(body.length, claimed) - length);
			if (count < 0) throw new EOFException("the connection was closed after " + length + " of " + claimed +
				" bytes of a unit of type " + type);
			length += count;
		}
	}

	/** The bytes after the header of the last unit. They change with the next unit. */
	byte[] body() {
		return body;
	}

	/** How many of the bytes count. */
	int length() {
		return length;
	}
}
