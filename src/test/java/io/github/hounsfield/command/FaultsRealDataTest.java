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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each input that once failed gives the result that the notes beside it call right, opened by a macro. The Maven
 * profiles run this on the other reader and in the other host too.
 */
class FaultsRealDataTest {

	/** Image by image: its size, the depth of a voxel, and slice by slice the first two values and the last one. */
	private static final String MACRO = """
		function look(name, path, keys) {
			print("### " + name);
			reason = call("io.github.hounsfield.legacy.Attempt.run", "Open DICOM Series", "path=[" + path + "] " + keys);
			if (reason != "") print("refused: " + reason);
			while (nImages > 0) {
				getDimensions(w, h, c, z, t);
				getVoxelSize(x, y, depth, unit);
				line = "" + w + "x" + h + " " + c + "," + z + "," + t + " " + depth + " " + unit + ":";
				texts = getTitle() + getMetadata("Info");
				for (i = 1; i <= nSlices; i++) {
					setSlice(i);
					line = line + " " + getValue(0, 0) + " " + getValue(1, 0) + " " + getValue(w - 1, h - 1);
					texts = texts + getMetadata("Label");
				}
				print(line);
				if (indexOf(texts, "QZ0") >= 0) print("names the patient");
				close();
			}
		}
		if (getDirectory("plugins") == "") run("Clear Results");
		""";

	@TempDir
	private static Path folder;
	private static ImageJProcess.Result result;
	private static final Map<String, List<String>> IMAGES = new TreeMap<>();

	@BeforeAll
	static void openAll() throws Exception {
		final Path faults = RealData.faults();
		final StringBuilder macro = new StringBuilder(MACRO);
		for (final String name : List.of("jpegls-filler-byte.dcm", "rle-pad-20h.dcm", "two-factors", "mosaic.dcm",
			"depth-for-time", "two-gaps", "rescale-type-us-original.dcm", "header-cut", "precision-above-bits-stored",
			"zip-comment-latin1.zip", "same-uid-other-pixels", "two-frames-of-reference", "two-patients"))
			macro.append(look(name, alone(faults.resolve(name)), "series=all"));
		macro.append(look("wrong-vr", faults.resolve("wrong-vr"), "series=all anonymize=true"));
		macro.append(look("wrong-vr, named", faults.resolve("wrong-vr"), "series=all"));
		final Path imagejFolder = Files.createDirectory(folder.resolve("imagej"));
		try (ImageJProcess imagej = ImageJProcess.underTest(imagejFolder)) {
			result = imagej.runHeadless(macro.toString(), "");
		}
		List<String> images = new ArrayList<>();
		for (final String line : result.out().lines().toList())
			if (line.startsWith("### ")) IMAGES.put(line.substring(4), images = new ArrayList<>());
			else images.add(line);
		IMAGES.values().forEach(Collections::sort);
	}

	private static String look(final String name, final Path path, final String keys) {
		return "look(\"" + name + "\", \"" + path + "\", \"" + keys + "\");\n";
	}

	/** A file takes the others of its folder along, and these are of one series by name. */
	private static Path alone(final Path path) throws IOException {
		if (Files.isDirectory(path) || path.toString().endsWith(".zip")) return path;
		final Path copy = Files.createTempDirectory(folder, "alone").resolve(path.getFileName());
		return Files.copy(path, copy);
	}

	@ParameterizedTest
	@CsvSource({
		"jpegls-filler-byte.dcm, 4x4 1#1#1 1 mm: 0 1 15",
		"rle-pad-20h.dcm, 4x4 1#1#1 1 mm: 0 1 15",
		// acquisition x 1000 + kV: channels first, then slices, then times
		"two-factors, 4x4 2#2#3 2.5 mm: 1080 1080 1080 1140 1140 1140 1080 1080 1080 1140 1140 1140 " +
			"2080 2080 2080 2140 2140 2140 2080 2080 2080 2140 2140 2140 " +
			"3080 3080 3080 3140 3140 3140 3080 3080 3080 3140 3140 3140",
		"depth-for-time, 4x4 1#1#3 1 mm: 1 1 1 2 2 2 3 3 3",
		"two-gaps, 4x4 1#3#1 10.5 mm: 1 1 1 2 2 2 3 3 3",
		"rescale-type-us-original.dcm, 4x4 1#1#1 1 mm: -1024 -1023 -1009",
		"header-cut, 12x10 1#4#1 2.5 mm: 0 0 0 10 10 10 20 20 20 30 30 30",
		"same-uid-other-pixels, 12x10 1#5#1 2.5 mm: 0 0 0 10 10 10 20 20 20 30 30 30 40 40 40",
		"two-frames-of-reference, 12x10 1#2#1 5 mm: 10 10 10 30 30 30; 12x10 1#3#1 5 mm: 0 0 0 20 20 20 40 40 40",
		"two-patients, 12x10 1#3#1 5 mm: 0 0 0 20 20 20 40 40 40; 12x10 1#3#1 5 mm: 10 10 10 30 30 30 50 50 50" })
	void opensAsTheNotesSay(final String name, final String images) {
		assertEquals(List.of(images.replace('#', ',').split("; ")), IMAGES.get(name), result::toString);
	}

	@Test
	void aCommentOfAZipIsNoName() {
		assertEquals(1, IMAGES.get("zip-comment-latin1.zip").size(), result::toString);
		assertTrue(IMAGES.get("zip-comment-latin1.zip").get(0).startsWith("12x10 1,1,1 "), result::toString);
	}

	/** One sample is 2076, where Bits Stored says 8. */
	@Test
	void aSampleBeyondBitsStoredIsRefused() {
		final List<String> said = IMAGES.get("precision-above-bits-stored");
		assertEquals(1, said.size(), result::toString);
		assertTrue(said.get(0).startsWith("refused: ") && said.get(0).contains("2076"), result::toString);
	}

	@Test
	void whatIsToBeDoubtedIsSaid() {
		assertEquals(1, IMAGES.get("mosaic.dcm").size(), result::toString);
		for (final String finding : List.of("MOSAIC: mosaic.dcm is a mosaic", "GAP: 21.0000 mm between 2.dcm and 3.dcm",
			"DOUBTED_UNIT: rescale-type-us-original.dcm", "SKIPPED: s4.dcm was left out",
			"OTHER_PIXELS: s5.dcm has the SOP Instance UID and the position of s2.dcm", "MIXED_FRAMES_OF_REFERENCE",
			"MIXED_PATIENTS"))
			assertTrue(result.toString().contains("[WARNING] " + finding), () -> finding + "\n" + result);
	}

	/** Values of the attributes of PS3.15 table E.1-1 begin with QZ0, and the file says LO of each. */
	@Test
	void theTagDecidesWhatNamesThePatient() {
		assertFalse(IMAGES.get("wrong-vr").contains("names the patient"), result::toString);
		assertEquals(1, IMAGES.get("wrong-vr").size(), result::toString);
		assertTrue(IMAGES.get("wrong-vr, named").contains("names the patient"), result::toString);
		assertFalse(result.err().contains("QZ0"), result::toString);
	}
}
