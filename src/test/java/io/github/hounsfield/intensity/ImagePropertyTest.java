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

import static net.imglib2.test.ImgLib2Assert.assertImageEquals;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.work.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.ImgFactory;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.test.RandomImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.LongType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.Unsigned12BitType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any image, whatever its type, its container, its min and the number of threads. */
class ImagePropertyTest {

	private static final Workers SERIAL = Workers.serial();

	/** Each slice its own rescale, padding and window. */
	private static final SliceTransforms TRANSFORMS = new SliceTransforms(slice -> slice % 3 == 2
		? new ModalityLut(new LookupTable(4, 10 * slice, 16, 5, 6, 700, 8)) : new Rescale(0.37 * (slice + 1), -slice),
		slice -> slice % 2 == 0 ? Padding.ofRange(20, 40 + slice) : Padding.NONE);

	private static final HounsfieldConverter CONVERTER = new HounsfieldConverter(TRANSFORMS, PaddingMode.AIR);
	private static final Windowing WINDOWING = new Windowing(TRANSFORMS, slice -> new Window(10 * slice, 50 + slice,
		VoiLutFunction.values()[slice % 3])).withInverted(true);

	static List<Img<? extends RealType<?>>> images() {
		final List<Img<? extends RealType<?>>> images = new ArrayList<>();
		add(images, new UnsignedByteType());
		add(images, new ByteType());
		add(images, new UnsignedShortType());
		add(images, new ShortType());
		add(images, new IntType());
		add(images, new UnsignedIntType());
		add(images, new FloatType());
		add(images, new DoubleType());
		add(images, new LongType());
		add(images, new Unsigned12BitType());
		return images;
	}

	private static <T extends NativeType<T> & RealType<T>> void add(final List<Img<? extends RealType<?>>> images,
		final T type)
	{
		for (final ImgFactory<T> factory : List.of(new ArrayImgFactory<>(type), new CellImgFactory<>(type, 4)))
			images.add(RandomImgs.seed(5).randomize(factory.create(7, 5, 3, 2)));
		if (!(type instanceof Unsigned12BitType)) images.add(RandomImgs.seed(6).randomize(new PlanarImgFactory<>(type)
			.create(7, 5, 4)));
		images.add(RandomImgs.seed(7).randomize(new ArrayImgFactory<>(type).create(7, 5)));
		images.add(RandomImgs.seed(8).randomize(new ArrayImgFactory<>(type).create(9)));
	}

	private static long[] shift(final RandomAccessibleInterval<?> image) {
		return new Random(11).longs(image.numDimensions(), -50, 50).toArray();
	}

	@ParameterizedTest
	@MethodSource("images")
	void evaluatesTheFormulaForEachPixel(final Img<? extends RealType<?>> image) {
		final Img<FloatType> hu = CONVERTER.toFloat(image, SERIAL);
		final var cursor = image.localizingCursor();
		while (cursor.hasNext()) {
			final double stored = cursor.next().getRealDouble();
			int slice = 0;
			for (int d = image.numDimensions() - 1; d >= 2; d--)
				slice = slice * (int) image.dimension(d) + cursor.getIntPosition(d);
			final double expected = TRANSFORMS.padding().apply(slice).contains(stored) ? -1000
				: TRANSFORMS.transform().apply(slice).apply(stored);
			assertEquals((float) expected, hu.getAt(cursor).get());
		}
	}

	@ParameterizedTest
	@MethodSource("images")
	void isTheSameForATranslatedImage(final Img<? extends RealType<?>> image) {
		final RandomAccessibleInterval<? extends RealType<?>> moved = Views.translate(image, shift(image));
		assertImageEquals(CONVERTER.toFloat(image, SERIAL), CONVERTER.toFloat(moved, SERIAL));
		assertImageEquals(CONVERTER.paddingMask(image, SERIAL), CONVERTER.paddingMask(moved, SERIAL));
		assertImageEquals(WINDOWING.toBytes(image, SERIAL), WINDOWING.toBytes(moved, SERIAL));
		assertEquals(HuHistogram.of(image, TRANSFORMS, SERIAL).bins(), HuHistogram.of(moved, TRANSFORMS, SERIAL).bins());
	}

