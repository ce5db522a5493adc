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
package io.github.hounsfield.imagej.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.imagej.PhantomStudy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The series chooser in a real ImageJ with its window. Also tests {@code SeriesChooser}, {@code SeriesTableModel},
 * {@code SeriesDetails}, {@code SeriesThumbnail}, {@code ChooserTable}, {@code LeftOutButton} and
 * {@code Escape}.
 */
class ChooserWindowTest {

	@TempDir
	private Path folder;

	@BeforeEach
	void needsADisplay() {
		assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: the series chooser is not tested");
	}

	private ImageJProcess.Result run(final Class<? extends ImageJProcess.Script> script) throws Exception {
		final Path study = folder.resolve("study");
		PhantomStudy.write(study, 64);
		try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")))) {
			final ImageJProcess.Result result = imagej.runInWindow(script, study.toString());
			assertEquals(0, result.exitCode(), result::toString);
			return result;
		}
	}

	@Test
	void searchesOpensSeveralAndRecordsALineThatReplays() throws Exception {
		final ImageJProcess.Result result = run(ChooserScripts.SearchOpenReplayCancel.class);
		final List<String> lines = result.out().lines().toList();
		final String uid = "1.2.826.0.1.3680043.10.1561.2.";
		assertEquals(List.of("rows [Lung B70f 12, Soft B31f 24, Control scan]",
			"first row Phantom Thorax | 2026-11-22 | Lung B70f 12 | CT | 24 | 64 x 64 x 24 | 6.4 x 6.4 x 12 |  | ",
			"found [Lung B70f 12]", "found [] false", "opened [Lung B70f 12 24, Soft B31f 24 12]"), lines.subList(0, 5),
			result::toString);
		assertEquals("recorded run(\"Open DICOM Series\", \"path=" + folder.resolve("study") + " series=" + uid + "1," +
			uid + "2 resample=none recursive=true virtual=false untilt=false anonymize=false\");", lines.get(5));
		assertEquals(List.of("replayed [Lung B70f 12 24, Soft B31f 24 12]", "macro [Lung B70f 12 24]", "menu true",
			"after Esc: menu false, chooser true",
			"canceled [] false [ImageJ, Recorder" + (ImageJProcess.isAnotherReader() ? ", Log]" : "]")), lines.subList(6, 11),
				result::toString);
	}

	@Test
	void showsAndRecordsNothingThatIdentifiesThePatientWhenAnonymized() throws Exception {
		final ImageJProcess.Result result = run(ChooserScripts.Anonymize.class);
		for (final String identifying : new String[] { "Phantom^", "Phantom Thorax", "PHANTOM", "Phantom Hospital",
			"Lung B70f", "1561", "2026",
			"101500", "HOUNSFIELD PHANTOM" })
			assertFalse(result.out().contains(identifying), () -> identifying + " in " + result);
		assertTrue(result.out().contains("title [CT series 2 24]"), result::toString);
		assertTrue(result.out().contains("series=1 "), result::toString);
		assertTrue(result.out().contains("0018,0060  KVP: 120"), result::toString);
		assertTrue(result.out().contains("label slice 1"), result::toString);
	}

	@Test
	void columnsAreChosenDetailsToldAndFilesLeftOutListed() throws Exception {
		final Path study = Files.createDirectories(folder.resolve("study"));
		Files.writeString(study.resolve("notes.txt"), "no DICOM file, and longer than the 132 bytes that the prefix of one " +
			"needs: a text of a person about the study, which lies beside the files of its series");
		final ImageJProcess.Result result = run(ChooserScripts.ColumnsDetailsLeftOut.class);
		final List<String> usual = List.of("", "Patient", "Study date", "Description", "Modality", "Slices", "Size",
			"Spacing (mm)", "Warnings");
		final List<String> chosen = List.of("", "Patient", "Description", "Modality", "Slices", "Size", "Spacing (mm)",
			"Warnings", "Kernel", "Folder");
		assertEquals(List.of("columns " + usual, "chosen " + chosen, "folder series 3, spacing 6.4 x 6.4",
			"details Series number 2, Control scan, CT Patient Phantom Thorax, 2026-11-22, Thorax phantom Size 64 x 64 " +
				"pixels, 1 slice Spacing 6.4 x 6.4 mm Reconstruction kernel B40f, slices 5 mm thick Folder series 3",
			"tip series 3", "button 1 file is not part of a series...", "list modal false: notes.txt | not a DICOM file",
			"list closed true", "again " + chosen), result.out().lines().map(ChooserWindowTest::withoutReadersWords).toList(),
			result::toString);
	}

	/** Each DICOM reader has words of its own for what is no DICOM file. */
	private static String withoutReadersWords(final String line) {
		return line.startsWith("list modal") ? line.replaceAll(" \\(.*\\)$", "") : line;
	}
}
