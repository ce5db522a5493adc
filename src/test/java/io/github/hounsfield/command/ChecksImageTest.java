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

import ij.ImagePlus;
import ij.process.ColorProcessor;
import io.github.hounsfield.host.ChecksImage;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.sample.CtSeriesWriter;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Proves that each action which works on an image refuses, before its dialog, one that it cannot use whatever a person
 * would answer, and lets one pass that it can. Also tests {@code MeasureLungDensity}, {@code PlotHuHistogram},
 * {@code ExportVolume}, {@code LungMask} and {@code SaveAsDicom}.
 */
class ChecksImageTest {

	private static ImagePlus chest;

	@BeforeAll
	static void open(@TempDir final Path folder) throws IOException {
		new CtSeriesWriter(32, 3, 12, 20, 5, 1).write(folder);
		chest = SeriesOpener.DEFAULT.open(SeriesOpener.DEFAULT.scan(List.of(folder)).series().get(0)).image();
	}

	private static ChecksImage command(final String name, final ImagePlus image) throws ReflectiveOperationException {
		final Object command = Class.forName("io.github.hounsfield.command." + name).getConstructor().newInstance();
		final Field field = command.getClass().getDeclaredField("image");
		field.setAccessible(true);
		field.set(command, image);
		return (ChecksImage) command;
	}

	@ParameterizedTest
	@CsvSource({ "ConvertToHu", "ApplyLungWindow", "PlotHuHistogram", "LungMask", "MeasureLungDensity", "NormalizeHu",
		"ResampleVolume", "SaveAsDicom", "ImportRtstruct" })
	void aPhotographIsRefused(final String name) throws ReflectiveOperationException {
		final ImagePlus photograph = new ImagePlus("holiday", new ColorProcessor(4, 4));
		assertTrue(command(name, photograph).refusal().orElse("").contains("holiday"), name);
	}

	@ParameterizedTest
	@CsvSource({ "ConvertToHu", "ApplyLungWindow", "PlotHuHistogram", "LungMask", "MeasureLungDensity", "ResampleVolume",
		"ExportVolume", "SaveAsDicom", "ImportRtstruct" })
	void aChestPasses(final String name) throws ReflectiveOperationException {
		assertEquals("", command(name, chest).refusal().orElse(""));
	}

	@ParameterizedTest
	@CsvSource({ "ResampleVolume", "ExportVolume", "SaveAsDicom", "ImportRtstruct" })
	void aChestThatLostItsPlaceIsRefused(final String name) throws ReflectiveOperationException {
		final ImagePlus scaled = chest.duplicate();
		scaled.setTitle("scaled");
		scaled.getCalibration().pixelWidth = 3;
		assertTrue(command(name, scaled).refusal().orElse("").contains("'scaled'"), name);
	}
}
