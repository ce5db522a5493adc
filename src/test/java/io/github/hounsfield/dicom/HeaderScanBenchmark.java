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
package io.github.hounsfield.dicom;

import io.github.hounsfield.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** Milliseconds for the headers of many small files in folders of 100, on one thread; linear in their number. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HeaderScanBenchmark {

	@Param({ "500", "5000" })
	private int files;

	@Param({ "explicit", "implicit" })
	private String encoding;

	private ScratchFolder scratch;
	private List<DicomSource> sources;

	@Setup(Level.Trial)
	public void writeFiles() throws IOException {
		scratch = new ScratchFolder("header-scan");
		sources = new ArrayList<>();
		for (int i = 0; i < files; i++) {
			final Path file = Files.createDirectories(scratch.path().resolve("series" + i / 100)).resolve("slice" + i);
			Files.write(file, slice(i));
			sources.add(DicomSource.of(file));
		}
	}

	/** A CT slice of 16 x 16 pixels with a header of the usual size. */
	private byte[] slice(final int number) {
		final boolean explicit = encoding.equals("explicit");
		final DicomBytes bytes = explicit ? DicomBytes.explicitLittle() : DicomBytes.implicitLittle();
		bytes.text(0x0008, 0x0005, "CS", "ISO_IR 100").text(0x0008, 0x0008, "CS", "ORIGINAL\\PRIMARY\\AXIAL").text(0x0008,
			0x0016, "UI", "1.2.840.10008.5.1.4.1.1.2").text(0x0008, 0x0018, "UI", "1.2.3." + number).text(0x0008, 0x0060, "CS",
				"CT").openSequence(0x0008, 0x1140, bytes.empty().text(0x0008, 0x1155, "UI", "1.2.3.4"));
		for (int i = 0; i < 60; i++)
			bytes.text(0x0009, 0x1000 + i, "LO", "private value " + i);
		for (int i = 0; i < 30; i++)
			bytes.text(0x0011, 0x1000 + i, "SH", "value " + i);
		bytes.text(0x0020, 0x000E, "UI", "1.2.3." + number / 100).text(0x0020, 0x0013, "IS", "" + number).text(0x0020, 0x0032,
			"DS", "-120.5\\-130.25\\" + number % 100).text(0x0020, 0x0037, "DS", "1\\0\\0\\0\\1\\0").image(16, 16, 16, 12, 11,
				false).text(0x0028, 0x1052, "DS", "-1024").text(0x0028, 0x1053, "DS", "1").bytes(0x7FE0, 0x0010, "OW",
					new byte[512]);
		return bytes.file(explicit ? "1.2.840.10008.1.2.1" : "1.2.840.10008.1.2");
	}

	@TearDown(Level.Trial)
	public void deleteFiles() throws IOException {
		scratch.close();
	}

	@Benchmark
	public int scan() throws IOException {
		final DicomReader reader = new Part10Reader();
		int elements = 0;
		for (final DicomSource source : sources)
			elements += reader.read(source).dataSet().elements().size();
		return elements;
	}
}
