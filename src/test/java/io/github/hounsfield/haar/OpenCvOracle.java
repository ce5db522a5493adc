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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.junit.jupiter.api.Assumptions;

/** OpenCV itself, from its native library. */
final class OpenCvOracle {

	/** The cascades in the jar of the native library. */
	static final List<String> CASCADES = List.of("eye", "eye_tree_eyeglasses", "frontalcatface",
		"frontalcatface_extended", "frontalface_alt", "frontalface_alt2", "frontalface_alt_tree", "frontalface_default",
		"fullbody", "lefteye_2splits", "license_plate_rus_16stages", "lowerbody", "profileface", "righteye_2splits",
		"russian_plate_number", "smile", "upperbody");

	private OpenCvOracle() {}

	/** Skips the test where the native library does not come for this platform. */
	static void assumeAvailable() {
		Assumptions.assumeTrue(resource("haarcascades", "haarcascade_eye.xml") != null,
			"OpenCV's native library is not on the class path for " + Loader.getPlatform() + "; nothing to compare with");
		Loader.load(org.bytedeco.opencv.global.opencv_objdetect.class);
	}

	private static java.net.URL resource(final String directory, final String name) {
		return OpenCvOracle.class.getResource("/org/bytedeco/opencv/" + Loader.getPlatform() + "/share/opencv4/" +
			directory + "/" + name);
	}

	/** A cascade of OpenCV as a file, as its reader wants one. */
	static Path cascadeFile(final String name) {
		return copy("haarcascades", "haarcascade_" + name + ".xml");
	}

	static Path copy(final String directory, final String name) {
		try (InputStream in = resource(directory, name).openStream()) {
			final Path file = Files.createTempFile(name, ".xml");
			file.toFile().deleteOnExit();
			Files.write(file, in.readAllBytes());
			return file;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** A matrix that holds a copy of the grey levels. */
	static Mat mat(final GreyImage image) {
		final Mat mat = new Mat(image.height(), image.width(), opencv_core.CV_8UC1);
		mat.data().put(image.pixels());
		return mat;
	}

	/** Detections with the numbers of neighbors, sorted; the level weights are left at 0. */
	static List<Detection> detect(final CascadeClassifier cascade, final GreyImage image, final DetectionParameters p) {
		try (Mat mat = mat(image); RectVector rectangles = new RectVector(); IntPointer counts = new IntPointer()) {
			cascade.detectMultiScale2(mat, rectangles, counts, p.scaleFactor(), p.minNeighbors(), 0, new Size(p.minWidth(), p
				.minHeight()), new Size(p.maxWidth(), p.maxHeight()));
			final List<Detection> found = new ArrayList<>();
			for (int k = 0; k < rectangles.size(); k++) {
				final Rect r = rectangles.get(k);
				found.add(new Detection(r.x(), r.y(), r.width(), r.height(), counts.get(k), 0));
			}
			Collections.sort(found);
			return found;
		}
	}

	/** Detections with the level weights, sorted; the numbers of neighbors are left at 0. */
	static List<Detection> detectWithWeights(final CascadeClassifier cascade, final GreyImage image,
		final DetectionParameters p)
	{
		try (Mat mat = mat(image); RectVector rectangles = new RectVector(); IntPointer levels = new IntPointer();
			DoublePointer weights = new DoublePointer())
		{
			cascade.detectMultiScale3(mat, rectangles, levels, weights, p.scaleFactor(), p.minNeighbors(), 0, new Size(p
				.minWidth(), p.minHeight()), new Size(p.maxWidth(), p.maxHeight()), true);
			final List<Detection> found = new ArrayList<>();
			for (int k = 0; k < rectangles.size(); k++) {
				final Rect r = rectangles.get(k);
				found.add(new Detection(r.x(), r.y(), r.width(), r.height(), 0, weights.get(k)));
			}
			Collections.sort(found);
			return found;
		}
	}

	static GreyImage resizeLinearExact(final GreyImage image, final int width, final int height) {
		try (Mat from = mat(image); Mat to = new Mat()) {
			opencv_imgproc.resize(from, to, new Size(width, height), 0, 0, opencv_imgproc.INTER_LINEAR_EXACT);
			return greyImage(to);
		}
	}

	static GreyImage equalizeHist(final GreyImage image) {
		try (Mat from = mat(image); Mat to = new Mat()) {
			opencv_imgproc.equalizeHist(from, to);
			return greyImage(to);
		}
	}

	/** Grey levels of pixels stored as blue, green, red. */
	static byte[] bgrToGrey(final byte[] bgr) {
		try (Mat from = new Mat(1, bgr.length / 3, opencv_core.CV_8UC3); Mat to = new Mat()) {
			from.data().put(bgr);
			opencv_imgproc.cvtColor(from, to, opencv_imgproc.COLOR_BGR2GRAY);
			return greyImage(to).pixels();
		}
	}

	/** Sums, sums of squares (modulo 2^32) and tilted sums, each of (width + 1) x (height + 1) values. */
	static int[][] integrals(final GreyImage image) {
		try (Mat from = mat(image); Mat sum = new Mat(); Mat square = new Mat(); Mat tilted = new Mat()) {
			opencv_imgproc.integral3(from, sum, square, tilted, opencv_core.CV_32S, opencv_core.CV_32S);
			final int[][] values = new int[3][(image.width() + 1) * (image.height() + 1)];
			new IntPointer(sum.data()).get(values[0]);
			new IntPointer(square.data()).get(values[1]);
			new IntPointer(tilted.data()).get(values[2]);
			return values;
		}
	}

	private static GreyImage greyImage(final Mat mat) {
		final byte[] pixels = new byte[mat.cols() * mat.rows()];
		mat.data().get(pixels);
		return new GreyImage(mat.cols(), mat.rows(), pixels);
	}
}
