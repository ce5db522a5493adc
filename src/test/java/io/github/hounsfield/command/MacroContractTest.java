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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.sample.CtSeriesWriter;
import io.github.hounsfield.structures.Phantom;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The macro lines that users have in their scripts, in a real ImageJ: headless as Fiji patches it, and with its window.
 * Expected pixels are what the phantom was written with, and arithmetic by hand on them.
 */
class MacroContractTest {

	static final CtSeriesWriter PHANTOM = new CtSeriesWriter(64, 7, 6.4, 30, 12, 5);

	/** x, y, slice: inside the body, in a lung, in the air, in a corner outside the field of view. */
	private static final int[][] VOXELS = { { 32, 32, 3 }, { 20, 31, 3 }, { 32, 4, 0 }, { 0, 0, 6 }, { 63, 63, 2 } };

	@TempDir
	private static Path folder;
	private static ImageJProcess imagej;
	private static Path series;
	private static Path photograph;
	private static Macros several;

	private static void writeSeries() throws IOException {
		imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")));
		series = folder.resolve("a series with spaces");
		PHANTOM.write(series);
		photograph = folder.resolve("astronaut.png");
		try (InputStream in = MacroContractTest.class.getResourceAsStream("/io/github/hounsfield/sample/astronaut.png")) {
			Files.copy(in, photograph);
		}
	}

	/** One JVM for all that is asked headless of small macros. */
	@BeforeAll
	static void runSeveral() throws Exception {
		writeSeries();
		final Map<String, String> macros = new LinkedHashMap<>();
		macros.put("batch", "setBatchMode(true);\n" + wholeWay());
		final Path tiff = folder.resolve("saved.tif");
		macros.put("tiff", open() + "saveAs(\"Tiff\", \"" + tiff + "\"); close(\"*\"); open(\"" + tiff +
			"\"); run(\"Convert to HU\", \"output=[16-bit signed]\");\n" + voxels("hu"));
		macros.put("faces", "open(\"" + photograph + "\");\n" + """
			run("Detect Faces (Haar)", "cascade=frontalface_alt scale=1.1 neighbors=5 minsize=30 maxsize=0 all=false manager=false");
			print(nResults + " " + Overlay.size);
			print(getResult("Slice", 0) + " " + getResult("X", 0) + " " + getResult("Y", 0) + " " + getResult("Width", 0) + " "
				+ getResult("Height", 0) + " " + (getResult("Neighbors", 0) > 5));
			""");
		macros.put("lungs", open() + """
			run("Clear Results");
			ct = getImageID();
			run("Convert to HU", "output=[32-bit float]");
			hu = getImageID();
			run("Lung Mask", "close=0 sides=true");
			print("mask " + bitDepth() + " " + nSlices + " " + getTitle());
			selectImage(hu);
			print("outlines " + (Overlay.size > 0));
			run("Measure Lung Density", "mask=[Lungs of HU of Chest 5.0 mm] thirds=true clusters=true reference=6000");
			print("rows " + nResults + " " + getResultString("Region", 0) + " " + getResultString("Region", 4));
			setBatchMode(true);
			selectImage(ct);
			run("Measure Lung Density", "sides=false save=[FILE]");
			print("same " + (abs(getResult("Volume_ml", 0) - getResult("Volume_ml", 12)) < 1e-6));
			""".replace("FILE", folder.resolve("lungs.csv").toString()));
		macros.put("tags", open() + """
			run("DICOM Tag Table", "path=[SERIES] tags=[Rows, (0018,1151), InstanceNumber] save=[FOLDER/tags.csv]");
			setSlice(2);
			run("DICOM Tag Table", "tags=SliceLocation save=[FOLDER/slice.csv] anonymize=false");
			run("DICOM Tag Table", "tags=SliceLocation save=[FOLDER/slice.csv] anonymize=false overwrite=true");
			print(File.openAsString("FOLDER/tags.csv"));
			print(File.openAsString("FOLDER/slice.csv"));
			""".replace("SERIES", series.toString()).replace("FOLDER", folder.toString()));
		// a square of 5 x 5 pixels of 6.4 mm around the middle of the fourth slice, which lies at z = 0
		Files.write(folder.resolve("rt.dcm"), Phantom.structureSet(new Phantom.Drawn(1, "Square",
			"1.2.826.0.1.3680043.10.1561.4.5", List.of(Phantom.contour("CLOSED_PLANAR", 4,
				"-15\\-15\\0\\17\\-15\\0\\17\\17\\0\\-15\\17\\0")))).file());
		macros.put("structures", open() + """
			ct = getImageID();
			run("Import RTSTRUCT", "path=[FOLDER/rt.dcm] mask=true");
			print("mask " + bitDepth() + " " + nSlices + " " + getTitle());
			setSlice(4);
			getRawStatistics(n, mean, min, max);
			print("label " + max + " " + round(n * mean));
			selectImage(ct);
			print("outlines " + Overlay.size);
			Overlay.activateSelection(0);
			getStatistics(area);
			print("pixels " + round(area / 6.4 / 6.4));
			""".replace("FOLDER", folder.toString()));
		several = Macros.runHeadless(imagej, folder, macros);
	}

	@AfterAll
	static void close() {
		imagej.close();
	}

