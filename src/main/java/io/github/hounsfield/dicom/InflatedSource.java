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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The data set of a deflated transfer syntax (PS3.5 section A.5): raw deflate (RFC 1951) from a position on. */
final class InflatedSource implements DicomSource {

	/** An image never shrinks more than this; what claims to is an attack or a broken file. */
	private static final long LARGEST_RATIO = 200;
	private static final int CHUNK = 64 * 1024;

	private final DicomSource deflated;
	private final long start;

	private InflatedSource(final DicomSource deflated, final long start) {
		this.deflated = deflated;
		this.start = start;
	}

	static DicomSource of(final DicomSource deflated, final long start) {
		return new InflatedSource(deflated, start);
	}

	@Override
	public String name() {
		return deflated.name();
	}

	@Override
	public SeekableByteChannel open() throws IOException {
		final Inflater inflater = new Inflater(true);
		try (SeekableByteChannel channel = deflated.open()) {
			final long limit = Math.min((channel.size() - start) * LARGEST_RATIO + CHUNK, Integer.MAX_VALUE - 8L);
			channel.position(start);
			final ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
			final byte[] chunk = new byte[CHUNK];
			final ByteBuffer input = ByteBuffer.allocate(CHUNK);
			while (!inflater.finished()) {
				final int count = inflater.inflate(chunk);
				out.write(chunk, 0, count);
				if (out.size() > limit) throw DicomException.at(name(), start, "the deflated data set grows beyond " +
					LARGEST_RATIO + " times its size");
				if (count > 0 || inflater.finished()) continue;
				if (inflater.needsDictionary()) throw DicomException.at(name(), start, "the deflate stream asks for a dictionary");
				input.clear();
				if (channel.read(input) <= 0) break;
				inflater.setInput(input.array(), 0, input.position());
			}
			final byte[] bytes = out.toByteArray();
			return new ByteArrayChannel(bytes);
		}
		catch (final DataFormatException e) {
			throw new DicomException(name() + ": byte " + start + ": no deflate stream: " + e.getMessage(), e);
		}
		finally {
			inflater.end();
		}
	}
}
