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
package io.github.hounsfield.pixel;

import io.github.hounsfield.dicom.BulkData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Reads parts of a value by their position, for several threads at once. Files need no lock, other sources do. */
final class PositionalInput implements AutoCloseable {

	/** Bytes that are read at once: a slice of 512 x 512 pixels of 16 bits. */
	static final int CHUNK = 512 * 1024;

	private static final ThreadLocal<ByteBuffer> BUFFER = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(CHUNK));

	private final BulkData value;
	private final SeekableByteChannel channel;

	PositionalInput(final BulkData value) throws IOException {
		this.value = value;
		this.channel = value.source().open();
	}

	BulkData value() {
		return value;
	}

	/** Bytes of the value that are there. */
	long available() {
		return Math.min(value.length(), value.available());
	}

	/**
	 * @param offset of the first byte within the value
	 * @param count at most {@link #CHUNK}
	 * @return this thread's buffer, from position 0 to limit count, in the byte order that was set last; valid until the
	 *          next call on this thread
	 */
	ByteBuffer read(final long offset, final int count) throws IOException {
		final ByteBuffer buffer = BUFFER.get();
		buffer.clear().limit(count);
		read(offset, buffer);
		return buffer.flip();
	}

	void read(final long offset, final byte[] into, final int at, final int count) throws IOException {
		for (int done = 0; done < count;) {
			final int part = Math.min(CHUNK, count - done);
			read(offset + done, part).get(into, at + done, part);
			done += part;
		}
	}

	private void read(final long offset, final ByteBuffer into) throws IOException {
		value.read(channel, offset, into);
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
