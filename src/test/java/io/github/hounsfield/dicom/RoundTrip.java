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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes a file that was read, reads it again, and compares the two, value by value. */
final class RoundTrip {

	private RoundTrip() {}

	static byte[] write(final DicomFile file) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		Part10Writer.write(file, Channels.newChannel(bytes));
		return bytes.toByteArray();
	}

	static DicomFile read(final String name, final byte[] bytes) throws IOException {
		return new Part10Reader().read(DicomSource.of(name, bytes));
	}

	static void assertSame(final String where, final DataSet expected, final DataSet actual) throws IOException {
		final List<Element> wanted = new ArrayList<>();
		for (final Element element : expected.elements())
			if ((element.tag() & 0xFFFF) != 0 && element.tag() != 0x00080001) wanted.add(element);
		assertEquals(wanted.stream().map(e -> Tag.toString(e.tag())).toList(), actual.elements().stream().map(e -> Tag
			.toString(e.tag())).toList(), where);
		for (final Element element : wanted)
			assertSame(where + " " + element, expected, element, actual.element(element.tag()));
	}

	private static void assertSame(final String where, final DataSet dataSet, final Element expected,
		final Element actual) throws IOException
	{
		assertEquals(expected.items().size(), actual.items().size(), where);
		for (int i = 0; i < expected.items().size(); i++)
			assertSame(where + "[" + i + "]", expected.items().get(i), actual.items().get(i));
		if (expected.bulk() != null && expected.bulk().encapsulated()) {
			assertArrayEquals(fragments(dataSet, expected), fragments(dataSet, actual), where);
			return;
		}
		final boolean shortened = expected.length() > 0xFFFF && !expected.vr().hasLongLength();
		if (!shortened) assertEquals(expected.vr(), actual.vr(), where);
		final byte[] bytes = expected.bytes().clone();
		if (expected.isBigEndian()) turn(bytes, expected.vr());
		final byte[] even = Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
		if (even.length > bytes.length) even[bytes.length] = actual.bytes()[bytes.length];
		assertArrayEquals(even, actual.bytes(), where);
	}

	/** The word sizes of PS3.5 section 7.3, written here once more. */
	private static void turn(final byte[] bytes, final Vr vr) {
		final int word = switch (vr) {
			case US, SS, OW, AT -> 2;
			case UL, SL, FL, OF, OL -> 4;
			case FD, OD, SV, UV, OV -> 8;
			default -> 1;
		};
		for (int i = 0; i + word <= bytes.length; i += word)
			for (int k = 0; k < word / 2; k++) {
				final byte b = bytes[i + k];
				bytes[i + k] = bytes[i + word - 1 - k];
				bytes[i + word - 1 - k] = b;
			}
	}

	private static byte[] fragments(final DataSet dataSet, final Element element) throws IOException {
		final ByteArrayOutputStream all = new ByteArrayOutputStream();
		try (SeekableByteChannel channel = element.bulk().source().open()) {
			final FragmentCursor fragments = new FragmentCursor(dataSet, element, channel);
			while (fragments.next()) {
				final byte[] bytes = new byte[(int) fragments.length()];
				element.bulk().read(channel, fragments.offset(), ByteBuffer.wrap(bytes));
				all.writeBytes(bytes);
				if (bytes.length % 2 == 1) all.write(0);
				all.write('|');
			}
		}
		return all.toByteArray();
	}
}
