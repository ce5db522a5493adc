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
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The body of an answer as a stream. It ends with an exception if nothing comes for too long, or the work is canceled.
 * It asks for a few buffers ahead, never for more. One thread reads it.
 */
final class BodyStream extends InputStream implements BodySubscriber<InputStream> {

	/** Lists of buffers asked for ahead. */
	private static final int AHEAD = 16;

	private static final List<ByteBuffer> END = List.of();

	private final BlockingQueue<List<ByteBuffer>> queue = new ArrayBlockingQueue<>(AHEAD + 2);
	private final CompletableFuture<InputStream> body = CompletableFuture.completedFuture(this);
	private final Duration silence;
	private final BooleanSupplier canceled;
	private volatile Flow.Subscription subscription;
	private volatile Throwable failure;
	private volatile boolean closed;
	private List<ByteBuffer> buffers = List.of();
	private int index;
	private boolean ended;

	BodyStream(final Duration silence, final BooleanSupplier canceled) {
		this.silence = silence;
		this.canceled = canceled;
	}

	@Override
	public CompletionStage<InputStream> getBody() {
		return body;
	}

	@Override
	public void onSubscribe(final Flow.Subscription one) {
		subscription = one;
		if (closed) one.cancel();
		else one.request(AHEAD);
	}

	@Override
	public void onNext(final List<ByteBuffer> item) {
		if (!item.isEmpty()) queue.offer(item);
		else subscription.request(1);
	}

	@Override
	public void onError(final Throwable e) {
		failure = e;
		queue.offer(END);
	}

	@Override
	public void onComplete() {
		queue.offer(END);
	}

	@Override
	public int read() throws IOException {
		final byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(final byte[] into, final int offset, final int length) throws IOException {
		if (length == 0) return 0;
		int count = 0;
		while (count < length) {
			final ByteBuffer buffer = count == 0 ? next() : ready();
			if (buffer == null) break;
			final int some = Math.min(length - count, buffer.remaining());
			buffer.get(into, offset + count, some);
			count += some;
		}
		return count == 0 ? -1 : count;
	}

	/** The buffer to read from, without a wait; null if there is none. */
	private ByteBuffer ready() {
		while (true) {
			while (index < buffers.size()) {
				if (buffers.get(index).hasRemaining()) return buffers.get(index);
				index++;
			}
			if (ended || queue.peek() == null || queue.peek() == END) return null;
			take(queue.poll());
		}
	}

	/** The buffer to read from; null at the end. */
	private ByteBuffer next() throws IOException {
		final long start = System.nanoTime();
		while (true) {
			if (canceled.getAsBoolean()) throw new CancellationException("canceled");
			final ByteBuffer buffer = ready();
			if (buffer != null) return buffer;
			if (ended && failure != null) throw new IOException("the connection ended within the answer", failure);
			if (ended) return null;
			try {
				final List<ByteBuffer> item = queue.poll(Timing.TICK_MILLIS, TimeUnit.MILLISECONDS);
				if (item != null) take(item);
				else if (System.nanoTime() - start > silence.toNanos()) throw new HttpTimeoutException("no byte for " + silence
					.toSeconds() + " s");
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new CancellationException("interrupted");
			}
		}
	}

	private void take(final List<ByteBuffer> item) {
		if (item == END) ended = true;
		else {
			buffers = item;
			index = 0;
			subscription.request(1);
		}
	}

	/** Ends the connection if the body was not read to its end. */
	@Override
	public void close() {
		closed = true;
		if (subscription != null && !ended) subscription.cancel();
	}
}
