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
import io.github.hounsfield.dicom.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Macros on the real data in a real ImageJ, headless, against the values of pydicom, GDCM and DCMTK. */
class CommandRealDataTest {

	@TempDir
	private static Path folder;
	private static Path data;
	private static Map<String, Object> expected;
	private static Macros macros;

	@BeforeAll
	static void runAllMacros() throws Exception {
		data = RealData.folder().toAbsolutePath().normalize();
		expected = RealData.expected();
		final Map<String, String> texts = new LinkedHashMap<>();
		series().forEach((name, facts) -> texts.put(name, seriesMacro(name, facts)));
		for (final String path : windowed().keySet())
			texts.put("lung " + path, lungMacro(path));
		for (final String path : rescaledByImageJ())
			texts.put("foreign " + path, foreignMacro(path));
		final ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")));
		macros = Macros.runHeadless(imagej.timeoutSeconds(300), folder, texts);
	}

	/** Folder and UID to facts, of all series with a rescale. */
	private static Map<String, Map<String, Object>> series() {
		final Map<String, Map<String, Object>> series = new TreeMap<>();
		for (final String path : Json.object(expected, "series").keySet())
			for (final String uid : Json.object(Json.object(expected, "series"), path).keySet()) {
				final Map<String, Object> facts = Json.object(Json.object(Json.object(expected, "series"), path), uid);
				if (facts.containsKey("rescaled")) series.put(path + " " + uid, facts);
			}
		return series;
	}

	private static Map<String, Map<String, Object>> windowed() {
		final Map<String, Map<String, Object>> windowed = new TreeMap<>();
		for (final String path : Json.object(expected, "files").keySet()) {
			final Map<String, Object> lung = Json.object(file(path), "lung_window_dcmtk");
			if (lung != null) windowed.put(path, lung);
		}
		return windowed;
	}

	/** Single frames with a slope other than 1, which ImageJ's own reader turns into rescaled 32-bit values. */
	private static List<String> rescaledByImageJ() {
		final List<String> paths = new ArrayList<>();
		for (final String path : Json.object(expected, "files").keySet()) {
			final Map<String, Object> lut = Json.object(file(path), "modality_lut");
			if ((path.startsWith("series/mr-varying") || path.startsWith("rescale/")) && lut != null && "rescale".equals(lut
				.get("kind")) && !lut.get("slope").equals(1.0)) paths.add(path);
		}
		return paths;
	}

	private static Map<String, Object> file(final String path) {
		return Json.object(Json.object(expected, "files"), path);
	}

	private static int integer(final Object number) {
		return ((Double) number).intValue();
	}

	private static String seriesMacro(final String name, final Map<String, Object> facts) {
		final String[] where = name.split(" ");
		final StringBuilder macro = new StringBuilder("run(\"Open DICOM Series\", \"path=[" + data.resolve(where[0]) +
			"] series=" + where[1] + "\");\n");
		macro.append("""
			getVoxelSize(w, h, d, unit);
			print(getWidth() + " " + getHeight() + " " + nSlices + " " + unit);
			x = 0; y = 0; z = 0; toScaled(x, y, z);
			numbers = newArray(w, h, d, x, y, z);
			for (i = 0; i < 6; i++) print(d2s(numbers[i], 7));
			for (i = 1; i <= nSlices; i++) {
				setSlice(i);
				label = getMetadata("Label");
				print(substring(label, 0, indexOf(label, "\\n")));
			}
			""");
		final boolean calibrated = facts.get("rescale_varies").equals(false);
		if (calibrated) samples(macro, facts, "calibrate(getPixel(%d, %d))");
		macro.append("run(\"Convert to HU\", \"padding=Keep force=true\");\n");
		samples(macro, facts, "getPixel(%d, %d)");
		macro.append("Stack.getStatistics(count, mean, min, max, std);\n");
		macro.append("print(d2s(min, 6)); print(d2s(max, 6)); print(d2s(mean, 6));\n");
		return macro.toString();
	}

	private static void samples(final StringBuilder macro, final Map<String, Object> facts, final String value) {
		for (final Object voxel : Json.list(facts, "voxels_xyz")) {
			final List<?> v = (List<?>) voxel;
			macro.append("setSlice(").append(integer(v.get(2)) + 1).append("); print(d2s(").append(String.format(value, integer(
				v.get(0)), integer(v.get(1)))).append(", 6));\n");
		}
	}

	/** The file alone, with the commands' defaults but for the mode. */
	private static String lungMacro(final String path) throws IOException {
		final Path alone = Files.createTempDirectory(folder, "alone").resolve("slice");
		Files.copy(data.resolve(path), alone);
		final StringBuilder macro = new StringBuilder("run(\"Open DICOM Series\", \"path=[" + alone + "]\");\n" +
			"run(\"Apply Lung Window\", \"mode=[8-bit image]\");\n");
		for (final Object sample : Json.list(windowed().get(path), "at")) {
			final List<?> s = (List<?>) sample;
			macro.append(String.format("print(getPixel(%d, %d));%n", integer(s.get(0)), integer(s.get(1))));
		}
		return macro.toString();
	}

