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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A channel for reading a known number of bytes. A subclass supplies them. Not safe for several threads. */
public abstract class ReadOnlyChannel implements SeekableByteChannel {

	private final long size;
	private long position;
	private boolean open = true;

	/** @param size how many bytes there are */
	protected ReadOnlyChannel(final long size) {
		this.size = size;
	}

	/**
	 * Reads some bytes.
	 *
	 * @param from position of the first one, below the size
	 * @param into takes as many as fit, or fewer; has room for at least one
	 * @return how many were read; -1 if there are none, although the size says so
	 */
	protected abstract int read(long from, ByteBuffer into) throws IOException;

	/** Closes what the bytes come from. Called once. */
	protected abstract void release() throws IOException;

	@Override
	public final int read(final ByteBuffer into) throws IOException {
		if (!open) throw new ClosedChannelException();
		if (position >= size) return -1;
		if (!into.hasRemaining()) return 0;
		final int count = read(position, into);
		if (count > 0) position += count;
		return count;
	}

	@Override
	public final int write(final ByteBuffer from) {
		throw new NonWritableChannelException();
	}

	@Override
	public final long position() {
		return position;
	}

	@Override
	public final SeekableByteChannel position(final long newPosition) {
		if (newPosition < 0) throw new IllegalArgumentException("position " + newPosition);
		position = newPosition;
		return this;
	}

	@Override
	public final long size() {
		return size;
	}

	@Override
	public final SeekableByteChannel truncate(final long newSize) {
		throw new NonWritableChannelException();
	}

	@Override
	public final boolean isOpen() {
		return open;
	}

	@Override
	public final void close() throws IOException {
		if (!open) return;
		open = false;
		release();
	}
}
