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
import java.util.stream.Stream;

/**
 * Saving 300 slices of 512 x 512 beside writing the same bytes to as many files, both with two threads: by turns, time
 * on the clock and of the processors; least, median and worst of several, and the median of the ratios. Arguments: a
 * folder to work in, and how many turns.
 */
final class SaveBenchmark {

	private static final int WARM_UP = 3;
	private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();
	private static final Workers WORKERS = Workers.threads(2);

	private SaveBenchmark() {}

	private interface Step {

		void run() throws Exception;
	}

	public static void main(final String[] arguments) throws Exception {
		final Path folder = Path.of(arguments[0]);
		final int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
		final String only = arguments.length > 2 ? arguments[2] : "";
		new CtSeriesWriter(512, 300, 0.7, 1.25, 20, 3).write(folder.resolve("ct"));
		final ImagePlus ct = SeriesOpener.DEFAULT.open(SeriesOpener.DEFAULT.scan(List.of(folder.resolve("ct"))).series().get(
			0)).image();
		if ("stored".contains(only)) measure("stored values", ct, folder, turns);
		if ("signed".contains(only)) measure("HU, 16-bit signed", hu(ct, HuConversion.Output.SIGNED), folder, turns);
		final ImagePlus floats = hu(ct, HuConversion.Output.FLOAT);
		if ("whole".contains(only)) measure("HU, 32-bit, whole", floats, folder, turns);
		floats.getStack().getProcessor(1).setf(0, 0.1f);
		if ("fractions".contains(only)) measure("HU, 32-bit, fractions", floats, folder, turns);
	}

	private static ImagePlus hu(final ImagePlus ct, final HuConversion.Output output) {
		return HuConversion.to(output, PaddingMode.AIR).convert(ct, WORKERS);
	}

	private static void measure(final String what, final ImagePlus image, final Path folder, final int turns)
		throws Exception
	{
		final Path saved = folder.resolve("saved");
		save(image, saved);
		final List<byte[]> bytes = new ArrayList<>();
		try (Stream<Path> files = Files.list(saved)) {
			for (final Path file : files.sorted().toList())
				bytes.add(Files.readAllBytes(file));
		}
		remove(saved);
		final Times ours = new Times(turns);
		final Times plain = new Times(turns);
		for (int turn = -WARM_UP; turn < turns; turn++) {
			ours.measure(turn, () -> save(image, saved));
			remove(saved);
			plain.measure(turn, () -> copy(bytes, saved));
			remove(saved);
		}
		System.out.println(what + ", clock: " + line(ours.clock, plain.clock));
		System.out.println(what + ", processors: " + line(ours.processors, plain.processors));
	}

	private static String line(final double[] ours, final double[] plain) {
		final double[] ratios = new double[ours.length];
		Arrays.setAll(ratios, i -> ours[i] / plain[i]);
		Arrays.sort(ratios);
		return spread(ours) + " s; bytes written in " + spread(plain) + " s; " + String.format(Locale.ROOT,
			"median of the ratios %.2f, worst %.2f", ratios[ratios.length / 2], ratios[ratios.length - 1]);
	}

	private static String spread(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", sorted[sorted.length / 2], sorted[0], sorted[sorted.length -
			1]);
	}

	/** Of one of the two. */
	private static final class Times {

		private final double[] clock;
		private final double[] processors;

		private Times(final int turns) {
			clock = new double[turns];
			processors = new double[turns];
		}

		private void measure(final int turn, final Step step) throws Exception {
			final long start = System.nanoTime();
			final long startCpu = SYSTEM.getProcessCpuTime();
			step.run();
			if (turn < 0) return;
			processors[turn] = (SYSTEM.getProcessCpuTime() - startCpu) / 1e9;
			clock[turn] = (System.nanoTime() - start) / 1e9;
		}
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
