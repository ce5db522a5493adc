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

import io.github.hounsfield.codec.CodecException;
import io.github.hounsfield.codec.EncapsulatedFrames;
import io.github.hounsfield.codec.FrameFormat;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * One frame, decoded by one thread and by two. Needs the system property hounsfield.data in the forked machine
 * ({@code -jvmArgs -Dhounsfield.data=...}), or {@code -p file=} with the absolute path of a codestream, such as one
 * made by ojph_compress.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Jpeg2000Benchmark {

	@Param({ "codecs/ctimage/CTImage-1.2.840.10008.1.2.4.90-JPEG2000LosslessOnly.dcm",
		"codecs/small/JPEG2000.dcm", "codecs/small/HTJ2KLossless_08_RGB.dcm" })
	public String file;

	/** For one frame. */
	@Param({ "1", "2" })
	public int threads;

	private final Jpeg2000Decoder decoder = new Jpeg2000Decoder();
	private Workers workers;
	private byte[] frame;
	private FrameFormat format;
	private short[] samples;

	@Setup
	public void read() throws IOException {
		final Path path = Path.of(System.getProperty("hounsfield.data", "")).resolve(file);
		frame = file.endsWith(".dcm") ? EncapsulatedFrames.frames(path, 1).get(0) : Files.readAllBytes(path);
		format = decoder.readFormat(frame, 0, frame.length);
		samples = new short[(int) format.samples()];
		workers = Workers.threads(threads);
	}

	@Benchmark
	public short[] decode() throws CodecException {
		decoder.decode(frame, 0, frame.length, format.width(), format.height(), format.components(), samples, 0,
			workers);
		return samples;
	}
}
