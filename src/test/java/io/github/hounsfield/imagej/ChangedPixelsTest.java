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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.io.FileSaver;
import ij.plugin.ContrastEnhancer;
import ij.plugin.FolderOpener;
import ij.plugin.StackCombiner;
import ij.plugin.ZProjector;
import ij.plugin.filter.LutApplier;
import ij.process.ImageProcessor;
import io.github.hounsfield.imagej.hu.HistogramPart;
import io.github.hounsfield.imagej.hu.HuConversion;
import io.github.hounsfield.imagej.hu.HuPlot;
import io.github.hounsfield.imagej.hu.ImageWindowing;
import io.github.hounsfield.imagej.pixels.ImageException;
import io.github.hounsfield.intensity.PaddingMode;
import io.github.hounsfield.intensity.Rescale;
import io.github.hounsfield.intensity.WindowPreset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Pixels that are not what their header says are refused, and HU that no CT has are doubted. Proves PixelDigest and
 * PlausibleHu. Slices are 4 x 3 ramps; their rescales, and so their HU, differ.
 */
class ChangedPixelsTest extends DifferingSlices {

	/** Insert and filters leave labels as they are; the digest in them is that of other pixels. */
	@Test
	void pixelsThatAreNotThoseOfTheFileAreRefused() throws IOException {
		final ImagePlus image = differing();
		image.getStack().getProcessor(3).set(5, 7);
		assertTrue(refusal(image).contains("the pixels of slice 3 of 'CT series' are not those of its file any more"),
			refusal(
			image));
		assertThrows(ImageException.class, () -> HuPlot.of(image, WORKERS));
		assertThrows(ImageException.class, () -> new ImageWindowing(image).toBytes(slice -> WindowPreset.LUNG.window(),
			WORKERS));
		final HuConversion forced = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).withForce(true);
		assertEquals(7 * 0.5f - 500, forced.convert(image, WORKERS).getStack().getProcessor(3).getf(5));
		final String tiff = folder.resolve("changed.tif").toString();
		new FileSaver(image).saveAsTiff(tiff);
		assertTrue(refusal(IJ.openImage(tiff)).contains("not those of its file any more"));
	}

	/** Enhance Contrast with normalize and with equalize, Multiply, Apply LUT. */
	@Test
	void valuesThatWereStretchedAreRefused() throws IOException {
		final ImagePlus multiplied = equal(Slices.ct(0), Slices.ct(1));
		for (int z = 1; z <= 2; z++)
			multiplied.getStack().getProcessor(z).multiply(40);
		assertTrue(refusal(multiplied).contains("not those of its file any more"), refusal(multiplied));
		final ImagePlus normalized = equal(Slices.ct(0));
		final ContrastEnhancer normalize = new ContrastEnhancer();
		normalize.setNormalize(true);
		normalize.stretchHistogram(normalized, 0.3);
		assertTrue(refusal(normalized).contains("not those of its file any more"), refusal(normalized));
		final ImagePlus equalized = equal(Slices.ct(0));
		new ContrastEnhancer().equalize(equalized);
		assertTrue(refusal(equalized).contains("not those of its file any more"), refusal(equalized));
		final ImagePlus applied = equal(Slices.ct(0));
		applied.setDisplayRange(0, 20);
		final LutApplier applyLut = new LutApplier();
		applyLut.setup("", applied);
		applyLut.run(applied.getProcessor());
		assertEquals(65535, applied.getProcessor().maxValue(), "the LUT was applied");
		assertTrue(refusal(applied).contains("not those of its file any more"), refusal(applied));
	}

	@Test
	void whatKeepsThePixelsOfASliceTogetherKeepsItsRescale() throws IOException {
		final ImagePlus flipped = differing();
		for (int z = 1; z <= 4; z++)
			flipped.getStack().getProcessor(z).flipHorizontal();
		assertEquals(hu(1, 0), KEEP.convert(flipped, WORKERS).getStack().getProcessor(2).getf(3, 0));
		flipped.setRoi(1, 0, 2, 3);
		final ImagePlus cropped = flipped.crop("stack");
		assertEquals(hu(1, 2), KEEP.convert(cropped, WORKERS).getStack().getProcessor(2).getf(0, 0));
		final String tiff = folder.resolve("same.tif").toString();
		new FileSaver(differing()).saveAsTiff(tiff);
		assertSlices(IJ.openImage(tiff), 0, 1, 2, 3);
	}

	@Test
	void slicesSideBySideAreRefused() throws IOException {
		final ImagePlus first = equal(Slices.ct(0), Slices.ct(1));
		final ImagePlus second = equal(Slices.ct(0).text(0x00281052, "DS", "0"), Slices.ct(1).text(0x00281052, "DS", "0"));
		final ImagePlus combined = first.createImagePlus();
		combined.setStack("Combined Stacks", new StackCombiner().combineHorizontally(first.getStack(), second.getStack()));
		assertTrue(refusal(combined).contains("8 x 3 pixels, 4 x 3 in the header"), refusal(combined));
		final ImagePlus one = equal(Slices.ct(0));
		final ImagePlus other = equal(Slices.ct(1));
		final ImagePlus below = one.createImagePlus();
		below.setStack("Combined Stacks", new StackCombiner().combineVertically(one.getStack(), other.getStack()));
		assertTrue(refusal(below).contains("is larger than its header says: 4 x 6 pixels, 4 x 3 in the header"), refusal(
			below));
	}

	/** Slope and intercept by hand would be applied to what ImageJ has applied them to already. */
	@Test
	void noAdviceLeadsToARescaleThatWasDone() throws IOException {
		final HuConversion byHand = HuConversion.to(HuConversion.Output.FLOAT, PaddingMode.KEEP).withRescale(
			Optional.of(new Rescale(1,
			-1024)));
		for (final String method : List.of("median", "sum")) {
			final ImagePlus ours = ZProjector.run(equal(Slices.ct(0), Slices.ct(1), Slices.ct(2)), method);
			final String reason = refusal(ours);
			assertTrue(reason.contains("run Convert to HU on that image before") && !reason.contains("by hand"), reason);
			assertThrows(ImageException.class, () -> byHand.convert(ours, WORKERS));
			final ImagePlus theirs = ZProjector.run(FolderOpener.open(files(Slices.ct(0), Slices.ct(1), Slices.ct(2))
				.toString()), method);
			assertTrue(refusal(theirs).contains("run Convert to HU on the image that it was made from"), refusal(theirs));
		}
		Prefs.ignoreRescaleSlope = true;
		try {
			final ImagePlus ignored = FolderOpener.open(files(Slices.ct(0).text(0x00281053, "DS", "2"), Slices.ct(1).text(
				0x00281053, "DS", "2")).toString());
			assertTrue(refusal(ignored).contains("open the file with Open DICOM Series"), refusal(ignored));
		}
		finally {
			Prefs.ignoreRescaleSlope = false;
		}
	}

	@Test
	void huThatNoCtHasAreDoubted() throws IOException {
		final List<String> doubts = new ArrayList<>();
		final ImagePlus steep = equal(Slices.ct(0), Slices.ct(9).text(0x00281053, "DS", "4"));
		final ImagePlus hu = KEEP.convert(steep, WORKERS, doubts::add);
		assertEquals(1, doubts.size());
		assertTrue(doubts.get(0).startsWith("the pixels of slice 2 of 'CT series' hold HU from 34976.0 to 35020.0"), doubts
			.get(0));
		doubts.clear();
		HuPlot.of(hu, HistogramPart.ALL, WORKERS, doubts::add);
		assertTrue(doubts.get(0).contains("hold HU from -1024.0 to 35020.0"), doubts.get(0));
		doubts.clear();
		KEEP.convert(equal(Slices.ct(0), Slices.ct(1)), WORKERS, doubts::add);
		assertEquals(List.of(), doubts);
		final ImagePlus unit = KEEP.convert(equal(Slices.ct(1)), WORKERS);
		final ImageProcessor pixels = unit.getProcessor();
		for (int i = 0; i < 12; i++)
			pixels.setf(i, i / 11f);
		HuPlot.of(unit, HistogramPart.ALL, WORKERS, doubts::add);
		assertTrue(doubts.get(0).contains("may have been normalized"), doubts.get(0));
		assertTrue(new ImageWindowing(unit).requireHu().get(0).contains("may have been normalized"));
	}
}
