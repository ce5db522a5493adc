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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.StackStatistics;
import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The macros for one study and for photographs, in a real ImageJ; expected is what the phantom was written with. */
class WalkthroughTest {

	private static final CtSeriesWriter PHANTOM = new CtSeriesWriter(64, 7, 6.4, 30, 12, 5);

	@TempDir
	private static Path folder;
	private static ImageJProcess imagej;
	private static Path series;

	@BeforeAll
	static void writesSeries() throws IOException {
		imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")));
		series = folder.resolve("a chest");
		PHANTOM.write(series);
	}

	@AfterAll
	static void close() {
		imagej.close();
	}

	/** What the walk-through measures, by arithmetic on the stored values. */
	private static List<Double> measured() {
		long voxels = 0;
		double sum = 0;
		double squares = 0;
		int min = Integer.MAX_VALUE;
		int max = Integer.MIN_VALUE;
		for (int slice = 0; slice < PHANTOM.slices(); slice++)
			for (final short stored : PHANTOM.storedValues(slice)) {
				if (stored == CtSeriesWriter.PADDING) continue;
				final int hu = stored - 1024;
				voxels++;
				sum += hu;
				squares += (double) hu * hu;
				min = Math.min(min, hu);
				max = Math.max(max, hu);
			}
		final double sd = Math.sqrt((squares - sum * sum / voxels) / (voxels - 1));
		return List.of((double) voxels, (double) min, (double) max, sum / voxels, sd);
	}

	private static void assertMeasured(final Path out) throws IOException {
		final List<String> lines = Files.readAllLines(out.resolve("measurements.csv"));
		assertEquals(2, lines.size());
		assertTrue(lines.get(1).startsWith("64,64,7,6.400000,6.400000,30.000000,mm,"), lines.get(1));
		final String[] cells = lines.get(1).split(",");
		final List<Double> expected = measured();
		for (int i = 0; i < expected.size(); i++)
			assertEquals(expected.get(i), Double.parseDouble(cells[7 + i]), 1e-4, lines.get(0).split(",")[7 + i]);
		final ImagePlus lung = IJ.openImage(out.resolve("lung-window.tif").toString());
		assertEquals(8, lung.getBitDepth());
		for (int slice = 0; slice < PHANTOM.slices(); slice++) {
			final short[] stored = PHANTOM.storedValues(slice);
			for (int i = 0; i < stored.length; i++)
				assertEquals(grey(stored[i]), lung.getStack().getProcessor(slice + 1).get(i), "slice " + slice + " pixel " + i);
		}
		final List<String> density = Files.readAllLines(out.resolve("lung-density.csv"));
		assertEquals(4, density.size());
		assertTrue(density.get(1).contains(",both,") && density.get(2).contains(",right,"), density.toString());
		final ImagePlus mask = IJ.openImage(out.resolve("lung-mask.tif").toString());
		assertEquals(2, new StackStatistics(mask).max);
		assertTrue(Files.exists(out.resolve("lung-density.png")));
		assertEquals(128, ImageIO.read(out.resolve("montage.png").toFile()).getWidth(), "4 tiles of 32 pixels");
		assertTrue(ImageIO.read(out.resolve("hu-histogram.png").toFile()).getWidth() >= 900);
	}

	/** PS3.3 C.11.2.1.2.1 with W 1500, L -600: (x + 600.5) / 1499 + 0.5, times 255; black outside the field of view. */
	private static int grey(final int stored) {
		if (stored == CtSeriesWriter.PADDING) return 0;
		return (int) Math.max(0, Math.min(255, Math.floor(((stored - 1024 + 600.5) / 1499 + 0.5) * 255 + 0.5)));
	}

	@Test
	void walksThroughHeadless() throws Exception {
		final Path out = folder.resolve("pictures");
		final ImageJProcess.Result result = imagej.runHeadless(Scripts.run("Lung_CT_Walkthrough.ijm"), Scripts.argument(
			series, out));
		assertTrue(result.out().contains("returned ok"), result::toString);
		assertMeasured(out);
	}

	@Test
	void walksThroughWithAWindow() throws Exception {
		Assumptions.assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: ImageJ's window is not tested");
		final Path out = folder.resolve("pictures of the window");
		final ImageJProcess.Result result = imagej.runInWindow(Scripts.run("Lung_CT_Walkthrough.ijm"), Scripts.argument(
			series, out));
		assertEquals(0, result.exitCode(), result::toString);
		assertMeasured(out);
	}