	@ParameterizedTest
	@MethodSource("images")
	void isTheSameAsAView(final Img<? extends RealType<?>> image) {
		assertImageEquals(CONVERTER.toFloat(image, SERIAL), CONVERTER.view(image));
		assertImageEquals(WINDOWING.toBytes(image, SERIAL), WINDOWING.view(image));
		final RandomAccessibleInterval<? extends RealType<?>> moved = Views.translate(image, shift(image));
		assertImageEquals(Views.translate(CONVERTER.toFloat(image, SERIAL), shift(image)), CONVERTER.view(moved));
		assertImageEquals(Views.translate(WINDOWING.toBytes(image, SERIAL), shift(image)), WINDOWING.view(moved));
	}

	@ParameterizedTest
	@MethodSource("images")
	void isTheSameForAnyNumberOfThreads(final Img<? extends RealType<?>> image) {
		final ExecutorService pool = Executors.newFixedThreadPool(2);
		try {
			for (final Workers workers : List.of(Workers.threads(4), Workers.of(pool, 3))) {
				assertImageEquals(CONVERTER.toFloat(image, SERIAL), CONVERTER.toFloat(image, workers));
				assertImageEquals(WINDOWING.toBytes(image, SERIAL), WINDOWING.toBytes(image, workers));
				assertEquals(HuHistogram.of(image, TRANSFORMS, SERIAL).mean(), HuHistogram.of(image, TRANSFORMS, workers)
					.mean());
			}
		}
		finally {
			pool.shutdown();
		}
	}

	/** Slices on both sides of the size from which a table is used, of every 16-bit type. */
	@Test
	void isTheSameForLargeAndForSmallSlices() {
		final Random random = new Random(16);
		final short[] large = new short[70_000];
		for (int i = 0; i < large.length; i++)
			large[i] = (short) random.nextInt();
		for (final PlaneType type : List.of(PlaneType.INT16, PlaneType.UINT16, PlaneType.OFFSET16))
			for (int slice = 0; slice < 3; slice++) {
				final float[] hu = new float[large.length];
				final byte[] levels = new byte[large.length];
				CONVERTER.convertPlane(Plane.of(type, large), slice, hu);
				WINDOWING.windowPlane(Plane.of(type, large), slice, levels);
				for (int from = 0; from < large.length; from += 10_000) {
					final short[] small = Arrays.copyOfRange(large, from, from + 10_000);
					final float[] smallHu = new float[small.length];
					final byte[] smallLevels = new byte[small.length];
					new HounsfieldConverter(TRANSFORMS, PaddingMode.AIR).convertPlane(Plane.of(type, small), slice, smallHu);
					final int index = slice;
					new Windowing(TRANSFORMS, all -> new Window(10 * index, 50 + index,
						VoiLutFunction.values()[index % 3])).withInverted(true).windowPlane(Plane.of(type, small), slice, smallLevels);
					assertArrayEquals(Arrays.copyOfRange(hu, from, from + 10_000), smallHu);
					assertArrayEquals(Arrays.copyOfRange(levels, from, from + 10_000), smallLevels);
				}
			}
	}

	/** HU of a weighted sum is the weighted sum of HU. */
	@Test
	void isAffine() {
		final Random random = new Random(17);
		for (int i = 0; i < 10_000; i++) {
			final Rescale rescale = new Rescale(random.nextGaussian(), random.nextGaussian() * 1000);
			final double a = random.nextInt(65536) - 32768;
			final double b = random.nextInt(65536) - 32768;
			final double t = random.nextDouble();
			assertEquals(t * rescale.apply(a) + (1 - t) * rescale.apply(b), rescale.apply(t * a + (1 - t) * b), 1e-8);
		}
	}

	/** Grey never falls where HU rise, and stays from min to max. */
	@Test
	void isMonotoneAndInRange() {
		final Random random = new Random(18);
		for (int i = 0; i < 300; i++)
			for (final VoiLutFunction function : VoiLutFunction.values()) {
				final Window window = new Window(random.nextGaussian() * 500, 1 + random.nextDouble() * 2000, function);
				double before = 10;
				int levelBefore = 0;
				for (double hu = window.center() - 1500; hu < window.center() + 1500; hu += 7.3) {
					final double grey = window.apply(hu, 10, 200);
					final int level = window.level(hu);
					assertTrue(grey >= before && grey <= 200);
					assertTrue(level >= levelBefore && level <= 255);
					assertEquals(window.apply(hu, 0, 255), level, 0.5 + 1e-9);
					before = grey;
					levelBefore = level;
				}
			}
	}
}
