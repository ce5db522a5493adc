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

import io.github.hounsfield.RealData;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * Searches of photographs beside OpenCV's, by turns in one JVM. For each cascade it prints the median and the worst
 * picture by the ratio of the least times, and by the median of the ratios of all turns. One thread is measured by its
 * processor time, several by the clock. Arguments: threads, seconds for each cascade, the names of pictures with
 * commas, cascades. {@code 2 6 att-s1-1 eye} measures a small picture with two threads. The pictures lie below
 * {@code hounsfield.data}.
 */
final class CascadesBenchmark {

	private static final double WARM_UP_SECONDS = 2;

	private final int threads;

	private CascadesBenchmark(final int threads) {
		this.threads = threads;
	}

	public static void main(final String[] arguments) throws Exception {
		OpenCvOracle.assumeAvailable();
		final int threads = Integer.parseInt(arguments[0]);
		opencv_core.setNumThreads(threads);
		final List<GreyImage> pictures = new ArrayList<>();
		for (final String name : arguments[2].split(","))
			pictures.add(GreyImage.read(RealData.folder().resolve("faces/gray/" + name + ".png").toFile()));
		for (final String cascade : Arrays.asList(arguments).subList(3, arguments.length))
			new CascadesBenchmark(threads).measure(cascade, pictures, Double.parseDouble(arguments[1]));
	}

	private void measure(final String name, final List<GreyImage> pictures, final double seconds) throws IOException {
		final Path file = OpenCvOracle.cascadeFile(name);
		final FaceDetector ours = new FaceDetector(CascadeReader.read(file), DetectionParameters.DEFAULTS);
		final Workers workers = Workers.threads(threads);
		final List<Double> least = new ArrayList<>();
		final List<Double> medians = new ArrayList<>();
		try (CascadeClassifier openCv = new CascadeClassifier(file.toString())) {
			for (final GreyImage picture : pictures)
				try (Mat mat = OpenCvOracle.mat(picture)) {
					final double share = seconds / pictures.size();
					measure(() -> ours.detect(picture.img(), workers), () -> detect(openCv, mat), share, least, medians);
				}
		}
		System.out.printf(Locale.ROOT, "%-22s least: median %.2f, worst %.2f; all turns: median %.2f, worst %.2f%n", name,
			median(least), worst(least), median(medians), worst(medians));
	}

	private void measure(final Runnable ours, final Runnable openCv, final double seconds, final List<Double> least,
		final List<Double> medians)
	{
		for (final long end = end(WARM_UP_SECONDS); System.nanoTime() < end;) ours.run();
		double leastOurs = Double.POSITIVE_INFINITY;
		double leastOpenCv = Double.POSITIVE_INFINITY;
		final List<Double> ratios = new ArrayList<>();
		for (final long end = end(seconds); System.nanoTime() < end || ratios.size() < 3;) {
			final double a = time(ours);
			final double b = time(openCv);
			leastOurs = Math.min(leastOurs, a);
			leastOpenCv = Math.min(leastOpenCv, b);
			ratios.add(a / b);
		}
		least.add(leastOurs / leastOpenCv);
		medians.add(median(ratios));
	}

	private static long end(final double seconds) {
		return System.nanoTime() + (long) (seconds * 1e9);
	}

	private double time(final Runnable work) {
		final long start = now();
		work.run();
		return now() - start;
	}

	private long now() {
		return threads > 1 ? System.nanoTime() : ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	private static void detect(final CascadeClassifier openCv, final Mat mat) {
		final DetectionParameters p = DetectionParameters.DEFAULTS;
		try (RectVector found = new RectVector(); IntPointer neighbors = new IntPointer(); Size none = new Size(0, 0)) {
			openCv.detectMultiScale2(mat, found, neighbors, p.scaleFactor(), p.minNeighbors(), 0, none, none);
		}
	}

	private static double median(final List<Double> values) {
		return values.stream().sorted().toList().get(values.size() / 2);
	}

	private static double worst(final List<Double> values) {
		return values.stream().max(Double::compare).orElseThrow();
	}
}
