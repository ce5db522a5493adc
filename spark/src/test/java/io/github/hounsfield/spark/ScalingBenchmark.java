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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much faster two workers are than one: a standalone cluster on loopback, series of equal size. Each worker has one
 * core of its own by taskset, as if it was a machine. The driver says how long listing and measuring took; its start and
 * the table are left out.
 *
 * <pre>
 * ScalingBenchmark FOLDER SERIES SIZE SLICES MEASURES WORKERS...     for example  /data/x 160 256 64 hu,lung-density 1 2
 * </pre>
 */
final class ScalingBenchmark {

	private static final Pattern TIMES = Pattern.compile("listing ([0-9.]+) s, measuring ([0-9.]+) s");

	private ScalingBenchmark() {}

	/** @param arguments as above; the studies are made once, the folders of results are deleted */
	public static void main(final String[] arguments) throws Exception {
		final Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
		final Path studies = folder.resolve("studies");
		final int series = Integer.parseInt(arguments[1]);
		if (!Files.exists(studies)) for (int i = 0; i < series; i++)
			Phantoms.writer(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), 100 + i).write(studies.resolve(String
				.format("study-%04d", i)));
		double first = 0;
		for (int i = 5; i < arguments.length; i++) {
			final int workers = Integer.parseInt(arguments[i]);
			final double seconds = seconds(folder, studies, series, arguments[4], workers);
			if (first == 0) first = seconds;
			System.out.printf("%d workers: listing and measuring %.1f s, %.2f times as fast as the first run%n", workers, seconds,
				first / seconds);
		}
	}

	private static double seconds(final Path folder, final Path studies, final int series, final String measures,
		final int workers) throws Exception
	{
		final Path results = folder.resolve("results");
		Folders.delete(results);
		Folders.delete(folder.resolve("cluster"));
		Folders.delete(folder.resolve("home"));
		try (LoopbackCluster cluster = new LoopbackCluster(folder.resolve("cluster"), SparkHome.withAll(folder.resolve(
			"home"))))
		{
			for (int i = 0; i < workers; i++)
				cluster.worker("taskset", "-c", Integer.toString(i));
			// all executors are there before the first task, as in a cluster that is there
			final Process driver = cluster.driver(List.of("-Dspark.scheduler.minRegisteredResourcesRatio=1",
				"-Dspark.cores.max=" + workers, "-Dspark.scheduler.maxRegisteredResourcesWaitingTime=60s"), "--studies", studies
					.toString(), "--results", results.toString(), "--measure", measures);
			if (driver.waitFor() != 0) throw new IOException(cluster.said());
			final Matcher times = TIMES.matcher(cluster.said());
			if (!times.find() || !cluster.said().contains(series + " measured, 0 failed")) throw new IOException(cluster.said());
			System.out.println(cluster.said().lines().filter(line -> line.contains("measured, ")).toList());
			return Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(2));
		}
		finally {
			Folders.delete(results);
		}
	}
}
