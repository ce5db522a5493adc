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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A few requests at once. */
final class Parallel {

	/** Most connections to one archive. */
	static final int CONNECTIONS = 4;

	/** What is done with each. */
	interface Task<T> {

		void run(T item) throws IOException;
	}

	private Parallel() {}

	/**
	 * Runs all tasks. Where one fails, those that have not begun do not, and the first failure in order is thrown when the
	 * others have ended.
	 */
	static <T> void run(final List<T> items, final Task<T> task) throws IOException {
		if (items.isEmpty()) return;
		final ExecutorService pool = Executors.newFixedThreadPool(Math.min(CONNECTIONS, items.size()), job -> {
			final Thread thread = new Thread(job, "archive");
			thread.setDaemon(true);
			return thread;
		});
		final boolean[] failed = new boolean[1];
		try {
			final List<Future<?>> futures = new ArrayList<>();
			for (final T item : items)
				futures.add(pool.submit((Callable<Void>) () -> {
					synchronized (failed) {
						if (failed[0]) return null;
					}
					try {
						task.run(item);
					}
					catch (final IOException | RuntimeException | Error e) {
						synchronized (failed) {
							failed[0] = true;
						}
						throw e;
					}
					return null;
				}));
			Throwable first = null;
			for (final Future<?> future : futures) try {
				future.get();
			}
			catch (final ExecutionException e) {
				if (first == null) first = e.getCause();
			}
			if (first instanceof IOException e) throw e;
			if (first instanceof RuntimeException e) throw e;
			if (first instanceof Error e) throw e;
		}
		catch (final InterruptedException e) {
			pool.shutdownNow();
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
		finally {
			pool.shutdown();
		}
	}
}
