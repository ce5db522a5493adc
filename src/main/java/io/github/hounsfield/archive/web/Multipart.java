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

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Takes a multipart body (RFC 2046 section 5.1.1) apart while it comes. CRLF, two hyphens and the boundary end a part,
 * if the end of the line or two more hyphens follow. The beginning of a boundary within pixels ends nothing. Memory is
 * one buffer. To be used by one thread.
 */
final class Multipart {

	/** A body that breaks RFC 2046, or breaks off. */
	static final class MultipartException extends IOException {

		private static final long serialVersionUID = 1L;

		MultipartException(final String message) {
			super(message);
		}
	}

	/** Takes one part after the other. */
	interface Parts {

		/** @return takes the part's bytes */
		WritableByteChannel begin() throws IOException;

		/** The part's end was seen. */
		void end() throws IOException;
	}

	private static final int BUFFER = 256 * 1024;

	/** Most bytes of one part's header. */
	private static final int HEADER = 16 * 1024;

	/** Blanks that may follow a boundary. */
	private static final int PADDING = 256;

	/** Most bytes of an epilogue that are read. */
	private static final int EPILOGUE = 64 * 1024;

	private static final int MORE = -1;
	private static final int NONE = -2;

	private final InputStream in;
	private final byte[] delimiter;
	/** Step of a search, by the byte at the end of a possible delimiter (Horspool 1980). */
	private final int[] skips = new int[256];
	private final byte[] buffer = new byte[BUFFER];
	private int start;
	private int end;
	private boolean ended;

	/** @param boundary not empty, as Content-Type has it */
	Multipart(final InputStream in, final String boundary) {
		if (boundary.isEmpty()) throw new IllegalArgumentException("no boundary");
		this.in = in;
		this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
		Arrays.fill(skips, delimiter.length);
		for (int i = 0; i < delimiter.length; i++)
			skips[delimiter[i] & 0xFF] = delimiter.length - 1 - i;
		// the first boundary may stand at the very beginning: as if an end of a line stood before
		buffer[0] = '\r';
		buffer[1] = '\n';
		end = 2;
	}

	/**
	 * @return the number of parts; the closing boundary was seen
	 * @throws MultipartException where the body breaks RFC 2046 or ends before the closing boundary
	 */
	int read(final Parts parts) throws IOException {
		copyToDelimiter(null, "before its first boundary");
		int count = 0;
		while (!isClosing()) {
			count++;
			final long claimed = header(count);
			final long copied = copyToDelimiter(parts.begin(), "within part " + count);
			if (claimed >= 0 && claimed != copied) throw new MultipartException("part " + count + " has " + copied +
				" bytes; its Content-Length says " + claimed);
			parts.end();
		}
		drain();
		return count;
	}

	/** Moves from a checked boundary to the end of its line. */
	private boolean isClosing() {
		if (buffer[start] == '-' && buffer[start + 1] == '-') {
			start += 2;
			return true;
		}
		while (buffer[start] != '\r')
			start++;
		start += 2;
		return false;
	}

	/** Copies up to the next delimiter and moves behind it. */
	private long copyToDelimiter(final WritableByteChannel out, final String where) throws IOException {
		long copied = 0;
		while (true) {
			int at = start;
			int behind = NONE;
			while (at < end) {
				// the last byte of a delimiter that begins here tells how far the next one that may fit is
				if (at + delimiter.length <= end) {
					final int skip = skips[buffer[at + delimiter.length - 1] & 0xFF];
					if (skip > 0) {
						at += skip;
						continue;
					}
				}
				if (buffer[at] == '\r') {
					behind = match(at);
					if (behind != NONE) break;
				}
				at++;
			}
			at = Math.min(at, end);
			copied += write(out, at);
			if (behind >= 0) {
				start = behind;
				return copied;
			}
			fill("the answer ends " + where);
		}
	}

	private int write(final WritableByteChannel out, final int upTo) throws IOException {
		final int count = upTo - start;
		if (out != null) for (final ByteBuffer bytes = ByteBuffer.wrap(buffer, start, count); bytes.hasRemaining();)
			out.write(bytes);
		start = upTo;
		return count;
	}

	/**
	 * @return the place behind the delimiter, {@link #NONE} where none stands here, {@link #MORE} where it cannot be told
	 */
	private int match(final int at) {
		for (int i = 0; i < delimiter.length; i++) {
			if (at + i == end) return MORE;
			if (buffer[at + i] != delimiter[i]) return NONE;
		}
		int behind = at + delimiter.length;
		if (behind + 2 > end) return MORE;
		if (buffer[behind] == '-' && buffer[behind + 1] == '-') return behind;
		final int first = behind;
		while (behind < end && (buffer[behind] == ' ' || buffer[behind] == '\t'))
			if (++behind - first > PADDING) return NONE;
		if (behind + 2 > end) return behind < end && buffer[behind] != '\r' ? NONE : MORE;
		return buffer[behind] == '\r' && buffer[behind + 1] == '\n' ? first : NONE;
	}

	/** Reads more. Unused bytes move to the front. */
	private void fill(final String problem) throws IOException {
		if (start > 0) {
			System.arraycopy(buffer, start, buffer, 0, end - start);
			end -= start;
			start = 0;
		}
		final int count = ended || end == buffer.length ? -1 : in.read(buffer, end, buffer.length - end);
		if (count < 0) {
			ended = true;
			throw new MultipartException(problem);
		}
		end += count;
	}

	/** @return Content-Length, -1 where none is given */
	private long header(final int part) throws IOException {
		long length = -1;
		int bytes = 0;
		while (true) {
			final String line = line(part);
			bytes += line.length() + 2;
			if (bytes > HEADER) throw new MultipartException("the header of part " + part + " has more than " + HEADER +
				" bytes");
			if (line.isEmpty()) break;
			final int colon = line.indexOf(':');
			if (colon > 0 && line.substring(0, colon).trim().toLowerCase(Locale.ROOT).equals("content-length")) length = length(
				line.substring(colon + 1).trim(), part);
		}
		return length;
	}

	private static long length(final String text, final int part) throws MultipartException {
		if (!text.matches("\\d{1,18}")) throw new MultipartException("the Content-Length of part " + part +
			" is no number");
		return Long.parseLong(text);
	}

	private String line(final int part) throws IOException {
		while (true) {
			for (int at = start; at + 1 < end; at++)
				if (buffer[at] == '\r' && buffer[at + 1] == '\n') {
					final String line = new String(buffer, start, at - start, StandardCharsets.ISO_8859_1);
					start = at + 2;
					return line;
				}
			if (end - start > HEADER) throw new MultipartException("the header of part " + part + " has more than " + HEADER +
				" bytes");
			fill("the answer ends within the header of part " + part);
		}
	}

	/** Reads an epilogue as far as it has come. It means nothing, but then the connection can be used again. */
	private void drain() {
		try {
			for (int read = 0, count = 0; count >= 0 && read < EPILOGUE; read += count)
				count = in.read(buffer, 0, buffer.length);
		}
		catch (final IOException e) {
			// all parts are there
		}
	}
}
