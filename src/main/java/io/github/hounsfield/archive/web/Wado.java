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
package io.github.hounsfield.archive.web;

import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveException.Reason;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.SeriesFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;

/** WADO-RS fetches instances into a folder (PS3.18 section 10.4). Each part of the answer becomes a file. */
final class Wado {

	/**
	 * Asks for files as the archive has them. Without the star it must decode to Explicit VR Little Endian (PS3.18
	 * section 8.7.3.5.2), and not every archive can do that with every file.
	 */
	private static final String ACCEPT = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";

	private static final int BUFFER = 256 * 1024;

	private final Http http;
	private final ArchiveMonitor monitor;

	Wado(final Http http, final ArchiveMonitor monitor) {
		this.http = http;
		this.monitor = monitor;
	}

	/** Hears each instance that was written. */
	interface Arrivals {

		void arrived(String sopInstanceUid);
	}

	/**
	 * @param path of a series or an instance, below the archive's base
	 * @param folder takes what is of its series; the rest is left out
	 * @return problems of single parts: foreign or broken ones
	 * @throws IOException if the answer breaks off; what came before stays
	 */
	List<ArchiveException> fetch(final String path, final String what, final SeriesFolder folder,
		final Arrivals arrivals) throws IOException
	{
		final List<ArchiveException> problems = new ArrayList<>();
		try (Http.Answer answer = http.get(path, ACCEPT, what, monitor); Sink sink = new Sink(folder, arrivals, problems)) {
			final MediaType type = answer.mediaType();
			if (type.isMultipart()) {
				if (type.boundary().isEmpty()) throw new ArchiveException(Reason.PROTOCOL, http.host() + ": " + what +
					": found a multipart answer without a boundary that RFC 2046 allows.");
				new Multipart(answer.body(), type.boundary()).read(sink);
			}
			else if (type.name().equals("application/dicom")) whole(answer.body(), sink);
			else throw new ArchiveException(Reason.PROTOCOL, http.host() + ": " + what +
				": found an answer of another type; expected multipart/related with application/dicom.");
		}
		return problems;
	}

	/** A single instance without multipart around it. */
	private static void whole(final BodyStream body, final Sink sink) throws IOException {
		final WritableByteChannel out = sink.begin();
		final byte[] buffer = new byte[BUFFER];
		for (int count = body.read(buffer, 0, BUFFER); count >= 0; count = body.read(buffer, 0, BUFFER))
			for (final ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count); bytes.hasRemaining();)
				out.write(bytes);
		sink.end();
	}

	/** Turns parts into files. One that does not fit is left out and reported. */
	private static final class Sink implements Multipart.Parts, WritableByteChannel {

		private final SeriesFolder folder;
		private final Arrivals arrivals;
		private final List<ArchiveException> problems;
		private SeriesFolder.Part part;

		Sink(final SeriesFolder folder, final Arrivals arrivals, final List<ArchiveException> problems) {
			this.folder = folder;
			this.arrivals = arrivals;
			this.problems = problems;
		}

		@Override
		public WritableByteChannel begin() throws IOException {
			try {
				part = folder.newPart();
			}
			catch (final IOException e) {
				throw unwritable(e);
			}
			return this;
		}

		@Override
		public int write(final ByteBuffer bytes) throws IOException {
			try {
				return part.channel().write(bytes);
			}
			catch (final IOException e) {
				throw unwritable(e);
			}
		}

		/** A problem of this side's disk. No further try helps. */
		private ArchiveException unwritable(final IOException e) {
			return new ArchiveException(Reason.INPUT, folder.path() + ": cannot be written: " + e.getMessage() +
				". Free space, or name another folder.", e);
		}

		@Override
		public void end() throws IOException {
			final SeriesFolder.Part whole = part;
			part = null;
			try {
				arrivals.arrived(whole.accept());
			}
			catch (final ArchiveException e) {
				problems.add(e);
			}
			catch (final IOException e) {
				throw unwritable(e);
			}
		}

		@Override
		public boolean isOpen() {
			return part != null;
		}

		@Override
		public void close() throws IOException {
			if (part != null) part.close();
		}
	}
}
