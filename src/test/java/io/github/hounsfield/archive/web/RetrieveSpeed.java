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
package io.github.hounsfield.archive.web;

import io.github.hounsfield.archive.ArchiveAddress;
import io.github.hounsfield.archive.ArchiveEntry;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.DicomServer;
import io.github.hounsfield.archive.Login;
import io.github.hounsfield.archive.OrthancServer;
import io.github.hounsfield.archive.SeriesRecord;
import io.github.hounsfield.archive.StudyQuery;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Retrieves a series by WADO-RS and by curl in turns, the same answer, to the same disk, and prints the times. To be
 * started within a network of its own, with a small heap to see that memory does not grow with the series.
 */
public final class RetrieveSpeed {

	private RetrieveSpeed() {}

	/** @param arguments a folder of its own, the number of slices of 512 x 512 */
	public static void main(final String[] arguments) throws Exception {
		final Path folder = Path.of(arguments[0]);
		final int slices = Integer.parseInt(arguments[1]);
		try (DicomServer server = OrthancServer.start(folder.resolve("server")); WebArchive archive = new WebArchive(
			ArchiveEntry.of(ArchiveAddress.parse(OrthancServer.webAddress())), Optional.of(Login.basic(OrthancServer.USER,
				OrthancServer.PASSWORD))))
		{
			System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "1");
			archive.send(new CtSeriesWriter(512, slices, 0.8, 1, 12, 5).write(folder.resolve("sent")), ArchiveMonitor.NONE);
			remove(folder.resolve("sent"));
			final String study = archive.findStudies(StudyQuery.ALL.withLimit(1), ArchiveMonitor.NONE).records().get(0)
				.studyInstanceUid();
			final SeriesRecord series = archive.findSeries(study, ArchiveMonitor.NONE).records().get(0);
			double best = Double.MAX_VALUE;
			double bestList = Double.MAX_VALUE;
			double curl = Double.MAX_VALUE;
			for (int round = 0; round < 8; round++) {
				final Path to = folder.resolve("round");
				long start = System.nanoTime();
				if (archive.retrieve(series, to, ArchiveMonitor.NONE).fetched() != slices) throw new IOException("not all");
				final double whole = (System.nanoTime() - start) / 1e9;
				remove(to);
				// curl does not ask for the list that completeness is held against
				start = System.nanoTime();
				archive.findInstances(series, ArchiveMonitor.NONE);
				final double list = (System.nanoTime() - start) / 1e9;
				best = Math.min(best, whole);
				bestList = Math.min(bestList, list);
				start = System.nanoTime();
				final Process process = new ProcessBuilder("curl", "-s", "-S", "-f", "-u", OrthancServer.USER + ":" +
					OrthancServer.PASSWORD, "-H", "Accept: multipart/related; type=\"application/dicom\"; transfer-syntax=*", "-o",
					folder.resolve("curl").toString(), OrthancServer.webAddress() + Qido.path(series)).inheritIO().start();
				if (process.waitFor() != 0) throw new IOException("curl failed");
				curl = Math.min(curl, (System.nanoTime() - start) / 1e9);
				System.out.printf("%d instances, %d bytes by curl; whole %.2f s, its list %.2f s, " +
					"curl %.2f s (shortest so far); ratio without the list %.2f%n", slices, Files.size(folder.resolve("curl")), best,
					bestList, curl, (best - bestList) / curl);
			}
			System.out.println("largest heap allowed " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
		}
	}

	private static void remove(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
				Files.delete(file);
		}
	}
}
