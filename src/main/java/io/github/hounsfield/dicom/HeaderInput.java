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
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * Reads numbers and bytes forward from a channel through one buffer. Every read first checks that the file has the
 * bytes. If it has not, that is a {@link DicomException} before anything is allocated. Not safe for several threads.
 */
final class HeaderInput {

	/** Most headers fit into one read of this many bytes. */
	private static final int BUFFER = 16 * 1024;

	private final String source;
	private final SeekableByteChannel channel;
	private final long size;
	private final byte[] buffer;
	private long bufferStart;
	private int bufferSize;
	private int next;
	private boolean bigEndian;

	HeaderInput(final String source, final SeekableByteChannel channel) throws IOException {
		this.source = source;
		this.channel = channel;
		this.size = channel.size();
		this.buffer = new byte[(int) Math.min(BUFFER, size)];
		this.bufferStart = channel.position();
	}

	String source() {
		return source;
	}

	/** Bytes of the whole file. */
	long size() {
		return size;
	}

	/** Position of the next byte in the file. */
	long position() {
		return bufferStart + next;
	}

	long remaining() {
		return size - position();
	}

	void setBigEndian(final boolean bigEndian) {
		this.bigEndian = bigEndian;
	}

	boolean isBigEndian() {
		return bigEndian;
	}

	void seek(final long position) {
		if (position >= bufferStart && position <= bufferStart + bufferSize) next = (int) (position - bufferStart);
		else {
			bufferStart = position;
			bufferSize = next = 0;
		}
	}

	int readByte() throws IOException {
		need(1);
		return buffer[next++] & 0xFF;
	}

	/** The next byte, without moving. */
	int peekByte() throws IOException {
		need(1);
		return buffer[next] & 0xFF;
	}

	int readShort() throws IOException {
		need(2);
		final int at = next;
		next = at + 2;
		return bigEndian ? (buffer[at] & 0xFF) << 8 | buffer[at + 1] & 0xFF : (buffer[at + 1] & 0xFF) << 8 | buffer[at] &
			0xFF;
	}

	/** An unsigned number of 32 bits. */
	long readLength() throws IOException {
		need(4);
		final byte[] b = buffer;
		final int at = next;
		next = at + 4;
		final int bits = bigEndian ? (b[at] & 0xFF) << 24 | (b[at + 1] & 0xFF) << 16 | (b[at + 2] & 0xFF) << 8 | b[at + 3] &
			0xFF : (b[at + 3] & 0xFF) << 24 | (b[at + 2] & 0xFF) << 16 | (b[at + 1] & 0xFF) << 8 | b[at] & 0xFF;
		return bits & 0xFFFFFFFFL;
	}

	/** Group and element, as 0xGGGGEEEE. */
	int readTag() throws IOException {
		need(4);
		next += 4;
		return tag(buffer, next - 4);
	}

	/** The byte at another position, without moving there. The caller has checked that it exists. */
	int peekByte(final long position) throws IOException {
		if (position >= bufferStart && position < bufferStart + bufferSize) return buffer[(int) (position - bufferStart)] &
			0xFF;
		final byte[] bytes = new byte[1];
		channel.position(position);
		fill(ByteBuffer.wrap(bytes));
		return bytes[0] & 0xFF;
	}

	/** The tag at another position, without moving there. The caller has checked that 4 bytes exist. */
	int peekTag(final long position) throws IOException {
		if (position >= bufferStart && position + 4 <= bufferStart + bufferSize) return tag(buffer, (int) (position -
			bufferStart));
		final byte[] bytes = new byte[4];
		channel.position(position);
		fill(ByteBuffer.wrap(bytes));
		return tag(bytes, 0);
	}

	private int tag(final byte[] bytes, final int at) {
		final int b0 = bytes[at] & 0xFF;
		final int b1 = bytes[at + 1] & 0xFF;
		final int b2 = bytes[at + 2] & 0xFF;
		final int b3 = bytes[at + 3] & 0xFF;
		return bigEndian ? b0 << 24 | b1 << 16 | b2 << 8 | b3 : b1 << 24 | b0 << 16 | b3 << 8 | b2;
	}

	/** @param length at most {@link #remaining()}; the caller has checked it */
	byte[] readBytes(final int length) throws IOException {
		if (length > remaining()) throw ends(length);
		final byte[] bytes = new byte[length];
		final int buffered = Math.min(length, bufferSize - next);
		System.arraycopy(buffer, next, bytes, 0, buffered);
		next += buffered;
		if (buffered < length) {
			final long from = position();
			channel.position(from);
			fill(ByteBuffer.wrap(bytes, buffered, length - buffered));
			bufferStart = from + length - buffered;
			bufferSize = next = 0;
		}
		return bytes;
	}

	private void need(final int count) throws IOException {
		if (bufferSize - next >= count) return;
		if (count > remaining()) throw ends(count);
		final long from = position();
		channel.position(from);
		final ByteBuffer into = ByteBuffer.wrap(buffer, 0, (int) Math.min(buffer.length, size - from));
		fill(into);
		bufferStart = from;
		bufferSize = into.limit();
		next = 0;
	}

	private void fill(final ByteBuffer into) throws IOException {
		while (into.hasRemaining())
			if (channel.read(into) < 0) throw DicomException.at(source, channel.position(),
				"the file became shorter while it was read", "");
	}

	private DicomException ends(final long needed) {
		return DicomException.at(source, position(), "the file was cut: it has " + size + " bytes, and " +
			remaining() + " of them from here on", needed + " from here on");
	}

	/**
	 * Reads elements as nearly all are: in explicit VR little endian, whole in the buffer, in the order of their tags,
	 * with a length of 16 bits other than 0. Stops before the first that is not so, or that has a meaning for others.
	 */
	void readPlain(final DataSet.Builder into) {
		final byte[] b = buffer;
		int last = into.lastTag();
		int at = next;
		while (at + 8 <= bufferSize) {
			final int tag = (b[at + 1] & 0xFF) << 24 | (b[at] & 0xFF) << 16 | (b[at + 3] & 0xFF) << 8 | b[at + 2] & 0xFF;
			if (Integer.compareUnsigned(tag, last) <= 0 || tag >>> 16 == 0xFFFE || Tag.isPixelData(tag)) break;
			if (tag == Tag.SpecificCharacterSet || tag == Tag.PixelRepresentation) break;
			final Vr vr = Vr.of(b[at + 4], b[at + 5]);
			final int length = (b[at + 7] & 0xFF) << 8 | b[at + 6] & 0xFF;
			if (vr == null || vr.hasLongLength() || length == 0 || length > bufferSize - at - 8) break;
			into.add(Element.of(tag, vr, bufferStart + at, Arrays.copyOfRange(b, at + 8, at + 8 + length), false));
			last = tag;
			at += 8 + length;
		}
		next = at;
	}

	/** Whether zero bytes come next. Some writers fill the file up with them after the last element. */
	boolean isZeroPadding() throws IOException {
		if (peekByte() != 0) return false;
		final long start = position();
		boolean zero = true;
		for (long left = Math.min(8, remaining()); zero && left > 0; left--)
			zero = readByte() == 0;
		seek(start);
		return zero;
	}

	/** Steps over fragments and their end. */
	void skipFragments(final int tag, final long start, final long end) throws IOException {
		while (true) {
			final int item = readTag();
			final long length = readLength();
			if (item == Tag.SequenceDelimitationItem) return;
			if (item != Tag.Item || length > end - position()) throw DicomException.of(source(), tag, start,
				"its fragments are broken at byte " + position(), "a whole fragment or the end of the fragments");
			seek(position() + length);
		}
	}
}
