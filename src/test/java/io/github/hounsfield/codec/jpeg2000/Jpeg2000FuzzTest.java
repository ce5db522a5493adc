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

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.CpuTime;
import io.github.hounsfield.codec.CodecException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Jpeg2000FuzzTest {

	private static final int MUTATIONS = Integer.getInteger("hounsfield.fuzz", 4000);
	private static final long LIMIT_NANOS = 2_000_000_000L;

	/** Changed bytes give a frame or the codec's exception, and soon. */
	@Test
	void endsWithAFrameOrItsOwnException() {
		final List<TestStream> streams = TestStream.all();
		final Jpeg2000Decoder decoder = new Jpeg2000Decoder();
		final Random random = new Random(20240611);
		int refused = 0;
		long slowest = 0;
		for (int i = 0; i < MUTATIONS; i++) {
			final TestStream stream = streams.get(i % streams.size());
			final byte[] bytes = mutate(stream.bytes(), random);
			final short[] out = new short[stream.samples()];
			final long start = CpuTime.nanos();
			try {
				decoder.decode(bytes, 0, bytes.length, stream.width(), stream.height(), stream.components(), out, 0);
			}
			catch (final CodecException e) {
				refused++;
			}
			catch (final RuntimeException | Error e) {
				throw new AssertionError("mutation " + i + " of " + stream.name(), e);
			}
			final long time = CpuTime.nanos() - start;
			slowest = Math.max(slowest, time);
			assertTrue(time < LIMIT_NANOS, "mutation " + i + " of " + stream.name() + " took " + time / 1_000_000 + " ms");
		}
		System.out.println("Jpeg2000FuzzTest: " + MUTATIONS + " mutations, " + refused + " refused, slowest " + slowest /
			1_000_000 + " ms");
		assertTrue(refused > MUTATIONS / 10 && refused < MUTATIONS);
	}

	private static byte[] mutate(final byte[] bytes, final Random random) {
		final int changes = 1 + random.nextInt(4);
		final int reach = random.nextBoolean() ? Math.min(bytes.length, 160) : bytes.length;
		for (int i = 0; i < changes; i++) {
			final int at = random.nextInt(reach);
			switch (random.nextInt(4)) {
				case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
				case 1 -> bytes[at] = (byte) random.nextInt(256);
				case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
				default -> {
					final int count = Math.min(3, bytes.length - at);
					System.arraycopy(bytes, random.nextInt(bytes.length - count + 1), bytes, at, count);
				}
			}
		}
		return bytes;
	}
}
