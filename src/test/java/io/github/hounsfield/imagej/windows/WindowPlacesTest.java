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
package io.github.hounsfield.imagej.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves, in a real ImageJ with its window, that dialogs with a preview, results, plots, tables and the Log come up
 * beside the image, that they stay where the user puts them, and come up there again. Also tests {@code Beside},
 * {@code TextPlaces}, {@code LogWindow}.
 */
class WindowPlacesTest {

	@TempDir
	private Path folder;

	@Test
	void newWindowsLeaveTheImageInSight() throws Exception {
		assumeTrue(ImageJProcess.canShowWindows(), "no Xvfb on this machine: ImageJ's windows are not tested");
		final Path series = folder.resolve("series");
		new CtSeriesWriter(200, 10, 12, 25, 4, 7).write(series);
		try (ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej")))) {
			final ImageJProcess.Result result = imagej.runInWindow(WindowPlacesScripts.class, series.toString());
			assertEquals(0, result.exitCode(), result::toString);
			assertEquals(List.of("Apply Lung Window beside", "Lung Mask beside", "HU beside", "plot beside", "table beside",
				"log beside", "all on the screen", "table stays", "log stays", "log again where nobody put it: beside"), result
					.out().lines().toList(), result::toString);
		}
	}
}
