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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import io.github.hounsfield.work.Workers;
import java.util.List;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Proves that stored values of every type become HU exactly, and that 16-bit output is refused if it would not be
 * exact. Also tests {@code SliceTransforms}, {@code StoredPlanes}, {@code SliceFunction}, {@code PlaneKernel},
 * {@code ByteKernel}, {@code ShortKernel}, {@code FloatKernel} and {@code TableCache}.
 */
class HounsfieldConverterTest {

	private static final Workers SERIAL = Workers.serial();
	private static final SliceTransforms GE = SliceTransforms.of(new Rescale(1, -1024),
		Padding.ofValue(-2000));

	/** A slice large enough to go through a table, then one that is not. */
	@ParameterizedTest(name = "{0} gives {1}, {2}, {3}")
	@CsvSource({ "AIR, -1000, -1024, 64", "ZERO_BEFORE_RESCALE, -1024, -1024, 64", "NAN, NaN, -1024, 64",
		"KEEP, -3024, -1024, 64" })
	void putsTheChosenValueInThePlaceOfPadding(final PaddingMode mode, final float padding, final float zero,
		final float value)
	{
		final HounsfieldConverter converter = new HounsfieldConverter(GE, mode);
		for (final int length : new int[] { 3, 300_000 }) {
			final short[] stored = new short[length];
			stored[0] = -2000;
			stored[length - 1] = 1088;
			final float[] hu = new float[length];
			converter.convertPlane(Plane.of(PlaneType.INT16, stored), 0, hu);
			assertEquals(padding, hu[0]);
			assertEquals(zero, hu[1]);
			assertEquals(value, hu[length - 1]);
		}
		assertEquals(padding, (float) converter.hu(-2000, 0));
	}

	/** The widely taught recipe: -2000 becomes 0, then times slope, as 16 bit, plus intercept. */
	@Test
	void reproducesTheTutorialMethod() {
		final Random random = new Random(2000);
		final short[] stored = new short[70_000];
		final short[] expected = new short[stored.length];
		for (int i = 0; i < stored.length; i++) {
			stored[i] = (short) (random.nextInt(4) == 0 ? -2000 : random.nextInt(4096));
			short value = stored[i];
			if (value == -2000) value = 0;
			value = (short) (1.0 * value);
			value += (short) -1024;
			expected[i] = value;
		}
		final short[] hu = new short[stored.length];
		new HounsfieldConverter(GE, PaddingMode.ZERO_BEFORE_RESCALE).convertPlane(Plane.of(PlaneType.INT16, stored), 0, hu,
			PlaneType.INT16);
		assertArrayEquals(expected, hu);
	}

	/** One float of 24 bits has no 0.1; the double product is rounded to float once. */
	@Test
	void roundsTheDoubleResultOnce() {
		final Rescale rescale = new Rescale(9.12329, -0.7);
		final HounsfieldConverter converter = new HounsfieldConverter(SliceTransforms.of(rescale), PaddingMode.AIR);
		final short[] stored = new short[65536];
		for (int i = 0; i < stored.length; i++)
			stored[i] = (short) i;
		final float[] hu = new float[stored.length];
		converter.convertPlane(Plane.of(PlaneType.UINT16, stored), 0, hu);
		for (int i = 0; i < stored.length; i++)
			assertEquals((float) (9.12329 * i + -0.7), hu[i]);
	}

	/** The same eight bit patterns, each read as its type says, times 1 minus 1. */
	@ParameterizedTest
	@EnumSource
	void readsEverySampleType(final PlaneType type) {
		final Object plane = switch (type) {
			case UINT8, INT8, MASK, BIT -> new byte[] { 0, 1, 127, -128, -1 };
			case UINT16, INT16, OFFSET16 -> new short[] { 0, 1, 32767, -32768, -1 };
			case INT32, UINT32, RGB -> new int[] { 0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, -1 };
			case FLOAT32 -> new float[] { 0, 1, 0.5f, -2.5f, -1 };
			case FLOAT64 -> new double[] { 0, 1, 0.5, -2.5, -1 };
		};
		final float[] expected = switch (type) {
			case UINT8, MASK, BIT -> new float[] { -1, 0, 126, 127, 254 };
			case INT8 -> new float[] { -1, 0, 126, -129, -2 };
			case UINT16 -> new float[] { -1, 0, 32766, 32767, 65534 };
			case INT16 -> new float[] { -1, 0, 32766, -32769, -2 };
			case OFFSET16 -> new float[] { -32769, -32768, -2, -1, 32766 };
			case INT32, RGB -> new float[] { -1, 0, 2147483646, -2147483649f, -2 };
			case UINT32 -> new float[] { -1, 0, 2147483646, 2147483647, 4294967294f };
			case FLOAT32, FLOAT64 -> new float[] { -1, 0, -0.5f, -3.5f, -2 };
		};
		final float[] hu = new float[5];
		new HounsfieldConverter(SliceTransforms.of(new Rescale(1, -1)), PaddingMode.AIR).convertPlane(Plane.of(type,
			plane), 0, hu);
		assertArrayEquals(expected, hu);
	}

	@Test
	void takesTheRescaleOfEachSlice() {
		final PlanarImg<ShortType, ShortArray> stored = PlanarImgs.shorts(2, 1, 2, 2);
		stored.forEach(value -> value.set((short) 10));
		final SliceTransforms transforms = SliceTransforms.of(List.of(new Rescale(1, 0), new Rescale(2, 0),
			new ModalityLut(new LookupTable(2, 9, 16, 0, 77)), new Rescale(1, 0.5)));
		final PlanarImg<FloatType, ?> hu = new HounsfieldConverter(transforms, PaddingMode.AIR).toFloat(stored, SERIAL);
		assertEquals(10, hu.getAt(1, 0, 0, 0).get());
		assertEquals(20, hu.getAt(1, 0, 1, 0).get());
		assertEquals(77, hu.getAt(1, 0, 0, 1).get());
		assertEquals(10.5f, hu.getAt(1, 0, 1, 1).get());
	}

