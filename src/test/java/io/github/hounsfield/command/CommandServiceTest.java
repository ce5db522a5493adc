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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import io.github.hounsfield.haar.Detection;
import io.github.hounsfield.imagej.faces.FaceSearch;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.sample.CtSeriesWriter;
import io.github.hounsfield.series.DicomFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/**
 * The commands as scripts call them, in a SciJava context without a window and without Fiji's patches. Also tests
 * {@code ApplyLungWindow}, {@code DetectFaces}, {@code ListDicomSeries} and {@code ConvertToHu}.
 */
class CommandServiceTest {

	private static final CtSeriesWriter PHANTOM = new CtSeriesWriter(48, 4, 8, 20, 5, 9);

	@TempDir
	private static Path folder;
	private static Context context;
	private static CommandService commands;

	@BeforeAll
	static void start() throws IOException {
		PHANTOM.write(folder);
		context = new Context();
		commands = context.service(CommandService.class);
	}

	@AfterAll
	static void stop() {
		context.dispose();
	}

	private static ImagePlus open() throws Exception {
		return (ImagePlus) commands.run(OpenDicomSeries.class, true, "path", folder.toFile(), "series", "largest").get()
			.getOutput("image");
	}

	@Test
	void handsTheImageFromStepToStep() throws Exception {
		final ImagePlus stored = open();
		assertEquals(4, stored.getStackSize());
		final ImagePlus hu = (ImagePlus) commands.run(ConvertToHu.class, true, "image", stored, "padding", "Keep").get()
			.getOutput("hu");
		for (int slice = 0; slice < 4; slice++) {
			final short[] wanted = PHANTOM.storedValues(slice);
			for (int at = 0; at < wanted.length; at++)
				assertEquals(wanted[at] - 1024, hu.getStack().getVoxel(at % 48, at / 48, slice));
		}
		final ImagePlus lung = (ImagePlus) commands.run(ApplyLungWindow.class, true, "image", hu, "mode", "8-bit image").get()
			.getOutput("windowed");
		assertEquals(8, lung.getBitDepth());
		assertEquals(0, lung.getStack().getVoxel(0, 0, 0), "-3024 HU are black");
	}

	/** The presets are in HU; a window by hand and the image's own are in the image's unit. */
	@Test
	void windowsInHuAreForHuAlone(@TempDir final Path pet) throws Exception {
		final DicomFixture slice = Slices.ct(1).text(0x00080060, "CS", "PT").text(0x00281054, "LO", "BQML").text(0x00281050,
			"DS", "500").text(0x00281051, "DS", "100");
		final ImagePlus image = Slices.open(SeriesOpener.DEFAULT, pet, slice);
		final CommandModule lung = commands.run(ApplyLungWindow.class, true, "image", image).get();
		assertTrue(lung.getCancelReason().contains("is PT, not CT"), lung.getCancelReason());
		assertNull(commands.run(ApplyLungWindow.class, true, "image", image, "preset", "Custom", "width", 10, "center", 5)
			.get().getCancelReason());
		assertNull(commands.run(ApplyLungWindow.class, true, "image", image, "preset", "Image").get().getCancelReason());
		assertEquals(450 + 1024, image.getDisplayRangeMin());
	}

	@Test
	void takesSeveralFoldersTogether(@TempDir final Path two) throws Exception {
		final List<Path> files = PHANTOM.write(two.resolve("a"));
		Files.createDirectory(two.resolve("b"));
		for (int i = 0; i < 2; i++)
			Files.move(files.get(i), two.resolve("b").resolve(files.get(i).getFileName()));
		final ImagePlus image = (ImagePlus) commands.run(OpenDicomSeries.class, true, "path", two.resolve("a").toFile(),
			"more", two.resolve("b").toString()).get().getOutput("image");
		assertEquals(4, image.getStackSize());
		assertEquals(20, image.getCalibration().pixelDepth);
	}

	@Test
	void savesTheCountsOfTheHistogram(@TempDir final Path results) throws Exception {
		final Path file = results.resolve("counts.csv");
		final ImagePlus stored = open();
		final CommandModule done = commands.run(PlotHuHistogram.class, true, "image", stored, "table", false, "save", file
			.toFile()).get();
		assertNull(done.getCancelReason());
		final Map<Long, Long> wanted = new TreeMap<>();
		for (int slice = 0; slice < 4; slice++)
			for (final short value : PHANTOM.storedValues(slice))
				if (value != -2000) wanted.merge(value - 1024L, 1L, Long::sum);
		final List<String> lines = new ArrayList<>(List.of("HU,Pixels"));
		wanted.forEach((hu, pixels) -> lines.add(hu + "," + pixels));
		assertEquals(lines, Files.readAllLines(file));
	}

