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
package io.github.hounsfield.macros;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.io.FileSaver;
import ij.measure.Calibration;
import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;

/**
 * The same twelve macros in ImageJ headless, in ImageJ with its window and in a SciJava context: what they make, saved
 * as TIFF, is the same pixel for pixel, with the same calibration, labels, header text and rectangles.
 */
class SameMacrosTest {

	private static final CtSeriesWriter FIRST = new CtSeriesWriter(48, 4, 8, 20, 5, 9);
	private static final CtSeriesWriter SECOND = new CtSeriesWriter(40, 3, 9, 25, 5, 10);

	/** Names to lines; $CT is the folder of two series, $FACE a photograph, $OUT the folder for results. */
	private static final Map<String, String> MACROS = new LinkedHashMap<>();
	static {
		MACROS.put("float", """
			run("Open DICOM Series", "path=$CT series=largest");
			run("Convert to HU", "output=[32-bit float] padding=[Air (-1000 HU)]");""");
		MACROS.put("short", """
			run("Open DICOM Series", "path=$CT series=largest");
			run("Convert to HU", "output=[16-bit signed] padding=Keep");""");
		MACROS.put("zero", """
			run("Open DICOM Series", "path=$CT series=largest");
			run("Convert to HU", "output=[16-bit signed] padding=[Zero before rescale]");""");
		MACROS.put("nan", """
			run("Open DICOM Series", "path=$CT series=largest");
			run("Convert to HU", "padding=NaN");""");
		MACROS.put("by hand", """
			run("Open DICOM Series", "path=$CT series=largest anonymize=true");
			run("Convert to HU", "slope=0.5 intercept=-100.25 padding=Keep");""");
		MACROS.put("virtual", """
			run("Open DICOM Series", "path=$CT series=largest virtual=true");
			run("Convert to HU", "output=[32-bit float]");
			run("Apply Lung Window", "preset=[Lung (W 1400, L -500)] mode=[8-bit image]");""");
		MACROS.put("number", """
			run("Open DICOM Series", "path=$CT series=2");
			run("Apply Lung Window", "preset=[Mediastinum (W 400, L 40)] function=SIGMOID mode=[8-bit image]");""");
		MACROS.put("display", """
			run("Open DICOM Series", "path=$CT series=largest");
			run("Apply Lung Window", "preset=[Image 2] mode=[Display range]");""");
		MACROS.put("histogram", """
			run("Open DICOM Series", "path=$CT series=1");
			run("HU Histogram", "table=false");""");
		MACROS.put("list", """
			run("Open DICOM Series", "path=$CT series=1 anonymize=true virtual=true");
			run("Apply Lung Window", "preset=Custom width=600 center=-300 function=LINEAR_EXACT mode=[8-bit image]");
			run("List DICOM Series", "path=$CT save=$OUT/list.csv");""");
		MACROS.put("faces", """
			open("$FACE");
			run("Detect Faces (Haar)", "cascade=frontalface_alt2 scale=1.2 neighbors=0 minsize=40");""");
		MACROS.put("blur", """
			open("$FACE");
			run("Detect Faces (Haar)", "minsize=40");
			run("Blur Detected Faces", "margin=10 blocks=6");""");
	}

	@TempDir
	private static Path folder;

	/** Results of the SciJava context, with which the others are compared. */
	private static Path expected;

	@BeforeAll
	static void runInSciJava() throws Exception {
		FIRST.write(folder.resolve("ct/a"));
		SECOND.write(folder.resolve("ct/b"));
		try (InputStream in = SameMacrosTest.class.getResourceAsStream("/io/github/hounsfield/sample/astronaut.png")) {
			Files.copy(in, folder.resolve("astronaut.png"));
		}
		expected = Files.createDirectories(folder.resolve("scijava"));
		try (Context context = new Context()) {
			final RunLines lines = new RunLines(context.service(CommandService.class));
			for (final Map.Entry<String, String> macro : MACROS.entrySet()) {
				final ImagePlus image = lines.run(filled(macro.getValue(), expected));
				assertTrue(new FileSaver(image).saveAsTiff(expected.resolve(macro.getKey() + ".tif").toString()), macro
					.getKey());
			}
		}
	}

	@Test
	void sciJavaGivesTheValuesThatWereWritten() {
		final ImagePlus hu = image(expected, "float");
		final ImagePlus byHand = image(expected, "by hand");
		for (int slice = 0; slice < FIRST.slices(); slice++) {
			final short[] stored = FIRST.storedValues(slice);
			for (int at = 0; at < stored.length; at++) {
				final boolean padding = stored[at] == CtSeriesWriter.PADDING;
				assertEquals(padding ? -1000 : stored[at] - 1024, hu.getStack().getVoxel(at % 48, at / 48, slice));
				assertEquals(0.5 * stored[at] - 100.25, byHand.getStack().getVoxel(at % 48, at / 48, slice));
			}
		}
		assertEquals(3, image(expected, "number").getStackSize());
		assertTrue(image(expected, "faces").getOverlay().size() > 1);
		final ImagePlus photograph = IJ.openImage(folder.resolve("astronaut.png").toString());
		assertFalse(Arrays.equals(values(photograph, 1), values(image(expected, "blur"), 1)));
	}