	@Test
	void refusesASliceWithoutRescale() {
		final SliceTransforms transforms = SliceTransforms.of(List.of(new Rescale(1, 0)));
		final HounsfieldConverter converter = new HounsfieldConverter(transforms, PaddingMode.AIR);
		final IntensityException e = assertThrows(IntensityException.class,
			() -> converter.toFloat(ArrayImgs.shorts(1, 1, 2), SERIAL));
		assertEquals(1, e.slice());
	}

	@ParameterizedTest(name = "{0} x {2} + {1} = {3} to 16 bits")
	@CsvSource({ "1, -1024, 0, -1024", "1, -1024, -31744, -32768", "1, 32767, 0, 32767", "2, -1000, 500, 0",
		"0.5, -1024, 8, -1020", "-1, 0, -32767, 32767", "0.1, 0, 10, 1" })
	void is16BitWhereThatIsExact(final double slope, final double intercept, final short stored, final short expected) {
		final HounsfieldConverter converter = new HounsfieldConverter(SliceTransforms.of(new Rescale(slope, intercept)),
			PaddingMode.AIR);
		final short[] plane = { stored, stored };
		final short[] hu = new short[2];
		converter.convertPlane(Plane.of(PlaneType.INT16, plane), 0, hu, PlaneType.INT16);
		assertEquals(expected, hu[1]);
		converter.convertPlane(Plane.of(PlaneType.INT16, plane), 0, hu, PlaneType.OFFSET16);
		assertEquals(expected + 32768, hu[1] & 0xffff);
		assertEquals(expected, converter.toShort(ArrayImgs.shorts(plane, 2), SERIAL).getAt(1).get());
	}

	@ParameterizedTest(name = "{0} x ({2}, 0) + {1}")
	@CsvSource(delimiter = '|', value = { //
		"1 | -1024 | -31745 | HU from -32769.0 to -1024.0; expected -32768 to 32767 in 16-bit signed output",
		"2 | 0 | 16384 | HU from 0.0 to 32768.0; expected -32768 to 32767 in 16-bit signed output",
		"0.5 | 0 | 3 | HU from 0.0 to 1.5, 1.5 among them; expected whole numbers in 16-bit signed output",
		"1 | 0.25 | 3 | HU from 0.25 to 3.25, 3.25 among them; expected whole numbers in 16-bit signed output" })
	void refuses16BitWhereThatIsNotExact(final double slope, final double intercept, final short stored,
		final String reason)
	{
		final HounsfieldConverter converter = new HounsfieldConverter(SliceTransforms.of(new Rescale(slope, intercept)),
			PaddingMode.AIR);
		for (final int length : new int[] { 2, 70_000 }) {
			final short[] plane = new short[length];
			plane[0] = stored;
			final IntensityException e = assertThrows(IntensityException.class, () -> converter.convertPlane(Plane
				.of(PlaneType.INT16, plane), 3, new short[length], PlaneType.INT16));
			assertEquals("slice 4: " + reason, e.getMessage());
			assertEquals(IntensityException.Kind.NOT_EXACT_IN_16_BITS, e.kind());
			assertEquals(3, e.slice());
		}
	}

	@Test
	void refuses16BitForNotANumber() {
		final HounsfieldConverter nan = new HounsfieldConverter(GE, PaddingMode.NAN);
		assertThrows(IntensityException.class, () -> nan.toShort(ArrayImgs.shorts(1, 1), SERIAL));
		final HounsfieldConverter air = new HounsfieldConverter(GE, PaddingMode.AIR);
		final float[] stored = { Float.NaN };
		final String message = assertThrows(IntensityException.class, () -> air.toShort(ArrayImgs.floats(stored, 1, 1),
			SERIAL)).getMessage();
		assertTrue(message.contains("NaN"), message);
	}

	@Test
	void showsWherePaddingIs() {
		final short[] stored = { -2000, 0, -1999, -2000 };
		final byte[] mask = new byte[4];
		final HounsfieldConverter converter = new HounsfieldConverter(GE, PaddingMode.KEEP);
		converter.maskPlane(Plane.of(PlaneType.INT16, stored), 0, mask);
		assertArrayEquals(new byte[] { -1, 0, 0, -1 }, mask);
		assertEquals(255, converter.paddingMask(ArrayImgs.shorts(stored, 2, 2), SERIAL).getAt(1, 1).get());
	}

	@Test
	void keepsNotANumberOfFloatImages() {
		final float[] stored = { Float.NaN, -2000, 24 };
		final float[] hu = new float[3];
		new HounsfieldConverter(GE, PaddingMode.AIR).convertPlane(Plane.of(PlaneType.FLOAT32, stored), 0, hu);
		assertArrayEquals(new float[] { Float.NaN, -1000, -1000 }, hu);
	}

	@Test
	void leavesTheStoredValuesAsTheyWere() {
		final double[] stored = { 1, 2, -2000 };
		new HounsfieldConverter(GE, PaddingMode.AIR).convertPlane(Plane.of(PlaneType.FLOAT64, stored), 0, new float[3]);
		assertArrayEquals(new double[] { 1, 2, -2000 }, stored);
	}
}
