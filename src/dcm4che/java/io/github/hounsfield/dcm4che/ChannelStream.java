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
package io.github.hounsfield.dcm4che;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * A channel as the stream that dcm4che reads. Skipping, marking and going back to the mark only move, however far. Not
 * safe for several threads.
 */
final class ChannelStream extends InputStream {

	private static final int BUFFER = 16 * 1024;

	private final SeekableByteChannel channel;
	private final long size;
	private final byte[] buffer;
	private long bufferStart;
	private int bufferSize;
	private int next;
	private long mark;

	ChannelStream(final SeekableByteChannel channel) throws IOException {
		this.channel = channel;
		this.size = channel.size();
		this.buffer = new byte[(int) Math.min(BUFFER, size)];
	}

	/** Bytes of the whole channel. */
	long size() {
		return size;
	}

	/** Of the next byte. */
	long position() {
		return bufferStart + next;
	}

	private void seek(final long position) {
		if (position >= bufferStart && position <= bufferStart + bufferSize) next = (int) (position - bufferStart);
		else {
			bufferStart = position;
			bufferSize = next = 0;
		}
	}

	private boolean fill() throws IOException {
		if (next < bufferSize) return true;
		final long from = position();
		if (from >= size) return false;
		channel.position(from);
		final int count = channel.read(ByteBuffer.wrap(buffer));
		bufferStart = from;
		bufferSize = Math.max(0, count);
		next = 0;
		return count > 0;
	}

	@Override
	public int read() throws IOException {
		return fill() ? buffer[next++] & 0xFF : -1;
	}

	@Override
	public int read(final byte[] into, final int offset, final int length) throws IOException {
		if (length == 0) return 0;
		if (!fill()) return -1;
		final int count = Math.min(length, bufferSize - next);
		System.arraycopy(buffer, next, into, offset, count);
		next += count;
		return count;
	}

	@Override
	public long skip(final long count) {
		final long skipped = Math.max(0, Math.min(count, size - position()));
		seek(position() + skipped);
		return skipped;
	}

	@Override
	public int available() {
		return (int) Math.min(Integer.MAX_VALUE, size - position());
	}

	@Override
	public boolean markSupported() {
		return true;
	}

	@Override
	public void mark(final int readLimit) {
		mark = position();
	}

	@Override
	public void reset() {
		seek(mark);
	}
}