	private static String wholeWay() {
		return open() + """
			print("size " + getWidth() + " " + getHeight() + " " + nSlices);
			getVoxelSize(w, h, d, unit);
			print("voxel " + w + " " + h + " " + d + " " + unit);
			print("depth " + bitDepth());
			""" + voxels("calibrated") + """
			print("tag" + getInfo("0028,1053"));
			stored = getImageID();
			run("Convert to HU", "output=[32-bit float] padding=[Air (-1000 HU)]");
			print("active " + (getImageID() != stored) + " " + bitDepth());
			""" + voxels("hu") + """
			hu = getImageID();
			run("Apply Lung Window", "preset=[Lung (W 1500, L -600)] function=LINEAR mode=[Display range]");
			getMinAndMax(min, max);
			print("range " + (getImageID() == hu) + " " + min + " " + max);
			run("Apply Lung Window", "width=400 center=40 mode=[8-bit image]");
			print("bytes " + (getImageID() != hu) + " " + bitDepth());
			""" + voxels("level");
	}

	private static String open() {
		return open(series);
	}

	/** A line that opens the series of a folder. */
	static String open(final Path series) {
		return "run(\"Open DICOM Series\", \"path=[" + series + "] series=largest recursive=true virtual=false " +
			"anonymize=false\");\n";
	}

	private static String voxels(final String name) {
		final StringBuilder macro = new StringBuilder();
		for (final int[] v : VOXELS)
			macro.append(String.format(Locale.ROOT,
				"setSlice(%d); print(\"%s %d,%d,%d \" + calibrate(getPixel(%d, %d)));%n", v[2] + 1, name, v[0], v[1], v[2], v[0],
				v[1]));
		return macro.toString();
	}

	private static List<String> expected() {
		final List<String> lines = new ArrayList<>();
		lines.add("size 64 64 7");
		lines.add("voxel 6.4 6.4 30 mm");
		lines.add("depth 16");
		for (final int[] v : VOXELS)
			lines.add(line("calibrated", v, stored(v) - 1024));
		lines.add("tag 1");
		lines.add("active 1 32");
		for (final int[] v : VOXELS)
			lines.add(line("hu", v, stored(v) == -2000 ? -1000 : stored(v) - 1024));
		lines.add("range 1 -1350 149");
		lines.add("bytes 1 8");
		for (final int[] v : VOXELS)
			lines.add(line("level", v, mediastinum(stored(v) == -2000 ? -1000 : stored(v) - 1024)));
		return lines;
	}

	/** PS3.3 C.11.2.1.2.1 with W 400, L 40: (x - 39.5) / 399 + 0.5, times 255. */
	private static int mediastinum(final int hu) {
		return (int) Math.max(0, Math.min(255, Math.floor(((hu - 39.5) / 399 + 0.5) * 255 + 0.5)));
	}

	private static int stored(final int[] v) {
		return PHANTOM.storedValues(v[2])[v[1] * PHANTOM.size() + v[0]];
	}

	private static String line(final String name, final int[] v, final int value) {
		return name + " " + v[0] + "," + v[1] + "," + v[2] + " " + value;
	}

	private static void assertWholeWay(final ImageJProcess.Result result) {
		assertEquals(0, result.exitCode(), result::toString);
		assertEquals(expected(), result.out().lines().filter(line -> !line.isBlank()).toList(), result::toString);
	}

	@Test
	void goesTheWholeWayHeadless() throws Exception {
		assertWholeWay(imagej.runHeadless(wholeWay(), ""));
	}

	@Test
	void goesTheWholeWayInBatchMode() {
		assertEquals(expected(), several.printed("batch"), several::toString);
	}

	@Test
	void goesTheWholeWayWithAWindow() throws Exception {
		Assumptions.assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: ImageJ's window is not tested");
		final ImageJProcess.Result result = imagej.runInWindow(toFile(wholeWay()), "");
		assertEquals(0, result.exitCode(), result::toString);
		// the log names a reader that is not the suite's own
		assertEquals(expected(), Files.readAllLines(folder.resolve("out.txt")).stream().filter(line -> !line.startsWith(
			"[INFO] DICOM reader: ")).toList(), result::toString);
	}

	/** With a window, print goes to the Log window. */
	private static String toFile(final String macro) {
		return macro + "File.saveString(getInfo(\"log\"), \"" + folder.resolve("out.txt") + "\");\n";
	}

	@Test
	void convertsToTheSameHuAfterSavingAsTiff() {
		final List<String> hu = expected().stream().filter(line -> line.startsWith("hu")).toList();
		assertEquals(hu, several.printed("tiff"), several::toString);
	}

	@Test
	void masksAndMeasuresLungs() throws IOException {
		assertEquals(List.of("mask 8 7 Lungs of HU of Chest 5.0 mm", "outlines 1", "rows 12 both right", "same 1"), several
			.printed("lungs"), several::toString);
		final List<String> rows = Files.readAllLines(folder.resolve("lungs.csv"));
		assertEquals(2, rows.size());
		assertTrue(rows.get(0).startsWith("Image,Region,Volume_ml,MLD_HU,"), rows.get(0));
		assertTrue(rows.get(1).startsWith("Chest 5.0 mm,both,"), rows.get(1));
	}

	@Test
	void importsStructures() {
		assertEquals(List.of("mask 8 7 Structures of Chest 5.0 mm", "label 1 25", "outlines 1", "pixels 25"), several.printed(
			"structures"), several::toString);
	}

	/** The phantom's 7 slices have currents of 180 to 240 mA, and the second lies at z = -60. */
	@Test
	void writesTagTables() {
		assertEquals(List.of("File,Series,Rows,XRayTubeCurrent,InstanceNumber", "1,1,64,varies (7 values),varies (7 values)",
			"File,SliceLocation", "slice 2 of Chest 5.0 mm,-60"), several.printed("tags").stream().filter(line ->
				!line.isBlank())
				.toList(), several::toString);
	}

	@Test
	void findsFaces() {
		// OpenCV 4's detectMultiScale with the same parameters
		assertEquals(List.of("1 1", "1 176 65 98 98 1"), several.printed("faces"), several::toString);
	}
}
