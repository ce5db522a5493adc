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

import io.github.hounsfield.work.Workers;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * This detector beside OpenCV's: the same virtual machine, image, cascade, parameters and number of threads. The image
 * is a photograph below {@code hounsfield.data}, or "synthetic". With {@code -prof gc} it shows the memory of a search.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class FaceDetectorBenchmark {

	@Param({ "synthetic", "astronaut", "att-s1-1", "group-six", "messi5", "no-face-cat", "no-face-fruits",
		"obama_small" })
	public String image;

	@Param({ "frontalface_alt", "frontalface_default" })
	public String cascade;

	@Param({ "1", "2" })
	public int threads;

	private GreyImage grey;
	private FaceDetector detector;
	private Workers execution;
	private ExecutorService executor;
	private CascadeClassifier openCv;
	private Mat mat;

	@Setup
	public void load() throws IOException {
		OpenCvOracle.assumeAvailable();
		grey = "synthetic".equals(image) ? GreyImage.synthetic(1, 640, 480, 6) : GreyImage.read(new File(System.getProperty(
			"hounsfield.data"), "faces/gray/" + image + ".png"));
		final Path file = OpenCvOracle.cascadeFile(cascade);
		detector = new FaceDetector(CascadeReader.read(file), DetectionParameters.DEFAULTS);
		executor = Executors.newFixedThreadPool(threads);
		execution = threads == 1 ? Workers.serial() : Workers.of(executor, threads);
		opencv_core.setNumThreads(threads);
		openCv = new CascadeClassifier(file.toString());
		mat = OpenCvOracle.mat(grey);
	}

	@TearDown
	public void stop() {
		executor.shutdown();
		mat.close();
		openCv.close();
	}

	@Benchmark
	public List<Detection> hounsfield() {
		return detector.detect(grey.img(), execution);
	}

	@Benchmark
	public long openCv() {
		final DetectionParameters p = DetectionParameters.DEFAULTS;
		try (RectVector found = new RectVector(); IntPointer neighbors = new IntPointer(); Size none = new Size(0, 0)) {
			openCv.detectMultiScale2(mat, found, neighbors, p.scaleFactor(), p.minNeighbors(), 0, none, none);
			return found.size();
		}
	}
}
