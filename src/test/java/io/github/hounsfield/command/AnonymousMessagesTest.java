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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.hounsfield.series.DicomFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/**
 * Proves that with anonymize=true no message, log line, report or table has a file's or folder's name, and that without
 * it they have.
 */
class AnonymousMessagesTest {

	private static Context context;
	private static CommandService commands;

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() {
		context = new Context();
		commands = context.service(CommandService.class);
	}

	@AfterAll
	static void stop() {
		context.dispose();
	}

	/** Four slices of five, and one cut in its header. */
	private Path study() throws IOException {
		final Path study = Files.createDirectory(folder.resolve("Quist"));
		for (int z = 0; z < 5; z++) {
			final byte[] slice = DicomFixture.slice("9", z + 1, "0\\0\\" + 2 * z).file();
			Files.write(study.resolve("Ylva" + z), z == 2 ? Arrays.copyOf(slice, 400) : slice);
		}
		return study;
	}

	private Path bad(final String kind) throws IOException {
		final Path study = Files.createDirectory(folder.resolve("Quist"));
		final Path file = study.resolve("Ylva");
		switch (kind) {
			case "missing" -> {
				return file;
			}
			case "text" -> {
				return Files.writeString(file, "Not a slice");
			}
			case "only broken" -> Files.write(file, Arrays.copyOf(DicomFixture.slice("9", 1).file(), 300));
			case "undecodable" -> Files.write(file, DicomFixture.slice("9", 1).file("1.2.840.10008.1.2.4.70"));
			case "broken zip" -> {
				return Files.write(file, new byte[] { 'P', 'K', 3, 4, 0, 0 });
			}
			default -> throw new IllegalArgumentException(kind);
		}
		return study;
	}

	private static String run(final boolean anonymize, final Path path, final boolean virtual) throws Exception {
		final CommandModule module = commands.run(OpenDicomSeries.class, true, "path", path.toFile(), "series", "largest",
			"anonymize", anonymize, "virtual", virtual).get();
		assertTrue(module.isCanceled());
		assertNotNull(module.getCancelReason());
		return module.getCancelReason();
	}

	private static boolean isNamed(final String text) {
		return text.toLowerCase(Locale.ROOT).matches("(?s).*(quist|ylva|junit).*");
	}

	@ParameterizedTest
	@CsvSource({ "missing, path: there is no such folder or file", "text, A file: not a DICOM file",
		"only broken, file 1 of those left out: broken header", "undecodable, Slice 1: (7FE0", "broken zip, broken zip" })
	void errorsNameNoFile(final String kind, final String part) throws Exception {
		final Path path = bad(kind);
		for (final boolean virtual : new boolean[] { false, true }) {
			final String neutral = run(true, path, virtual);
			assertTrue(neutral.contains(part) && !isNamed(neutral), neutral);
			final String named = run(false, path, virtual);
			assertTrue(isNamed(named), named);
		}
	}

	@Test
	void logAndReportSayWhatIsLeftOut() throws Exception {
		final Path study = study();
		Files.writeString(study.resolve("notes about Ylva.txt"), "nothing");
		for (final boolean anonymize : new boolean[] { true, false }) {
			final ByteArrayOutputStream said = new ByteArrayOutputStream();
			final PrintStream out = System.out;
			final PrintStream err = System.err;
			System.setOut(new PrintStream(said, true));
			System.setErr(new PrintStream(said, true));
			final ImagePlus image;
			try {
				image = (ImagePlus) commands.run(OpenDicomSeries.class, true, "path", study.toFile(), "series", "largest",
					"anonymize", anonymize).get().getOutput("image");
			}
			finally {
				System.setOut(out);
				System.setErr(err);
			}
			final String all = said + image.getProp("Hounsfield.Report") + image.getTitle() + image.getInfoProperty();
			assertEquals(!anonymize, isNamed(all), all);
			final String skipped = anonymize ? "file 1 of those left out" : "Ylva2";
			assertTrue(said.toString().contains("[WARNING] SKIPPED: " + skipped + " was left out: broken header"), all);
			assertTrue(all.contains("it may be the one missing between slice 2 and slice 3"), all);
			assertTrue(said.toString().contains("Left out: " + (anonymize ? "file 2 of those left out"
				: "notes about Ylva.txt") + ": not a DICOM file"), all);
		}
	}

	@Test
	void theListHasASecondTableOfWhatIsLeftOut() throws Exception {
		final Path study = study();
		final Path list = folder.resolve("list.csv");
		for (final boolean anonymize : new boolean[] { false, true }) {
			assertFalse(commands.run(ListDicomSeries.class, true, "path", study.toFile(), "save", list.toFile(), "anonymize",
				anonymize, "overwrite", anonymize).get().isCanceled());
			final List<String> leftOut = Files.readAllLines(folder.resolve("list-left-out.csv"));
			assertEquals(2, leftOut.size(), leftOut::toString);
			assertTrue(leftOut.get(1).contains(anonymize ? "1" : "Ylva2") && leftOut.get(1).contains("broken header"), leftOut
				.get(1));
			assertEquals(!anonymize, isNamed(leftOut.get(1)), leftOut.get(1));
			assertTrue(Files.readString(list).contains("skipped"), Files.readString(list));
		}
	}

	/** A folder in which no file is one of a series says of each why, and is refused. */
	@Test
	void theListSaysWhyThereIsNoSeries() throws Exception {
		final Path none = Files.createDirectory(folder.resolve("none"));
		for (int i = 1; i <= 5; i++)
			Files.writeString(none.resolve("note" + i + ".txt"), "no image");
		assertTrue(commands.run(ListDicomSeries.class, true, "path", none.toFile(), "save", folder.resolve("none.csv")
			.toFile()).get().isCanceled());
		final List<String> leftOut = Files.readAllLines(folder.resolve("none-left-out.csv"));
		assertEquals(6, leftOut.size(), leftOut::toString);
		assertTrue(leftOut.get(5).contains("note5.txt") && leftOut.get(5).contains("not a DICOM file"), leftOut.get(5));
		assertFalse(Files.exists(folder.resolve("none.csv")));
	}
}
