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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.archive.web.Multipart.MultipartException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Multipart bodies come apart as RFC 2046 says, however the bytes arrive, and end only where their last boundary
 * stands. Also tests {@code MediaType}.
 */
class MultipartTest {

	/** Two parts, "one" and "two\r\n--", the boundary's beginning and a longer one within them. */
	private static final String BODY =
		"preamble\r\n--b\r\nContent-Type: application/dicom\r\n\r\none\r\n--bx\r\n-\r\n--b \t\r\n" +
		"content-length: 7\r\n\r\ntwo\r\n--\r\n--b--\r\nepilogue";
	private static final List<String> PARTS = List.of("one\r\n--bx\r\n-", "two\r\n--");

	private static List<String> read(final InputStream in, final String boundary) throws IOException {
		final List<String> ended = new ArrayList<>();
		new Multipart(in, boundary).read(new Multipart.Parts() {

			private ByteArrayOutputStream part;

			@Override
			public WritableByteChannel begin() {
				part = new ByteArrayOutputStream();
				return Channels.newChannel(part);
			}

			@Override
			public void end() {
				ended.add(part.toString(StandardCharsets.ISO_8859_1));
			}
		});
		return ended;
	}

	private static InputStream stream(final String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	@Test
	void takesPartsApart() throws IOException {
		assertEquals(PARTS, read(stream(BODY), "b"));
	}

	@Test
	void doesNotCareHowTheBytesArrive() throws IOException {
		for (int chunk = 1; chunk < BODY.length(); chunk++) {
			final int size = chunk;
			final InputStream slow = new InputStream() {

				private final InputStream all = stream(BODY);

				@Override
				public int read() throws IOException {
					return all.read();
				}

				@Override
				public int read(final byte[] into, final int offset, final int length) throws IOException {
					return all.read(into, offset, Math.min(size, length));
				}
			};
			assertEquals(PARTS, read(slow, "b"), "in pieces of " + size);
		}
	}

	@Test
	void endsNowhereButAtTheLastBoundary() {
		final int end = BODY.indexOf("--b--") + "--b--".length();
		for (int length = 0; length < end; length++) {
			final String cut = BODY.substring(0, length);
			assertThrows(MultipartException.class, () -> read(stream(cut), "b"), "cut after " + length);
		}
	}

	@Test
	void beginsWithABoundaryOrAPreamble() throws IOException {
		assertEquals(List.of("x"), read(stream("--b\r\n\r\nx\r\n--b--"), "b"));
		assertEquals(List.of("x"), read(stream("\r\n--b\r\n\r\nx\r\n--b--"), "b"));
		assertEquals(List.of(""), read(stream("--b\r\n\r\n\r\n--b--"), "b"));
		assertEquals(List.of(), read(stream("--b--"), "b"));
	}

	@ParameterizedTest
	@CsvSource({ "2", "4", "99999999999999999", "-1", "ten" })
	void refusesALengthThatIsNotThatOfThePart(final String length) {
		assertThrows(MultipartException.class, () -> read(stream("--b\r\nContent-Length: " + length +
			"\r\n\r\nxyz\r\n--b--"), "b"));
	}

	@Test
	void refusesAHeaderWithoutEnd() {
		final char[] endless = new char[100_000];
		Arrays.fill(endless, 'h');
		final MultipartException e = assertThrows(MultipartException.class, () -> read(stream("--b\r\n" + new String(
			endless)), "b"));
		assertTrue(e.getMessage().contains("header"), e.getMessage());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
		"multipart/related; type=\"application/dicom\"; boundary=abc | abc",
		"Multipart/Related;boundary=\"a b;c\";type=application/dicom | a b;c",
		"multipart/related; type=\"x; boundary=no\"; Boundary = \"q\\\"r\" | q\"r" })
	void findsTheBoundary(final String header, final String boundary) {
		final MediaType type = MediaType.parse(header);
		assertTrue(type.isMultipart());
		assertEquals(boundary, type.boundary());
	}
}
