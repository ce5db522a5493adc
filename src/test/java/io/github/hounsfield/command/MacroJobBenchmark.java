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
package io.github.hounsfield.command;

import ij.IJ;
import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.Pydicom;
import io.github.hounsfield.ScratchFolder;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Opens 300 slices of 512 x 512 by macro, beside reading the same files into arrays by one thread of the same JVM, by
 * turns. Then does the whole job by one macro: open, HU in 32 bits, lung window to 8 bits; beside it the same with
 * pydicom and numpy in a process of its own, also warm, one after the other several times. All times are on the clock.
 * The heap is touched before, and collected before each measurement. Argument: how many times ImageJ and Python follow
 * each other (3).
 */
public final class MacroJobBenchmark {

	private static final int ROUNDS = 15;
	private static final int WARM_UP = 8;

	private MacroJobBenchmark() {}

	public static void main(final String[] arguments) throws Exception {
		final int turns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
		final Map<String, List<Double>> all = new LinkedHashMap<>();
		try (ScratchFolder scratch = new ScratchFolder("macro-job"); ImageJProcess imagej = ImageJProcess.underTest(Files
			.createDirectory(scratch.path().resolve("ImageJ"))))
		{
			imagej.jvmFlags("-Xms3g", "-Xmx3g", "-XX:+AlwaysPreTouch");
			final Path series = scratch.path().resolve("series");
			new CtSeriesWriter(512, 300, 0.7, 1, 12, 3).write(series);
			for (int turn = 0; turn < turns; turn++) {
				final ImageJProcess.Result result = imagej.runInWindow(Rounds.class, series.toString());
				if (result.exitCode() != 0) throw new IllegalStateException(result.toString());
				add(all, result.out().lines().toList());
				add(all, Pydicom.run(MacroJobBenchmark.class, "job.py", series + "\n"));
			}
		}
		all.forEach((what, times) -> System.out.printf("%-8s least %.0f ms, median %.0f ms%n", what, least(times), median(
			times)));
		System.out.printf("open / read: of the least %.2f, of the medians %.2f (at most 1.5 is the goal)%n", least(all.get(
			"open")) / least(all.get("read")), median(all.get("open")) / median(all.get("read")));
		System.out.printf("job / pydicom: of the least %.2f, of the medians %.2f (at most 0.15 is the goal)%n", least(all
			.get("job")) / least(all.get("pydicom")), median(all.get("job")) / median(all.get("pydicom")));
	}

	/** Lines are a name and milliseconds. */
	private static void add(final Map<String, List<Double>> all, final List<String> lines) {
		for (final String line : lines) {
			final String[] parts = line.split(" ");
			if (parts.length != 2) throw new IllegalStateException("unexpected: " + line);
			all.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(Double.valueOf(parts[1]));
		}
	}

	private static double least(final List<Double> times) {
		return times.stream().mapToDouble(time -> time).min().getAsDouble();
	}

	private static double median(final List<Double> times) {
		return times.stream().mapToDouble(time -> time).sorted().toArray()[times.size() / 2];
	}

	/** What runs in ImageJ. */
	public static final class Rounds implements ImageJProcess.Script {

		@Override
		public void run(final String[] args) throws IOException {
			final String open = "run('Open DICOM Series', 'path=[" + args[0] + "]');";
			final String job = open + " run('Convert to HU', 'output=[32-bit float]'); " +
				"run('Apply Lung Window', 'mode=[8-bit image]');";
			for (int round = -WARM_UP; round < ROUNDS; round++) {
				final StringBuilder times = new StringBuilder();
				System.gc();
				long start = System.nanoTime();
				final List<byte[]> read = read(Path.of(args[0]));
				time(times, "read", start);
				if (read.isEmpty()) throw new IllegalStateException("no file in " + args[0]);
				read.clear();
				System.gc();
				start = System.nanoTime();
				macro(open);
				time(times, "open", start);
				System.gc();
				start = System.nanoTime();
				macro(job);
				time(times, "job", start);
				if (round >= 0) System.out.print(times);
			}
		}

		private static void time(final StringBuilder times, final String what, final long start) {
			times.append(what).append(' ').append((System.nanoTime() - start) / 1e6).append('\n');
		}

		private static List<byte[]> read(final Path folder) throws IOException {
			final List<byte[]> all = new ArrayList<>();
			try (var files = Files.list(folder)) {
				for (final Path file : files.toList())
					all.add(Files.readAllBytes(file));
			}
			return all;
		}

		private static void macro(final String text) {
			final String done = IJ.runMacro("setBatchMode(true); " + text +
				" slices = nSlices; while (nImages > 0) close(); return '' + slices;");
			if (!"300".equals(done)) throw new IllegalStateException(done + ": " + IJ.getLog());
		}
	}
}
