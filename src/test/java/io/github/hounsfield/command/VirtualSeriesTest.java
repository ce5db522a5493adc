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

import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.series.DicomFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A series larger than ImageJ's memory: opened virtual, and every step after it slice by slice. The number of slices,
 * 256 x 256 pixels of 16 bit each, and the heap come from the system properties {@code hounsfield.virtual.slices} and
 * {@code hounsfield.virtual.heap}.
 */
class VirtualSeriesTest {

	private static final int SIZE = 256;

	@TempDir
	private Path folder;

	/** Stored value of a pixel: air to bone over the slices, another value in each column. */
	private static int stored(final int x, final int z, final int slices) {
		return 24 + x + 1500 * z / slices;
	}

	private void write(final Path series, final int slices) throws IOException {
		Files.createDirectories(series);
		final short[] pixels = new short[SIZE * SIZE];
		for (int z = 0; z < slices; z++) {
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = (short) stored(i % SIZE, z, slices);
			Files.write(series.resolve("slice" + z), DicomFixture.slice("1.2.3.6", z + 1, "0\\0\\" + z).size(SIZE, SIZE).pixels(
				pixels).text(0x00281052, "DS", "-1024").text(0x00281053, "DS", "1").text(0x00281054, "LO", "HU").file());
		}
	}

	@Test
	void goesTheWholeWayInLessMemoryThanItsPixelsTake() throws Exception {
		final int slices = Integer.getInteger("hounsfield.virtual.slices", 400);
		final String heap = System.getProperty("hounsfield.virtual.heap", "90m");
		write(folder.resolve("series"), slices);
		final ImageJProcess imagej = ImageJProcess.underTest(Files.createDirectory(folder.resolve("imagej"))).jvmFlags(
			"-Xmx" + heap).timeoutSeconds(600);
		final String last = "setSlice(" + slices + "); print(getPixel(200, 100)); getMinAndMax(min, max); print(min, max);\n";
		final ImageJProcess.Result result = imagej.runHeadless("run(\"Open DICOM Series\", \"path=[" + folder.resolve(
			"series") + "] virtual=true\"); print(nSlices, is(\"Virtual Stack\"));\n" + last +
			"run(\"Convert to HU\", \"output=[32-bit float]\"); print(is(\"Virtual Stack\"));\n" + last +
			"run(\"HU Histogram\", \"table=true\"); close();\n" +
			"run(\"Apply Lung Window\", \"preset=[Mediastinum (W 400, L 40)]\");\n" + last +
			"run(\"Apply Lung Window\", \"mode=[8-bit image]\"); print(is(\"Virtual Stack\"));\n" + last +
			"run(\"Convert to HU\");\n", "");
		final int value = stored(200, slices - 1, slices);
		final int level = (int) Math.floor(((value - 1024 + 600.5) / 1499 + 0.5) * 255 + 0.5);
		final List<String> wanted = new ArrayList<>(List.of(slices + " 1", "" + value));
		final List<String> printed = new ArrayList<>(result.out().lines().toList());
		assertEquals(wanted, printed.subList(0, 2), result::toString);
		assertEquals(List.of("1", "" + (value - 1024), "-1350 149", "" + (value - 1024), "-160 239", "1", "" + Math.min(
			255, level), "0 255"), printed.subList(3, 11), result::toString);
		assertEquals(11, printed.size(), result::toString);
	}
}
