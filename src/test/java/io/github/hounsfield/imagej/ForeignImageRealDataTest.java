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
package io.github.hounsfield.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.plugin.FolderOpener;
import io.github.hounsfield.RealData;
import io.github.hounsfield.dicom.Tag;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.open.SeriesOpener;
import io.github.hounsfield.imagej.pixels.HeaderText;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.imagej.pixels.ImageValues;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.series.Series;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Images that ImageJ's own DICOM reader opened, and TIFF files of those and of ours: HU are the same as of this suite's
 * own images, or the image is refused.
 */
class ForeignImageRealDataTest {

	private static final Workers WORKERS = Workers.threads(2);
	private static final HuConversion KEEP = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).withForce(true);

	private static Path data;

	@TempDir
	private Path folder;

	@BeforeAll
	static void findData() {
		data = RealData.folder();
	}

	/** HU, or the reason why there are none. */
	private record Outcome(ImagePlus hu, String refusal) {

		static Outcome of(final ImagePlus image) {
			try {
				final ImageValues values = ImageValues.of(image);
				return new Outcome(values.isInHu() ? image : KEEP.convert(image, WORKERS), "");
			}
			catch (final ImageException e) {
				return new Outcome(null, e.getMessage());
			}
		}
	}

	private ImagePlus tiff(final ImagePlus image) {
		final String file = folder.resolve("saved.tif").toString();
		if (image.getStackSize() > 1) new FileSaver(image).saveAsTiffStack(file);
		else new FileSaver(image).saveAsTiff(file);
		return IJ.openImage(file);
	}

	private static double largestDifference(final ImagePlus a, final ImagePlus b) {
		assertEquals(a.getStackSize(), b.getStackSize());
		double largest = 0;
		for (int z = 1; z <= a.getStackSize(); z++)
			for (int i = 0; i < a.getWidth() * a.getHeight(); i++) {
				final double wanted = a.getStack().getProcessor(z).getf(i);
				final double found = b.getStack().getProcessor(z).getf(i);
				final double scale = Math.max(1, Math.abs(wanted));
				largest = Math.max(largest, Math.abs(wanted - found) / scale);
			}
		return largest;
	}

	/** Other slopes make ImageJ run menu commands, for which it needs a window or a patch: see CommandRealDataTest. */
	private static boolean opensWithoutCommands(final ImagePlus ours) {
		final double[] slope = HeaderText.parse(ours.getInfoProperty()).numbers(Tag.RescaleSlope);
		return slope.length == 0 || slope[0] == 1;
	}

	@Test
	void aSliceThatImageJOpenedConvertsToTheSameHuOrIsRefused() throws IOException {
		int same = 0;
		int refused = 0;
		for (final Path file : files("rescale", "series/ct-3slice", "series/mr-varying-rescale",
			"series/head-tilt-variable-spacing", "series/mr-16"))
		{
			final Series series = single(file);
			final ImagePlus ours = SeriesOpener.DEFAULT.open(series).image();
			final Outcome wanted = Outcome.of(ours);
			final List<ImagePlus> images = new ArrayList<>(List.of(tiff(ours)));
			final ImagePlus theirs = opensWithoutCommands(ours) ? IJ.openImage(file.toString()) : null;
			if (theirs != null) images.addAll(List.of(theirs, tiff(theirs)));
			for (final ImagePlus image : images) {
				final Outcome outcome = Outcome.of(image);
				final String what = data.relativize(file) + (image == theirs ? " as ImageJ opens it" : " as TIFF");
				if (outcome.hu == null) {
					System.out.println(what + " | " + outcome.refusal);
					refused++;
					continue;
				}
				assertEquals(0, largestDifference(wanted.hu, outcome.hu), 1e-6, what);
				same++;
			}
		}
		System.out.println(same + " agree, " + refused + " are refused");
		assertTrue(same >= 100 && refused <= 9, same + " agree, " + refused + " are refused");
	}

	private static List<Path> files(final String... folders) throws IOException {
		final List<Path> files = new ArrayList<>();
		for (final String name : folders)
			try (Stream<Path> all = Files.walk(data.resolve(name))) {
				files.addAll(all.filter(Files::isRegularFile).sorted().toList());
			}
		return files;
	}

	private static Series single(final Path file) throws IOException {
		final List<Series> all = SeriesOpener.DEFAULT.scan(List.of(file)).series();
		for (final Series series : all)
			for (int i = 0; i < series.frames().size(); i++)
				if (file.getFileName().toString().equals(series.frames().get(i).instance().name())) {
					final boolean[] keep = new boolean[series.sizeZ()];
					keep[i] = true;
					return series.subset(new boolean[] { true }, keep, new boolean[] { true }, List.of());
				}
		throw new IllegalStateException("not found: " + file);
	}

	@Test
	void aSequenceThatImageJImportedConvertsToTheSameHu() throws IOException {
		for (final String name : new String[] { "series/ct-3slice", "series/chest-two-series/B40f",
			"series/head-tilt-variable-spacing", "series/mr-16" })
		{
			final Series series = SeriesOpener.DEFAULT.scan(List.of(data.resolve(name))).resolve("largest").get(0);
			final ImagePlus hu = Outcome.of(SeriesOpener.DEFAULT.open(series).image()).hu;
			final ImagePlus theirs = FolderOpener.open(data.resolve(name).toString(), "");
			for (final ImagePlus image : new ImagePlus[] { theirs, tiff(theirs) }) {
				final Outcome outcome = Outcome.of(image);
				System.out.println(name + " as a sequence, " + image.getBitDepth() + " bit" + (image == theirs ? ": "
					: ", as TIFF: ") + (outcome.hu == null ? outcome.refusal : "converted"));
				assertNotNull(outcome.hu, outcome.refusal);
				assertEquals(hu.getStackSize(), outcome.hu.getStackSize(), name);
				for (int z = 1; z <= hu.getStackSize(); z++)
					assertTrue(hasSlice(hu, outcome.hu, z), name + ": slice " + z + " has other HU than any of ours");
			}
		}
	}

	/** ImageJ sorts by Instance Number or file name: the slices are the same, not always their order. */
	private static boolean hasSlice(final ImagePlus ours, final ImagePlus theirs, final int z) {
		for (int i = 1; i <= ours.getStackSize(); i++)
			if (largestDifference(new ImagePlus("", ours.getStack().getProcessor(i)), new ImagePlus("", theirs.getStack()
				.getProcessor(z))) < 1e-6) return true;
		return false;
	}
}
