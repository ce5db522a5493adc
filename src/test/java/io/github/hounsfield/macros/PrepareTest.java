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

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.script.ScriptModule;

/**
 * The preparation for networks as a macro in a real ImageJ and as a Groovy script, over two phantoms and a study that
 * is none: the files' sizes, places and some values by hand, the same bytes from both, and a second run that does what
 * is left.
 */
class PrepareTest {

	private static final String MACRO = "Prepare_For_CNN.ijm";

	/** 64 x 64 pixels of 6 mm, 26 slices of 10 mm: 384 x 384 x 260 mm. */
	private static final List<CtSeriesWriter> PHANTOMS = List.of(new CtSeriesWriter(64, 26, 6, 10, 8, 71),
		new CtSeriesWriter(
		64, 26, 6, 10, 8, 72));

	@TempDir
	private static Path folder;
	private static ImageJProcess imagej;
	private static Path studies;

	@BeforeAll
	static void writesStudies() throws Exception {
		imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")));
		studies = folder.resolve("many studies");
		PHANTOMS.get(0).write(studies.resolve("study 1"));
		Files.createDirectories(studies.resolve("study 2"));
		Files.writeString(studies.resolve("study 2/notes.txt"), "no slices");
		PHANTOMS.get(1).write(studies.resolve("study 3"));
	}

	@AfterAll
	static void close() {
		imagej.close();
	}

	private static byte[] npy(final Path file, final String description) throws Exception {
		final byte[] bytes = Files.readAllBytes(file);
		final int start = 10 + (bytes[8] & 0xFF) + 256 * bytes[9];
		final String header = new String(bytes, 0, start, StandardCharsets.ISO_8859_1);
		assertTrue(header.contains(description), header);
		final byte[] voxels = new byte[bytes.length - start];
		System.arraycopy(bytes, start, voxels, 0, voxels.length);
		return voxels;
	}

	private static void assertPrepared(final Path results, final CtSeriesWriter phantom) throws Exception {
		final String uid = phantom.seriesInstanceUid();
		final ByteBuffer ct = ByteBuffer.wrap(npy(results.resolve(uid + ".npy"),
			"'descr': '<f4', 'fortran_order': False, 'shape': (65, 96, 96)")).order(ByteOrder.LITTLE_ENDIAN);
		float min = 1;
		float max = -1;
		for (int i = 0; i < ct.capacity(); i += 4) {
			min = Math.min(min, ct.getFloat(i));
			max = Math.max(max, ct.getFloat(i));
		}
		assertEquals(-0.25f, min, "air");
		assertEquals(0.75f, max, 1e-6, "bone");
		final byte[] lungs = npy(results.resolve(uid + "-lungs.npy"),
			"'descr': '|u1', 'fortran_order': False, 'shape': (65, 96");
		long voxels = 0;
		for (final byte value : lungs) voxels += value == -1 ? 1 : value == 0 ? 0 : 1 << 40;
		// the two ellipsoids: 4/3 pi (58 x 76 x 122 + 54 x 72 x 118) mm3, less the heart, 64 mm3 a voxel
		assertTrue(voxels > 40_000 && voxels < 67_000, "lungs of " + voxels + " voxels");
		final String json = Files.readString(results.resolve(uid + ".json"));
		// (384 - 6 - 380) / 2 = -1 mm before -189; along z (250 - 256) / 2 = -3 mm before the first slice
		assertTrue(json.contains("\"spacing\": [4.0, 4.0, 4.0]"), json);
		assertTrue(json.contains("\"origin\": [-190.0, -190.0, "), json);
		assertTrue(json.contains("\"unit\": \"normalized\"") && json.contains("linear, grid centre"), json);
	}

	private static List<String> lines(final Path results, final String name) throws Exception {
		final List<String> lines = Files.readAllLines(results.resolve(name));
		return lines.subList(1, lines.size());
	}

	@Test
	void preparesGoodStudiesNamesBadOnesAndGoesOn() throws Exception {
		final Path results = folder.resolve("results of the macro");
		final String argument = Scripts.argument(studies, results, "4");
		final ImageJProcess.Result first = imagej.runHeadless(Scripts.run(MACRO), argument);
		assertTrue(first.out().contains("returned ok"), first::toString);
		for (final CtSeriesWriter phantom : PHANTOMS)
			assertPrepared(results, phantom);
		assertEquals(2, lines(results, "prepared.csv").size(), first::toString);
		assertTrue(lines(results, "failures.csv").get(0).startsWith("\"study 2\""), first::toString);
		// without the row of the last study that one alone is done again
		final List<String> all = Files.readAllLines(results.resolve("prepared.csv"));
		Files.write(results.resolve("prepared.csv"), all.subList(0, 2));
		final Path again = results.resolve(PHANTOMS.get(1).seriesInstanceUid() + ".npy");
		final byte[] before = Files.readAllBytes(again);
		Files.delete(again);
		final ImageJProcess.Result second = imagej.runHeadless(Scripts.run(MACRO), argument);
		assertEquals(1, second.out().lines().filter(line -> line.endsWith(": prepared")).count(), second::toString);
		assertEquals(all, Files.readAllLines(results.resolve("prepared.csv")));
		assertArrayEquals(before, Files.readAllBytes(again), "equal input gives equal bytes");

		final Path groovy = folder.resolve("results of Groovy");
		final ScriptModule script = Scripts.runGroovy("Prepare_For_CNN.groovy", Map.of("studies", studies.toFile(), "results",
			groovy.toFile(), "spacing", "4"));
		assertEquals(2, script.getOutput("preparedSeries"));
		assertEquals(1, script.getOutput("failedSeries"));
		assertEquals(all, Files.readAllLines(groovy.resolve("prepared.csv")));
		try (Stream<Path> files = Files.list(groovy)) {
			for (final Path file : files.filter(one -> !one.toString().endsWith(".csv")).toList())
				assertArrayEquals(Files.readAllBytes(results.resolve(file.getFileName())), Files.readAllBytes(file), file
					.toString());
		}
	}
}
