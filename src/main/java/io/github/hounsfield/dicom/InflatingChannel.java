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
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates while it is read. A step back begins anew at the start. Not safe for several threads. */
final class InflatingChannel extends ReadOnlyChannel {

	private static final int CHUNK = 16 * 1024;

	private final DicomSource source;
	private final SeekableByteChannel deflated;
	private final long start;
	private final long size;
	private final byte[] input = new byte[CHUNK];
	private Inflater inflater;
	private long inflated;
	private boolean ended;

	InflatingChannel(final DicomSource source, final long start, final long size) throws IOException {
		super(size);
		this.source = source;
		this.deflated = source.open();
		this.start = start;
		this.size = size;
		restart();
	}

	/** Bytes of the whole file. */
	long deflatedSize() throws IOException {
		return deflated.size();
	}

	/** Whether the deflated bytes have a proper end. */
	boolean isFinished() {
		return inflater.finished();
	}

	/**
	 * Inflates all bytes.
	 *
	 * @return the number of bytes
	 * @throws DicomException where it is more than the limit
	 */
	long measure(final long limit) throws IOException {
		final byte[] chunk = new byte[CHUNK];
		for (int count = inflate(chunk, 0, CHUNK); count > 0; count = inflate(chunk, 0, CHUNK))
			if (inflated > limit) throw DicomException.at(source.name(), start, "the deflated data set of " + (deflated
				.size() - start) + " bytes inflates to more than that allows", "at most " + limit + " bytes");
		return inflated;
	}

	private void restart() throws IOException {
		if (inflater != null) inflater.end();
		inflated = 0;
		ended = false;
		deflated.position(start);
		inflater = new Inflater(!hasZlibHeader());
		deflated.position(start);
	}

	/** Some writers put the two bytes of RFC 1950 in front. */
	private boolean hasZlibHeader() throws IOException {
		final ByteBuffer two = ByteBuffer.wrap(input, 0, 2);
		while (two.hasRemaining())
			if (deflated.read(two) < 0) return false;
		return input[0] == 0x78 && ((input[0] & 0xFF) << 8 | input[1] & 0xFF) % 31 == 0;
	}

	/** @return the number of bytes, 0 at the end or where the deflated bytes are damaged */
	private int inflate(final byte[] into, final int offset, final int length) throws IOException {
		try {
			while (!ended) {
				final int count = inflater.inflate(into, offset, length);
				inflated += count;
				if (count > 0) return count;
				if (inflater.finished() || inflater.needsDictionary()) break;
				final int fresh = deflated.read(ByteBuffer.wrap(input));
				if (fresh <= 0) break;
				inflater.setInput(input, 0, fresh);
			}
		}
		catch (final DataFormatException e) {
			ended = true;
		}
		ended = true;
		return 0;
	}

	@Override
	protected int read(final long from, final ByteBuffer into) throws IOException {
		catchUp(from);
		if (inflated < from) return -1;
		final int wanted = (int) Math.min(into.remaining(), size - from);
		final int count;
		if (into.hasArray()) {
			count = inflate(into.array(), into.arrayOffset() + into.position(), wanted);
			into.position(into.position() + count);
		}
		else {
			final byte[] chunk = new byte[Math.min(wanted, CHUNK)];
			count = inflate(chunk, 0, chunk.length);
			into.put(chunk, 0, count);
		}
		return count == 0 ? -1 : count;
	}

	private void catchUp(final long position) throws IOException {
		if (position < inflated) restart();
		if (position == inflated) return;
		final byte[] skipped = new byte[(int) Math.min(CHUNK, position - inflated)];
		while (inflated < position)
			if (inflate(skipped, 0, (int) Math.min(skipped.length, position - inflated)) == 0) break;
	}

	@Override
	protected void release() throws IOException {
		inflater.end();
		deflated.close();
	}
}
