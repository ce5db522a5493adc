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
package io.github.hounsfield.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person meets in ImageJ2's window: drops open, each refusal is one message, scripts are asked nothing, and
 * Fiji's Console stays closed. Also tests {@code DialogPreprocessor}.
 */
class ImageJ2WindowTest {

	private static final CtSeriesWriter PHANTOM = new CtSeriesWriter(64, 7, 6.4, 30, 12, 5);
	private static final String PHOTOGRAPH = "src/main/resources/io/github/hounsfield/sample/astronaut.png";

	@TempDir
	private static Path folder;
	private static ImageJProcess imagej;
	private static Path series;
	private static List<Path> files;

	@BeforeAll
	static void writeSeries() throws IOException {
		imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej"))).timeoutSeconds(120);
		series = folder.resolve("a chest");
		files = PHANTOM.write(series);
	}

	@AfterAll
	static void close() {
		imagej.close();
	}

	private static List<String> run(final Class<? extends ImageJProcess.Script> script, final Object... args)
		throws Exception
	{
		Assumptions.assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: ImageJ2's window is not tested");
		final ImageJProcess.Result result = imagej.runInWindow(script, Arrays.stream(args).map(Object::toString).toArray(
			String[]::new));
		assertEquals(0, result.exitCode(), result::toString);
		assertFalse(result.toString().contains("[INFO] Overriding"), result::toString);
		assertFalse(result.out().contains("Console"), result::toString);
		return result.out().lines().filter(line -> !line.startsWith("[INFO] ")).toList();
	}

	@Test
	void whatIsDroppedOpensOrIsLeftToImageJ() throws Exception {
		final Path two = folder.resolve("two");
		PHANTOM.write(two.resolve("a"));
		new CtSeriesWriter(48, 5, 6.4, 30, 12, 6).write(two.resolve("b"));
		final Path foreign = Files.createDirectory(folder.resolve("pictures"));
		for (int i = 0; i < 3; i++)
			Files.copy(Path.of(PHOTOGRAPH), foreign.resolve(i + ".png"));
		final Path broken = Files.createDirectory(folder.resolve("broken"));
		final byte[] whole = Files.readAllBytes(files.get(0));
		Files.write(broken.resolve("slice.dcm"), Arrays.copyOf(whole, whole.length - 9));
		final Path gap = folder.resolve("gap");
		Files.delete(PHANTOM.write(gap).get(3));
		final List<String> out = run(ImageJ2WindowScripts.Drops.class, series, zip(), two, foreign, broken, gap);
		final String opened = "opened: [ImageJ, Chest 5.0 mm] 64x64x7";
		assertEquals(List.of(opened, opened, "canceled: [ImageJ]", "chosen: [ImageJ, Chest 5.0 mm] 64x64x7",
			"ImageJ's own in time: true", "windows: [ImageJ, Open DICOM Series]"), out.subList(0, 6), out::toString);
		assertTrue(out.get(6).startsWith("said [No image series found: one file was left out, slice.dcm: truncated"),
			out::toString);
		assertEquals(List.of("refused: [ImageJ]", "doubted: [ImageJ, Chest 5.0 mm, Findings of Chest 5.0 mm] 64x64x6"), out
			.subList(7, out.size()), out::toString);
	}

	private static Path zip() throws IOException {
		final Path zip = folder.resolve("study.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
			for (final Path file : files) {
				out.putNextEntry(new ZipEntry(file.getFileName().toString()));
				Files.copy(file, out);
			}
		}
		return zip;
	}

	@Test
	void aRefusalIsSaidOnce() throws Exception {
		final List<String> out = run(ImageJ2WindowScripts.Refusals.class, Path.of(PHOTOGRAPH).toAbsolutePath(), files.get(
			0));
		int line = 0;
		for (final String action : List.of("Convert to HU", "HU Histogram", "Apply Lung Window", "Detect Faces (Haar)")) {
			assertEquals("windows: [ImageJ, " + action + "]", out.get(line++), out::toString);
			assertTrue(out.get(line++).startsWith("said [No image is open"), out::toString);
		}
		assertEquals("windows: [ImageJ, Open DICOM Series, Open DICOM Series]", out.get(line++), out::toString);
		assertEquals("said ['Folder or file' is empty; expected a folder or file that is there. Press Browse, or drop it " +
			"on the field from a file manager.]", out.get(line++), out::toString);
		assertEquals("windows: [ImageJ, plain, Convert to HU] 64x64x1", out.get(line++), out::toString);
		assertTrue(out.get(line++).startsWith("said ['plain' has no DICOM header"), out::toString);
		assertEquals("macro: [ImageJ, plain, Log] 64x64x1", out.get(line++), out::toString);
		assertTrue(out.get(line).startsWith("log <Convert to HU: 'plain' has no DICOM header") && out.get(line++).endsWith(
			">"), out::toString);
		line++;
		assertTrue(out.get(line).contains("open the file with Open DICOM Series"), out::toString);
		assertFalse(out.get(line++).contains("has no RescaleSlope"), out::toString);
		assertEquals("faces: [ImageJ, Log, astronaut.png, Results] 512x512x1", out.get(line), out::toString);
	}

	@Test
	void withoutAWindowAMacrosRefusalIsOneLineOfStandardError() throws Exception {
		final ImageJProcess.Result result = imagej.runHeadless("newImage('plain', '16-bit ramp', 64, 64, 1);" +
			" run('Convert to HU', 'padding=Keep'); print('NOT STOPPED');", "");
		assertEquals("", result.out(), result::toString);
		assertEquals(1, result.err().lines().filter(line -> line.contains("has no DICOM header")).count(),
			result::toString);
		assertFalse(result.err().contains("Macro Error"), result::toString);
	}

	@Test
	void aScriptInTheEditorIsAskedNothing() throws Exception {
		final Path script = folder.resolve("mean_hu.groovy");
		Files.writeString(script, LauncherTest.scriptOfTheDocs().replace("#@ File folder\n", "").replace("\"path\", folder",
			"\"path\", new File('" + series + "')"));
		final List<String> out = run(ImageJ2WindowScripts.InTheEditor.class, script);
		assertEquals("ran: [ImageJ, mean_hu.groovy, Chest 5.0 mm, HU of Chest 5.0 mm] 64x64x7 64x64x7", out.get(0),
			out::toString);
	}

	/** imagej-legacy writes the line of a canceled or refused command whoever made it; docs/hosts.md says so. */
	@Test
	void theRecordersLineOfARefusalIsImageJ2sOwn() throws Exception {
		assertEquals(List.of("recorded <run(\"HU Histogram\");>", "recorded <run(\"Image...  \");>"), run(
			ImageJ2WindowScripts.RecordsRefusals.class));
	}
}
