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

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends whole messages, one at a time. The working thread sends its own. The watching thread sends C-CANCEL and A-ABORT
 * between them.
 */
final class MessageOutput {

	private static final long HALF_SENT_MS = 200;

	private final PduOutput output;
	private final long halfSentMs;
	private final ReentrantLock sending = new ReentrantLock();
	/** What C-CANCEL would end: context and message ID; 0 where there is nothing. */
	private volatile int cancelContext;
	private volatile int cancelMessage;

	MessageOutput(final PduOutput output) {
		this(output, HALF_SENT_MS);
	}

	/** @param halfSentMs longest wait of C-CANCEL and A-ABORT for the end of a message that is half sent */
	MessageOutput(final PduOutput output, final long halfSentMs) {
		this.output = output;
		this.halfSentMs = halfSentMs;
	}

	/** What sends one message. */
	interface Work {

		void on(PduOutput output) throws IOException;
	}

	void send(final Work work) throws IOException {
		sending.lock();
		try {
			work.on(output);
		}
		finally {
			sending.unlock();
		}
	}

	/** Sets what a cancel ends from now on (PS3.7 section 9.3.2.3). Context 0 means nothing. */
	void cancelable(final int contextId, final int message) {
		cancelMessage = message;
		cancelContext = contextId;
	}

	/** Sends C-CANCEL-RQ for what is {@link #cancelable}; false if nothing is, or another message stays half sent. */
	boolean sendCancel() {
		final int context = cancelContext;
		return context != 0 && trySend(out -> out.data(context, true, new Command(Command.C_CANCEL_RQ).set(
			Command.MessageIDBeingRespondedTo, cancelMessage).encode()));
	}

	/** @param source 0: this side's user, 2: the protocol (PS3.8 section 9.3.8) */
	void sendAbort(final int source) {
		trySend(out -> out.unit(PduInput.ABORT, new byte[] { 0, 0, (byte) source, 0 }));
	}

	/** A message that another thread is just sending has its time; one that the other side does not take has not. */
	private boolean trySend(final Work work) {
		try {
			if (!sending.tryLock(halfSentMs, TimeUnit.MILLISECONDS)) return false;
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
		try {
			work.on(output);
			return true;
		}
		catch (final IOException e) {
			return false;
		}
		finally {
			sending.unlock();
		}
	}
}
