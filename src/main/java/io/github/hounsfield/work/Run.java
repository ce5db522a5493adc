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

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** One call of {@link Workers#run}. */
final class Run {

	private final int tasks;
	private final Supplier<IntConsumer> newWorker;
	private final BooleanSupplier canceled;
	private final AtomicInteger next = new AtomicInteger();
	private final AtomicInteger done = new AtomicInteger();
	private int helping;
	private boolean closed;
	private int failed = Integer.MAX_VALUE;
	private Throwable failure;

	Run(final int tasks, final Supplier<IntConsumer> newWorker, final BooleanSupplier canceled) {
		this.tasks = tasks;
		this.newWorker = newWorker;
		this.canceled = canceled;
	}

	void work(final DoubleConsumer listener) {
		IntConsumer worker = null;
		for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) try {
			if (canceled.getAsBoolean()) throw new CancellationException("canceled");
			if (worker == null) worker = newWorker.get();
			worker.accept(task);
			listener.accept((double) done.incrementAndGet() / (tasks + 1));
		}
		catch (final Throwable e) {
			fail(task, e);
		}
	}

	private synchronized void fail(final int task, final Throwable e) {
		if (task < failed) {
			failed = task;
			failure = e;
		}
		stop();
	}

	private void stop() {
		next.set(tasks);
	}

	/** Works beside the caller, unless the caller has gone. */
	void help() {
		synchronized (this) {
			if (closed) return;
			helping++;
		}
		try {
			work(fraction -> {});
		}
		finally {
			synchronized (this) {
				helping--;
				notifyAll();
			}
		}
	}

	/** Waits for the threads that help. Those that have not begun will not begin. */
	synchronized void close() {
		stop();
		closed = true;
		boolean interrupted = false;
		while (helping > 0) try {
			wait();
		}
		catch (final InterruptedException e) {
			interrupted = true;
		}
		if (interrupted) Thread.currentThread().interrupt();
	}

	synchronized void check() {
		if (failure instanceof RuntimeException e) throw e;
		if (failure instanceof Error e) throw e;
	}
}
