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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.Opener;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.hounsfield.haar.Detection;
import io.github.hounsfield.haar.DetectionParameters;
import io.github.hounsfield.haar.FaceDetector;
import io.github.hounsfield.haar.ShippedCascade;
import io.github.hounsfield.work.Workers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Faces in every type of image, in regions and in stacks, and how they are shown. Also tests {@code StoredTurn},
 * {@code DetectionRois}, {@code TurnedSearch} and {@code TurnedImage}.
 */
class FaceSearchTest {

	/** What OpenCV finds in the photograph with frontalface_alt, scale 1.1, 5 neighbors, size from 30. */
	private static final List<Long> FACE = List.of(176L, 65L, 98L, 98L);

	private static FaceSearch search;
	private static ColorProcessor photograph;

	@BeforeAll
	static void read() throws IOException {
		search = new FaceSearch(new FaceDetector(ShippedCascade.FRONTALFACE_ALT.load(), DetectionParameters.DEFAULTS
			.withMinNeighbors(5).withMinSize(30, 30)));
		try (InputStream in = FaceSearchTest.class.getResourceAsStream("/io/github/hounsfield/sample/astronaut.png")) {
			photograph = new ColorProcessor(ImageIO.read(in));
		}
	}

	private static List<FaceSearch.Found> in(final ImagePlus image, final Integer... slices) {
		return search.in(image, List.of(slices), Workers.serial());
	}

	private static List<Long> box(final Detection d) {
		return List.of(d.x(), d.y(), (long) d.width(), (long) d.height());
	}

	private static ByteProcessor grey() {
		return FaceSearch.grey(new ImagePlus("", photograph), 1, new java.awt.Rectangle(512, 512));
	}

	@Test
	void aFaceIsFoundWhereOpenCvFindsItInColourAndGrey() {
		for (final ImageProcessor processor : new ImageProcessor[] { photograph, grey() }) {
			final List<FaceSearch.Found> found = in(new ImagePlus("", processor), 1);
			assertEquals(1, found.size());
			assertEquals(FACE, box(found.get(0).detection()));
		}
	}

	@Test
	void sixteenBitAndInvertedImagesAreSearchedAsTheyAreShown() {
		final ByteProcessor grey = grey();
		final ShortProcessor sixteen = new ShortProcessor(512, 512);
		for (int i = 0; i < 512 * 512; i++)
			sixteen.set(i, 1000 + 100 * grey.get(i));
		final ImagePlus image = new ImagePlus("", sixteen);
		image.setDisplayRange(1000, 1000 + 25500);
		assertEquals(1, in(image, 1).size());
		final ByteProcessor inverted = grey();
		inverted.invert();
		inverted.invertLut();
		assertEquals(FACE, box(in(new ImagePlus("", inverted), 1).get(0).detection()));
	}

	@Test
	void aRegionLimitsTheSearchAndPlacesStayThoseOfTheImage() {
		final ImagePlus image = new ImagePlus("", photograph.duplicate());
		image.setRoi(100, 20, 250, 250);
		final Detection face = in(image, 1).get(0).detection();
		assertTrue(Math.abs(face.x() - 176) <= 4 && Math.abs(face.y() - 65) <= 4, face.toString());
		image.setRoi(0, 300, 512, 212);
		assertEquals(List.of(), in(image, 1));
	}

	@Test
	void everySliceOfAStackIsSearchedWithItsOwnPixels() {
		final ImageStack stack = new ImageStack(512, 512);
		stack.addSlice(new ByteProcessor(512, 512));
		stack.addSlice(grey());
		final ImagePlus image = new ImagePlus("", stack);
		final List<FaceSearch.Found> found = in(image, 1, 2);
		assertEquals(1, found.size());
		assertEquals(2, found.get(0).slice());
		final Roi roi = DetectionRois.rois(image, found, "Face").get(0);
		assertEquals(2, roi.getPosition());
		assertEquals("Face 1 (" + found.get(0).detection().neighbors() + " neighbors)", roi.getName());
	}

	@Test
	void aNewSearchTakesThePlaceOfThatBeforeAndLeavesOtherRois() {
		final ImagePlus image = new ImagePlus("", photograph.duplicate());
		image.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
		for (int time = 0; time < 2; time++) {
			DetectionRois.show(image, DetectionRois.rois(image, in(image, 1), "Face"), List.of(1));
			assertEquals(2, image.getOverlay().size());
		}
		DetectionRois.show(image, List.of(), List.of(1));
		assertEquals(1, image.getOverlay().size());
	}

