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

import io.github.hounsfield.dicom.DicomException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * A stream of known size read as a channel: a step forward skips, a step back begins again at the start. Holds no more
 * than one buffer. Not safe for several threads.
 */
final class ForwardChannel implements SeekableByteChannel {

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
	private long position;
	private boolean open = true;

	ForwardChannel(final String name, final long size, final Opener opener) {
		this.name = name;
		this.size = size;
		this.opener = opener;
	}

	@Override
	public int read(final ByteBuffer dst) throws IOException {
		if (!open) throw new ClosedChannelException();
		if (position >= size) return -1;
		catchUp();
		int total = 0;
		while (dst.hasRemaining() && position < size) {
			final int wanted = (int) Math.min(Math.min(dst.remaining(), size - position), chunk.length);
			final int count;
			if (dst.hasArray()) count = in.read(dst.array(), dst.arrayOffset() + dst.position(), (int) Math.min(dst
				.remaining(), size - position));
			else count = in.read(chunk, 0, wanted);
			if (count < 0) throw ended();
			if (dst.hasArray()) dst.position(dst.position() + count);
			else dst.put(chunk, 0, count);
			total += count;
			position += count;
			inPosition += count;
		}
		return total;
	}

	private void catchUp() throws IOException {
		if (in == null || inPosition > position) {
			if (in != null) in.close();
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
		return DicomException.at(name, inPosition, "the entry ends here, though the zip says it has " + size + " bytes");
	}

	@Override
	public int write(final ByteBuffer src) {
		throw new NonWritableChannelException();
	}

	@Override
	public long position() {
		return position;
	}

	@Override
	public SeekableByteChannel position(final long newPosition) {
		if (newPosition < 0) throw new IllegalArgumentException("position " + newPosition);
		position = newPosition;
		return this;
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public SeekableByteChannel truncate(final long newSize) {
		throw new NonWritableChannelException();
	}

	@Override
	public boolean isOpen() {
		return open;
	}

	@Override
	public void close() throws IOException {
		open = false;
		if (in != null) in.close();
		in = null;
	}
}
