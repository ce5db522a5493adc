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
package io.github.hounsfield.volume;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes planes on several threads, each the next that is left. For one run. */
final class PlaneLoader {

	private final PlaneSource.Maker maker;
	private final LoadOptions options;
	private final Object[] planes;
	private final AtomicInteger next = new AtomicInteger();
	private final AtomicInteger done = new AtomicInteger();
	private final Map<Integer, IOException> failures = new TreeMap<>();

	PlaneLoader(final int count, final PlaneSource.Maker maker, final LoadOptions options) {
		this.maker = maker;
		this.options = options;
		this.planes = new Object[count];
	}

	/** One for each frame, null where it failed. */
	Object[] planes() {
		return planes;
	}

	/** Gives the memory back. */
	void forget() {
		Arrays.fill(planes, null);
	}

	/** Why planes failed, by their index. */
	Map<Integer, IOException> failures() {
		return failures;
	}

	void run() throws IOException {
		final int threads = Math.min(options.threads(), planes.length);
		if (threads == 1) {
			work();
			return;
		}
		final ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
			final Thread thread = new Thread(task, "DICOM plane loader");
			thread.setDaemon(true);
			return thread;
		});
		try {
			final List<Future<?>> workers = new ArrayList<>();
			for (int i = 0; i < threads; i++)
				workers.add(pool.submit(this::work));
			for (final Future<?> worker : workers)
				worker.get();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("the loading was interrupted");
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof RuntimeException bug) throw bug;
			if (e.getCause() instanceof Error error) throw error;
			throw new IOException(e.getCause());
		}
		finally {
			next.set(planes.length);
			pool.shutdownNow();
		}
	}

	private void work() {
		for (int i = next.getAndIncrement(); i < planes.length; i = next.getAndIncrement()) {
			if (options.canceled().getAsBoolean()) throw new CancellationException("the loading was canceled");
			try {
				planes[i] = maker.make(i);
			}
			catch (final IOException e) {
				fail(i, e);
			}
			options.progress().accept((double) done.incrementAndGet() / planes.length);
		}
	}

	private synchronized void fail(final int index, final IOException e) {
		failures.put(index, e);
	}
}
