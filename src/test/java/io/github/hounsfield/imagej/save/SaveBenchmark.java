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
package io.github.hounsfield.imagej.save;

import com.sun.management.OperatingSystemMXBean;
import ij.ImagePlus;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.sample.CtSeriesWriter;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Processor time of saving 300 slices of 512 x 512 beside that of writing the same bytes to as many files, both with
 * two threads: by turns, the least and the median of several. Argument: a folder to work in.
 */
final class SaveBenchmark {

	private static final int TURNS = 9;
	private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();
	private static final Workers WORKERS = Workers.threads(2);

	private SaveBenchmark() {}

	private interface Step {

		void run() throws Exception;
	}

	public static void main(final String[] arguments) throws Exception {
		final Path folder = Path.of(arguments[0]);
		new CtSeriesWriter(512, 300, 0.7, 1.25, 20, 3).write(folder.resolve("ct"));
		final ImagePlus ct = SeriesOpener.DEFAULT.open(SeriesOpener.DEFAULT.scan(List.of(folder.resolve("ct"))).series().get(
			0)).image();
		measure("stored values", ct, folder);
		measure("HU, 16-bit signed", hu(ct, HuConversion.Output.SIGNED), folder);
		final ImagePlus floats = hu(ct, HuConversion.Output.FLOAT);
		measure("HU, 32-bit, whole", floats, folder);
		floats.getStack().getProcessor(1).setf(0, 0.1f);
		measure("HU, 32-bit, fractions", floats, folder);
	}

	private static ImagePlus hu(final ImagePlus ct, final HuConversion.Output output) {
		return new HuConversion(output, PaddingMode.AIR, Optional.empty(), false).convert(ct, WORKERS);
	}

	private static void measure(final String what, final ImagePlus image, final Path folder) throws Exception {
		final Path saved = folder.resolve("saved");
		save(image, saved);
		final List<byte[]> bytes = new ArrayList<>();
		try (Stream<Path> files = Files.list(saved)) {
			for (final Path file : files.sorted().toList())
				bytes.add(Files.readAllBytes(file));
		}
		remove(saved);
		final double[][] seconds = new double[2][TURNS];
		for (int turn = 0; turn < TURNS; turn++) {
			seconds[0][turn] = seconds(() -> save(image, saved));
			remove(saved);
			seconds[1][turn] = seconds(() -> copy(bytes, saved));
			remove(saved);
		}
		for (final double[] row : seconds)
			Arrays.sort(row);
		System.out.printf(Locale.ROOT,
			"%s: saved in %.3f s (median %.3f), bytes written in %.3f s (median %.3f): %.2f (%.2f)%n",
			what, seconds[0][0], seconds[0][TURNS / 2], seconds[1][0], seconds[1][TURNS / 2], seconds[0][0] / seconds[1][0],
			seconds[0][TURNS / 2] / seconds[1][TURNS / 2]);
	}

	/** Of processor time, which others on the machine do not lengthen much. */
	private static double seconds(final Step step) throws Exception {
		final long start = SYSTEM.getProcessCpuTime();
		step.run();
		return (SYSTEM.getProcessCpuTime() - start) / 1e9;
	}

	private static void save(final ImagePlus image, final Path folder) throws IOException {
		new ImageSave(image, SavedSeries.options()).write(folder.toString(), WORKERS);
	}

	private static void copy(final List<byte[]> bytes, final Path folder) throws IOException {
		Files.createDirectory(folder);
		WORKERS.run(bytes.size(), () -> i -> {
			try (FileChannel channel = FileChannel.open(folder.resolve("copy" + i), StandardOpenOption.CREATE_NEW,
				StandardOpenOption.WRITE))
			{
				channel.write(ByteBuffer.wrap(bytes.get(i)));
			}
			catch (final IOException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	private static void remove(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			for (final Path file : files.toList())
				Files.delete(file);
		}
		Files.delete(folder);
	}
}
