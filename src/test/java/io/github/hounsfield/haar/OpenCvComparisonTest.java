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
package io.github.hounsfield.haar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same rectangles, neighbors and level weights as OpenCV itself, on pictures made here. */
class OpenCvComparisonTest {

	private static final List<GreyImage> IMAGES = List.of(GreyImage.synthetic(1, 161, 120, 3), GreyImage.synthetic(2, 97,
		143, 2), GreyImage.synthetic(3, 256, 99, 3));

	@BeforeAll
	static void openCv() {
		OpenCvOracle.assumeAvailable();
	}

	static List<String> cascades() {
		return OpenCvOracle.CASCADES;
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cascades")
	void findsWhatOpenCvFinds(final String name) throws IOException {
		final Path file = OpenCvOracle.cascadeFile(name);
		try (CascadeClassifier openCv = new CascadeClassifier(file.toString())) {
			for (final GreyImage image : IMAGES)
				for (final int neighbors : new int[] { 0, 2 })
					Comparison.assertSame(CascadeReader.read(file), openCv, image, DetectionParameters.DEFAULTS.withMinNeighbors(
						neighbors), name);
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cascades")
	void readsTheOldFormatAsOpenCvDoes(final String name, @TempDir final Path directory) throws IOException {
		final Cascade cascade = CascadeReader.read(OpenCvOracle.cascadeFile(name));
		final Path old = Files.writeString(directory.resolve(name + ".xml"), OldFormatWriter.write(cascade));
		final Cascade read = CascadeReader.read(old);
		assertEquals(cascade, read);
		try (CascadeClassifier openCv = new CascadeClassifier(old.toString())) {
			assertFalse(openCv.empty());
			Comparison.assertSame(read, openCv, IMAGES.get(0), DetectionParameters.DEFAULTS.withMinNeighbors(0), name);
		}
	}

	@Test
	void readsCommentsWithHyphensAsOpenCvDoes(@TempDir final Path directory) throws IOException {
		final Path plain = OpenCvOracle.cascadeFile("frontalface_alt");
		final Path commented = Files.writeString(directory.resolve("commented.xml"), Files.readString(plain).replaceFirst(
			"<opencv_storage>", "<!--------- 20 x 20 -- faces --------->\n<opencv_storage>"));
		try (CascadeClassifier openCv = new CascadeClassifier(commented.toString())) {
			assertFalse(openCv.empty());
		}
		assertEquals(CascadeReader.read(plain), CascadeReader.read(commented));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "1.05, 0, 0, 0, 0, 0", "1.3, 1, 0, 0, 0, 0", "2, 0, 0, 0, 0, 0", "1.1, 1, 30, 30, 0, 0",
		"1.1, 0, 0, 0, 50, 50", "1.2, 0, 33, 33, 33, 33", "1.1, 0, 34, 20, 40, 60", "1.1, 0, 900, 900, 0, 0",
		"1.1, 0, 60, 60, 40, 40", "1.1, 0, 0, 0, 50, 0", "1.1, 0, 5, 5, 10, 10", "9, 0, 0, 0, 0, 0",
		"1.0123, 4, 40, 40, 44, 44" })
	void obeysParametersAsOpenCvDoes(final double factor, final int neighbors, final int minWidth, final int minHeight,
		final int maxWidth, final int maxHeight) throws IOException
	{
		final DetectionParameters parameters = new DetectionParameters(factor, neighbors, minWidth, minHeight, maxWidth,
			maxHeight);
		for (final String name : List.of("frontalface_alt", "frontalface_default", "fullbody")) {
			final Path file = OpenCvOracle.cascadeFile(name);
			try (CascadeClassifier openCv = new CascadeClassifier(file.toString())) {
				for (final GreyImage image : IMAGES)
					Comparison.assertSame(CascadeReader.read(file), openCv, image, parameters, parameters.toString());
			}
		}
	}

	@Test
	void agreesOnImagesOfEverySizeAroundTheWindow() throws IOException {
		final Path file = OpenCvOracle.cascadeFile("frontalface_alt");
		final Cascade cascade = CascadeReader.read(file);
		final GreyImage image = IMAGES.get(0);
		try (CascadeClassifier openCv = new CascadeClassifier(file.toString())) {
			for (int width = 18; width < 26; width++)
				for (int height = 19; height < 60; height += 3)
					Comparison.assertSame(cascade, openCv, image.crop(7, 3, width, height), DetectionParameters.DEFAULTS
						.withMinNeighbors(0), width + " x " + height);
		}
	}

	/** Images that are searched in several stripes, whose last one is of every height. */
	@Test
	void agreesWhereAnImageIsSearchedInStripes() throws IOException {
		final GreyImage image = GreyImage.synthetic(4, 1450, 330, 12);
		final Path file = OpenCvOracle.cascadeFile("frontalface_alt");
		final Cascade cascade = CascadeReader.read(file);
		int found = 0;
		try (CascadeClassifier openCv = new CascadeClassifier(file.toString())) {
			for (int k = 0; k < 6; k++) {
				final GreyImage part = image.crop(0, 0, 1450 - 31 * k, 330 - 7 * k);
				found += Comparison.assertSame(cascade, openCv, part, new DetectionParameters(1.3, 0, 0, 0, 26, 26), k +
					", every second pixel");
				found += Comparison.assertSame(cascade, openCv, part, new DetectionParameters(2.1, 0, 40, 40, 50, 50), k +
					", every pixel");
			}
		}
		assertTrue(found > 0);
	}

	/** Otherwise the comparisons above would compare nothing with nothing. */
	@Test
	void picturesHoldFacesThatAreFound() {
		int grouped = 0;
		for (final GreyImage image : IMAGES)
			grouped += new FaceDetector(ShippedCascade.FRONTALFACE_ALT.load(), DetectionParameters.DEFAULTS).detect(image
				.img()).size();
		assertTrue(grouped > 0, "no face was found in any picture");
	}
}
