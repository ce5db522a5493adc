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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomSource;
import io.github.hounsfield.dicom.Part10Reader;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Save as DICOM and De-identify DICOM in a real ImageJ that is killed within their macro line: nothing half-written has
 * a final name, nothing is lost, and the line run again gives the same, in values and places, or in bytes.
 */
class KilledMacroTest {

	/** Moments at which each line is killed: {@code -Dhounsfield.kills=20} takes minutes. */
	private static final int KILLS = Integer.getInteger("hounsfield.kills", 2);

	private static final int SLICES = 40;

	/** What a second run of Save as DICOM has anew: bytes of these differ (PS3.3 C.12.1, C.7.3.1). */
	private static final int[] SAME = { 0x0020000D, 0x00200052, 0x00200013, 0x00200032, 0x00200037, 0x00280030, 0x00280010,
		0x00280011, 0x00281052, 0x00281053, 0x00280103, 0x00180050, 0x00180088, 0x00080008, 0x00082111, 0x7FE00010 };

	@TempDir
	private Path folder;

	private ImageJProcess imagej;
	private Path source;

	@BeforeEach
	void start() throws IOException {
		imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")));
		source = folder.resolve("source");
		new CtSeriesWriter(256, SLICES, 1, 2, 5, 9).write(source);
	}

	@AfterEach
	void end() {
		imagej.close();
	}

	@Test
	void aSeriesIsWholeOrAbsent() throws Exception {
		final Path saved = folder.resolve("saved");
		final String macro = "setBatchMode(true); run('Open DICOM Series', 'path=[" + source +
			"]'); run('Convert to HU', 'output=[32-bit float]'); run('Save as DICOM', 'path=[" + saved + "] overwrite=true');";
		run(macro);
		final Map<String, byte[]> whole = tree(saved);
		assertEquals(SLICES, whole.size());
		int within = 0;
		for (int moment = 0; moment < KILLS; moment++) {
			final Map<String, byte[]> before = tree(saved);
			kill(macro, folder.resolve("saved.part"), moment);
			final Path kept = Files.exists(saved) ? saved : folder.resolve("saved.old");
			if (Files.exists(folder.resolve("saved.part"))) within++;
			final Map<String, byte[]> after = tree(kept);
			if (sameBytes(before, after)) continue;
			assertSame(whole, after);
		}
		assertTrue(within > 0, "every run was done before it was killed");
		run(macro);
		assertSame(whole, tree(saved));
		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(0, left.filter(path -> path.getFileName().toString().startsWith("saved.")).count());
		}
	}

	@Test
	void copiesAreWholeOrAbsent() throws Exception {
		final Path copies = folder.resolve("copies");
		final String macro = "run('De-identify DICOM', 'path=[" + source + "] folder=[" + copies + "] key=[" + folder.resolve(
			"my.key") + "]');";
		run(macro);
		final Map<String, byte[]> whole = tree(copies);
		assertEquals(SLICES + 1, whole.size());
		for (int moment = 0; moment < KILLS; moment++) {
			for (final String name : whole.keySet())
				Files.deleteIfExists(copies.resolve(name));
			kill(macro, copies, moment);
			tree(copies).forEach((name, bytes) -> {
				if (!name.endsWith(".part")) assertArrayEquals(whole.get(name), bytes, name);
			});
		}
		run(macro);
		assertTrue(sameBytes(whole, tree(copies)));
	}

	private void run(final String macro) throws Exception {
		final ImageJProcess.Result result = imagej.runHeadless(macro + " print('DONE');", "");
		assertTrue(result.out().contains("DONE"), result::toString);
	}

	/** Kills a run when it has written so many files, the first time none. */
	private void kill(final String macro, final Path written, final int moment) throws Exception {
		final Process process = new ProcessBuilder(imagej.headless(macro, "")).redirectOutput(Redirect.DISCARD).redirectError(
			Redirect.DISCARD).start();
		while (process.isAlive() && (!Files.isDirectory(written) || files(written) < moment * SLICES / KILLS))
			Thread.sleep(1);
		process.destroyForcibly().waitFor();
	}

	private static long files(final Path written) {
		try (Stream<Path> files = Files.walk(written)) {
			return files.filter(Files::isRegularFile).count();
		}
		catch (final IOException | RuntimeException e) {
			return 0;
		}
	}

	private static Map<String, byte[]> tree(final Path top) throws IOException {
		final Map<String, byte[]> tree = new TreeMap<>();
		try (Stream<Path> files = Files.walk(top)) {
			for (final Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator)
				tree.put(top.relativize(file).toString(), Files.readAllBytes(file));
		}
		return tree;
	}

	private static boolean sameBytes(final Map<String, byte[]> one, final Map<String, byte[]> other) {
		return one.keySet().equals(other.keySet()) && one.keySet().stream().allMatch(name -> Arrays.equals(one.get(
			name), other.get(name)));
	}

	/** The same values in the same places, of the same study. */
	private static void assertSame(final Map<String, byte[]> expected, final Map<String, byte[]> found)
		throws IOException
	{
		assertEquals(expected.keySet(), found.keySet());
		for (final String name : expected.keySet())
			for (final int tag : SAME)
				assertArrayEquals(read(name, expected).bytes(tag), read(name, found).bytes(tag), name + " " + Integer.toHexString(
					tag));
	}

	private static DataSet read(final String name, final Map<String, byte[]> tree) throws IOException {
		return new Part10Reader().read(DicomSource.of(name, tree.get(name))).dataSet();
	}
}
