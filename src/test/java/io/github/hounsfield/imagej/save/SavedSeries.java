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
package io.github.hounsfield.imagej.save;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import io.github.hounsfield.imagej.pixels.ImageGeometry;
import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Saves images for tests, and writes beside them what an independent reader must find: the values in memory. */
final class SavedSeries {

	private SavedSeries() {}

	static SaveOptions options() {
		return SaveOptions.of("", "", "");
	}

	/**
	 * Saves an image of one channel and time into a new folder.
	 *
	 * @param step how far values may be off
	 * @param tools {@code volume} where tools that make volumes are asked too
	 * @return a line for {@code saved.py}
	 */
	static String save(final ImagePlus image, final Path folder, final double step, final String tools)
		throws IOException
	{
		new ImageSave(image, options()).write(folder.toString(), Workers.threads(2));
		final Path numbers = folder.resolveSibling(folder.getFileName() + ".f64");
		Files.write(numbers, numbers(image));
		return String.join("\t", folder.toString(), numbers.toString(), "" + image.getStackSize(), "" + image.getHeight(),
			"" +
			image.getWidth(), "" + step, tools);
	}

	private static byte[] numbers(final ImagePlus image) {
		final ImageGeometry geometry = ImageGeometry.of(image);
		final int depth = image.getStackSize();
		final int pixels = image.getWidth() * image.getHeight();
		final ByteBuffer numbers = ByteBuffer.allocate(8 * (8 + 3 * depth + depth * pixels)).order(ByteOrder.LITTLE_ENDIAN);
		put(numbers, geometry.rowCosines());
		put(numbers, geometry.columnCosines());
		numbers.putDouble(geometry.spacingX()).putDouble(geometry.spacingY());
		final Integer[] order = IntStream.range(0, depth).boxed().toArray(Integer[]::new);
		Arrays.sort(order, Comparator.comparingDouble(z -> geometry.toPatient(0, 0, z).dot(geometry.normal())));
		for (final int z : order)
			put(numbers, geometry.toPatient(0, 0, z));
		final Calibration calibration = image.getCalibration();
		for (final int z : order) {
			final ImageProcessor plane = image.getStack().getProcessor(z + 1);
			for (int i = 0; i < pixels; i++)
				numbers.putDouble(plane.getBitDepth() == 32 ? plane.getf(i) : calibration.getCValue(plane.get(i)));
		}
		return numbers.array();
	}

	private static void put(final ByteBuffer numbers, final Vector3 v) {
		numbers.putDouble(v.x()).putDouble(v.y()).putDouble(v.z());
	}
}
