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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.RealData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The macros on real scans and photographs; numbers are those of pydicom and OpenCV in expected.json. */
class MacrosRealDataTest {

	private static Path data;

	@TempDir
	Path folder;

	@BeforeAll
	static void needsData() {
		data = RealData.folder();
	}

	private List<String> run(final String macro, final String csv, final Object... parts) throws Exception {
		try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")))) {
			final ImageJProcess.Result result = imagej.timeoutSeconds(300).runHeadless(Scripts.run(macro), Scripts.argument(
				parts));
			assertTrue(result.out().contains("returned ok"), result::toString);
			return Files.readAllLines(folder.resolve("out").resolve(csv));
		}
	}

	private Path out() {
		return folder.resolve("out");
	}

	@Test
	void measuresTheChest() throws Exception {
		final Path studies = Files.createDirectory(folder.resolve("studies"));
		final Path chest = Files.createDirectory(studies.resolve("chest"));
		try (var files = Files.list(data.resolve("series/chest-64"))) {
			for (final Path file : files.toList()) Files.copy(file, chest.resolve(file.getFileName()));
		}
		final List<String> lines = run("Batch_HU_Measurements.ijm", "measurements.csv", studies, out());
		// size, spacing, minimum, maximum and mean of expected.json; -950 to -500 HU counted with pydicom and numpy
		assertEquals("\"chest\",1,1,\"1.3.6.1.4.1.14519.5.2.1.6655.2359.257508444832901632590301540805\",512,512,64," +
			"0.841797,0.841797,5.000000,16777216,-1024.000,2976.000,-675.9682,0.177154,10530.672,\"\"", lines.get(1));
		assertEquals(2, lines.size());
	}

	@Test
	void walksThroughTheChest() throws Exception {
		final List<String> lines = run("Lung_CT_Walkthrough.ijm", "measurements.csv", data.resolve("series/chest-64"), out());
		assertTrue(lines.get(1).startsWith("512,512,64,0.841797,0.841797,5.000000,mm,16777216,-1024.000,2976.000,-675.9682," +
			"478.8971,"), lines.get(1));
		assertTrue(Files.size(out().resolve("montage.png")) > 100_000);
	}

	@Test
	void comparesTheKernelsOfAChest() throws Exception {
		final List<String> lines = run("Compare_Reconstructions.ijm", "comparison.csv", data.resolve(
			"series/chest-two-series"), 1, 2, out());
		// means of expected.json: -554.528231 for B70f, -553.770636 for B40f
		assertTrue(lines.get(1).startsWith("1,B40f,2,B70f,1572864,-0.7576,"), lines.get(1));
		final String[] cells = lines.get(1).split(",");
		assertTrue(Double.parseDouble(cells[10]) > 2 * Double.parseDouble(cells[9]), "the sharp kernel is the noisier: " +
			lines.get(1));
	}

	@Test
	void blursPhotographs() throws Exception {
		final List<String> lines = run("Blur_Faces_In_Folder.ijm", "faces.csv", data.resolve("faces"), out());
		for (final String none : List.of("no-face-cat.png", "no-face-fruits.jpg"))
			assertTrue(lines.stream().anyMatch(line -> line.matches("\"" + none + "\",\\d+,\\d+,0,")), lines::toString);
		for (final String some : List.of("astronaut.png", "obama.jpg", "group-six.jpg", "att-s1-1.pgm"))
			assertTrue(lines.stream().anyMatch(line -> line.matches("\"" + some + "\",\\d+,\\d+,[1-9]\\d*,")), lines::toString);
	}
}
