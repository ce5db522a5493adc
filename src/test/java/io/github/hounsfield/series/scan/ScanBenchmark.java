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
package io.github.hounsfield.series.scan;

import io.github.hounsfield.ScratchFolder;
import io.github.hounsfield.series.DicomFixture;
import io.github.hounsfield.series.SeriesListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Scans 5,000 small files in many folders, and 500 of them, by turns in one JVM with a warm file cache; prints the time
 * for a file in both and their ratio, which is 1 where the scan is linear. An argument names a folder that the files
 * are written to and stay in, so that other tools can scan them too.
 */
public final class ScanBenchmark {

	private static final int MANY = 5000;
	private static final int FEW = 500;
	private static final int IN_A_FOLDER = 50;
	private static final int ROUNDS = 9;

	private ScanBenchmark() {}

	public static void main(final String[] arguments) throws IOException {
		if (arguments.length > 0) measure(Path.of(arguments[0]));
		else try (ScratchFolder scratch = new ScratchFolder("hounsfield-scan")) {
			measure(scratch.path());
		}
	}

	private static void measure(final Path root) throws IOException {
		write(root.resolve("many"), MANY);
		write(root.resolve("few"), FEW);
		final double[] many = new double[ROUNDS];
		final double[] few = new double[ROUNDS];
		for (int round = -3; round < ROUNDS; round++) {
			final double first = microsecondsForAFile(root.resolve("many"), MANY);
			double second = 0;
			for (int i = 0; i < 5; i++)
				second += microsecondsForAFile(root.resolve("few"), FEW) / 5;
			if (round < 0) continue;
			many[round] = first;
			few[round] = second;
		}
		Arrays.sort(many);
		Arrays.sort(few);
		System.out.printf("%d files: %.1f us for a file (%.0f ms), %d files: %.1f us; ratio %.2f (at most 1.2 is the goal)%n",
			MANY, many[ROUNDS / 2], many[ROUNDS / 2] * MANY / 1000, FEW, few[ROUNDS / 2], many[ROUNDS / 2] / few[ROUNDS / 2]);
	}

	static void write(final Path root, final int count) throws IOException {
		for (int i = 0; i < count; i++) {
			final Path folder = Files.createDirectories(root.resolve("p" + i / (10 * IN_A_FOLDER)).resolve("s" + i /
				IN_A_FOLDER));
			final DicomFixture slice = DicomFixture.slice("1.2.3." + i / (2 * IN_A_FOLDER), i, "-100\\-100\\" + 1.25 * i).size(
				32, 32).text(0x00281052, "DS", "-1024").text(0x00281053, "DS", "1").pixels(new short[32 * 32]);
			for (int k = 0; k < 60; k++)
				slice.text(0x00181100 + 2 * k, "LO", "an element like many others " + k);
			Files.write(folder.resolve("image" + i), slice.file());
		}
	}

	private static double microsecondsForAFile(final Path folder, final int count) throws IOException {
		final long start = System.nanoTime();
		final SeriesListing listing = new SeriesScanner().scan(List.of(folder), ScanOptions.DEFAULT);
		final double microseconds = (System.nanoTime() - start) / 1e3 / count;
		final int found = listing.series().stream().mapToInt(series -> series.frames().size()).sum();
		if (found != count) throw new IllegalStateException("found " + found + " of " + count + " files");
		return microseconds;
	}
}
