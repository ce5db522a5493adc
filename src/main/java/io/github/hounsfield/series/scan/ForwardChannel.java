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
package io.github.hounsfield.series.scan;

import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.ReadOnlyChannel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * A stream of known size read as a channel: a step forward skips, a step back begins again at the start. Holds no more
 * than one buffer. Not safe for several threads.
 */
final class ForwardChannel extends ReadOnlyChannel {

	/** Opens the stream at its first byte. */
	@FunctionalInterface
	interface Opener {

		InputStream open() throws IOException;
	}

	private static final int CHUNK = 32 * 1024;

	private final String name;
	private final long size;
	private final Opener opener;
	private final byte[] chunk = new byte[CHUNK];
	private InputStream in;
	private long inPosition;

	ForwardChannel(final String name, final long size, final Opener opener) {
		super(size);
		this.name = name;
		this.size = size;
		this.opener = opener;
	}

	@Override
	protected int read(final long from, final ByteBuffer into) throws IOException {
		catchUp(from);
		int total = 0;
		while (into.hasRemaining() && inPosition < size) {
			final int wanted = (int) Math.min(into.remaining(), size - inPosition);
			final int count;
			if (into.hasArray()) count = in.read(into.array(), into.arrayOffset() + into.position(), wanted);
			else count = in.read(chunk, 0, Math.min(wanted, chunk.length));
			if (count < 0) throw ended();
			if (into.hasArray()) into.position(into.position() + count);
			else into.put(chunk, 0, count);
			total += count;
			inPosition += count;
		}
		return total;
	}

	private void catchUp(final long position) throws IOException {
		if (in == null || inPosition > position) {
			release();
			in = opener.open();
			inPosition = 0;
		}
		while (inPosition < position) {
			final int count = in.read(chunk, 0, (int) Math.min(chunk.length, position - inPosition));
			if (count < 0) throw ended();
			inPosition += count;
		}
	}

	private DicomException ended() {
		return DicomException.at(name, inPosition, "the entry of the zip ends here", size + " bytes, as the zip says");
	}

	@Override
	protected void release() throws IOException {
		if (in != null) in.close();
		in = null;
	}
}