	@Test
	void headlessImageJGivesTheSame() throws Exception {
		try (ImageJProcess imagej = ImageJProcess.underTest(folder.resolve("headless"))) {
			final Path out = Files.createDirectories(folder.resolve("headless-results"));
			compare(out, imagej.runHeadless(macro(out), ""));
		}
	}

	@Test
	void imageJWithItsWindowGivesTheSame() throws Exception {
		Assumptions.assumeTrue(ImageJProcess.canShowWindows(), "Xvfb is not installed: no window to run macros in");
		try (ImageJProcess imagej = ImageJProcess.underTest(folder.resolve("window"))) {
			final Path out = Files.createDirectories(folder.resolve("window-results"));
			compare(out, imagej.runInWindow(macro(out), ""));
		}
	}

	/** All in one macro, since ImageJ's start takes longer than they do. */
	private static String macro(final Path out) {
		final StringBuilder text = new StringBuilder();
		MACROS.forEach((name, lines) -> text.append("close(\"*\");\n").append(filled(lines, out)).append("\n").append(
			"saveAs(\"Tiff\", \"").append(out.resolve(name + ".tif")).append("\");\n"));
		return text.append("print(\"end\");\n").toString();
	}

	private static String filled(final String lines, final Path out) {
		return lines.replace("$CT", folder.resolve("ct").toString()).replace("$FACE", folder.resolve("astronaut.png")
			.toString()).replace("$OUT", out.toString());
	}

	private static void compare(final Path out, final ImageJProcess.Result result) throws IOException {
		assertEquals(0, result.exitCode(), result::toString);
		assertTrue(result.out().lines().anyMatch("end"::equals), result::toString);
		for (final String name : MACROS.keySet())
			compare(name, image(expected, name), image(out, name));
		assertEquals(Files.readString(expected.resolve("list.csv")), Files.readString(out.resolve("list.csv")));
	}

	private static ImagePlus image(final Path of, final String name) {
		final ImagePlus image = IJ.openImage(of.resolve(name + ".tif").toString());
		assertNotNull(image, () -> of.getFileName() + ": " + name);
		return image;
	}

	private static void compare(final String name, final ImagePlus due, final ImagePlus is) {
		assertArrayEquals(due.getDimensions(), is.getDimensions(), name);
		assertEquals(due.getBitDepth(), is.getBitDepth(), name);
		assertEquals(calibration(due), calibration(is), name);
		assertEquals(due.getInfoProperty(), is.getInfoProperty(), name);
		assertEquals(due.getDisplayRangeMin(), is.getDisplayRangeMin(), name);
		assertEquals(due.getDisplayRangeMax(), is.getDisplayRangeMax(), name);
		assertEquals(rectangles(due), rectangles(is), name);
		for (int slice = 1; slice <= due.getStackSize(); slice++) {
			assertEquals(due.getStack().getSliceLabel(slice), is.getStack().getSliceLabel(slice), name);
			assertArrayEquals(values(due, slice), values(is, slice), name + ", slice " + slice);
		}
	}

	private static List<Object> calibration(final ImagePlus image) {
		final Calibration calibration = image.getCalibration();
		return Arrays.asList(calibration.pixelWidth, calibration.pixelHeight, calibration.pixelDepth, calibration.xOrigin,
			calibration.yOrigin, calibration.zOrigin, calibration.getXUnit(), calibration.getYUnit(), calibration.getZUnit(),
			calibration.getValueUnit(), calibration.getFunction(), Arrays.toString(calibration.getCoefficients()));
	}

	private static List<String> rectangles(final ImagePlus image) {
		final Overlay overlay = image.getOverlay();
		return overlay == null ? List.of() : Arrays.stream(overlay.toArray()).map(roi -> roi.getName() + " " + roi
			.getPosition() + " " + roi.getBounds()).toList();
	}

	/** HU where the image's calibration says so; the three colors in one where it has such. */
	private static double[] values(final ImagePlus image, final int slice) {
		image.setSliceWithoutUpdate(slice);
		final boolean rgb = image.getBitDepth() == 24;
		return IntStream.range(0, image.getWidth() * image.getHeight()).mapToDouble(at -> rgb ? image.getProcessor().get(at)
			: image.getCalibration().getCValue(image.getProcessor().getf(at))).toArray();
	}
}
