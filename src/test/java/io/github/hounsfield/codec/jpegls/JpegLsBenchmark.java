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

import io.github.hounsfield.codec.CodecException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time to decode one frame of 512 x 512 pixels: a round phantom in air with the noise of a CT slice. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JpegLsBenchmark {

	private static final int SIZE = 512;

	/** What is coded: grey lossless, grey with NEAR 2, or colour in one of its interleaves. */
	@Param({ "grey", "near", "planes", "lines", "pixels" })
	public String coding;

	private final JpegLsDecoder decoder = new JpegLsDecoder();
	private byte[] stream;
	private int components;
	private short[] out;

	@Setup
	public void encode() {
		final boolean grey = coding.equals("grey") || coding.equals("near");
		components = grey ? 1 : 3;
		final int[][] planes = new int[components][];
		for (int c = 0; c < components; c++) planes[c] = phantom(grey ? 1 : 16, c);
		final JpegLsEncoder encoder = new JpegLsEncoder(SIZE, SIZE, grey ? 16 : 8, planes);
		encoder.near = coding.equals("near") ? 2 : 0;
		encoder.interleave = coding.equals("lines") ? 1 : coding.equals("pixels") ? 2 : 0;
		stream = encoder.encode();
		out = new short[SIZE * SIZE * components];
	}

	/** Decodes the frame. */
	@Benchmark
	public short[] decode() throws CodecException {
		decoder.decode(stream, 0, stream.length, SIZE, SIZE, components, out, 0);
		return out;
	}

	private static int[] phantom(final int divisor, final int seed) {
		final Random random = new Random(seed);
		final int[] samples = new int[SIZE * SIZE];
		for (int i = 0; i < samples.length; i++) {
			final int x = i % SIZE - SIZE / 2, y = i / SIZE - SIZE / 2;
			final double inside = x * x / 200.0 / 200 + y * y / 150.0 / 150;
			final double tissue = inside > 1 ? 24 : x * x + (y - 20) * (y - 20) < 2500 ? 300 : 1060 + 40 * seed;
			final double noise = random.nextGaussian() * (inside > 1 ? 6 : 18);
			samples[i] = x * x + y * y > 65000 ? 0 : Math.max(0, (int) (tissue + noise)) / divisor;
		}
		return samples;
	}
}
