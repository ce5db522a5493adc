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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dialogs of the commands in a real ImageJ with its window. Also tests {@code DialogHarvester}, {@code CommandDialog},
 * {@code LivePreview} and {@code OutputDisplay}.
 */
class DialogTest {

	@TempDir
	private Path folder;

	@Test
	void windowsOfTheImageAreOfferedPreviewedCanceledAndRecorded() throws Exception {
		assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: dialogs are not tested");
		final Path series = folder.resolve("series");
		new CtSeriesWriter(32, 3, 12.8, 30, 12, 7).write(series);
		try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")))) {
			final ImageJProcess.Result result = imagej.runInWindow(DialogScripts.Windows.class, series.toString());
			assertEquals(0, result.exitCode(), result::toString);
			assertEquals(List.of("choices [Lung (W 1500, L -600), Lung (W 1400, L -500), Lung (W 1500, L -500), " +
				"Mediastinum (W 400, L 40), Bone (W 2000, L 350), Brain (W 80, L 40), Abdomen (W 400, L 50), " +
				"Liver (W 150, L 30), Image: LUNG, Image: MEDIASTINUM, Custom]", "range -160.0 to 239.0",
				"recorded run(\"Apply Lung Window\", \"preset=[Image: MEDIASTINUM] width=400 center=40 function=LINEAR " +
					"mode=[Display range]\");", "replayed -160.0 to 239.0"), result.out().lines().toList(), result::toString);
		}
	}

	/** The line has every key, so that what a dialog remembers is no part of what it means. */
	@Test
	void choicesAreRememberedInTheSessionAndTheLineReplaysInAnother() throws Exception {
		assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: dialogs are not tested");
		final Path series = folder.resolve("series");
		new CtSeriesWriter(32, 3, 12.8, 30, 12, 7).write(series);
		final String open = "run('Open DICOM Series', 'path=[" + series + "]');";
		try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")))) {
			final ImageJProcess.Result result = imagej.runInWindow(DialogScripts.Remember.class, series.toString());
			assertEquals(0, result.exitCode(), result::toString);
			final String line = "run(\"Resample Volume\", \"spacing=12.8,12.8,15 interpolation=cubic grid=centre fill=-1000 " +
				"smooth=true\");";
			assertEquals(List.of("first 32 x 32 x 6", "remembered 12.8,12.8,15 cubic true", "recorded " + line,
				"second 32 x 32 x 6", "macro 410 x 410 x 90", "by hand <> <> 16-bit signed false",
				"the last folder " + series + ", series <>"), result.out().lines().toList(), result::toString);
			final ImageJProcess.Result fresh = imagej.runHeadless(open + line +
				"getDimensions(x, y, c, z, t); print(x + ' x ' + y + ' x ' + z);", "");
			assertTrue(fresh.out().contains("32 x 32 x 6"), fresh::toString);
		}
	}
}
