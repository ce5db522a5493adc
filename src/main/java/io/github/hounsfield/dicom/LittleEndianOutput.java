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
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;

/** Writes numbers and bytes through one buffer. The channel stays the caller's. Not safe for several threads. */
final class LittleEndianOutput {

	private static final int BUFFER = 64 * 1024;

	private final WritableByteChannel channel;
	private final ByteBuffer buffer;

	LittleEndianOutput(final WritableByteChannel channel) {
		this(channel, ByteBuffer.allocate(BUFFER));
	}

	/** @param buffer is overwritten; it may serve for one output after another */
	LittleEndianOutput(final WritableByteChannel channel, final ByteBuffer buffer) {
		this.channel = channel;
		this.buffer = buffer.clear().order(ByteOrder.LITTLE_ENDIAN);
	}

	void writeTag(final int tag) throws IOException {
		need(4);
		buffer.putShort((short) (tag >>> 16)).putShort((short) tag);
	}

	void writeShort(final int value) throws IOException {
		need(2);
		buffer.putShort((short) value);
	}

	void writeInt(final int value) throws IOException {
		need(4);
		buffer.putInt(value);
	}

	void writeByte(final int value) throws IOException {
		need(1);
		buffer.put((byte) value);
	}

	/** Writes bytes. Those that would fill the buffer go directly to the channel. */
	void write(final byte[] bytes) throws IOException {
		if (bytes.length >= buffer.capacity()) {
			flush();
			final ByteBuffer all = ByteBuffer.wrap(bytes);
			while (all.hasRemaining())
				channel.write(all);
			return;
		}
		int from = 0;
		while (from < bytes.length) {
			need(1);
			final int count = Math.min(buffer.remaining(), bytes.length - from);
			buffer.put(bytes, from, count);
			from += count;
		}
	}

	/**
	 * Copies part of a value that stays in its source.
	 *
	 * @param from open on the source of the bulk data
	 * @param offset of the first byte within the value
	 * @param unit bytes of a number, whose order is reversed; 1 for a plain copy
	 */
	void copy(final BulkData bulk, final SeekableByteChannel from, final long offset, final long length, final int unit)
		throws IOException
	{
		long at = offset;
		final long end = offset + length;
		final FileChannel target = channel instanceof FileTarget file ? file.file() : channel instanceof FileChannel file
			? file : null;
		final boolean complete = end <= Math.min(bulk.length(), bulk.available());
		if (unit == 1 && complete && length > buffer.capacity() && target != null && from instanceof FileChannel source) at +=
			transfer(source, bulk.position() + offset, length, target);
		final long whole = length / unit * unit + offset;
		while (at < end) {
			need(unit);
			int count = (int) Math.min(buffer.remaining(), end - at);
			if (at + count < end) count = count / unit * unit;
			final int start = buffer.position();
			buffer.limit(start + count);
			bulk.read(from, at, buffer);
			buffer.limit(buffer.capacity());
			swap(buffer.array(), buffer.arrayOffset() + start, (int) (Math.min(at + count, whole) - at), unit);
			at += count;
		}
	}

	/**
	 * Copies from file to file, if the system can do that.
	 *
	 * @return how many bytes were copied; the caller reads and writes the rest, and so learns which of the two fails
	 */
	private long transfer(final FileChannel source, final long position, final long length, final FileChannel target)
		throws IOException
	{
		flush();
		final long start = target.position();
		long done = 0;
		try {
			while (done < length) {
				final long count = source.transferTo(position + done, length - done, target);
				if (count <= 0) break;
				done += count;
			}
		}
		catch (final IOException e) {
			target.position(start + done);
		}
		return done;
	}

	/** Reverses the bytes of each number. A rest that is no whole number stays as it is. */
	static void swap(final byte[] bytes, final int start, final int length, final int unit) {
		if (unit == 1) return;
		for (int number = start; number + unit <= start + length; number += unit)
			for (int low = number, high = number + unit - 1; low < high; low++, high--) {
				final byte b = bytes[low];
				bytes[low] = bytes[high];
				bytes[high] = b;
			}
	}

	void flush() throws IOException {
		buffer.flip();
		while (buffer.hasRemaining())
			channel.write(buffer);
		buffer.clear();
	}

	private void need(final int count) throws IOException {
		if (buffer.remaining() < count) flush();
	}
}
