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
package io.github.hounsfield.codec.rle;

import io.github.hounsfield.codec.CodecException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time to decode one frame of 512 x 512 samples of 16 bits: a disc of noise on a flat ground. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RleBenchmark {

	private static final int SIZE = 512;

	private final short[] samples = new short[SIZE * SIZE];
	private final byte[] bytes = new byte[2 * SIZE * SIZE];
	private byte[] frame;

	@Setup
	public void encode() {
		final Random random = new Random(5);
		final byte[] source = new byte[2 * SIZE * SIZE];
		for (int i = 0; i < SIZE * SIZE; i++) {
			final int x = i % SIZE - SIZE / 2, y = i / SIZE - SIZE / 2;
			final int value = x * x + y * y > 50000 ? 0 : (int) (1060 + 18 * random.nextGaussian());
			source[2 * i] = (byte) value;
			source[2 * i + 1] = (byte) (value >> 8);
		}
		frame = RleEncoder.encode(source, SIZE, 1, 2);
	}

	/** Straight into 16-bit samples. */
	@Benchmark
	public short[] decodeShorts() throws CodecException {
		RleDecoder.decodeShorts(frame, 0, frame.length, SIZE, SIZE, 1, samples, 0);
		return samples;
	}

	/** Into little-endian bytes. */
	@Benchmark
	public byte[] decodeBytes() throws CodecException {
		RleDecoder.decode(frame, 0, frame.length, SIZE, SIZE, 1, 2, bytes, 0);
		return bytes;
	}
}
