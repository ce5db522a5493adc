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
package io.github.hounsfield.intensity;

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.work.Workers;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.ShortType;
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
 * A chest CT of 512 x 512 x 300 to HU and to grey, beside a plain copy of its planes on the same threads. A copy moves
 * 4 bytes for each pixel (2 read, 2 written); to float moves 6, to 16 bit 4, to 8 bit 3. Half the copy's bandwidth is
 * therefore reached in 3, 2 and 1.5 times its time. Methods that end in Planes write to planes that are there; the
 * others allocate their result, as {@link #copy} does.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
public class HounsfieldBenchmark {

	private static final int WIDTH = 512;
	private static final int HEIGHT = 512;
	private static final int SLICES = 300;
	private static final int LENGTH = WIDTH * HEIGHT;

	@Param({ "1", "2" })
	public int threads;

	private PlanarImg<ShortType, ShortArray> stored;
	private ExecutorService pool;
	private Workers workers;
	private final short[][] shortPlanes = new short[SLICES][LENGTH];
	private final float[][] floatPlanes = new float[SLICES][LENGTH];
	private final byte[][] bytePlanes = new byte[SLICES][LENGTH];
	private HounsfieldConverter converter;
	private Windowing windowing;
	private Windowing huWindowing;

	/** A body in air with noise, -2000 outside the circle: 3,000 different values, as they lie in a real slice. */
	@Setup
	public void fill() {
		stored = PlanarImgs.shorts(WIDTH, HEIGHT, SLICES);
		final Random random = new Random(300);
		for (int z = 0; z < SLICES; z++) {
			final short[] plane = stored.getPlane(z).getCurrentStorageArray();
			for (int i = 0; i < LENGTH; i++) {
				final double r = Math.hypot(i % WIDTH - 256, i / WIDTH - 256);
				final double mean = r > 200 ? 24 : r > 180 ? 920 : r > 150 ? 1070 : r > 60 ? 170 : 1060;
				plane[i] = (short) (r > 256 ? -2000 : mean + 15 * random.nextGaussian());
			}
		}
		final SliceTransforms transforms = SliceTransforms.of(new Rescale(1, -1024), Padding.ofValue(-2000));
		converter = new HounsfieldConverter(transforms, PaddingMode.AIR);
		windowing = new Windowing(transforms, WindowPreset.LUNG.window());
		huWindowing = new Windowing(SliceTransforms.IDENTITY, WindowPreset.LUNG.window());
		for (int z = 0; z < SLICES; z++)
			converter.convertPlane(Plane.of(PlaneType.INT16, plane(z)), z, floatPlanes[z]);
		pool = Executors.newFixedThreadPool(threads);
		workers = Workers.of(pool, threads);
	}

	@TearDown
	public void close() {
		pool.shutdown();
	}

	@Benchmark
	public Object copyPlanes() {
		workers.run(SLICES, () -> z -> System.arraycopy(plane(z), 0, shortPlanes[z], 0, LENGTH));
		return shortPlanes;
	}

	@Benchmark
	public Object toFloatPlanes() {
		workers.run(SLICES, () -> z -> converter.convertPlane(Plane.of(PlaneType.INT16, plane(z)), z, floatPlanes[z]));
		return floatPlanes;
	}

	@Benchmark
	public Object toShortPlanes() {
		workers.run(SLICES, () -> z -> converter.convertPlane(Plane.of(PlaneType.INT16, plane(z)), z, shortPlanes[z],
			PlaneType.INT16));
		return shortPlanes;
	}

	@Benchmark
	public Object windowPlanes() {
		workers.run(SLICES, () -> z -> windowing.windowPlane(Plane.of(PlaneType.INT16, plane(z)), z, bytePlanes[z]));
		return bytePlanes;
	}

	/** HU in float to grey moves 5 bytes a pixel. */
	@Benchmark
	public Object windowFloatPlanes() {
		workers.run(SLICES, () -> z -> huWindowing.windowPlane(Plane.of(PlaneType.FLOAT32, floatPlanes[z]), z,
			bytePlanes[z]));
		return bytePlanes;
	}

	@Benchmark
	public Object copy() {
		final short[][] copies = new short[SLICES][];
		workers.run(SLICES, () -> z -> copies[z] = plane(z).clone());
		return copies;
	}

	@Benchmark
	public Object toFloat() {
		return converter.toFloat(stored, workers);
	}

	@Benchmark
	public Object toShort() {
		return converter.toShort(stored, workers);
	}

	@Benchmark
	public Object toBytes() {
		return windowing.toBytes(stored, workers);
	}

	private short[] plane(final int z) {
		return stored.getPlane(z).getCurrentStorageArray();
	}
}
