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

import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Phantom studies, two of them bad, to a Parquet table, a CSV and a picture of the HU histograms of all series. */
final class Demo {

	private static final int STUDIES = 12;
	/** Of the first study; each is noisier than the one before. */
	private static final int NOISE_HU = 4;

	private Demo() {}

	/** @param arguments the folder, which is emptied */
	public static void main(final String[] arguments) throws IOException {
		final Path folder = Path.of(arguments[0]).toAbsolutePath();
		empty(folder);
		final Path studies = Files.createDirectories(folder.resolve("studies"));
		System.out.println("Writing " + STUDIES + " phantom studies and 2 bad ones");
		for (int i = 1; i <= STUDIES; i++)
			new CtSeriesWriter(128, 24 + 4 * (i % 3), 3.125, 10, NOISE_HU * i, i).write(studies.resolve("study-" + i));
		Phantoms.bad(studies, 1);
		Phantoms.bad(studies, 2);
		final Path results = folder.resolve("results");
		final Path csv = folder.resolve("measurements.csv");
		final int status = Studies.run("--studies", studies.toString(), "--results", results.toString(), "--measure",
			"hu,lung-density,histogram", "--csv", csv.toString());
		if (status != 0) throw new IllegalStateException("the run ended with status " + status);
		final Path picture = folder.resolve("histograms.png");
		Contexts.open(new SparkConf());
		try (SparkSession spark = SparkSession.builder().getOrCreate()) {
			HistogramPicture.write(spark.read().parquet(results.resolve("table").toUri().toString()), picture);
		}
		System.out.println("Parquet: " + results.resolve("table"));
		System.out.println("CSV:     " + csv);
		System.out.println("Picture: " + picture);
	}

	private static void empty(final Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
				Files.delete(file);
		}
	}
}
