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
package io.github.hounsfield.dcm4che;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dcm4che3.data.Tag;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plugin beside another plugin's older dcm4che, and the reader without dcm4che: ImageJ started with what is there.
 */
class OtherDcm4cheTest {

	/** The oldest that was tried; another plugin may bring any. */
	private static final String OLDER = "5.30.0";

	private static final CtSeriesWriter PHANTOM = new CtSeriesWriter(48, 4, 8, 20, 5, 9);

	private static Path jar() throws Exception {
		return Path.of(Tag.class.getProtectionDomain().getCodeSource().getLocation().toURI());
	}

	/** Where Maven keeps the jar of another version. */
	private static Path older() throws Exception {
		final Path older = jar().getParent().resolveSibling(OLDER).resolve("dcm4che-core-" + OLDER + ".jar");
		Assumptions.assumeTrue(Files.isRegularFile(older), "no dcm4che-core " + OLDER + " in the local repository: mvn " +
			"dependency:get -Dartifact=org.dcm4che:dcm4che-core:" + OLDER);
		return older;
	}

	/** @param dcm4che what plugins find in place of the version of the build; none where empty */
	private static ImageJProcess.Result open(final Path folder, final List<Path> dcm4che) throws Exception {
		final Path series = folder.resolve("ct");
		PHANTOM.write(series);
		final Path installation = Files.createDirectory(folder.resolve("imagej"));
		try (ImageJProcess imagej = ImageJProcess.underTest(installation)) {
			final Path libraries = imagej.plugins().resolve("jars");
			Files.delete(libraries.resolve(jar().getFileName()));
			for (final Path one : dcm4che)
				Files.copy(one, libraries.resolve(one.getFileName()));
			return imagej.runHeadless("run('Open DICOM Series', 'path=[" + series + "]'); run('Convert to HU', '');" +
				" for (i = 1; i <= nSlices; i++) { setSlice(i); print('HU ' + getValue(24, 20)); }", "");
		}
	}

	@Test
	void readsWithAnOlderDcm4che(@TempDir final Path folder) throws Exception {
		final ImageJProcess.Result result = open(folder, List.of(older()));
		final Stream<String> due = IntStream.range(0, PHANTOM.slices()).mapToObj(slice -> "HU " + (PHANTOM.storedValues(
			slice)[20 * PHANTOM.size() + 24] + CtSeriesWriter.INTERCEPT));
		assertEquals(due.toList(), result.out().lines().filter(line -> line.startsWith("HU ")).toList(),
			result::toString);
		assertTrue(result.toString().contains("DICOM reader: dcm4che"), result::toString);
	}

	@Test
	void saysWhatIsMissingWithoutDcm4che(@TempDir final Path folder) throws Exception {
		final ImageJProcess.Result result = open(folder, List.of());
		assertTrue(result.err().contains("Open DICOM Series: system property hounsfield.reader is 'dcm4che'; found the " +
			"readers part10; Dcm4cheReader lacks org"), result::toString);
		assertTrue(result.err().contains("; put the library that has this class beside the plugin"), result::toString);
		assertEquals("", result.out(), result::toString);
	}
}
