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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.RealData;
import io.github.hounsfield.dicom.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same rectangles and neighbors as OpenCV on photographs, turned, mirrored, cropped, darkened and brightened. The
 * comparison is whole, all turns and 200 crops, where the property {@code hounsfield.fuzz} is at least 20,000, as in
 * CI.
 */
class FaceDetectorRealDataTest {

	private static final boolean WHOLE = Integer.getInteger("hounsfield.fuzz", 0) >= 20_000;
	private static final List<String> SIX = List.of("frontalface_alt", "frontalface_alt2", "frontalface_alt_tree",
		"frontalface_default", "profileface", "eye");
	private static final Map<String, GreyImage> IMAGES = new TreeMap<>();

	@BeforeAll
	static void readImages() throws IOException {
		final Path faces = RealData.folder().resolve("faces");
		OpenCvOracle.assumeAvailable();
		for (final File file : faces.resolve("gray").toFile().listFiles((d, name) -> name.endsWith(".png")))
			IMAGES.put(file.getName(), GreyImage.read(file));
		assertTrue(IMAGES.size() >= 5);
	}

	static List<String> six() {
		return SIX;
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("six")
	void findsWhatOpenCvFindsOnPhotographs(final String name) throws IOException {
		final Path file = OpenCvOracle.cascadeFile(name);
		final Cascade cascade = CascadeReader.read(file);
		final boolean all = WHOLE;
		final int[] turns = all ? new int[] { 0, 1, 2, 3, 4, 5, 6, 7 } : new int[] { SIX.indexOf(name) };
		int found = 0;
		try (CascadeClassifier openCv = new CascadeClassifier(file.toString())) {
			for (final Map.Entry<String, GreyImage> image : IMAGES.entrySet())
				for (final int turn : turns)
					found += Comparison.assertSameNeighbors(cascade, openCv, turned(image.getValue(), turn), parameters(turn),
						name + " " + image.getKey() + " turn " + turn).size();
		}
		assertTrue(found > 0 || name.equals("frontalface_alt_tree"));
	}

	/** Odd turns are mirrored, and each second pair is turned by another quarter. */
	private static GreyImage turned(final GreyImage image, final int turn) {
		GreyImage result = (turn & 1) == 0 ? image : image.flipped();
		for (int k = 0; k < turn / 2; k++) result = result.rotated();
		return result;
	}

	private static DetectionParameters parameters(final int k) {
		final DetectionParameters d = DetectionParameters.DEFAULTS;
		return List.of(d, d.withMinNeighbors(0), d.withScaleFactor(1.07).withMinNeighbors(5).withMinSize(30, 30), d
			.withScaleFactor(1.25).withMinNeighbors(1), d.withMaxSize(80, 80).withMinNeighbors(0), d.withMinSize(40, 40)
				.withMaxSize(200, 200).withScaleFactor(1.4).withMinNeighbors(2)).get(k % 6);
	}

	@Test
	void findsWhatOpenCvFindsOnCrops() throws IOException {
		final int count = WHOLE ? 200 : 18;
		final List<GreyImage> images = new ArrayList<>(IMAGES.values());
		final Random random = new Random(10);
		for (int k = 0; k < count; k++) {
			final GreyImage image = images.get(k % images.size());
			final int width = 20 + random.nextInt(Math.min(image.width(), 260) - 19);
			final int height = 20 + random.nextInt(Math.min(image.height(), 260) - 19);
			final GreyImage crop = turned(image.crop(random.nextInt(image.width() - width + 1), random.nextInt(image
				.height() - height + 1), width, height), random.nextInt(8)).contrast(0.15 + random.nextDouble() * 1.6, random
					.nextInt(120) - 60);
			for (final String name : count < 200 ? List.of(SIX.get(k % 6)) : SIX) {
				final Path file = OpenCvOracle.cascadeFile(name);
				try (CascadeClassifier openCv = new CascadeClassifier(file.toString())) {
					Comparison.assertSame(CascadeReader.read(file), openCv, crop, parameters(k), name + ", crop " + k);
				}
				Files.delete(file);
			}
		}
	}

	/** The rectangles that another OpenCV found, on another machine. */
	@ParameterizedTest(name = "{0}")
	@CsvSource({ "frontalface_alt, alt", "frontalface_alt2, alt2",
		"frontalface_default, default" })
	void findsTheExpectedRectangles(final String name, final String key) throws IOException {
		final Cascade cascade = CascadeReader.read(OpenCvOracle.cascadeFile(name));
		final Map<String, Object> images = Json.object(Json.object(RealData.expected(), "faces"), "images");
		int compared = 0;
		for (final String photograph : images.keySet()) {
			final Map<String, Object> facts = Json.object(images, photograph);
			if (!facts.containsKey("gray_png")) continue;
			final GreyImage image = IMAGES.get(Path.of((String) facts.get("gray_png")).getFileName().toString());
			for (final int neighbors : new int[] { 3, 5 }) {
				final List<String> found = new FaceDetector(cascade, DetectionParameters.DEFAULTS.withMinNeighbors(neighbors)
					.withMinSize(30, 30)).detect(image.img()).stream().map(d -> d.x() + " " + d.y() + " " + d.width() + " " + d
						.height()).sorted().toList();
				final List<Object> boxes = Json.list(Json.object(facts, key), Integer.toString(neighbors));
				final List<String> expected = boxes.stream().map(box -> ((List<?>) box).stream().map(number -> "" +
					((Double) number).intValue()).collect(Collectors.joining(" "))).sorted().toList();
				assertEquals(expected, found, photograph + ", " + neighbors);
				compared++;
			}
		}
		assertTrue(compared >= 10, compared + " compared");
	}
}
