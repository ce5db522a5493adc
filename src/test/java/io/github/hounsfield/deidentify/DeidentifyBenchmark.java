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
package io.github.hounsfield.deidentify;

import com.sun.management.OperatingSystemMXBean;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * De-identify DICOM on 5,000 files in 50 series beside {@code cp -r}, and beside DCMTK's dcmodify, which replaces name
 * and ID in copies: by turns, time on the clock; least, median and worst of several, and the median of the ratios.
 * Arguments: a folder to work in, how many turns, and pixels in a row of a slice.
 */
final class DeidentifyBenchmark {

	private static final int FILES = 5000;
	private static final int SERIES = 50;
	private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	private DeidentifyBenchmark() {}

	private interface Step {

		void run() throws Exception;
	}

	public static void main(final String[] arguments) throws Exception {
		final Path folder = Files.createDirectories(Path.of(arguments[0]));
		final int turns = Integer.parseInt(arguments[1]);
		final Path source = folder.resolve("source");
		remove(source);
		final int size = Integer.parseInt(arguments[2]);
		for (int series = 0; series < SERIES; series++)
			new CtSeriesWriter(size, FILES / SERIES, 360.0 / size, 2.5, 20, series).write(source.resolve("series" + series));
		final boolean dcmodify = Files.exists(Path.of("/usr/bin/dcmodify"));
		final double[][] times = new double[3][turns];
		final double[] processors = new double[turns];
		final Path out = folder.resolve("out");
		for (int turn = -1; turn < turns; turn++) {
			final long start = SYSTEM.getProcessCpuTime();
			note(times[0], turn, () -> FolderRun.run(source, out, 2));
			if (turn >= 0) processors[turn] = (SYSTEM.getProcessCpuTime() - start) / 1e9;
			remove(out);
			note(times[1], turn, () -> command("cp", "-r", source.toString(), out.toString()));
			if (dcmodify) note(times[2], turn, () -> command("sh", "-c", "find " + out +
				" -type f -print0 | xargs -0 -n 2500 dcmodify -nb -m PatientName=A -m PatientID=B -ea AccessionNumber " +
				"-gst -gse -gin"));
			remove(out);
		}
		say("De-identify DICOM", times[0], times[1]);
		say("the same, processor time", processors, times[1]);
		if (dcmodify) say("dcmodify in place, on the copies", times[2], times[1]);
		remove(source);
	}

	private static void say(final String what, final double[] ours, final double[] copying) {
		final double[] ratios = new double[ours.length];
		Arrays.setAll(ratios, i -> ours[i] / copying[i]);
		Arrays.sort(ratios);
		System.out.printf(Locale.ROOT, "%s: %s s; cp -r %s s; median of the ratios %.2f, worst %.2f%n", what, spread(ours),
			spread(copying), ratios[ratios.length / 2], ratios[ratios.length - 1]);
	}

	private static String spread(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", sorted[sorted.length / 2], sorted[0], sorted[sorted.length -
			1]);
	}

	private static void note(final double[] times, final int turn, final Step step) throws Exception {
		final long start = System.nanoTime();
		step.run();
		if (turn >= 0) times[turn] = (System.nanoTime() - start) / 1e9;
	}

	private static void command(final String... command) throws Exception {
		final Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(
			ProcessBuilder.Redirect.DISCARD).start();
		if (process.waitFor() != 0) throw new IllegalStateException(command[0] + " failed");
	}

	private static void remove(final Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		try (Stream<Path> all = Files.walk(folder)) {
			for (final Path path : all.sorted(Comparator.reverseOrder()).toList())
				Files.delete(path);
		}
	}
}
