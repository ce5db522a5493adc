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
import java.io.OutputStream;

/**
 * Writes protocol data units (PS3.8 section 9.3). Data go out in fragments that the other side's maximum length allows
 * (section D.1), one presentation data value in each unit. Not safe for several threads.
 */
final class PduOutput {

	/** Longest P-DATA-TF that is sent, whatever the other side allows, without its header. Bytes. */
	static final int LONGEST = 128 * 1024;

	/** Item length, context ID and message control header (PS3.8 section 9.3.5.1). */
	private static final int ITEM_HEADER = 6;

	private static final int HEADER = 6;
	private static final int COMMAND = 1;
	private static final int LAST = 2;

	private final OutputStream out;
	private byte[] buffer = new byte[0];

	PduOutput(final OutputStream out) {
		this.out = out;
	}

	/**
	 * @param maximum longest P-DATA-TF without its header that the other side takes; 0: any
	 * @throws UpperLayerException where no byte of data would fit in
	 */
	void setMaximum(final long maximum) throws UpperLayerException {
		if (maximum != 0 && maximum <= ITEM_HEADER) throw new UpperLayerException("the maximum length is " + maximum +
			" bytes; expected more than " + ITEM_HEADER + " (PS3.8 section D.1)");
		buffer = new byte[HEADER + (int) (maximum == 0 ? LONGEST : Math.min(maximum, LONGEST))];
	}

	/** One unit whole. */
	void unit(final int type, final byte[] body) throws IOException {
		final byte[] whole = new byte[HEADER + body.length];
		whole[0] = (byte) type;
		Bytes.putInt32(whole, 2, body.length);
		System.arraycopy(body, 0, whole, HEADER, body.length);
		out.write(whole);
		out.flush();
	}

	/** A command set, or an identifier. */
	void data(final int contextId, final boolean command, final byte[] bytes) throws IOException {
		int at = 0;
		do {
			final int count = Math.min(bytes.length - at, buffer.length - HEADER - ITEM_HEADER);
			System.arraycopy(bytes, at, buffer, HEADER + ITEM_HEADER, count);
			at += count;
			fragment(contextId, (command ? COMMAND : 0) | (at == bytes.length ? LAST : 0), count);
		}
		while (at < bytes.length);
		out.flush();
	}

	/**
	 * A data set as it lies in a file.
	 *
	 * @param length bytes to send
	 * @throws EOFException where the stream has fewer
	 */
	void data(final int contextId, final InputStream in, final long length) throws IOException {
		long left = length;
		do {
			final int count = (int) Math.min(left, buffer.length - HEADER - ITEM_HEADER);
			if (in.readNBytes(buffer, HEADER + ITEM_HEADER, count) < count) throw new EOFException(
				"the file became shorter while it was sent");
			left -= count;
			fragment(contextId, left == 0 ? LAST : 0, count);
		}
		while (left > 0);
		out.flush();
	}

	private void fragment(final int contextId, final int control, final int count) throws IOException {
		buffer[0] = PduInput.P_DATA_TF;
		buffer[1] = 0;
		Bytes.putInt32(buffer, 2, ITEM_HEADER + count);
		Bytes.putInt32(buffer, HEADER, 2 + count);
		buffer[HEADER + 4] = (byte) contextId;
		buffer[HEADER + 5] = (byte) control;
		out.write(buffer, 0, HEADER + ITEM_HEADER + count);
	}
}
