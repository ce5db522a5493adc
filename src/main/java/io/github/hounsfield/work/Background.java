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
package io.github.hounsfield.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does tasks that come one by one, such as files from a walk, in other threads. The calling thread takes no part, so it
 * hears of a cancel even if a task hangs. Used by one thread.
 *
 * @param <T> result of a task
 */
public final class Background<T> implements AutoCloseable {

	/** Longest time between two looks at whether the work was canceled, ms. */
	private static final int PATIENCE_MS = 20;

	private final Workers workers;
	private final ExecutorService threads;
	private final List<Future<T>> pending = new ArrayList<>();
	private final AtomicInteger done = new AtomicInteger();
	private long nextLook;

	/** @param workers say how many threads there are, who hears of the progress and who may end it */
	public Background(final Workers workers) {
		this.workers = workers;
		this.threads = Workers.newThreads(workers.threads());
	}

	/** Adds a task. It begins when a thread is free. */
	public void submit(final Callable<T> task) {
		pending.add(threads.submit(() -> {
			final T result = task.call();
			done.incrementAndGet();
			return result;
		}));
		look();
	}

	/**
	 * Reports now and then which part of the tasks so far is done.
	 *
	 * @throws CancellationException where the work is to end
	 */
	public void look() {
		workers.requireNotCanceled();
		final long now = System.nanoTime();
		if (now < nextLook || pending.isEmpty()) return;
		nextLook = now + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
		workers.report((double) done.get() / pending.size());
	}

	/** Does one task now, and waits for it. */
	public <R> R now(final Callable<R> task) throws IOException {
		return get(threads.submit(task));
	}

	/**
	 * Waits for all tasks so far.
	 *
	 * @return their results in the order of submission; they are not kept
	 * @throws IOException of the first task in order that failed
	 */
	public List<T> await() throws IOException {
		final List<T> results = new ArrayList<>(pending.size());
		for (final Future<T> one : pending)
			results.add(get(one));
		if (!pending.isEmpty()) workers.report(1);
		pending.clear();
		done.set(0);
		return results;
	}

	private <R> R get(final Future<R> one) throws IOException {
		while (true)
			try {
				look();
				return one.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException e) {
				look();
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new CancellationException("interrupted");
			}
			catch (final ExecutionException e) {
				if (e.getCause() instanceof IOException problem) throw problem;
				if (e.getCause() instanceof RuntimeException bug) throw bug;
				if (e.getCause() instanceof Error error) throw error;
				throw new IOException(e.getCause());
			}
	}

	/** Does not wait for tasks that still run. They end at their next step. */
	@Override
	public void close() {
		threads.shutdownNow();
	}
}
