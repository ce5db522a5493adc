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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.Duplicator;
import ij.plugin.Resizer;
import ij.plugin.StackReverser;
import io.github.hounsfield.Pydicom;
import io.github.hounsfield.RealData;
import io.github.hounsfield.imagej.export.ImageResampling;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.series.Vector3;
import io.github.hounsfield.volume.Interpolation;
import io.github.hounsfield.volume.Resampling;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real series that were saved: pydicom, GDCM, DCMTK, dcm2niix, plastimatch and this suite find the values and places
 * that the images had in memory, and dciodvfy finds no more errors in them than in their sources.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SavedSeriesRealDataTest {

	private static final Workers WORKERS = Workers.threads(2);

	/** Series of one channel and time with places, CT, MR and PET, classic and Enhanced. */
	private static final List<String> SERIES = List.of("series/chest-two-series", "series/ct-3slice",
		"series/ct-gantry-tilt", "series/ct-irregular-increment", "series/head-tilt-variable-spacing", "series/mr-16",
		"series/mr-jpegls", "series/mr-rle", "dicomdir/three-patients",
		"multiframe/mf-23x38x3-single-frames", "multiframe/eCT_Supplemental.dcm", "multiframe/mf-23x38x3.dcm",
		"multiframe/mr_brucker.dcm", "multiframe/siemens-xa10-6frames.dcm", "rescale");

	private final Map<String, Path> sources = new TreeMap<>();
	private final Map<String, ImagePlus> images = new TreeMap<>();
	private final List<String> lines = new ArrayList<>();

	private Path folder;

	@BeforeAll
	void saveAll(@TempDir final Path temporary) throws IOException {
		folder = temporary;
		for (final String name : SERIES)
			for (final Series series : SeriesOpener.DEFAULT.scan(List.of(RealData.folder().resolve(name))).series()) {
				final ImagePlus image = SeriesOpener.DEFAULT.open(series).image();
				final boolean placed = series.geometry().isPositioned();
				if (image.getBitDepth() != 24 && placed) save(image, Path.of(series.dataSet().source()), "");
			}
		forms();
	}

	/** What the suite and ImageJ make of a chest. */
	private void forms() throws IOException {
		final Series series = SeriesOpener.DEFAULT.scan(List.of(RealData.folder().resolve("series/chest-64"))).series().get(
			0);
		final Path source = Path.of(series.dataSet().source());
		final ImagePlus all = SeriesOpener.DEFAULT.open(series).image();
		final ImagePlus chest = new Duplicator().run(all, 20, 25);
		save(chest, source, "volume");
		final ImagePlus hu = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.NAN).convert(
			chest, WORKERS);
		save(hu, source, "volume");
		save(HuConversion.to(HuConversion.Output.SIGNED, PaddingMode.AIR).convert(chest, WORKERS),
			source, "volume");
		final ImagePlus reversed = new Duplicator().run(hu);
		new StackReverser().flipStack(reversed);
		reversed.setRoi(100, 60, 301, 200);
		save(crop(reversed), source, "volume");
		final ImagePlus resampled = new ImageResampling(hu, Resampling.to(new Vector3(1, 1, 1),
			Interpolation.LINEAR)).resample(WORKERS);
		save(resampled, source, "volume", 0.05);
	}

	/** Image > Crop. */
	private static ImagePlus crop(final ImagePlus image) {
		WindowManager.setTempCurrentImage(image);
		try {
			new Resizer().run("crop");
			return image;
		}
		finally {
			WindowManager.setTempCurrentImage(null);
		}
	}

	private void save(final ImagePlus image, final Path source, final String tools) throws IOException {
		save(image, source, tools, 0);
	}

	private void save(final ImagePlus image, final Path source, final String tools, final double step)
		throws IOException
	{
		final Path to = folder.resolve("saved-" + lines.size());
		lines.add(SavedSeries.save(image, to, step, tools));
		sources.put(to.toString(), source);
		images.put(to.toString(), image);
	}

	@Test
	void otherToolsFindTheSameValuesAndPlaces() throws IOException, InterruptedException {
		Pydicom.assumePresent();
		final List<String> said = Pydicom.run(getClass(), "saved.py", String.join("\n", lines));
		assertEquals(List.of(), said.stream().filter(line -> !line.startsWith("skipped") && !line.startsWith("compared"))
			.toList());
		assertEquals("compared " + lines.size(), said.get(said.size() - 1));
		assertTrue(lines.size() > 20, lines.size() + " series");
	}

	@Test
	void noMoreErrorsThanInTheSource() throws IOException, InterruptedException {
		Assumptions.assumeTrue(Conformance.isPresent(), "dciodvfy (dicom3tools) is not installed");
		for (final Map.Entry<String, Path> entry : sources.entrySet()) {
			final List<String> found = Conformance.errors(Path.of(entry.getKey(), "IM-00001.dcm"));
			final List<String> before = Conformance.errors(entry.getValue());
			assertTrue(found.size() <= before.size(), entry.getValue() + ": " + found + " in place of " + before);
		}
	}
}
