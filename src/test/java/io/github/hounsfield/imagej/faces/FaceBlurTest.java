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
package io.github.hounsfield.imagej.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.hounsfield.haar.DetectionParameters;
import io.github.hounsfield.haar.FaceDetector;
import io.github.hounsfield.haar.Grey;
import io.github.hounsfield.haar.ShippedCascade;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Faces of a public-domain photograph; its face is at 176, 65 and 98 pixels wide, as OpenCV finds it. Also tests
 * {@code BlurredCopy} and {@code SearchedSlices}.
 */
class FaceBlurTest {

	private static final int MARGIN = 20;

	private static FaceBlur blur;
	private static ImageProcessor photograph;

	@BeforeAll
	static void loads() throws IOException {
		final FaceDetector detector = new FaceDetector(ShippedCascade.FRONTALFACE_ALT.load(), new DetectionParameters(1.1, 5,
			30, 30, 0, 0));
		blur = new FaceBlur(new FaceSearch(detector), MARGIN, 8);
		photograph = new ColorProcessor(ImageIO.read(FaceBlurTest.class.getResource(
			"/io/github/hounsfield/sample/astronaut.png")));
	}

	private static FaceBlur.Blurred blur(final ImagePlus image, final boolean all) {
		return blur.blur(image, all, Workers.serial());
	}

	/** What Detect Faces does with the current slice. */
	private static void detect(final ImagePlus image, final FaceSearch search) {
		final List<Integer> slices = List.of(image.getCurrentSlice());
		DetectionRois.show(image, DetectionRois.rois(image, search.in(image, slices, Workers.serial()), search
			.name()), slices);
		DetectionRois.noteSearch(image, slices, search);
	}

	private static ImagePlus photograph(final int bits) {
		final ImagePlus image = new ImagePlus("photograph.png", photograph.duplicate());
		if (bits == 24) return image;
		final ImageProcessor grey = new ByteProcessor(photograph.getWidth(), photograph.getHeight());
		for (int i = 0; i < grey.getPixelCount(); i++)
			grey.set(i, Grey.of(photograph.get(i) >> 16 & 0xFF, photograph.get(i) >> 8 & 0xFF, photograph.get(i) & 0xFF));
		if (bits == 8) image.setProcessor(grey);
		else image.setProcessor(bits == 16 ? grey.convertToShort(false) : grey.convertToFloat());
		if (bits > 8) image.setDisplayRange(0, 255);
		return image;
	}

	private static int at(final ImageProcessor processor, final int x, final int y) {
		return processor.get(x, y);
	}

