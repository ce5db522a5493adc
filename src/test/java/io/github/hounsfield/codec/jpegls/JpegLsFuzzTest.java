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
package io.github.hounsfield.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.hounsfield.codec.CodecException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Broken codestreams give a CodecException or a frame, soon, and nothing else. */
class JpegLsFuzzTest {

	private static final int SIZE = 19;
	private static final int MUTATIONS = Integer.getInteger("hounsfield.fuzz", 20_000);
	private static final JpegLsDecoder DECODER = new JpegLsDecoder();

	@Test
	void survivesACutAtEveryByte() {
		assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
			for (final Sample sample : samples())
				for (int length = 0; length < sample.stream.length; length++)
					attempt(Arrays.copyOf(sample.stream, length), sample.components);
		});
	}

	@Test
	void survivesRandomChanges() {
		final int[] broken = new int[1];
		assertTimeoutPreemptively(Duration.ofMinutes(20), () -> {
			final Random random = new Random(87);
			final List<Sample> samples = samples();
			for (int i = 0; i < MUTATIONS; i++) {
				final Sample sample = samples.get(i % samples.size());
				if (!attempt(changed(sample.stream, random), sample.components)) broken[0]++;
			}
		});
		System.out.println("JPEG-LS fuzz: " + MUTATIONS + " changed codestreams, " + broken[0] + " refused");
		assertTrue(broken[0] > MUTATIONS / 4, broken[0] + " refused");
	}

	@Test
	void allocatesNothingForAFrameThatIsNotExpected() {
		final byte[] stream = HexFormat.of().parseHex("FFD8FFF7000B10FFFFFFFF01011100FFDA00080101000000000000FFD9");
		final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		final short[] out = new short[16];
		long before = 0;
		for (int i = 0; i < 3; i++) {
			before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
			assertThrows(CodecException.class, () -> DECODER.decode(stream, 0, stream.length, 4, 4, 1, out, 0));
		}
		final long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
		assertTrue(bytes < 50_000, bytes + " bytes allocated");
	}

	private static boolean attempt(final byte[] stream, final int components) {
		final short[] out = new short[SIZE * SIZE * components];
		try {
			DECODER.readFormat(stream, 0, stream.length);
			DECODER.decode(stream, 0, stream.length, SIZE, SIZE, components, out, 0);
			return true;
		}
		catch (final CodecException e) {
			return false;
		}
		catch (final RuntimeException | Error e) {
			throw new AssertionError(e + " for " + HexFormat.of().formatHex(stream), e);
		}
	}

	private static byte[] changed(final byte[] stream, final Random random) {
		byte[] changed = stream.clone();
		for (int n = 1 + random.nextInt(4); n > 0; n--) {
			final int at = random.nextBoolean() ? random.nextInt(changed.length) : random.nextInt(Math.min(60,
				changed.length));
			switch (random.nextInt(5)) {
				case 0 -> changed[at] = (byte) random.nextInt(256);
				case 1 -> changed[at] ^= (byte) (1 << random.nextInt(8));
				case 2 -> changed[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
				case 3 -> {
					final int length = Math.min(random.nextInt(9), changed.length - at);
					System.arraycopy(changed, random.nextInt(changed.length - length + 1), changed, at, length);
				}
				default -> changed = Arrays.copyOf(changed, Math.max(1, changed.length - random.nextInt(4)));
			}
		}
		return changed;
	}

	private record Sample(byte[] stream, int components) {}

	private static List<Sample> samples() {
		final List<Sample> samples = new ArrayList<>();
		for (int i = 0; i < 24; i++) {
			final int components = i % 4 == 0 ? 3 : 1;
			final int precision = new int[] { 8, 16, 12, 2, 8, 10 }[i % 6];
			final int[][] planes = new int[components][];
			final String kind = new String[] { "noise", "smooth", "flat", "edges", "skew" }[i % 5];
			for (int c = 0; c < components; c++)
				planes[c] = JpegLsStreams.picture(kind, SIZE, SIZE, precision, i + c);
			final JpegLsEncoder encoder = new JpegLsEncoder(SIZE, SIZE, precision, planes);
			encoder.interleave = components == 1 ? 0 : i / 4 % 3;
			encoder.near = precision == 2 || i % 3 > 0 ? 0 : i % 4;
			encoder.restartLines = i % 5 == 0 ? 4 : 0;
			if (i % 7 == 0 && precision > 2) encoder.thresholds = new int[] { 5, 9, 30 };
			if (i % 8 == 4) encoder.before = HexFormat.of().parseHex("FFE800076D72667800");
			samples.add(new Sample(encoder.encode(), components));
		}
		return samples;
	}
}
