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
package io.github.hounsfield.archive.dimse;

import io.github.hounsfield.ScratchFolder;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.DicomServer;
import io.github.hounsfield.archive.PrivateNetwork;
import io.github.hounsfield.archive.SeriesRecord;
import io.github.hounsfield.dicom.DicomBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** C-GET of 300 x 512 x 512 beside getscu, by turns, from a dcmqrscp on loopback; and how much memory it takes. */
public final class GetBenchmark {

	private static final int SLICES = Integer.getInteger("hounsfield.slices", 300);
	private static final int ROUNDS = 5;
	private static final int PORT = 14343;
	private static final String STUDY = "1.2.826.0.1.3680043.9.5";
	private static final String SERIES = STUDY + ".1";

	private GetBenchmark() {}

	/** Without an argument, starts itself where nothing but loopback is. */
	public static void main(final String[] arguments) throws Exception {
		if (arguments.length == 0 && !Boolean.getBoolean("hounsfield.inside")) {
			final List<String> output = new ArrayList<>();
			try (ScratchFolder scratch = new ScratchFolder("get")) {
				PrivateNetwork.cases(scratch.path(), Inside.class, output);
			}
			output.forEach(System.out::println);
		}
	}

	/** The JVM with loopback alone. */
	public static final class Inside {

		private Inside() {}

		public static void main(final String[] arguments) {
			PrivateNetwork.inside(Map.of("benchmark", GetBenchmark::measure));
		}
	}

	private static void measure() throws Exception {
		try (ScratchFolder scratch = new ScratchFolder("get"); DicomServer server = DicomServer.dcmqrscp(scratch.path(), PORT,
			PORT + 1); DimseArchive archive = ServerCases.archive("dicom://DCMTK@localhost:" + PORT))
		{
			archive.send(write(scratch.path()), ArchiveMonitor.NONE);
			long own = Long.MAX_VALUE;
			long other = Long.MAX_VALUE;
			for (int round = 0; round < ROUNDS; round++) {
				final Path folder = scratch.path().resolve("own" + round);
				long start = System.nanoTime();
				archive.retrieve(SeriesRecord.of(STUDY, SERIES), folder, ArchiveMonitor.NONE);
				own = Math.min(own, System.nanoTime() - start);
				start = System.nanoTime();
				archive.findInstances(SeriesRecord.of(STUDY, SERIES), ArchiveMonitor.NONE);
				final long list = System.nanoTime() - start;
				final Path theirs = Files.createDirectories(scratch.path().resolve("getscu" + round));
				start = System.nanoTime();
				DicomServer.tool(scratch.path(), "getscu", "-S", "-aec", "DCMTK", "--max-pdu", "131072", "-od", theirs.toString(),
					"localhost", "" + PORT, "-k", "QueryRetrieveLevel=SERIES", "-k", "StudyInstanceUID=" + STUDY, "-k",
					"SeriesInstanceUID=" + SERIES);
				other = Math.min(other, System.nanoTime() - start);
				ServerCases.same(SLICES, folder.resolve("0001"), theirs);
				remove(folder);
				remove(theirs);
				System.gc();
				System.out.printf(
					"round %d: least so far: own %.0f ms, getscu %.0f ms, ratio %.2f; list %.0f ms; heap after: %.1f MB%n", round +
					1, own / 1e6, other / 1e6, (double) own / other, list / 1e6, (Runtime.getRuntime().totalMemory() -
						Runtime.getRuntime()
						.freeMemory()) / 1e6);
			}
		}
	}

	private static void remove(final Path folder) throws IOException {
		try (java.util.stream.Stream<Path> paths = Files.walk(folder)) {
			for (final Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList())
				Files.delete(path);
		}
	}

	private static List<Path> write(final Path folder) throws IOException {
		final byte[] pixels = new byte[512 * 512 * 2];
		new Random(1).nextBytes(pixels);
		final List<Path> files = new ArrayList<>();
		for (int i = 1; i <= SLICES; i++) {
			final byte[] file = DicomBytes.explicitLittle().text(0x0008, 0x0016, "UI", ArchiveBytes.CT).text(0x0008, 0x0018,
				"UI", SERIES + "." + i).text(0x0008, 0x0060, "CS", "CT").text(0x0010, 0x0010, "PN", "Speed").text(0x0010, 0x0020,
					"LO", "1").text(0x0020, 0x000D, "UI", STUDY).text(0x0020, 0x000E, "UI", SERIES).text(0x0020, 0x0013, "IS", "" + i)
				.image(512, 512, 16, 16, 15, false).bytes(0x7FE0, 0x0010, "OW", pixels).file("1.2.840.10008.1.2.1");
			files.add(Files.write(folder.resolve("slice" + i + ".dcm"), file));
		}
		return files;
	}
}
