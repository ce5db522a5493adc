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
package io.github.hounsfield.spark;

import io.github.hounsfield.spark.Failure.ItemTimeoutException;
import io.github.hounsfield.volume.NotEnoughMemoryException;
import io.github.hounsfield.work.Workers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Limits what one item costs: its time, and the memory of its neighbours. */
final class Guard {

	/** Longest time of a slice. Stopped work ends before its next slice. */
	private static final int GRACE_SECONDS = 10;

	/** All work holds it for reading. Work that needs the memory alone holds it for writing. */
	private static final ReadWriteLock MEMORY = new ReentrantReadWriteLock(true);

	private Guard() {}

	/** What is done, with workers that say when it is to end. */
	@FunctionalInterface
	interface Work<R> {

		R on(Workers workers) throws Exception;
	}

	/**
	 * Does the work. If memory does not suffice, it does it again with no other work in this JVM.
	 *
	 * @param timeoutSeconds of each try, above 0
	 * @throws ItemTimeoutException where it took longer
	 * @throws Exception as the work throws it
	 */
	static <R> R call(final int timeoutSeconds, final Work<R> work) throws Exception {
		MEMORY.readLock().lock();
		try {
			return timed(timeoutSeconds, work);
		}
		catch (final OutOfMemoryError | NotEnoughMemoryException e) {
			// done again below, where its images are garbage
		}
		finally {
			MEMORY.readLock().unlock();
		}
		MEMORY.writeLock().lock();
		try {
			return timed(timeoutSeconds, work);
		}
		finally {
			MEMORY.writeLock().unlock();
		}
	}

	/** Runs in a new thread. A thread that does not stop is left behind. */
	private static <R> R timed(final int timeoutSeconds, final Work<R> work) throws Exception {
		final AtomicBoolean late = new AtomicBoolean();
		final CompletableFuture<R> result = new CompletableFuture<>();
		final Thread thread = new Thread(() -> {
			try {
				result.complete(work.on(Workers.serial().withCancel(late::get)));
			}
			catch (final Throwable e) {
				result.completeExceptionally(e);
			}
		}, "Hounsfield series");
		thread.setDaemon(true);
		thread.start();
		try {
			return result.get(timeoutSeconds, TimeUnit.SECONDS);
		}
		catch (final TimeoutException e) {
			late.set(true);
			thread.join(TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
			throw new ItemTimeoutException(timeoutSeconds);
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof Exception known) throw known;
			throw (Error) e.getCause();
		}
	}
}
