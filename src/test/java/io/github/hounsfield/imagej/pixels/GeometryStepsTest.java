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
package io.github.hounsfield.imagej.pixels;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.StackReverser;
import io.github.hounsfield.imagej.Slices;
import io.github.hounsfield.series.DicomFixture;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Moves of pixels that leave size and spacing as they were are seen: Scale in place, what is made from flipped images,
 * and sheared stacks after Reverse and Crop. Slices are 4 x 3 pixels of 0.5 x 0.7 mm, from (-10, 20, 0) on 2 mm apart;
 * positions are computed by hand.
 */
class GeometryStepsTest extends StackPlaces {

	/** What is made from a flipped image lies where that lies, and its labels say so in other images too. */
	@Test
	void whatIsMadeFromAFlippedImageIsRefusedToo() throws IOException {
		final ImagePlus image = four();
		for (int n = 1; n <= 4; n++)
			image.getStack().getProcessor(n).flipHorizontal();
		final ImagePlus copy = Images.like(image, "copy", image.duplicate().getStack());
		assertTrue(refusal(copy).contains("flipped horizontally"), refusal(copy));
		final ImagePlus again = new ImagePlus("again", copy.getStack());
		again.setCalibration(copy.getCalibration());
		assertTrue(refusal(again).contains("flipped horizontally"), refusal(again));
		for (int n = 1; n <= 4; n++)
			image.getStack().getProcessor(n).flipHorizontal();
		assertPlace(Images.like(image, "copy", image.duplicate().getStack()), -10, 20, 0, 2);
	}

	/** Scale asks nobody: without a new window it shrinks the pixels in place, and size and spacing stay. */
	@Test
	void aScaleInPlaceIsNotedAndOneToANewImageIsNot() throws IOException {
		GeometrySteps.watch();
		final ij.CommandListener listener = GeometrySteps.listener();
		final ImagePlus image = four();
		WindowManager.setTempCurrentImage(image);
		listener.commandExecuting("Scale...");
		assertPlace(image, -10, 20, 0, 2);
		listener.commandExecuting("Scale...");
		for (int n = 1; n <= 4; n++) {
			image.getStack().getProcessor(n).setBackgroundValue(0);
			image.getStack().getProcessor(n).scale(0.5, 0.5);
		}
		final ImagePlus copy = image.duplicate();
		assertTrue(refusal(copy).contains("went through Scale"), refusal(copy));
		listener.commandExecuting("Invert");
		assertTrue(refusal(image).contains("went through Scale"), refusal(image));
	}

	/**
	 * Rows of a sheared stack begin elsewhere in each slice: here each lies 0.3 mm, which is 3/7 of a row, farther down.
	 */
	@Test
	void slicesOfAShearedStackAreFoundAfterReverseAndCrop() throws IOException {
		final DicomFixture[] slices = new DicomFixture[4];
		for (int z = 0; z < 4; z++)
			slices[z] = Slices.ct(z).position("-10\\" + (20 + 0.3 * z) + "\\" + 2 * z);
		final ImagePlus image = open(slices);
		WindowManager.setTempCurrentImage(image);
		new StackReverser().flipStack(image);
		assertAt(-10, 20.9, 6, ImageGeometry.of(image).positions().get(0));
		cropped(image, 1, 1, 2, 2);
		assertAt(-9.5, 20.9 + 0.7, 6, ImageGeometry.of(image).positions().get(0));
		assertAt(-9.5, 20 + 0.7, 0, ImageGeometry.of(image).positions().get(3));
		image.getStack().deleteSlice(4);
		assertTrue(refusal(image).contains("lost where it lies"), "the slice that gave the origin is gone");
	}

	@Test
	void aShearedStackWithoutItsFirstSliceIsNotSaidToBeCropped() throws IOException {
		final DicomFixture[] slices = new DicomFixture[4];
		for (int z = 0; z < 4; z++)
			slices[z] = Slices.ct(z).position("-10\\" + (20 + 0.3 * z) + "\\" + 2 * z);
		final ImagePlus image = open(slices);
		image.getStack().deleteSlice(1);
		assertTrue(refusal(image).contains("the first, was taken out"), refusal(image));
		final ImagePlus last = open(slices);
		last.getStack().deleteSlice(4);
		assertAt(-10, 20, 0, ImageGeometry.of(last).positions().get(0));
	}

	/** Each slice lies a whole row farther down, so that a crop of another slice would have the same origin. */
	@Test
	void aCropOfAStackShearedByWholePixelsIsNotGuessed() throws IOException {
		final DicomFixture[] slices = new DicomFixture[3];
		for (int z = 0; z < 3; z++)
			slices[z] = Slices.ct(z).position("-10\\" + (20 + 0.7 * z) + "\\" + 2 * z);
		final ImagePlus image = open(slices);
		assertAt(-10, 20, 0, ImageGeometry.of(image).positions().get(0));
		cropped(image, 1, 1, 2, 1);
		image.getStack().deleteSlice(1);
		assertTrue(refusal(image).contains("lost where it lies"), refusal(image));
	}

	@Test
	void aFlipThatWasCanceledIsNone() throws IOException {
		GeometrySteps.watch();
		final ImagePlus image = four();
		WindowManager.setTempCurrentImage(image);
		GeometrySteps.listener().commandExecuting("Flip Horizontally");
		assertPlace(image, -10, 20, 0, 2);
	}
}
