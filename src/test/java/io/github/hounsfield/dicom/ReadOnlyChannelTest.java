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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that channels over arrays, headers and deflated bytes read like a file channel, from any position. Also tests
 * {@code InflatingChannel} and {@code HeaderChannel}.
 */
class ReadOnlyChannelTest {

	private static final int PREFIX = 5;

	/** Bytes that shrink to about half. */
	private static byte[] bytes() {
		final byte[] bytes = new byte[150_000];
		final Random random = new Random(3);
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) random.nextInt(16);
		return bytes;
	}

	private static byte[] deflated(final byte[] bytes) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(new byte[PREFIX]);
		try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(6, true))) {
			deflater.write(bytes);
		}
		return out.toByteArray();
	}

	@Test
	void theHeaderOfAFileIsReadHereAndThere(@TempDir final Path folder) throws IOException {
		final byte[] bytes = bytes();
		final Path file = Files.write(folder.resolve("header"), bytes);
		try (SeekableByteChannel channel = DicomSource.of(file).openHeader()) {
			assertEquals(bytes.length, channel.size());
			for (final int from : new int[] { 0, 4000, 8000, 10, bytes.length - 100 })
				for (final ByteBuffer into : new ByteBuffer[] { ByteBuffer.wrap(new byte[5000], 1000, 4000), ByteBuffer
					.allocateDirect(4000) })
				{
					final int start = into.position();
					channel.position(from);
					final int count = channel.read(into);
					assertEquals(Math.min(4000, bytes.length - from), count);
					assertEquals(from + count, channel.position());
					assertEquals(ByteBuffer.wrap(bytes, from, count), into.flip().position(start));
				}
			assertEquals(-1, channel.position(bytes.length).read(ByteBuffer.allocate(1)));
		}
		assertThrows(NoSuchFileException.class, () -> DicomSource.of(folder.resolve("none")).openHeader());
		assertThrows(DicomException.class, () -> DicomSource.of(folder).openHeader());
	}

	@Test
	void anArrayIsReadHereAndThere() throws IOException {
		final byte[] bytes = bytes();
		ChannelReads.assertHolds(bytes, new ByteArrayChannel(bytes));
		ChannelReads.assertHolds(Arrays.copyOf(bytes, 1000), new ByteArrayChannel(bytes, 1000));
	}

	@Test
	void deflatedBytesAreReadHereAndThere() throws IOException {
		final byte[] bytes = bytes();
		final DicomSource source = DicomSource.of("deflated", deflated(bytes));
		ChannelReads.assertHolds(bytes, new InflatingChannel(source, PREFIX, bytes.length));
	}

	@Test
	void deflatedBytesThatBreakOffEndThere() throws IOException {
		final byte[] bytes = bytes();
		final byte[] deflated = deflated(bytes);
		final DicomSource source = DicomSource.of("cut", Arrays.copyOf(deflated, deflated.length / 2));
		try (InflatingChannel channel = new InflatingChannel(source, PREFIX, bytes.length)) {
			assertEquals(-1, channel.position(bytes.length - 1).read(ByteBuffer.allocate(1)));
			final ByteBuffer first = ByteBuffer.allocate(100);
			assertEquals(100, channel.position(0).read(first));
			assertEquals(ByteBuffer.wrap(bytes, 0, 100), first.flip());
		}
	}
}
