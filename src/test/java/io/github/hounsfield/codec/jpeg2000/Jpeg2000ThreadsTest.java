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
package io.github.hounsfield.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.work.Workers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several threads for one frame: the same samples and errors as one thread, an end when it is asked for. */
class Jpeg2000ThreadsTest {

	private static final Duration SOON = Duration.ofSeconds(30);
	private static final int DAMAGES = 60;

	/** A thread for each byte of code-blocks: even these small streams have several. */
	private final Jpeg2000Decoder decoder = new Jpeg2000Decoder(1);

	static List<TestStream> streams() {
		return TestStream.all();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("streams")
	void threadsDoNotChangeTheSamples(final TestStream stream) throws CodecException {
		final short[] one = decode(stream, stream.bytes(), Workers.serial());
		for (final int threads : new int[] { 2, 3, 16 })
			assertArrayEquals(one, decode(stream, stream.bytes(), Workers.threads(threads)), threads + " threads");
	}

	@Test
	void threadsDoNotChangeWhatIsToldOfDamage() {
		final Random random = new Random(20);
		int refused = 0;
		for (final TestStream stream : streams()) {
			for (int i = 0; i < DAMAGES; i++) {
				final byte[] bytes = stream.bytes();
				for (int change = 0; change < 3; change++)
					bytes[bytes.length / 3 + random.nextInt(2 * bytes.length / 3)] = (byte) random.nextInt(256);
				final String one = outcome(stream, bytes, Workers.serial());
				assertEquals(one, outcome(stream, bytes, Workers.threads(3)), stream.name());
				if (one.contains("code-block")) refused++;
			}
		}
		assertTrue(refused > 100, refused + " broken code-blocks");
	}

	@Test
	void cancelEndsAFrame() {
		final TestStream stream = blocks();
		for (final int threads : new int[] { 2, 5 }) {
			final AtomicInteger looks = new AtomicInteger();
			final Workers workers = Workers.threads(threads).withCancel(() -> looks.incrementAndGet() > 2);
			assertTimeoutPreemptively(SOON, () -> assertThrows(CancellationException.class, () -> decode(stream, stream
				.bytes(), workers)));
		}
	}

	/** Slices that wait for threads which are all decoding slices would never end. */
	@Test
	void framesWithinWorkThatTakesAllThreadsEnd() {
		final TestStream stream = blocks();
		final ExecutorService pool = Executors.newFixedThreadPool(2);
		try {
			final Workers workers = Workers.of(pool, 3);
			final List<short[]> frames = new ArrayList<>();
			assertTimeoutPreemptively(SOON, () -> workers.run(40, () -> i -> {
				try {
					final short[] samples = decode(stream, stream.bytes(), workers);
					synchronized (frames) {
						frames.add(samples);
					}
				}
				catch (final CodecException e) {
					throw new AssertionError(e);
				}
			}));
			assertEquals(40, frames.size());
			frames.forEach(samples -> assertArrayEquals(frames.get(0), samples));
		}
		finally {
			pool.shutdown();
		}
	}

	/** Of three components with several code-blocks each. */
	private static TestStream blocks() {
		return TestStream.named("RPCL");
	}

	private String outcome(final TestStream stream, final byte[] bytes, final Workers workers) {
		try {
			return Arrays.toString(decode(stream, bytes, workers));
		}
		catch (final CodecException e) {
			return e.getMessage();
		}
	}

	private short[] decode(final TestStream stream, final byte[] bytes, final Workers workers) throws CodecException {
		final short[] out = new short[stream.samples()];
		decoder.decode(bytes, 0, bytes.length, stream.width(), stream.height(), stream.components(), out, 0, workers);
		return out;
	}
}
