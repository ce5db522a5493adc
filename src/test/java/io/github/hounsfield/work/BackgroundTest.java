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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Proves that tasks which come one by one are done in the background, in order, and end at once when canceled. */
@Timeout(120)
class BackgroundTest {

	@Test
	void givesResultsInTheOrderOfSubmission() throws IOException {
		final List<Double> progress = new ArrayList<>();
		final Thread caller = Thread.currentThread();
		final AtomicBoolean foreign = new AtomicBoolean();
		final Workers workers = Workers.threads(3).withProgress(fraction -> {
			foreign.compareAndSet(false, Thread.currentThread() != caller);
			progress.add(fraction);
		});
		try (Background<Integer> background = new Background<>(workers)) {
			for (int round = 0; round < 2; round++) {
				for (int i = 0; i < 100; i++) {
					final int task = i;
					background.submit(() -> task * task);
				}
				assertEquals(IntStream.range(0, 100).map(i -> i * i).boxed().toList(), background.await());
			}
			assertEquals(List.of(), background.await());
			assertEquals("one", background.now(() -> "one"));
		}
		assertTrue(!foreign.get() && progress.stream().allMatch(fraction -> fraction >= 0 && fraction <= 1), progress
			.toString());
		assertEquals(1, progress.get(progress.size() - 1));
	}

	@Test
	void throwsWhatATaskThrew() {
		try (Background<Integer> background = new Background<>(Workers.threads(2))) {
			background.submit(() -> 1);
			background.submit(() -> {
				throw new IOException("second");
			});
			assertEquals("second", assertThrows(IOException.class, background::await).getMessage());
			assertThrows(IllegalStateException.class, () -> background.now(() -> {
				throw new IllegalStateException("bug");
			}));
		}
	}

	@Test
	void endsWhenCanceledThoughATaskHangs() {
		final CountDownLatch never = new CountDownLatch(1);
		final AtomicBoolean canceled = new AtomicBoolean();
		try (Background<Integer> background = new Background<>(Workers.threads(1).withCancel(canceled::get))) {
			background.submit(() -> {
				never.await();
				return 0;
			});
			canceled.set(true);
			assertThrows(CancellationException.class, background::await);
		}
	}

	@Test
	void endsWhenInterrupted() {
		try (Background<Integer> background = new Background<>(Workers.threads(1))) {
			background.submit(() -> {
				Thread.sleep(600_000);
				return 0;
			});
			Thread.currentThread().interrupt();
			assertThrows(CancellationException.class, background::await);
			assertTrue(Thread.interrupted());
		}
	}
}
