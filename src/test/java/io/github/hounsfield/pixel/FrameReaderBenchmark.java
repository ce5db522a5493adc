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
package io.github.hounsfield.pixel;

import io.github.hounsfield.dicom.DicomBytes;
import io.github.hounsfield.dicom.DicomFile;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Part10Reader;
import io.github.hounsfield.plane.PlaneType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Microseconds for one native slice of 512 x 512 pixels of 16 bits, from file to plane, beside reading its bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FrameReaderBenchmark {

	@Param({ "12 unsigned", "12 signed", "16 signed", "16 signed for ImageJ", "16 big endian" })
	private String format;

	private Path path;
	private DicomFile file;
	private final short[] plane = new short[512 * 512];
	private int xor;

	@Setup(Level.Trial)
	public void writeFile() throws IOException {
		final boolean big = format.contains("big");
		final int stored = format.startsWith("12") ? 12 : 16;
		final byte[] cells = new byte[512 * 512 * 2];
		new Random(1).nextBytes(cells);
		path = Files.createTempFile("slice", ".dcm");
		Files.write(path, (big ? DicomBytes.explicitBig() : DicomBytes.explicitLittle()).image(512, 512, 16, stored, stored -
			1, format.contains(" signed")).bytes(0x7FE0, 0x0010, "OW", cells).file(big ? "1.2.840.10008.1.2.2"
				: "1.2.840.10008.1.2.1"));
		file = new Part10Reader().read(DicomSource.of(path));
		xor = format.contains("ImageJ") ? PlaneType.SIGN_OFFSET : 0;
	}

	@TearDown(Level.Trial)
	public void deleteFile() throws IOException {
		Files.delete(path);
	}

	@Benchmark
	public short[] readFrame() throws IOException {
		try (FrameReader reader = FrameReader.open(file)) {
			reader.read(0, plane, 0, xor);
		}
		return plane;
	}

	@Benchmark
	public byte[] readBytesOnly() throws IOException {
		return Files.readAllBytes(path);
	}
}