	@Test
	void theGroovyScriptWritesTheSame() throws Exception {
		final Path out = folder.resolve("pictures of Groovy");
		final Object hu = Scripts.runGroovy("Lung_CT_Walkthrough.groovy", Map.of("folder", series.toFile(), "out", out
			.toFile())).getOutput("hu");
		assertEquals(7, ((ImagePlus) hu).getStackSize());
		assertMeasured(out);
		final Path macros = folder.resolve("pictures for Groovy");
		imagej.runHeadless(Scripts.run("Lung_CT_Walkthrough.ijm"), Scripts.argument(series, macros));
		assertEquals(Files.readString(macros.resolve("measurements.csv")), Files.readString(out.resolve(
			"measurements.csv")));
		assertArrayEquals((byte[]) IJ.openImage(macros.resolve("montage.png").toString()).getProcessor().convertToByte(false)
			.getPixels(), (byte[]) IJ.openImage(out.resolve("montage.png").toString()).getProcessor().convertToByte(false)
				.getPixels());
	}

	@Test
	void comparesTwoReconstructions() throws Exception {
		final Path study = folder.resolve("two kernels");
		final CtSeriesWriter smooth = new CtSeriesWriter(64, 5, 6.4, 30, 5, 21);
		final CtSeriesWriter sharp = new CtSeriesWriter(64, 5, 6.4, 30, 25, 22);
		smooth.write(study.resolve("smooth"));
		sharp.write(study.resolve("sharp"));
		final Path out = folder.resolve("comparison");
		final ImageJProcess.Result result = imagej.runHeadless(Scripts.run("Compare_Reconstructions.ijm"), Scripts.argument(
			study, 1, 2, out));
		assertTrue(result.out().contains("returned ok"), result::toString);
		final String[] cells = Files.readAllLines(out.resolve("comparison.csv")).get(1).split(",");
		long voxels = 0;
		double sum = 0;
		for (int slice = 0; slice < 5; slice++) {
			final short[] a = smooth.storedValues(slice);
			final short[] b = sharp.storedValues(slice);
			for (int i = 0; i < a.length; i++)
				if (a[i] != CtSeriesWriter.PADDING) {
					voxels++;
					sum += b[i] - a[i];
				}
		}
		assertEquals("1,B40f,2,B40f," + voxels + "," + String.format(Locale.ROOT, "%.4f", sum / voxels), String.join(",", List
			.of(cells).subList(0, 6)));
		// the noise that the phantoms were written with; a square of 4 x 4 voxels gives it within its own chance
		assertTrue(Double.parseDouble(cells[9]) > 1.5 && Double.parseDouble(cells[9]) < 9, cells[9]);
		assertTrue(Double.parseDouble(cells[10]) > 8 && Double.parseDouble(cells[10]) < 40, cells[10]);
	}

	@Test
	void refusesToCompareWhatLiesElsewhere() throws Exception {
		final Path study = folder.resolve("two grids");
		new CtSeriesWriter(64, 5, 6.4, 30, 5, 31).write(study.resolve("a"));
		new CtSeriesWriter(64, 5, 6.4, 25, 5, 32).write(study.resolve("b"));
		final Path out = folder.resolve("no comparison");
		final ImageJProcess.Result result = imagej.runHeadless(Scripts.run("Compare_Reconstructions.ijm"), Scripts.argument(
			study, 1, 2, out));
		assertTrue(result.toString().contains("do not lie on the same grid"), result::toString);
		assertTrue(Files.notExists(out.resolve("comparison.csv")));
	}

	@Test
	void blursWhatWasDetectedAndRefusesBlocksThatHideNothing() throws Exception {
		final Path photograph = folder.resolve("astronaut.png");
		try (InputStream in = WalkthroughTest.class.getResourceAsStream("/io/github/hounsfield/sample/astronaut.png")) {
			Files.copy(in, photograph);
		}
		final ImageJProcess.Result result = imagej.runHeadless("open(\"" + photograph + "\");\n" + """
			original = getImageID();
			run("Detect Faces (Haar)", "cascade=frontalface_alt neighbors=5 minsize=30");
			before = getPixel(225, 114);
			run("Blur Detected Faces", "margin=0 blocks=7 neighbors=5 all=false");
			print(getTitle() + " " + (getImageID() != original) + " " + Overlay.size + " " + Property.getNumber(
				"Hounsfield.Faces"));
			// 98 pixels in blocks of 14
			print((getPixel(176, 65) == getPixel(189, 78)) + " " + (getPixel(176, 65) == getPixel(190, 65)));
			selectImage(original);
			print(Overlay.size + " " + (getPixel(225, 114) == before));
			run("Blur Detected Faces", "blocks=40");
			print("went on");
			""", "");
		assertEquals(List.of("Blurred astronaut.png 1 0 1", "1 0", "1 1"), result.out().lines().limit(3).toList(),
			result::toString);
		assertTrue(!result.out().contains("went on") && result.err().contains("Blur Detected Faces: blocks") && result.err()
			.contains("40"), result::toString);
	}