	@Test
	void handsOutTheDetections() throws Exception {
		final ImagePlus photograph;
		try (InputStream in = getClass().getResourceAsStream("/io/github/hounsfield/sample/astronaut.png")) {
			photograph = new ImagePlus("astronaut", ImageIO.read(in));
		}
		final Object found = commands.run(DetectFaces.class, true, "image", photograph, "neighbors", 5).get().getOutput(
			"detections");
		// OpenCV 4's detectMultiScale with the same parameters
		final Detection face = ((FaceSearch.Found) ((List<?>) found).get(0)).detection();
		assertEquals(List.of(176L, 65L, 98L, 98L), List.of(face.x(), face.y(), (long) face.width(), (long) face.height()));
		assertEquals(1, ((List<?>) found).size());
		assertEquals(1, photograph.getOverlay().size());
	}

	/** SciJava alone would ask for the file, and cancel without a word where it cannot. */
	@Test
	void aFileThatNeedNotBeGivenMayBeAllThatIsLeftOut() throws Exception {
		final CommandModule plotted = commands.run(PlotHuHistogram.class, true, "image", open(), "table", false).get();
		assertNull(plotted.getCancelReason());
		assertNotNull(plotted.getOutput("plot"));
		final CommandModule listed = commands.run(ListDicomSeries.class, true, "save", null, "more", "", "recursive", true,
			"anonymize", false).get();
		assertTrue(listed.isCanceled(), "a file that must be given");
	}

	@Test
	void cancelsWithTheFileThatAVirtualStackCannotReadAnyMore(@TempDir final Path gone) throws Exception {
		final List<Path> files = PHANTOM.write(gone);
		final ImagePlus stored = (ImagePlus) commands.run(OpenDicomSeries.class, true, "path", gone.toFile(), "virtual", true)
			.get().getOutput("image");
		for (final Path file : files)
			Files.write(file, new byte[0]);
		final CommandModule module = commands.run(ConvertToHu.class, true, "image", stored, "output", "16-bit signed").get();
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().contains(gone.toString()), module.getCancelReason());
	}

	/** The message is that of what also stops a macro; the fault itself is for those who called. */
	@Test
	void aFaultIsSaidAndGoesOnToTheCaller() throws Exception {
		final ImagePlus faulty = new ImagePlus("faulty", new ByteProcessor(1, 1)) {

			@Override
			public ImageStack getStack() {
				throw new IllegalStateException("as a bug would");
			}
		};
		final ByteArrayOutputStream said = new ByteArrayOutputStream();
		final PrintStream before = System.err;
		System.setErr(new PrintStream(said, true));
		try {
			assertThrows(ExecutionException.class, () -> commands.run(ConvertToHu.class, true, "image", faulty).get());
		}
		finally {
			System.setErr(before);
		}
		assertTrue(said.toString().contains("Convert to HU: A fault of the program: java.lang.IllegalStateException: as"),
			said::toString);
	}

	@Test
	void aListingThatCannotBeWrittenIsSaid(@TempDir final Path out) throws Exception {
		final Path nowhere = out.resolve("nowhere").resolve("list.csv");
		assertEquals(nowhere + ": no such file or folder.", reasonOfListing(nowhere));
		final Path full = Path.of("/dev/full");
		Assumptions.assumeTrue(Files.exists(full), "this system has no disk that is always full");
		final String reason = reasonOfListing(full);
		assertTrue(reason.startsWith("/dev/full: cannot be written: "), reason);
	}

	private static String reasonOfListing(final Path file) throws Exception {
		final CommandModule module = commands.run(ListDicomSeries.class, true, "path", folder.toFile(), "save", file.toFile(),
			"overwrite", true).get();
		assertTrue(module.isCanceled());
		return module.getCancelReason();
	}

	@Test
	void cancelsWithAReason() throws Exception {
		final ImagePlus stored = open();
		final CommandModule module = commands.run(ConvertToHu.class, true, "image", stored, "output", "12-bit").get();
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().contains("12-bit"), module.getCancelReason());
		assertNull(module.getOutput("hu"));
	}
}
