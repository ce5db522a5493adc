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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.work.Workers;
import java.util.Random;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowingTest {

	private static final Window LUNG = WindowPreset.LUNG.window();

	/** -1350, -1000, -600, 0, 149 HU and padding; the levels are the standard's formula rounded by hand. */
	private static final short[] STORED = { -326, 24, 424, 1024, 1173, -2000, 2000 };
	private static final int[] LEVELS = { 0, 60, 128, 230, 255, 0, 255 };

	private static final SliceTransforms GE = SliceTransforms.of(new Rescale(1, -1024)).withPadding(Padding
		.ofValue(-2000));

	private static int[] levels(final Windowing windowing, final PlaneType type, final Object plane, final int length) {
		final byte[] out = new byte[length];
		windowing.windowPlane(Plane.of(type, plane), 0, out);
		final int[] levels = new int[length];
		for (int i = 0; i < length; i++)
			levels[i] = out[i] & 0xff;
		return levels;
	}

	@Test
	void appliesTheRescaleOnTheWay() {
		assertArrayEquals(LEVELS, levels(new Windowing(GE, LUNG), PlaneType.INT16, STORED, STORED.length));
	}

	@Test
	void drawsPaddingBlackWhateverItsValue() {
		final SliceTransforms bright = SliceTransforms.of(new Rescale(1, 0), Padding.ofValue(3000));
		final short[] stored = { 3000, 2999 };
		assertArrayEquals(new int[] { 0, 255 }, levels(new Windowing(bright, LUNG), PlaneType.INT16, stored, 2));
		final Windowing inverted = new Windowing(bright, slice -> LUNG).withInverted(true);
		assertArrayEquals(new int[] { 0, 0 }, levels(inverted, PlaneType.INT16, stored, 2));
	}

	@Test
	void turnsMonochrome1Over() {
		final int[] expected = { 255, 195, 127, 25, 0, 0, 0 };
		assertArrayEquals(expected, levels(new Windowing(GE, slice -> LUNG).withInverted(true), PlaneType.INT16, STORED,
			STORED.length));
	}

	@Test
	void drawsWhatIsNotANumberBlack() {
		final float[] hu = { Float.NaN, -1350, -1000, 149.5f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY };
		final Windowing windowing = new Windowing(SliceTransforms.IDENTITY, LUNG);
		assertArrayEquals(new int[] { 0, 0, 60, 255, 255, 0 }, levels(windowing, PlaneType.FLOAT32, hu, hu.length));
		final VoiLut lut = new VoiLut(new LookupTable(2, 0, 8, 255, 9), "");
		assertArrayEquals(new int[] { 0, 255 }, levels(new Windowing(SliceTransforms.IDENTITY, lut), PlaneType.FLOAT32,
			new float[] { Float.NaN, 0 }, 2));
	}

	@Test
	void takesTheWindowOfEachSlice() {
		final Windowing windowing = new Windowing(SliceTransforms.IDENTITY, slice -> new Window(10 * slice, 1));
		final Img<UnsignedByteType> levels = windowing.toBytes(ArrayImgs.shorts(new short[] { 5, 5 }, 1, 1, 2), Workers
			.serial());
		assertEquals(255, levels.getAt(0, 0, 0).get());
		assertEquals(0, levels.getAt(0, 0, 1).get());
		assertEquals(255, windowing.level(5, 0));
		assertEquals(0, windowing.level(5, 1));
	}

	/** A window on HU made first gives what a window on stored values gives, padding as air being no longer padding. */
	@Test
	void isTheSameOnHuAndOnStoredValues() {
		final float[] hu = new float[STORED.length];
		new HounsfieldConverter(GE, PaddingMode.NAN).convertPlane(Plane.of(PlaneType.INT16, STORED), 0, hu);
		assertArrayEquals(LEVELS, levels(new Windowing(SliceTransforms.IDENTITY, LUNG), PlaneType.FLOAT32, hu,
			hu.length));
	}

	/** A slice large enough for a table, with whole numbers, fractions, and numbers that 16 bits do not hold. */
	@ParameterizedTest
	@EnumSource
	void takesFloatsOneByOneOrThroughATable(final VoiLutFunction function) {
		final Random random = new Random(32);
		final float[] stored = new float[70_000];
		for (int i = 0; i < stored.length; i++)
			stored[i] = switch (i % 4) {
				case 0 -> random.nextInt(4096) - 1024;
				case 1 -> random.nextFloat() * 4096 - 1024;
				case 2 -> i % 8 == 2 ? Float.NaN : -0.0f;
				default -> random.nextInt(200_000) - 100_000;
			};
		final Window window = new Window(-600, 1500, function);
		final Windowing windowing = new Windowing(SliceTransforms.of(new Rescale(1.5, -1024), Padding.ofRange(0, 3)),
			window);
		final int[] levels = levels(windowing, PlaneType.FLOAT32, stored, stored.length);
		for (int i = 0; i < stored.length; i++) {
			final boolean black = Float.isNaN(stored[i]) || stored[i] >= 0 && stored[i] <= 3;
			assertEquals(black ? 0 : window.level(1.5 * stored[i] - 1024), levels[i]);
		}
	}

	/** Slices large enough for a table, whose number of values is even or odd, within a larger array or not. */
	@ParameterizedTest
	@ValueSource(ints = { 70_000, 70_001 })
	void givesEveryValueOfASliceItsOwnLevel(final int length) {
		final Random random = new Random(length);
		final short[] stored = new short[length];
		for (int i = 0; i < length; i++)
			stored[i] = (short) random.nextInt(1 << 16);
		final Windowing windowing = new Windowing(GE, LUNG);
		final int[] expected = new int[length];
		for (int i = 0; i < length; i++)
			expected[i] = stored[i] == -2000 ? 0 : LUNG.level(stored[i] - 1024);
		assertArrayEquals(expected, levels(windowing, PlaneType.INT16, stored, length));
		final short[] two = new short[2 * length];
		System.arraycopy(stored, 0, two, length, length);
		final Img<UnsignedByteType> levels = windowing.toBytes(Views.interval(ArrayImgs.shorts(two, length, 1, 2),
			new long[] { 0, 0, 1 }, new long[] { length - 1, 0, 1 }), Workers.serial());
		int i = 0;
		for (final UnsignedByteType level : levels)
			assertEquals(expected[i++], level.get());
		assertEquals(length, i);
	}
}