	/** Region with its margin of ceil(19.6) = 20: x 156 to 293, y 45 to 182; blocks of ceil(138 / 8) = 18. */
	private static void assertMosaic(final ImageProcessor before, final ImageProcessor after) {
		for (int y = 45; y <= 182; y++)
			for (int x = 156; x <= 293; x++)
				assertEquals(at(after, 156 + (x - 156) / 18 * 18, 45 + (y - 45) / 18 * 18), at(after, x, y), x + "," + y);
		assertNotEquals(at(after, 200, 100), at(after, 230, 100), "a mosaic, not one colour");
		for (int y = 0; y < before.getHeight(); y++)
			for (int x = 0; x < before.getWidth(); x++)
				if (x < 156 || x > 293 || y < 45 || y > 182) assertEquals(at(before, x, y), at(after, x, y), x + "," + y);
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void findsAndBlursInEveryTypeAndKeepsTheOriginal(final int bits) {
		final ImagePlus image = photograph(bits);
		final ImageProcessor before = image.getProcessor().duplicate();
		final FaceBlur.Blurred blurred = blur(image, false);
		assertEquals(1, blurred.faces());
		assertEquals(bits, blurred.image().getBitDepth());
		assertEquals("Blurred photograph.png", blurred.image().getTitle());
		assertMosaic(before, blurred.image().getProcessor());
		assertNull(blurred.image().getOverlay());
		for (int i = 0; i < before.getPixelCount(); i++)
			assertEquals(before.get(i), image.getProcessor().get(i));
	}

	@Test
	void takesTheRectanglesOfADetectionAndThoseDrawnByHand() {
		final ImagePlus image = photograph(24);
		detect(image, blur.search());
		final Overlay overlay = image.getOverlay();
		overlay.get(0).setLocation(10, 20);
		overlay.add(new Roi(300, 300, 40, 40));
		overlay.add(new TextRoi(5, 5, "a note"));
		image.setOverlay(overlay);
		final FaceBlur.Blurred blurred = blur(image, true);
		assertEquals(2, blurred.faces(), "no new search where a detection is marked");
		final ImageProcessor after = blurred.image().getProcessor();
		assertEquals(at(photograph, 220, 110), at(after, 220, 110));
		assertEquals(at(after, 0, 0), at(after, 15, 15));
		assertEquals(at(after, 292, 292), at(after, 292 + 6, 292 + 6));
		assertEquals(1, blurred.image().getOverlay().size(), "the note stays, the rectangles go");
		assertEquals(3, image.getOverlay().size());
	}

	/** ImageJ leaves the overlay where it was when it moves the pixels: the face must not stay. */
	@ParameterizedTest
	@ValueSource(strings = { "flip horizontally", "flip vertically", "half the size", "shifted" })
	void aDetectionOnOtherPixelsIsLeftOutAndTheSliceSearchedAgain(final String what) {
		final ImagePlus image = photograph(24);
		detect(image, blur.search());
		final ImageProcessor pixels = image.getProcessor();
		switch (what) {
			case "flip horizontally" -> pixels.flipHorizontal();
			case "flip vertically" -> pixels.flipVertical();
			case "half the size" -> image.setProcessor(pixels.resize(256, 256));
			default -> pixels.translate(150, 150);
		}
		final FaceBlur.Blurred blurred = blur(image, false);
		assertEquals(1, blurred.stale());
		assertTrue(blurred.notes().get(0).startsWith("1 box of an earlier search was left out"), blurred.notes()::toString);
		final FaceBlur.Blurred fresh = blur(new ImagePlus("", image.getProcessor()), false);
		assertEquals(fresh.faces(), blurred.faces());
		for (int i = 0; i < image.getProcessor().getPixelCount(); i++)
			assertEquals(fresh.image().getProcessor().get(i), blurred.image().getProcessor().get(i));
	}

	@Test
	void aSliceThatCameFromElsewhereIsSearchedAgain() {
		final ImageStack stack = new ImageStack();
		stack.addSlice("face", photograph.duplicate());
		stack.addSlice("empty", new ColorProcessor(photograph.getWidth(), photograph.getHeight()));
		final ImagePlus image = new ImagePlus("stack", stack);
		detect(image, blur.search());
		stack.setProcessor(stack.getProcessor(2).duplicate(), 1);
		stack.setProcessor(photograph.duplicate(), 2);
		final FaceBlur.Blurred blurred = blur(image, true);
		assertEquals(1, blurred.stale());
		assertEquals(Map.of(1, 0, 2, 1), blurred.bySlice());
		assertMosaic(photograph, blurred.image().getStack().getProcessor(2));
	}

	/** A search of a part, or with other parameters, is no search of the whole slice. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aSearchOfAPartOrForSomethingElseDoesNotKeepFromSearching(final boolean part) throws IOException {
		final ImagePlus image = photograph(24);
		if (part) {
			image.setOverlay(new Overlay());
			image.setRoi(300, 300, 100, 100);
			detect(image, blur.search());
			image.deleteRoi();
		}
		else detect(image, new FaceSearch(new FaceDetector(ShippedCascade.EYE.load(),
			DetectionParameters.DEFAULTS)).withName("Eye"));
		final FaceBlur.Blurred blurred = blur(image, false);
		assertNotEquals(at(photograph, 190, 80), at(blurred.image().getProcessor(), 190, 80));
		if (!part) assertTrue(blurred.searched() == 1 && blurred.notes().get(0).contains("another cascade"), blurred.notes()
			::toString);
	}

	@Test
	void oneBoxThatIsDeletedByHandIsNotFoundAgain() {
		final ImagePlus image = photograph(24);
		detect(image, blur.search());
		image.setOverlay(null);
		assertEquals(0, blur(image, false).faces(), "the slice was searched, and somebody took the box away");
	}

	@Test
	void solidLeavesOneColour() {
		final ImageProcessor after = new FaceBlur(blur.search(), MARGIN, 1).blur(photograph(24), false, Workers
			.serial()).image().getProcessor();
		for (int y = 45; y <= 182; y++)
			for (int x = 156; x <= 293; x++)
				assertEquals(at(after, 156, 45), at(after, x, y));
	}

	@Test
	void aRectangleDrawnByHandDoesNotKeepFromSearching() {
		final ImagePlus image = photograph(24);
		image.setOverlay(new Overlay(new Roi(300, 300, 40, 40)));
		assertEquals(2, blur(image, false).faces());
	}

	@Test
	void theCurrentSliceAloneIsCopiedUnlessAllAreAsked() {
		final ImageStack stack = new ImageStack();
		stack.addSlice("empty", new ColorProcessor(photograph.getWidth(), photograph.getHeight()));
		stack.addSlice("face", photograph.duplicate());
		stack.addSlice("face again", photograph.duplicate());
		final ImagePlus image = new ImagePlus("stack", stack);
		image.setSlice(2);
		final FaceBlur.Blurred one = blur(image, false);
		assertEquals(1, one.image().getStackSize());
		assertMosaic(photograph, one.image().getProcessor());
		final FaceBlur.Blurred all = blur(image, true);
		assertEquals(2, all.faces());
		assertEquals(3, all.image().getStackSize());
		assertEquals("face again", all.image().getStack().getSliceLabel(3));
		assertMosaic(photograph, all.image().getStack().getProcessor(2));
		assertMosaic(photograph, all.image().getStack().getProcessor(3));
	}

	@Test
	void aDetectionOnOneSliceIsNotBlurredOnAnother() {
		final ImageStack stack = new ImageStack();
		stack.addSlice(photograph.duplicate());
		stack.addSlice(photograph.duplicate());
		final ImagePlus image = new ImagePlus("stack", stack);
		detect(image, blur.search());
		image.getOverlay().get(0).setLocation(300, 300);
		final FaceBlur.Blurred blurred = blur(image, true);
		assertEquals(at(photograph, 220, 110), at(blurred.image().getStack().getProcessor(1), 220, 110));
		assertMosaic(photograph, blurred.image().getStack().getProcessor(2));
	}

	@Test
	void allChannelsOfASliceAreBlurred() {
		final ImageStack stack = new ImageStack();
		stack.addSlice(photograph(8).getProcessor());
		stack.addSlice(photograph(8).getProcessor());
		final ImagePlus image = new CompositeImage(new ImagePlus("two channels", stack));
		image.setDimensions(2, 1, 1);
		detect(image, blur.search());
		final ImagePlus blurred = blur(image, false).image();
		assertTrue(blurred.isComposite());
		assertEquals(2, blurred.getNChannels());
		assertMosaic(stack.getProcessor(1), blurred.getStack().getProcessor(1));
		assertMosaic(stack.getProcessor(2), blurred.getStack().getProcessor(2));
	}

	@Test
	void anImageWithAColourTableBecomesRgb() {
		final ByteProcessor indexed = (ByteProcessor) photograph.convertToByte(false);
		final byte[] ramp = new byte[256];
		for (int i = 0; i < 256; i++)
			ramp[i] = (byte) i;
		indexed.setColorModel(new java.awt.image.IndexColorModel(8, 256, ramp, ramp, new byte[256]));
		final FaceBlur.Blurred blurred = blur(new ImagePlus("indexed", indexed), false);
		assertEquals(24, blurred.image().getBitDepth());
		assertEquals(0, at(blurred.image().getProcessor(), 200, 100) & 0xFF, "no blue comes in");
	}
}
