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

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ends blocked reads and writes. Its thread looks several times a second whether the work was canceled, or the other
 * side was silent for too long. Then it closes the socket, and a read or write ends with an exception.
 */
final class Watch implements AutoCloseable {

	/** Why the socket was closed from here. */
	enum Cause {
		/** It was not. */
		NONE,
		/** The work was canceled. */
		CANCELED,
		/** No byte came or went for the limit. */
		SILENT
	}

	private static final long LOOK_MS = 50;

	private final BooleanSupplier canceled;
	private final long graceNanos;
	private final Closeable socket;
	private final Thread thread;
	private volatile long silenceNanos;
	private volatile long waitingSince;
	private volatile boolean waiting;
	private volatile boolean closed;
	private volatile Cause cause = Cause.NONE;
	/** Asks the other side to end; true if it was asked, so that a wait makes sense. */
	private volatile BooleanSupplier ending = () -> false;
	/** Last words before the socket is closed. */
	private volatile Runnable lastWords = () -> {};

	/**
	 * @param socket closed when the time has come
	 * @param canceled asked from the watching thread
	 * @param silenceMs longest wait for a byte
	 * @param graceMs from the first sign of cancel to the end, where the other side was asked
	 */
	Watch(final Closeable socket, final BooleanSupplier canceled, final long silenceMs, final long graceMs) {
		this.socket = socket;
		this.canceled = canceled;
		this.silenceNanos = TimeUnit.MILLISECONDS.toNanos(silenceMs);
		this.graceNanos = TimeUnit.MILLISECONDS.toNanos(graceMs);
		this.thread = new Thread(this::look, "archive-watch");
		thread.setDaemon(true);
		thread.start();
	}

	/** @param asking see {@link #ending}; {@code words} see {@link #lastWords}. Both run in the watching thread. */
	void onCancel(final BooleanSupplier asking, final Runnable words) {
		ending = asking;
		lastWords = words;
	}

	/** Begins to wait for the other side. */
	void begin() {
		waitingSince = System.nanoTime();
		waiting = true;
	}

	/** It has answered. */
	void end() {
		waiting = false;
	}

	void setSilence(final long milliseconds) {
		silenceNanos = TimeUnit.MILLISECONDS.toNanos(milliseconds);
	}

	/** Whether the work was canceled. */
	boolean isCanceled() {
		return canceled.getAsBoolean();
	}

	Cause cause() {
		return cause;
	}

	/** Longest wait for a byte, seconds. */
	long silenceSeconds() {
		return TimeUnit.NANOSECONDS.toSeconds(silenceNanos);
	}

	private void look() {
		long canceledAt = 0;
		boolean asked = false;
		while (!closed) {
			try {
				Thread.sleep(LOOK_MS);
			}
			catch (final InterruptedException e) {
				return;
			}
			final long now = System.nanoTime();
			if (!asked && canceled.getAsBoolean()) {
				asked = true;
				canceledAt = now;
				if (!ending.getAsBoolean()) canceledAt = now - graceNanos;
			}
			if (asked && now - canceledAt >= graceNanos) {
				finish(Cause.CANCELED);
				return;
			}
			if (waiting && now - waitingSince > silenceNanos) {
				finish(asked ? Cause.CANCELED : Cause.SILENT);
				return;
			}
		}
	}

	private void finish(final Cause why) {
		if (closed) return;
		cause = why;
		lastWords.run();
		try {
			socket.close();
		}
		catch (final IOException e) {
			// A socket that cannot be closed has ended already.
		}
	}

	/** Ends the watching, not the socket. */
	@Override
	public void close() {
		closed = true;
		thread.interrupt();
	}
}
