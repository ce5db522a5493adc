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
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/**
 * The value of an element that stays in its file: Pixel Data, and long private values.
 *
 * @param source holds the bytes; for a deflated transfer syntax, the inflated ones
 * @param position of the value's first byte in the source
 * @param length bytes that the element claims; for fragments (undefined length) all up to the end of the source
 * @param available bytes from position to the end of the source
 * @param encapsulated whether the value is a sequence of fragments (PS3.5 section A.4)
 */
public record BulkData(DicomSource source, long position, long length, long available, boolean encapsulated) {

	/** Whether the source ends before the value does. */
	public boolean isTruncated() {
		return length > available;
	}

	/**
	 * Reads part of the value. Several threads may read through one channel at once.
	 *
	 * @param channel open on {@link #source()}; the position of a channel that is no file channel is changed
	 * @param offset of the first byte within the value
	 * @param into filled from its position to its limit
	 * @throws DicomException where the value or the source ends before the buffer is full
	 */
	public void read(final SeekableByteChannel channel, final long offset, final ByteBuffer into) throws IOException {
		if (offset < 0 || offset + into.remaining() > Math.min(length, available)) throw DicomException.at(source.name(),
			position + Math.min(length, available), "the value ends here", into.remaining() + " bytes from byte " +
				(position + offset) + " on");
		if (channel instanceof FileChannel) {
			long at = position + offset;
			while (into.hasRemaining()) {
				final int count = ((FileChannel) channel).read(into, at);
				if (count < 0) throw shorter(at);
				at += count;
			}
			return;
		}
		synchronized (channel) {
			channel.position(position + offset);
			while (into.hasRemaining())
				if (channel.read(into) < 0) throw shorter(channel.position());
		}
	}

	private DicomException shorter(final long at) {
		return DicomException.at(source.name(), at, "the file became shorter while it was read", "");
	}

	/** Reads the whole value. */
	public byte[] read() throws IOException {
		if (isTruncated()) throw DicomException.at(source.name(), position, "the value has " + length +
			" bytes", "at most the " + available + " that are left in the file");
		if (length > Integer.MAX_VALUE - 8) throw DicomException.at(source.name(), position, "a value of " + length +
			" bytes cannot be read at once", "at most " + (Integer.MAX_VALUE - 8));
		final byte[] bytes = new byte[(int) length];
		try (SeekableByteChannel channel = source.open()) {
			read(channel, 0, ByteBuffer.wrap(bytes));
		}
		return bytes;
	}
}
