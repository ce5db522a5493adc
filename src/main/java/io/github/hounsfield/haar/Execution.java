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
package io.github.hounsfield.haar;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * How a search runs: on which threads, who hears of its progress, who may end it. Immutable.
 *
 * @param executor runs all workers but one, which is the calling thread; a saturated executor makes a search slower, not
 *          stuck
 * @param workers threads that take part, the calling one included, at least 1
 * @param progress takes the part of the search that is done, from 0 to 1, never falling; called by one worker at a time
 * @param canceled asked by any worker, many times a second; once it is true the search ends with a
 *          CancellationException
 */
public record Execution(Executor executor, int workers, DoubleConsumer progress, BooleanSupplier canceled) {

	/** In the calling thread, silently, to the end. */
	public static final Execution SERIAL = new Execution(Runnable::run, 1, done -> {}, () -> false);

	/**
	 * @throws IllegalArgumentException where workers is below 1
	 */
	public Execution {
		Objects.requireNonNull(executor);
		Objects.requireNonNull(progress);
		Objects.requireNonNull(canceled);
		if (workers < 1) throw new IllegalArgumentException(workers + " workers; expected at least 1");
	}

	/** The same on several threads. */
	public Execution on(final Executor threads, final int count) {
		return new Execution(threads, count, progress, canceled);
	}

	/** The same with somebody who hears of the progress. */
	public Execution reportingTo(final DoubleConsumer listener) {
		return new Execution(executor, workers, listener, canceled);
	}

	/** The same with somebody who may end it. */
	public Execution until(final BooleanSupplier end) {
		return new Execution(executor, workers, progress, end);
	}
}
