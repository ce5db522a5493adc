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
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that Open Sample opens, in a macro and without any file, what is said of it: a phantom with geometry, header
 * and HU as any series has them, and a photograph with one face. Sizes and HU are those the phantom is defined by.
 */
class OpenSampleTest {

	/** Circles of 6 mm in the lung, at (-122, -10, 2.5) mm, where a vessel ends, and of 15 mm in the heart. */
	private static final String PHANTOM = """
		run("Open Sample", "sample=[Thorax phantom]");
		getVoxelSize(w, h, d, unit);
		print(getTitle() + ": " + getWidth() + " x " + getHeight() + " x " + nSlices + " of " + w + " " + h + " " + d + " "
			+ unit + ", rows" + getInfo("0028,0010"));
		setSlice(25); makeOval(96, 236, 15, 15); getStatistics(area, mean);
		print("lung " + (abs(mean + 860) < 10));
		setSlice(19); makeOval(263, 207, 37, 37); getStatistics(area, mean);
		print("heart " + (abs(mean - 45) < 3));
		run("Select None");
		run("Convert to HU", "output=[16-bit signed]");
		run("Lung Mask", "close=0");
		print("lungs " + bitDepth() + " " + nSlices);
		""";

	private static final String FACE = """
		run("Open Sample", "sample=[Photograph with a face]");
		print(getTitle() + ": " + getWidth() + " x " + getHeight() + ", " + bitDepth() + " bits");
		run("Detect Faces (Haar)", "neighbors=5");
		print("faces " + nResults + " " + Overlay.size);
		""";

	@TempDir
	private Path folder;

	@Test
	void opensWhatIsSaidOfIt() throws Exception {
		final Map<String, String> macros = new LinkedHashMap<>();
		macros.put("phantom", PHANTOM);
		macros.put("face", FACE);
		macros.put("default", "run(\"Open Sample\"); print(getTitle());");
		macros.put("wrong", "run(\"Open Sample\", \"sample=Nope\"); print(\"went on\");");
		try (ImageJProcess imagej = ImageJProcess.underTest(folder.resolve("imagej"))) {
			final Macros run = Macros.runHeadless(imagej, folder, macros);
			assertEquals(List.of("Thorax phantom: 512 x 512 x 48 of 0.8 0.8 5 mm, rows 512", "lung 1", "heart 1",
				"lungs 8 48"), run.printed("phantom").stream().filter(line -> !line.startsWith("[")).toList(), run::toString);
			assertEquals(List.of("Photograph with a face: 512 x 512, 24 bits", "faces 1 1"), run.printed("face"), run::toString);
			assertEquals(List.of("Thorax phantom"), run.printed("default"), run::toString);
			assertEquals(List.of(), run.printed("wrong"), run::toString);
			assertTrue(run.result().err().contains("Open Sample: sample is 'Nope'"), run::toString);
		}
	}
}