	/** In batch mode ImageJ keeps a ROI Manager for the macro that nobody sees; {@code roiManager(...)} asks that one. */
	@Test
	void boxesReachTheRoiManagerOfABatchMacro() throws Exception {
		Assumptions.assumeTrue(ImageJProcess.canShowWindows(), "Xvfb is not installed: no window to run macros in");
		final String macro = photograph("batch") + """
			setBatchMode(true);
			run("Detect Faces (Haar)", "neighbors=5 manager=true");
			print("managed " + roiManager("count") + " of " + nResults);
			""";
		final ImageJProcess.Result result = imagej.runInWindow(macro, "");
		assertTrue(result.out().contains("managed 1 of 1"), result::toString);
	}

	@Test
	void withoutAWindowTheRoiManagerWorksOrIsRefusedInASentence() throws Exception {
		final ImageJProcess.Result result = imagej.runHeadless(photograph("headless") + """
			run("Detect Faces (Haar)", "neighbors=5 manager=true");
			print("managed " + roiManager("count") + " of " + nResults);
			""", "");
		assertTrue(result.out().contains("managed 1 of 1") || result.err().contains(
			"manager=true needs ImageJ's ROI Manager, which is not there without a window"), result::toString);
		assertTrue(!result.toString().contains("Exception"), result::toString);
	}

	private static String photograph(final String name) throws IOException {
		final Path file = folder.resolve(name + ".png");
		try (InputStream in = WalkthroughTest.class.getResourceAsStream("/io/github/hounsfield/sample/astronaut.png")) {
			Files.copy(in, file);
		}
		return "open(\"" + file + "\");\n";
	}

	@Test
	void blursTheFacesInAFolder() throws Exception {
		final Path photographs = Files.createDirectory(folder.resolve("photographs"));
		try (InputStream in = WalkthroughTest.class.getResourceAsStream("/io/github/hounsfield/sample/astronaut.png")) {
			Files.copy(in, photographs.resolve("one face.png"));
		}
		new FileSaver(new ImagePlus("black", new ByteProcessor(200, 100))).saveAsPng(photographs.resolve("no face.png")
			.toString());
		Files.writeString(photographs.resolve("text.jpg"), "no picture");
		Files.writeString(photographs.resolve("notes.txt"), "not looked at");
		final Path out = folder.resolve("blurred");
		final ImageJProcess.Result result = imagej.runHeadless(Scripts.run("Blur_Faces_In_Folder.ijm"), Scripts.argument(
			photographs, out));
		assertTrue(result.out().contains("returned ok"), result::toString);
		final List<String> lines = Files.readAllLines(out.resolve("faces.csv"));
		assertEquals(List.of("Photograph,Columns,Rows,Faces,Reason", "\"no face.png\",200,100,0,"), lines.subList(0, 2));
		assertTrue(lines.get(2).matches("\"one face.png\",512,512,[1-9],"), lines.get(2));
		assertEquals("\"text.jpg\",,,,\"cannot be read as a picture\"", lines.get(3));
		assertTrue(Files.notExists(out.resolve("no face.png-blurred.png")));
		final ImagePlus before = IJ.openImage(photographs.resolve("one face.png").toString());
		final ImagePlus after = IJ.openImage(out.resolve("one face.png-blurred.png").toString());
		int changed = 0;
		for (int y = 75; y < 153; y++)
			for (int x = 186; x < 264; x++)
				if (before.getProcessor().get(x, y) != after.getProcessor().get(x, y)) changed++;
		assertTrue(changed > 78 * 78 * 9 / 10, changed + " pixels of the face that OpenCV finds were changed");
		assertEquals(before.getProcessor().get(0, 0), after.getProcessor().get(0, 0));
	}
}