	private static String foreignMacro(final String path) {
		final StringBuilder macro = new StringBuilder("open(\"" + data.resolve(path) + "\");\nprint(bitDepth());\n");
		for (final Object sample : Json.list(file(path), "samples_at")) {
			final List<?> s = (List<?>) sample;
			macro.append(String.format("print(d2s(getPixel(%d, %d), 4));%n", integer(s.get(0)), integer(s.get(1))));
		}
		return macro + "run(\"Convert to HU\", \"padding=Keep force=true\");\nprint(\"went on\");\n";
	}

	@Test
	void seriesHaveOrderGeometryCalibratedValuesAndHuOfTheOtherTools() {
		assertTrue(series().size() >= 10, "only " + series().size() + " series");
		series().forEach((name, facts) -> {
			final Iterator<String> printed = macros.printed(name).iterator();
			final List<Object> order = Json.list(facts, "order");
			final Map<String, Object> first = file(name.split(" ")[0] + "/" + order.get(0));
			assertEquals(integer(first.get("cols")) + " " + integer(first.get("rows")) + " " + order.size() + " mm", printed
				.next(), name);
			checkGeometry(name, facts, printed);
			for (final Object slice : order)
				assertEquals(slice, printed.next(), name);
			if (facts.get("rescale_varies").equals(false)) checkSamples(name + " calibrated", facts, printed);
			checkSamples(name + " HU", facts, printed);
			final Map<String, Object> rescaled = Json.object(facts, "rescaled");
			for (final String statistic : new String[] { "min", "max", "mean" })
				assertEquals((Double) rescaled.get(statistic), Double.parseDouble(printed.next()), 1e-3, name + " " + statistic);
		});
	}

	private static void checkGeometry(final String name, final Map<String, Object> facts,
		final Iterator<String> printed)
	{
		final double[] numbers = new double[6];
		for (int i = 0; i < 6; i++)
			numbers[i] = Double.parseDouble(printed.next());
		assertEquals((Double) facts.get("spacing_x"), numbers[0], 1e-6, name);
		assertEquals((Double) facts.get("spacing_y"), numbers[1], 1e-6, name);
		if (facts.get("uniform").equals(true)) assertEquals((Double) facts.get("spacing_z"), numbers[2], 1e-5, name);
		final boolean axial = List.of(1.0, 0.0, 0.0).equals(facts.get("row_cosines")) && List.of(0.0, 1.0, 0.0).equals(facts
			.get("col_cosines")) && facts.get("sheared").equals(false);
		if (axial) for (int i = 0; i < 3; i++)
			assertEquals((Double) Json.list(facts, "origin").get(i), numbers[3 + i], 1e-5, name + " origin");
	}

	private static void checkSamples(final String what, final Map<String, Object> facts,
		final Iterator<String> printed)
	{
		for (final Object voxel : Json.list(facts, "voxels_xyz")) {
			final List<?> v = (List<?>) voxel;
			assertEquals((Double) v.get(4), Double.parseDouble(printed.next()), 1e-5, what + " " + v);
		}
	}

	@Test
	void lungWindowsAgreeWithDcmtk() {
		assertTrue(windowed().size() >= 15, "only " + windowed().size() + " files");
		windowed().forEach((path, lung) -> {
			final Iterator<String> printed = macros.printed("lung " + path).iterator();
			for (final Object sample : Json.list(lung, "at"))
				assertEquals((Double) ((List<?>) sample).get(2), Double.parseDouble(printed.next()), 1, path + " " + sample);
		});
	}

	@Test
	void valuesThatImageJsOwnReaderRescaledAreNotRescaledAgain() {
		assertTrue(rescaledByImageJ().size() >= 5, "only " + rescaledByImageJ());
		for (final String path : rescaledByImageJ()) {
			final Iterator<String> printed = macros.printed("foreign " + path).iterator();
			assertEquals("32", printed.next(), path);
			for (final Object sample : Json.list(file(path), "samples_at")) {
				final double wanted = (Double) ((List<?>) sample).get(4);
				assertEquals(wanted, Double.parseDouble(printed.next()), 1e-4 * Math.max(1, Math.abs(wanted)), path);
			}
			assertFalse(printed.hasNext(), path + " went on");
		}
		assertTrue(macros.result().err().lines().filter(line -> line.contains("in HU already")).count() >= rescaledByImageJ()
			.size(), macros.result()::toString);
	}
}
