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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.work.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that a search gives the same rectangles for any image type, interval and number of threads. Also tests
 * {@code PyramidLevel}, {@code StripeScanner}, {@code WindowScan}, {@code SearchPlan}, {@code PreparedCascade},
 * {@code DenseStage}, {@code DenseStep}, {@code DenseBand} and {@code ScaledStumps}.
 */
class FaceDetectorTest {

	private static final GreyImage IMAGE = GreyImage.synthetic(1, 241, 180, 4);
	private static final DetectionParameters RAW = DetectionParameters.DEFAULTS.withMinNeighbors(0);

	private static FaceDetector detector(final DetectionParameters parameters) {
		return new FaceDetector(ShippedCascade.FRONTALFACE_ALT.load(), parameters);
	}

	@ParameterizedTest(name = "{0} workers")
	@ValueSource(ints = { 2, 3, 8 })
	void findsTheSameOnAnyNumberOfThreads(final int workers) {
		final List<Detection> serial = detector(RAW).detect(IMAGE.img());
		assertFalse(serial.isEmpty());
		final ExecutorService threads = Executors.newFixedThreadPool(workers);
		try {
			assertEquals(serial, detector(RAW).detect(IMAGE.img(), Workers.of(threads, workers)));
		}
		finally {
			threads.shutdown();
		}
	}

	@Test
	void oneDetectorServesSeveralThreads() throws Exception {
		final FaceDetector detector = detector(RAW);
		final List<Detection> expected = detector.detect(IMAGE.img());
		final List<Detection> flipped = detector.detect(IMAGE.flipped().img());
		final ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			final List<Future<List<Detection>>> results = new ArrayList<>();
			for (int k = 0; k < 8; k++) {
				final GreyImage image = k % 2 == 0 ? IMAGE : IMAGE.flipped();
				results.add(threads.submit(() -> detector.detect(image.img())));
			}
			for (int k = 0; k < 8; k++) assertEquals(k % 2 == 0 ? expected : flipped, results.get(k).get());
		}
		finally {
			threads.shutdown();
		}
	}

	@Test
	void endsOnAnExecutorThatNeverRunsAnything() {
		final Executor dead = task -> {};
		assertEquals(detector(RAW).detect(IMAGE.img()), detector(RAW).detect(IMAGE.img(), Workers.of(dead, 4)));
	}

	@Test
	void readsTranslatedAndCroppedImages() {
		final RandomAccessibleInterval<UnsignedByteType> moved = Views.translate(IMAGE.img(), -1000, 7_000_000_000L);
		final List<Detection> expected = detector(RAW).detect(IMAGE.img()).stream().map(d -> new Detection(d.x() - 1000, d
			.y() + 7_000_000_000L, d.width(), d.height(), d.neighbors(), d.levelWeight())).toList();
		assertEquals(expected, detector(RAW).detect(moved));
		final RandomAccessibleInterval<UnsignedByteType> part = Views.interval(IMAGE.img(), new long[] { 20, 10 },
			new long[] {
			199, 169 });
		final List<Detection> cropped = detector(RAW).detect(IMAGE.crop(20, 10, 180, 160).img());
		assertFalse(cropped.isEmpty());
		assertEquals(cropped.stream().map(d -> d.translated(20, 10)).toList(), detector(RAW).detect(part));
	}

	@Test
	void readsAnyStorage() {
		final var cells = new CellImgFactory<>(new UnsignedByteType(), 13).create(IMAGE.width(), IMAGE.height());
		ImgUtil.copy(IMAGE.img(), cells);
		assertEquals(detector(RAW).detect(IMAGE.img()), detector(RAW).detect(cells));
	}

	@Test
	void leavesTheImageAsItIs() {
		final byte[] before = IMAGE.pixels().clone();
		detector(RAW).detect(IMAGE.img());
		assertArrayEquals(before, IMAGE.pixels());
	}

	@Test
	void findsNothingInFlatOrSmallImages() {
		for (final int level : new int[] { 0, 128, 255 })
			assertEquals(List.of(), detector(RAW).detect(GreyImage.of(120, 90, (x, y) -> level).img()));
		for (final int[] size : new int[][] { { 19, 200 }, { 200, 19 }, { 1, 1 }, { 20, 20 } })
			assertEquals(List.of(), detector(RAW).detect(GreyImage.of(size[0], size[1], (x, y) -> x + y).img()));
	}

	@Test
	void refusesOtherThanTwoDimensions() {
		assertThrows(IllegalArgumentException.class, () -> detector(RAW).detect(ArrayImgs.unsignedBytes(30, 30, 30)));
		assertThrows(IllegalArgumentException.class, () -> detector(RAW).detect(ArrayImgs.unsignedBytes(900)));
	}

	@Test
	void stopsWhenCancelled() {
		final AtomicInteger asked = new AtomicInteger();
		final List<Double> progress = Collections.synchronizedList(new ArrayList<>());
		final Workers execution = Workers.serial().withProgress(progress::add).withCancel(() -> asked.incrementAndGet() > 2);
		assertThrows(CancellationException.class, () -> detector(RAW).detect(IMAGE.img(), execution));
		assertEquals(2, progress.size());
		assertThrows(CancellationException.class, () -> detector(RAW).detect(IMAGE.img(), Workers.serial().withCancel(
			() -> true)));
	}

	@Test
	void reportsProgressUpToTheEnd() {
		final List<Double> progress = new ArrayList<>();
		detector(RAW).detect(IMAGE.img(), Workers.serial().withProgress(progress::add));
		assertEquals(progress.stream().sorted().toList(), progress);
		assertEquals(1, progress.get(progress.size() - 1), 1e-9);
		assertTrue(progress.size() > 3);
	}

	@Test
	void passesOnWhatAListenerThrows() {
		assertThrows(IllegalStateException.class, () -> detector(RAW).detect(IMAGE.img(), Workers.serial().withProgress(d -> {
			throw new IllegalStateException("listener");
		})));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1, 0.9, 0, -1, Double.NaN, Double.POSITIVE_INFINITY })
	void refusesScaleFactorsThatDoNotGrow(final double factor) {
		assertThrows(IllegalArgumentException.class, () -> DetectionParameters.DEFAULTS.withScaleFactor(factor));
	}

	/** A flat offset changes neither sums of balanced features nor the contrast, where nothing saturates. */
	@Test
	void isNotMisledByBrightness() {
		final GreyImage dark = IMAGE.contrast(0.5, 0);
		final GreyImage light = GreyImage.of(dark.width(), dark.height(), (x, y) -> dark.get(x, y) + 100);
		assertEquals(detector(RAW).detect(dark.img()), detector(RAW).detect(light.img()));
	}
}
