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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.intensity.HounsfieldConverter;
import io.github.hounsfield.intensity.IntensityException;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.intensity.SliceTransforms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.ShortType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that tasks are done once, by several threads, with rising progress, the first failure and cancel. Also tests
 * {@code Run}.
 */
@Timeout(120)
class WorkersTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 8 })
	void doesEachTaskOnce(final int threads) {
		final AtomicIntegerArray done = new AtomicIntegerArray(1000);
		Workers.threads(threads).run(1000, () -> done::incrementAndGet);
		for (int i = 0; i < 1000; i++)
			assertEquals(1, done.get(i));
	}

	@Test
	void usesSeveralThreadsEachWithAWorkerOfItsOwn() {
		final CountDownLatch allThere = new CountDownLatch(3);
		final AtomicInteger made = new AtomicInteger();
		final Set<Thread> threads = ConcurrentHashMap.newKeySet();
		Workers.threads(3).run(3, () -> {
			made.incrementAndGet();
			return task -> {
				threads.add(Thread.currentThread());
				allThere.countDown();
				try {
					assertTrue(allThere.await(60, TimeUnit.SECONDS));
				}
				catch (final InterruptedException e) {
					throw new IllegalStateException(e);
				}
			};
		});
		assertEquals(3, made.get());
		assertEquals(3, threads.size());
		assertTrue(threads.contains(Thread.currentThread()));
	}

	@Test
	void reportsTheFirstOfSeveralFailures() {
		for (int round = 0; round < 50; round++) {
			final IntensityException e = assertThrows(IntensityException.class, () -> Workers.threads(4).run(100,
				() -> task -> {
					if (task % 10 == 7) throw new IntensityException("task " + task, task);
				}));
			assertEquals(7, e.slice());
		}
	}

	@Test
	void passesErrorsOn() {
		final Error error = new AssertionError("bug");
		assertSame(error, assertThrows(AssertionError.class, () -> Workers.threads(2).run(5, () -> task -> {
			throw error;
		})));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void tellsRisingProgressInTheCallingThread(final int threads) {
		final List<Double> heard = new ArrayList<>();
		final Thread caller = Thread.currentThread();
		Workers.threads(threads).withProgress(fraction -> {
			assertSame(caller, Thread.currentThread());
			heard.add(fraction);
		}).run(200, () -> task -> {});
		for (int i = 1; i < heard.size(); i++)
			assertTrue(heard.get(i) > heard.get(i - 1));
		assertTrue(heard.get(0) > 0);
		assertEquals(1, heard.get(heard.size() - 1));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void stopsWhenCanceled(final int threads) {
		final AtomicInteger done = new AtomicInteger();
		final Workers workers = Workers.threads(threads).withCancel(() -> done.get() >= 10);
		assertThrows(CancellationException.class, () -> workers.run(1_000_000, () -> task -> done.incrementAndGet()));
		assertTrue(done.get() < 10 + threads + 1, () -> done + " tasks");
	}

	@Test
	void leavesNobodyAtWorkWhenItReturns() {
		final AtomicInteger working = new AtomicInteger();
		for (int round = 0; round < 200; round++) {
			Workers.threads(4).run(7, () -> task -> {
				working.incrementAndGet();
				Thread.yield();
				working.decrementAndGet();
			});
			assertEquals(0, working.get());
		}
	}

	/** A pool with one thread, which is the caller: the helpers never begin. */
	@Test
	void finishesWhereTheExecutorIsBusyWithTheCaller() throws Exception {
		final ExecutorService pool = Executors.newSingleThreadExecutor();
		try {
			final Img<ShortType> image = ArrayImgs.shorts(4, 4, 20);
			final Future<?> result = pool.submit(() -> new HounsfieldConverter(SliceTransforms.IDENTITY, PaddingMode.KEEP)
				.toFloat(image, Workers.of(pool, 4)));
			result.get(60, TimeUnit.SECONDS);
			assertFalse(pool.isShutdown());
		}
		finally {
			pool.shutdown();
		}
	}

	@Test
	void keepsAnInterruptForTheCaller() {
		Thread.currentThread().interrupt();
		Workers.threads(3).run(50, () -> task -> Thread.yield());
		assertTrue(Thread.interrupted());
	}

	@Test
	void rejectsNoThreads() {
		assertThrows(IllegalArgumentException.class, () -> Workers.threads(0));
	}

	/** Three works of two tasks each: a half of a third, a third, ... */
	@Test
	void partsFollowEachOther() {
		final List<Double> heard = new ArrayList<>();
		final Workers all = Workers.serial().withProgress(heard::add);
		for (int i = 0; i < 3; i++)
			all.part(i, 3).run(2, () -> task -> {});
		assertEquals(heard.stream().sorted().toList(), heard);
		assertEquals(1 / 3.0, heard.get(2), 1e-12);
		assertEquals(1, heard.get(heard.size() - 1));
		assertThrows(CancellationException.class, () -> all.withCancel(() -> true).part(0, 2).run(1, () -> task -> {}));
	}

	@Test
	void finishesOnAnExecutorThatNeverRunsAnything() {
		final AtomicInteger done = new AtomicInteger();
		Workers.of(task -> {}, 4).run(10, () -> task -> done.incrementAndGet());
		assertEquals(10, done.get());
	}

	/** A task that fails as connections do ends the work; the first failure in order is thrown, as it is. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void eachThrowsTheFirstFailureInOrder(final int threads) {
		final IOException first = new IOException("of b");
		final Set<String> done = ConcurrentHashMap.newKeySet();
		assertSame(first, assertThrows(IOException.class, () -> Workers.threads(threads).each(List.of("a", "b", "c", "d"), (
			index, item) -> {
			if (index == 1) throw first;
			if (index > 1) throw new IOException("of " + item);
			done.add(item);
		})));
		assertEquals(Set.of("a"), done);
	}
}
