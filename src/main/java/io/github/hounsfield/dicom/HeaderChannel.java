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

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;

/**
 * Reads a file's header. A {@link java.nio.channels.FileChannel} does the same, but takes longer to open, most of all
 * where its code runs for the first time. Not safe for several threads.
 */
final class HeaderChannel extends ReadOnlyChannel {

	private final RandomAccessFile file;
	private long next;

	private HeaderChannel(final RandomAccessFile file) throws IOException {
		super(file.length());
		this.file = file;
	}

	/** @throws java.io.FileNotFoundException for any reason why it cannot be opened */
	static HeaderChannel open(final File path) throws IOException {
		final RandomAccessFile file = new RandomAccessFile(path, "r");
		try {
			return new HeaderChannel(file);
		}
		catch (final IOException e) {
			Cleanup.after(e, file);
			throw e;
		}
	}

	@Override
	protected int read(final long from, final ByteBuffer into) throws IOException {
		if (from != next) file.seek(from);
		next = from;
		final byte[] bytes = into.hasArray() ? into.array() : new byte[into.remaining()];
		final int start = into.hasArray() ? into.arrayOffset() + into.position() : 0;
		final int count = file.read(bytes, start, into.remaining());
		if (count <= 0) return count;
		next += count;
		if (into.hasArray()) into.position(into.position() + count);
		else into.put(bytes, 0, count);
		return count;
	}

	@Override
	protected void release() throws IOException {
		file.close();
	}
}
