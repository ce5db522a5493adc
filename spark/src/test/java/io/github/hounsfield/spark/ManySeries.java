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
package io.github.hounsfield.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkConf;

/**
 * Many series of very different sizes, with bad ones among them, on all processors of this machine: whether there is a
 * row for each, and whether each is equal to one thread's, bit by bit. Ends with status 1 where not.
 *
 * <pre>
 * ManySeries FOLDER SERIES BAD_OF_EACH_KIND LARGEST_MB     for example  /data/x 1000 10 300
 * </pre>
 */
final class ManySeries {

	private static final double SMALLEST_BYTES = 10_000;
	private static final double MEGABYTE = 1e6;
	/** Of ten series, nine are near the smallest; the largest few hold most of the bytes. */
	private static final double SKEW = 30;
	private static final int SMALLEST_SIZE = 32;
	private static final int LARGEST_SIZE = 512;

	private ManySeries() {}

	/** @param arguments as above; the studies are made once, the results are made anew */
	public static void main(final String[] arguments) throws IOException {
		final Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
		final int sound = Integer.parseInt(arguments[1]);
		final int bad = Integer.parseInt(arguments[2]) * Phantoms.KINDS;
		final Path studies = folder.resolve("studies");
		if (!Files.exists(studies)) write(studies, sound, bad, Double.parseDouble(arguments[3]) * MEGABYTE);
		final Path results = folder.resolve("results");
		Folders.delete(results);
		final Plan plan = Plan.of(studies.toString(), List.of("hu", "histogram"), "", false);
		final Run run = new Run(plan, results, 3600);
		final List<SeriesRow> rows = run.alone(new SparkConf());
		System.out.println(rows.size() + " rows of " + (sound + bad) + " series: " + run.times());
		final Map<String, Integer> kinds = new TreeMap<>();
		rows.forEach(row -> kinds.merge(row.isMeasured() ? "measured" : row.reasonClass(), 1, Integer::sum));
		System.out.println(kinds);
		int same = 0;
		long largest = 0;
		long smallest = Long.MAX_VALUE;
		try (ResultsFolder open = new ResultsFolder(results, plan)) {
			final MeasureTask task = new MeasureTask(plan, results.toString(), "one thread", 3600);
			final long start = System.nanoTime();
			for (final Item item : open.items()) {
				if (rows.get(item.number() - 1).sameAs(task.of(item))) same++;
				else System.out.println("item " + item.number() + " differs: " + rows.get(item.number() - 1));
				largest = Math.max(largest, item.bytes());
				if (item.bytes() > 0) smallest = Math.min(smallest, item.bytes());
			}
			System.out.printf("One thread: %d rows are the same, in %.1f s; series of %d to %d bytes%n", same, (System
				.nanoTime() - start) / 1e9, smallest, largest);
		}
		if (rows.size() != sound + bad || same != rows.size() || kinds.get("measured") != sound) System.exit(1);
	}

	private static void write(final Path studies, final int sound, final int bad, final double most) throws IOException {
		for (int i = 0; i < sound; i++) {
			final double bytes = SMALLEST_BYTES * Math.pow(most / SMALLEST_BYTES, Math.pow((i + 1.0) / sound, SKEW));
			final int size = (int) Math.max(SMALLEST_SIZE, Math.min(LARGEST_SIZE, Math.cbrt(2 * bytes)));
			final int slices = (int) Math.max(4, Math.round(bytes / 2 / size / size));
			Phantoms.writer(size, slices, 20_000 + i).write(studies.resolve(String.format("study-%04d", i)));
		}
		for (int i = 0; i < bad; i++)
			Phantoms.bad(studies, i);
	}
}
