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
package io.github.hounsfield.volume;

import io.github.hounsfield.ScratchFolder;
import io.github.hounsfield.sample.CtSeriesWriter;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.scan.ScanOptions;
import io.github.hounsfield.series.scan.SeriesScanner;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Opens a series of the thorax phantom, 300 slices of 512 x 512 pixels, and reads the same files into arrays, by turns
 * in one JVM with a warm file cache; prints the medians and their ratio. Then opens it in a JVM whose heap is the
 * volume and 64 MB: with the serial collector and a small young generation, since others keep parts of the heap for
 * themselves (G1 gives a plane of 512 KB, which is just over half a region of a small heap, a region of 1 MB).
 * Arguments: slices (300), rounds (15).
 */
public final class OpenSeriesBenchmark {

	private static final int SIDE = 512;
	private static final long MB = 1 << 20;

	private OpenSeriesBenchmark() {}

	public static void main(final String[] arguments) throws Exception {
		if (arguments.length == 2 && arguments[0].equals("open")) {
			final DicomVolume volume = open(Path.of(arguments[1]));
			System.gc();
			final Runtime runtime = Runtime.getRuntime();
			System.out.println("opened " + volume.planeCount() + " slices with a heap of " + runtime.maxMemory() / MB + " MB, " +
				(runtime.totalMemory() - runtime.freeMemory()) / MB + " MB in use for planes of " + volume.planeCount() *
					(long) SIDE * SIDE * 2 / MB + " MB");
			return;
		}
		final int slices = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
		final int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
		try (ScratchFolder scratch = new ScratchFolder("hounsfield-open")) {
			new CtSeriesWriter(SIDE, slices, 0.7, 1, 12, 3).write(scratch.path());
			measure(scratch.path(), rounds);
			openInSmallHeap(scratch.path(), slices);
		}
	}

	private static void measure(final Path folder, final int rounds) throws IOException {
		final double[] reading = new double[rounds];
		final double[] opening = new double[rounds];
		for (int round = -5; round < rounds; round++) {
			final double first = time(() -> read(folder));
			final double second = time(() -> open(folder));
			if (round < 0) continue;
			reading[round] = first;
			opening[round] = second;
		}
		System.out.printf("read into arrays: median %.1f ms, best %.1f ms%n", median(reading), Arrays.stream(reading).min()
			.getAsDouble());
		System.out.printf("open the series:  median %.1f ms, best %.1f ms%n", median(opening), Arrays.stream(opening).min()
			.getAsDouble());
		System.out.printf("ratio of medians: %.2f (at most 2 is the goal)%n", median(opening) / median(reading));
	}

	private interface Work {

		Object run() throws IOException;
	}

	private static double time(final Work work) throws IOException {
		System.gc();
		final long start = System.nanoTime();
		final Object kept = work.run();
		final double ms = (System.nanoTime() - start) / 1e6;
		if (kept.hashCode() == 42) System.out.println();
		return ms;
	}

	private static List<byte[]> read(final Path folder) throws IOException {
		final List<byte[]> all = new ArrayList<>();
		try (var files = Files.list(folder)) {
			for (final Path file : files.toList())
				all.add(Files.readAllBytes(file));
		}
		return all;
	}

	private static DicomVolume open(final Path folder) throws IOException {
		final Series series = new SeriesScanner().scan(List.of(folder), ScanOptions.DEFAULT).resolve("largest").get(0);
		return VolumeLoader.load(series, Workers.all());
	}

	private static double median(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	private static void openInSmallHeap(final Path folder, final int slices) throws Exception {
		final long heap = (slices * (long) SIDE * SIDE * 2 + MB - 1) / MB + 64;
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx" + heap + "m", "-XX:+UseSerialGC", "-Xmn24m", "-cp", System.getProperty("java.class.path"),
				OpenSeriesBenchmark.class.getName(), "open",
			folder.toString()).inheritIO().start();
		System.out.println("volume and 64 MB: " + (process.waitFor() == 0 ? "enough" : "NOT ENOUGH"));
	}
}
