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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.command.RecorderScripts.End;
import io.github.hounsfield.command.RecorderScripts.Session;
import io.github.hounsfield.command.RecorderScripts.Step;
import io.github.hounsfield.deidentify.PlantedValues;
import io.github.hounsfield.dicom.DicomBytes;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.series.Series;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A value planted in every attribute of PS3.15 table E.1-1, in every VR: with Anonymize ticked in the dialogs of a real
 * ImageJ, it is in no line of the Recorder, of the log and of the console, in no table, title, label and file, and a
 * replay of the lines shows none either.
 */
class AnonymizedSessionTest {

	@TempDir
	private Path folder;

	@Test
	void nothingPlantedIsRecordedOrLogged() throws Exception {
		assumeTrue(ImageJProcess.canShowWindows(), "Xvfb is not installed: the Recorder is not tested");
		final Path study = Files.createDirectory(folder.resolve("study"));
		final int count = writeWhatOpens(study);
		assertTrue(count > PlantedValues.VRS.size() / 2, count + " files");
		final Path results = Files.createDirectory(folder.resolve("results"));
		final String open = "Open DICOM Series";
		final String which = "Folder or file";
		final String from = study.toString();
		final List<Session> sessions = new ArrayList<>();
		sessions.add(session("all", open, "", Map.of(which, from, "Series (empty: choose)", "all", "Anonymize", "true")));
		sessions.add(session("chosen", open, "0,1", Map.of(which, from, "Anonymize", "true")));
		sessions.add(session("list", "List DICOM Series", "", Map.of(which, from, "Save table as", results + "/list.csv",
			"Anonymize", "true")));
		sessions.add(session("tags", "DICOM Tag Table", "", Map.of(which + " (empty: this slice)", from, "Tags",
			"PatientName; StudyDate; StudyInstanceUID; StationName; Rows", "A row for each", "file")));
		sessions.add(session("copies", "De-identify DICOM", "", Map.of(which, from, "Output folder", folder + "/copies",
			"Key file", folder + "/my.key", "Report", results + "/report.csv")));
		final List<String> arguments = new ArrayList<>(List.of(results.toString()));
		sessions.forEach(session -> arguments.add(session.argument()));
		try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")))) {
			final ImageJProcess.Result result = imagej.runInWindow(RecorderScripts.RecordAndReplay.class, arguments.toArray(
				String[]::new));
			assertEquals(0, result.exitCode(), result::toString);
			assertNothing(result.out());
			assertNothing(result.err());
			final List<String> recorded = result.out().lines().filter(line -> line.startsWith("recorded|")).toList();
			assertEquals(sessions.size(), recorded.size(), recorded::toString);
			assertTrue(recorded.get(1).contains(" series=1,2 "), recorded.get(1));
			for (final String seen : List.of("dialog|log ", "dialog|table ", "0028,0010  Rows: 2"))
				assertTrue(result.out().contains(seen), seen);
		}
		for (final String file : List.of("list.csv", "report.csv"))
			if (Files.exists(results.resolve(file))) assertNothing(Files.readString(results.resolve(file)));
	}

	/** Files of which an image comes, one in each VR, plausible or not. Their names are planted too. */
	private int writeWhatOpens(final Path study) throws IOException {
		int count = 0;
		for (final String vr : PlantedValues.VRS)
			for (final boolean plausible : new boolean[] { true, false }) {
				final Path file = study.resolve("PLANTED " + vr + plausible + ".dcm");
				Files.write(file, PlantedValues.planted(DicomBytes.explicitLittle(), vr, plausible));
				final Path alone = Files.createDirectories(folder.resolve("alone")).resolve("one.dcm");
				Files.copy(file, alone, StandardCopyOption.REPLACE_EXISTING);
				try {
					for (final Series series : SeriesOpener.DEFAULT.scan(List.of(alone)).resolve("all"))
						SeriesOpener.DEFAULT.open(series);
					count++;
				}
				catch (final IOException e) {
					Files.delete(file);
				}
			}
		return count;
	}

	private static Session session(final String name, final String label, final String series,
		final Map<String, String> answers)
	{
		return new Session(name, "", List.of(new Step(label, answers, series, End.DONE)));
	}

	private static void assertNothing(final String text) {
		assertNull(PlantedValues.found(text.getBytes(StandardCharsets.ISO_8859_1)), () -> text.lines().filter(
			line -> PlantedValues.found(line.getBytes(StandardCharsets.ISO_8859_1)) != null).findFirst().orElse(""));
	}
}