	@Test
	void rowsHoldWholePixelsAndRepeatsAreToldApart() {
		final ResultsTable table = new ResultsTable();
		final ImagePlus image = new ImagePlus("portrait", photograph);
		for (int time = 0; time < 2; time++)
			DetectionRois.tabulate(table, image, in(image, 1));
		assertEquals(2, table.size());
		assertEquals("Image\tSearch\tSlice\tBox\tX\tY\tWidth\tHeight\tNeighbors\tWeight", table.getColumnHeadings().strip());
		final String row = table.getRowAsString(0);
		assertTrue(row.contains("portrait\t1\t1\t1\t176\t65\t98\t98\t"), row);
		assertTrue(table.getRowAsString(1).contains("portrait\t2\t1\t1\t176\t65\t"), table.getRowAsString(1));
		assertEquals(176, table.getValue("X", 0));
	}

	/** A camera held upright stores the picture lying; ImageJ shows it as it is stored. */
	@ParameterizedTest
	@CsvSource({ "1, 0", "3, 180", "6, 90", "8, 270" })
	void aPhotographThatIsStoredTurnedIsSearchedUpright(final int orientation, final int degrees,
		@TempDir final Path folder) throws IOException
	{
		// clockwise turns by which a viewer brings it upright; so it is stored turned the other way
		final ImageProcessor stored = switch (degrees) {
			case 90 -> photograph.rotateLeft();
			case 180 -> photograph.rotateLeft().rotateLeft();
			case 270 -> photograph.rotateRight();
			default -> photograph.duplicate();
		};
		final Path file = folder.resolve("turned.jpg");
		Files.write(file, withOrientation(jpeg(stored), orientation));
		assertEquals(orientation, StoredTurn.orientation(file));
		final ImagePlus image = new Opener().openImage(file.toString());
		assertEquals(degrees, FaceSearch.storedTurn(image));
		final List<FaceSearch.Found> found = in(image, 1);
		assertEquals(1, found.size());
		final Detection face = found.get(0).detection();
		// the middle (224.5, 113.5) of the face that OpenCV finds, turned about the middle (255.5, 255.5)
		final double[] middle = switch (degrees) {
			case 90 -> new double[] { 113.5, 511 - 224.5 };
			case 180 -> new double[] { 511 - 224.5, 511 - 113.5 };
			case 270 -> new double[] { 511 - 113.5, 224.5 };
			default -> new double[] { 224.5, 113.5 };
		};
		assertEquals(middle[0], face.x() + (face.width() - 1) / 2.0, 6);
		assertEquals(middle[1], face.y() + (face.height() - 1) / 2.0, 6);
		image.setProcessor(image.getProcessor().rotateRight());
		assertEquals(0, FaceSearch.storedTurn(image), "turned by hand, it is not turned again");
	}

	@Test
	void headsThatLeanAreFoundWhereThatIsAskedFor() {
		final ImageProcessor leaning = photograph.duplicate();
		leaning.setInterpolationMethod(ImageProcessor.BILINEAR);
		leaning.rotate(35);
		final ImagePlus image = new ImagePlus("", leaning);
		assertEquals(List.of(), in(image, 1), "an upright search misses it");
		final FaceSearch rolled = new FaceSearch(search.detector()).withRoll(true);
		final List<FaceSearch.Found> found = rolled.in(image, List.of(1), Workers.serial());
		// the middle of the face (224.5, 113.5), seen from the middle of the picture, turned by 35 degrees clockwise
		final double angle = Math.toRadians(35);
		final double dx = 224.5 - 255.5;
		final double dy = 113.5 - 255.5;
		final Detection face = found.stream().map(FaceSearch.Found::detection).max(Comparator.comparingInt(
			Detection::neighbors)).orElseThrow();
		assertEquals(255.5 + dx * Math.cos(angle) - dy * Math.sin(angle), face.x() + (face.width() - 1) / 2.0, 12);
		assertEquals(255.5 + dx * Math.sin(angle) + dy * Math.cos(angle), face.y() + (face.height() - 1) / 2.0, 12);
	}

	private static byte[] jpeg(final ImageProcessor processor) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(processor.getBufferedImage(), "jpg", out);
		return out.toByteArray();
	}

	/** An APP1 segment behind SOI: Exif, big endian, one directory of one entry (CIPA DC-008). */
	private static byte[] withOrientation(final byte[] jpeg, final int orientation) {
		final byte[] exif = { (byte) 0xFF, (byte) 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1,
			0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0 };
		final byte[] all = new byte[jpeg.length + exif.length];
		System.arraycopy(jpeg, 0, all, 0, 2);
		System.arraycopy(exif, 0, all, 2, exif.length);
		System.arraycopy(jpeg, 2, all, 2 + exif.length, jpeg.length - 2);
		return all;
	}
}
