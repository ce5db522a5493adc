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
package io.github.hounsfield.codec.jpeg;

import io.github.hounsfield.codec.EncapsulatedFrames;
import io.github.hounsfield.codec.FrameFormat;
import java.io.IOException;
import java.nio.file.Path;
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

/**
 * Time to decode one frame. A stream is the name of a DICOM file in the directory of the real data
 * ({@code -jvmArgsAppend -Dhounsfield.data=...}), or {@code made}: 512 x 512 lossless samples of 12 bits with noise.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class JpegBenchmark {

	private static final int SIZE = 512;
	private static final int NOISE = 20;

	@Param({ "made", "codecs/ctimage/CTImage-1.2.840.10008.1.2.4.50-JPEGProcess1.dcm",
		"codecs/ctimage/CTImage-1.2.840.10008.1.2.4.51-JPEGProcess2_4.dcm",
		"codecs/ctimage/CTImage-1.2.840.10008.1.2.4.55-JPEGProcess10_12.dcm",
		"codecs/ctimage/CTImage-1.2.840.10008.1.2.4.57-JPEGProcess14.dcm",
		"codecs/ctimage/CTImage-1.2.840.10008.1.2.4.70-JPEGProcess14SV1.dcm" })
	public String stream;

	private final JpegDecoder decoder = new JpegDecoder();
	private byte[] data;
	private FrameFormat format;
	private short[] out;

	@Setup
	public void read() throws IOException {
		data = "made".equals(stream) ? made() : EncapsulatedFrames.frames(Path.of(System.getProperty("hounsfield.data",
			"data"), stream), 1).get(0);
		format = decoder.readFormat(data, 0, data.length);
		out = new short[(int) format.samples()];
	}

	@Benchmark
	public short[] decode() throws IOException {
		decoder.decode(data, 0, data.length, format.width(), format.height(), format.components(), out, 0);
		return out;
	}

	private static byte[] made() {
		final LosslessWriter writer = new LosslessWriter();
		writer.width = SIZE;
		writer.height = SIZE;
		writer.precision = 12;
		writer.shuffled = false;
		final Random random = new Random(7);
		final int[][][] planes = new int[1][SIZE][SIZE];
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++)
				planes[0][y][x] = 1000 + x + y + random.nextInt(NOISE);
		return writer.write(planes);
	}
}
