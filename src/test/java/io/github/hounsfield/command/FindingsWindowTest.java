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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves, in a real ImageJ with its window, that what a person must know of a series stands beside its image, that the
 * buttons there run actions which the Recorder writes, that it closes with the image, and that no macro ever shows it.
 * Also tests {@code FindingsText}, {@code FindingsWindow}, {@code SeriesRemedies} and {@code ByPerson}.
 */
class FindingsWindowTest {

	@TempDir
	private Path folder;

	@Test
	void standsBesideTheImageHelpsAndClosesWithIt() throws Exception {
		assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: the window of findings is not tested");
		final Path series = folder.resolve("series");
		final List<Path> files = new CtSeriesWriter(32, 9, 12, 25, 5, 12).write(series);
		Files.delete(files.get(1));
		Files.write(files.get(5), Arrays.copyOf(Files.readAllBytes(files.get(5)), 1500));
		final String uid = new CtSeriesWriter(32, 9, 12, 25, 5, 12).seriesInstanceUid();
		try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")))) {
			final ImageJProcess.Result result = imagej.runInWindow(FindingsScripts.ReadHelpClose.class, series.toString());
			assertEquals(0, result.exitCode(), result::toString);
			assertEquals(List.of("macro shows false", "batch shows false", "modal false, fits true", //
				"says 50.0000 mm between true", "says Volumes are too small true", "says was left out true", //
				"buttons [Even spacing, Show left-out files]", "images [7, 9]", "RESAMPLED in the new report true",
				"filled gap true, false, buttons [Show left-out files]", "windows 2",
				"tables [DICOM Files Left Out, DICOM Series]", "recorded run(\"Open DICOM Series\", \"path=" + series +
					" series=" + uid + " resample=even recursive=true virtual=false untilt=false anonymize=false\");",
				"recorded run(\"List DICOM Series\", \"path=" + series + " recursive=true anonymize=false\");",
				"after closing 0"), result.out().lines().toList(), result::toString);
		}
	}
}
