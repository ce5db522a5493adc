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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Random;

/** What {@link SeekableByteChannel} says of a channel that is read, here and there, and closed. */
public final class ChannelReads {

	private ChannelReads() {}

	/** @param channel one that holds these bytes; is closed */
	public static void assertHolds(final byte[] bytes, final SeekableByteChannel channel) throws IOException {
		assertEquals(bytes.length, channel.size());
		assertEquals(0, channel.position());
		assertReadsFrom(bytes, 0, channel, ByteBuffer.allocate(bytes.length));
		final Random random = new Random(11);
		for (int k = 0; k < 60; k++) {
			final int from = random.nextInt(bytes.length);
			final int count = 1 + random.nextInt(Math.min(bytes.length - from, k % 2 == 0 ? 9 : 70_000));
			channel.position(from);
			assertReadsFrom(bytes, from, channel, k % 3 == 0 ? ByteBuffer.allocateDirect(count) : ByteBuffer.allocate(
				count + 5).position(3).limit(count + 3).slice());
		}
		assertEndsLikeAFile(bytes.length, channel);
		channel.close();
		channel.close();
		assertFalse(channel.isOpen());
		assertThrows(ClosedChannelException.class, () -> channel.read(ByteBuffer.allocate(1)));
	}

	private static void assertReadsFrom(final byte[] bytes, final int from, final SeekableByteChannel channel,
		final ByteBuffer into) throws IOException
	{
		while (into.hasRemaining()) {
			final int before = into.position();
			final int count = channel.read(into);
			assertTrue(count > 0, "from " + (from + before));
			assertEquals(before + count, into.position());
			assertEquals(from + into.position(), channel.position());
		}
		assertEquals(ByteBuffer.wrap(bytes, from, into.position()), into.flip());
	}

	private static void assertEndsLikeAFile(final long size, final SeekableByteChannel channel) throws IOException {
		assertEquals(0, channel.position(0).read(ByteBuffer.allocate(0)));
		assertEquals(-1, channel.position(size).read(ByteBuffer.allocate(1)));
		assertEquals(-1, channel.position(size + (1L << 40)).read(ByteBuffer.allocate(1)));
		assertEquals(size + (1L << 40), channel.position());
		assertThrows(IllegalArgumentException.class, () -> channel.position(-1));
		assertThrows(NonWritableChannelException.class, () -> channel.write(ByteBuffer.allocate(1)));
		assertThrows(NonWritableChannelException.class, () -> channel.truncate(0));
		assertEquals(1, channel.position(0).read(ByteBuffer.allocate(1)));
	}
}
