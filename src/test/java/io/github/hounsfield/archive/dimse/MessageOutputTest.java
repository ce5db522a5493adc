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
package io.github.hounsfield.archive.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/**
 * Proves that C-CANCEL and A-ABORT are said behind a message that another thread is just sending, and not at all within
 * one that never ends ({@link MessageOutput}).
 */
class MessageOutputTest {

	private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
	private MessageOutput messages;

	private void open(final long halfSentMs) throws IOException {
		final PduOutput output = new PduOutput(sent);
		output.setMaximum(0);
		messages = new MessageOutput(output, halfSentMs);
		messages.cancelable(1, 7);
	}

	/** Sends one byte, waits, and sends another one. */
	private FutureTask<Void> half(final CountDownLatch begun, final CountDownLatch end) {
		final FutureTask<Void> half = new FutureTask<>(() -> {
			messages.send(output -> {
				sent.write(0xAA);
				begun.countDown();
				try {
					end.await();
					Thread.sleep(30);
				}
				catch (final InterruptedException e) {
					throw new IOException(e);
				}
				sent.write(0xBB);
			});
			return null;
		});
		new Thread(half, "sends").start();
		return half;
	}

	@Test
	void cancelAndAbortFollowTheMessageThatIsJustSent() throws Exception {
		open(20_000);
		final CountDownLatch begun = new CountDownLatch(1);
		final FutureTask<Void> half = half(begun, new CountDownLatch(0));
		begun.await();
		assertTrue(messages.sendCancel());
		half.get();
		messages.sendAbort(0);
		final byte[] all = sent.toByteArray();
		assertEquals("aabb", HexFormat.of().formatHex(all, 0, 2));
		assertTrue(HexFormat.of().formatHex(all).contains("0000000102000000ff0f"), "no C-CANCEL-RQ");
		// PS3.8 section 9.3.8: type 7, length 4, source 0, no reason
		assertEquals("07000000000400000000", HexFormat.of().formatHex(Arrays.copyOfRange(all, all.length - 10, all.length)));
	}

	@Test
	void nothingIsSaidWithinAMessageThatDoesNotEnd() throws Exception {
		open(50);
		final CountDownLatch begun = new CountDownLatch(1);
		final CountDownLatch end = new CountDownLatch(1);
		final FutureTask<Void> half = half(begun, end);
		begun.await();
		assertFalse(messages.sendCancel());
		messages.sendAbort(0);
		end.countDown();
		half.get();
		assertEquals("aabb", HexFormat.of().formatHex(sent.toByteArray()));
	}
}
