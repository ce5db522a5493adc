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
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * The data set of a deflated transfer syntax (PS3.5 section A.5): raw deflate (RFC 1951) from a position on. It is
 * inflated once to learn its size. The bytes are kept softly if they are not much larger than the file. A larger data
 * set is inflated again when its pixels are read.
 */
final class InflatedSource implements DicomSource {

	/** Bytes that a small file may inflate to. An empty image shrinks a thousandfold. */
	private static final long LARGEST = 256L << 20;

	/** A large file may inflate to this multiple of its size. */
	private static final long LARGEST_RATIO = 20;

	/** Bytes are kept up to this multiple of the deflated size, and up to the largest deflated size below. */
	private static final int KEPT_RATIO = 3;
	private static final long KEPT_LARGEST = 32L << 20;

	private final DicomSource deflated;
	private final long start;
	private final long size;
	private final boolean cut;
	private SoftReference<byte[]> bytes = new SoftReference<>(null);

	private InflatedSource(final DicomSource deflated, final long start) throws IOException {
		this.deflated = deflated;
		this.start = start;
		try (InflatingChannel channel = new InflatingChannel(deflated, start, Long.MAX_VALUE)) {
			final long length = channel.deflatedSize() - start;
			final long limit = Math.min(Math.max(LARGEST, length * LARGEST_RATIO), Integer.MAX_VALUE - 8L);
			final byte[] kept = new byte[length > KEPT_LARGEST ? 0 : (int) length * KEPT_RATIO];
			final ByteBuffer into = ByteBuffer.wrap(kept);
			while (into.hasRemaining() && channel.read(into) >= 0)
				continue;
			this.size = into.hasRemaining() ? into.position() : channel.measure(limit);
			this.cut = !channel.isFinished();
			if (into.hasRemaining()) bytes = new SoftReference<>(kept);
		}
	}

	/**
	 * @param start of the deflated bytes
	 * @throws DicomException where they inflate to more than an image can justify
	 */
	static InflatedSource of(final DicomSource deflated, final long start) throws IOException {
		return new InflatedSource(deflated, start);
	}

	/** Whether the deflated bytes break off or are damaged. All before that can be read. */
	boolean isCut() {
		return cut;
	}

	@Override
	public String name() {
		return deflated.name();
	}

	/** A channel for reading forward. It inflates while it is read, unless the bytes were kept. */
	SeekableByteChannel openForward() throws IOException {
		final byte[] kept = bytes.get();
		return kept != null ? new ByteArrayChannel(kept, (int) size) : new InflatingChannel(deflated, start, size);
	}

	@Override
	public SeekableByteChannel open() throws IOException {
		return new ByteArrayChannel(bytes(), (int) size);
	}

	/** The inflated bytes. The first {@link #size} of them count. */
	private synchronized byte[] bytes() throws IOException {
		final byte[] kept = bytes.get();
		if (kept != null) return kept;
		final byte[] all = new byte[(int) size];
		try (SeekableByteChannel channel = new InflatingChannel(deflated, start, size)) {
			final ByteBuffer into = ByteBuffer.wrap(all);
			while (into.hasRemaining())
				if (channel.read(into) < 0) throw DicomException.at(name(), start,
					"the deflated data set became shorter while it was read", "");
		}
		bytes = new SoftReference<>(all);
		return all;
	}
}
