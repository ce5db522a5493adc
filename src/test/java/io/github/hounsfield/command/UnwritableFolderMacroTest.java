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
import io.github.hounsfield.SmallDisk;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Save as DICOM and De-identify DICOM in a real ImageJ, on a full disk and on one that cannot be written: the macro
 * stops, the message names the folder, the reason and what to do, and nothing half-written stays.
 */
class UnwritableFolderMacroTest {

	private static final String ADVICE = ". Make room there, or choose a folder on another disk";

	@TempDir
	private Path folder;

	private Path disk;

	/** What each macro printed, and what is left on the disk. */
	private Macros run(final String size, final String before) throws Exception {
		disk = Files.createDirectory(folder.resolve("disk"));
		final Path source = folder.resolve("source");
		new CtSeriesWriter(256, 40, 1, 2, 5, 9).write(source);
		final Map<String, String> macros = new LinkedHashMap<>();
		macros.put("save", "run('Open DICOM Series', 'path=[" + source + "]'); run('Save as DICOM', 'path=[" + disk +
			"/series]'); print('WENT ON');");
		macros.put("copy", "run('De-identify DICOM', 'path=[" + source + "] folder=[" + disk + "/copies] key=[" + folder
			.resolve("my.key") + "]'); print('WENT ON');");
		macros.put("key", "run('De-identify DICOM', 'path=[" + source + "] folder=[" + folder.resolve("copies") + "] key=[" +
			disk + "/new.key]'); print('WENT ON');");
		try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")))) {
			final List<String> lines = SmallDisk.run(disk, "size=" + size, before, imagej.headless(Macros.outer(folder, macros),
				""));
			return new Macros(new ImageJProcess.Result(0, String.join("\n", lines), ""), Macros.split(String.join("\n", lines)));
		}
	}

	private static void assertSays(final Macros run, final String name, final String... words) {
		final String said = String.join("\n", run.printed(name));
		assertTrue(!said.contains("WENT ON"), said);
		for (final String word : words)
			assertTrue(said.contains(word), said);
	}

	@Test
	void aFullDisk() throws Exception {
		final Macros run = run("2m", "");
		assertSays(run, "save", "Save as DICOM: " + disk.resolve("series/IM-"),
			".dcm: nothing of the series is left, for it cannot be written: No space left on device" + ADVICE);
		assertSays(run, "copy", "De-identify DICOM: " + disk.resolve("copies"),
			".dcm: cannot be written: No space left on device" + ADVICE +
				"; copies that are whole stay, and a run that is done again goes on from them.");
		final String left = run.result().out().substring(run.result().out().indexOf("left: "));
		assertTrue(left.contains(".dcm") && !left.contains(".part") && !left.contains("./series"), left);
		final long copies = Arrays.stream(left.split(" ")).filter(name -> name.endsWith(".dcm")).count();
		assertTrue(copies > 0 && copies < 40, left);
	}

	@Test
	void aDiskThatCannotBeWritten() throws Exception {
		final Macros run = run("2m", "mount -o remount,ro tmpfs \"$0\" && ");
		final String choose = "Read-only file system. Choose a folder in which you may write";
		assertSays(run, "save", "Save as DICOM: " + disk.resolve("series") +
			": nothing of the series is left, for it cannot be written: " + choose);
		assertSays(run, "copy", "De-identify DICOM: " + disk.resolve("copies") + ": the output folder cannot be made: " +
			choose);
		assertSays(run, "key", "De-identify DICOM: " + disk.resolve("new.key") + ": the key file cannot be made: " + choose);
		assertEquals("left: ", run.result().out().lines().reduce((first, second) -> second).orElseThrow());
	}
}
