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
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Who does the work on an image, who hears of its progress, and who may stop it. The calling thread always takes part.
 * So a busy executor delays nothing, even if the caller runs in it. Immutable; may be used for several images at once.
 */
public final class Workers {

	private static final String NAME = "hounsfield";

	/** To start a thread takes longer than to search a tiny picture. So they wait a while for the next image. */
	private static final Executor HELPERS = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS,
		new SynchronousQueue<>(), Workers::newThread);

	private final Executor executor;
	private final int threads;
	private final DoubleConsumer progress;
	private final BooleanSupplier canceled;

	private Workers(final Executor executor, final int threads, final DoubleConsumer progress,
		final BooleanSupplier canceled)
	{
		if (threads < 1) throw new IllegalArgumentException(threads + " threads; expected at least 1");
		this.executor = executor;
		this.threads = threads;
		this.progress = progress;
		this.canceled = canceled;
	}

	/** One thread for each processor, the calling one included. */
	public static Workers all() {
		return threads(Runtime.getRuntime().availableProcessors());
	}

	/** The calling thread alone. */
	public static Workers serial() {
		return threads(1);
	}

	/**
	 * The calling thread and others, which end when there was no work for some seconds.
	 *
	 * @param threads all threads, the calling one included; at least 1
	 */
	public static Workers threads(final int threads) {
		return new Workers(null, threads, fraction -> {}, () -> false);
	}

	/**
	 * The calling thread and some of an executor's, for programs and scripts that have a pool for many images.
	 *
	 * @param executor belongs to the caller and is not shut down
	 * @param threads all threads, the calling one included; at least 1
	 */
	public static Workers of(final Executor executor, final int threads) {
		return new Workers(executor, threads, fraction -> {}, () -> false);
	}

	/** The same with another number of threads. */
	public Workers withThreads(final int count) {
		return new Workers(executor, count, progress, canceled);
	}

	/** All threads, the calling one included; at least 1. */
	public int threads() {
		return threads;
	}

	/** @param listener hears in the calling thread which fraction is done; it rises to 1 */
	public Workers withProgress(final DoubleConsumer listener) {
		return new Workers(executor, threads, listener, canceled);
	}

	/**
	 * The same for one of several steps. Its progress from 0 to 1 becomes a part of the whole.
	 *
	 * @param from fraction of the whole that is done before the step, 0 to 1
	 * @param to fraction that is done after it
	 */
	public Workers part(final double from, final double to) {
		return withProgress(fraction -> progress.accept(from + fraction * (to - from)));
	}

	/**
	 * @param condition asked by every thread before each slice; once true, the work ends with a
	 *          {@link CancellationException}
	 */
	public Workers withCancel(final BooleanSupplier condition) {
		return new Workers(executor, threads, progress, condition);
	}

	/** Whether the work is to end; asks what {@link #withCancel} was given. */
	public boolean isCanceled() {
		return canceled.getAsBoolean();
	}

	/**
	 * The same for one of several equal works in a row. Its progress becomes a part of the whole.
	 *
	 * @param index of the work, from 0
	 * @param count of all works
	 */
	public Workers part(final int index, final int count) {
		return new Workers(executor, threads, fraction -> progress.accept((index + fraction) / count), canceled);
	}

	/** @throws CancellationException where the work is to end */
	public void requireNotCanceled() {
		if (canceled.getAsBoolean()) throw new CancellationException("canceled");
	}

	/** @param fraction that is done, 0 to 1 */
	public void report(final double fraction) {
		progress.accept(fraction);
	}

	/**
	 * Does each of some tasks once. One thread alone does them in rising order. If several tasks fail, the first in order
	 * is reported, so errors are the same for any number of threads.
	 *
	 * @param tasks how many
	 * @param newWorker is asked once by each thread for a worker, which does the task of an index; a worker may have its
	 *          own buffers
	 */
	public void run(final int tasks, final Supplier<IntConsumer> newWorker) {
		final Run run = new Run(tasks, newWorker, canceled);
		final int helpers = Math.min(threads, tasks) - 1;
		if (helpers <= 0) run.work(progress);
		else help(run, helpers, executor == null ? HELPERS : executor);
		run.check();
		progress.accept(1);
	}

	/** A task with one thing. It may fail as files and connections do. */
	@FunctionalInterface
	public interface Task<T> {

		void accept(int index, T item) throws IOException;
	}

	/**
	 * Does a task with each of some things, as {@link #run} does.
	 *
	 * @throws IOException of the first task in order that failed; tasks that had not begun are not done
	 */
	public <T> void each(final List<T> items, final Task<? super T> task) throws IOException {
		try {
			run(items.size(), () -> index -> {
				try {
					task.accept(index, items.get(index));
				}
				catch (final IOException e) {
					throw new Failed(e);
				}
			});
		}
		catch (final Failed e) {
			throw (IOException) e.getCause();
		}
	}

	/** Carries an error out of a task that may not throw it. */
	private static final class Failed extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Failed(final IOException cause) {
			super(cause);
		}
	}

	/** Makes threads that do not keep the program alive. */
	static ExecutorService newThreads(final int count) {
		return Executors.newFixedThreadPool(count, Workers::newThread);
	}

	private static Thread newThread(final Runnable task) {
		final Thread thread = new Thread(task, NAME);
		thread.setDaemon(true);
		// A thread may outlive the work of who started it.
		thread.setContextClassLoader(Workers.class.getClassLoader());
		return thread;
	}

	private void help(final Run run, final int helpers, final Executor pool) {
		try {
			for (int i = 0; i < helpers; i++)
				pool.execute(run::help);
			run.work(progress);
		}
		finally {
			run.close();
		}
	}
}
