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

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import io.github.hounsfield.ImageJProcess;
import io.github.hounsfield.RealData;
import io.github.hounsfield.ScratchFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * Detect Faces (Haar) in ImageJ beside OpenCV's detectMultiScale, by turns on the clock, for photographs of several
 * sizes: prints the least times, their ratio and the median of the ratios. The table and the overlay are part of our
 * time. Needs a display. Arguments: turns (15), cascades.
 */
final class DetectFacesBenchmark {

	private static final List<String> PICTURES = List.of("att-s1-1", "obama_small", "messi5", "astronaut");
	private static final List<String> CASCADES = List.of("frontalface_alt", "frontalface_alt2", "frontalface_default",
		"eye");
	private static final long WARM_UP_NANOS = 1_500_000_000L;

	private DetectFacesBenchmark() {}

	public static void main(final String[] arguments) throws Exception {
		OpenCvOracle.assumeAvailable();
		final int turns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
		final List<String> cascades = arguments.length > 1 ? Arrays.asList(arguments).subList(1, arguments.length)
			: CASCADES;
		try (ScratchFolder scratch = new ScratchFolder("detect-faces");
			ImageJProcess imagej = ImageJProcess.underTest(scratch.path().resolve("ImageJ")))
		{
			System.setProperty("plugins.dir", imagej.plugins().getParent().toString());
			new ImageJ(ImageJ.NO_SHOW);
			for (final String cascade : cascades)
				for (final String picture : PICTURES) measure(cascade, picture, turns);
		}
		System.exit(0);
	}

	private static void measure(final String cascade, final String picture, final int turns) throws Exception {
		final Path file = RealData.folder().resolve("faces/gray/" + picture + ".png");
		final ImagePlus image = IJ.openImage(file.toString());
		WindowManager.setTempCurrentImage(image);
		final Runnable ours = () -> IJ.run(image, "Detect Faces (Haar)", "cascade=" + cascade);
		try (CascadeClassifier openCv = new CascadeClassifier(OpenCvOracle.cascadeFile(cascade).toString());
			Mat mat = OpenCvOracle.mat(GreyImage.read(file.toFile())))
		{
			opencv_core.setNumThreads(Runtime.getRuntime().availableProcessors());
			for (final long end = System.nanoTime() + WARM_UP_NANOS; System.nanoTime() < end;) ours.run();
			final double[] a = new double[turns];
			final double[] b = new double[turns];
			final double[] ratios = new double[turns];
			for (int turn = 0; turn < turns; turn++) {
				ResultsTable.getResultsTable().reset();
				a[turn] = milliseconds(ours);
				b[turn] = milliseconds(() -> detect(openCv, mat));
				ratios[turn] = a[turn] / b[turn];
			}
			for (final double[] values : new double[][] { a, b, ratios }) Arrays.sort(values);
			System.out.printf(Locale.ROOT, "%s, %s: %.2f, OpenCV %.2f ms: %.2f; median of the ratios %.2f%n", cascade, picture,
				a[0], b[0], a[0] / b[0], ratios[turns / 2]);
		}
		WindowManager.setTempCurrentImage(null);
	}

	private static double milliseconds(final Runnable work) {
		final long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) / 1e6;
	}

	/** With the command's own parameters. */
	private static void detect(final CascadeClassifier openCv, final Mat mat) {
		try (RectVector found = new RectVector(); Size least = new Size(30, 30); Size none = new Size(0, 0)) {
			openCv.detectMultiScale(mat, found, 1.1, 3, 0, least, none);
		}
	}
}
