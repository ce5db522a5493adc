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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Proves that the loops over blocks give what the formulas give value by value: {@code FloatRamp} for all whole HU,
 * ties, NaN and any bits of a float, {@code ShortShift} for all 65,536 stored values, offsets, paddings and overflows.
 * Also tests {@code ShortBlocks} and, for every number of 16 bits, {@code ShortCondition}.
 */
class BlockKernelsTest {

	private static final int GROUP = 32 * 1024;

	/** In the fourth case HU with a half are ties, in the fifth whole HU. */
	@ParameterizedTest(name = "{0}, {1} {2}, rescale {3} {4}, inverted {5}")
	@CsvSource({ "-600, 1500, LINEAR, 1, 0, false", "-500, 1400, LINEAR, 1, 0, true", "40, 80, LINEAR, 1, 0, false",
		"128, 256, LINEAR, 1, 0, false", "0.5, 511, LINEAR_EXACT, 1, 0, false", "0, 510, LINEAR_EXACT, 1, 0, true",
		"-600, 1500, LINEAR_EXACT, 0.37, -1024, false", "40, 400, LINEAR, -2, 30.5, false", "0, 1.5, LINEAR, 1, 0, false",
		"300.25, 4.125, LINEAR_EXACT, 1, 0, false", "0, 65536, LINEAR, 1, 0, false", "1e5, 1e6, LINEAR_EXACT, 1, 0, true" })
	void givesTheLevelsOfTheFormula(final double center, final double width, final VoiLutFunction function,
		final double slope, final double intercept, final boolean inverted)
	{
		final Window window = new Window(center, width, function);
		final Rescale rescale = new Rescale(slope, intercept);
		final ByteKernel.Levels levels = new ByteKernel.Levels(new SliceFunction(rescale, Padding.NONE, PaddingMode.NAN),
			window, inverted);
		assertNotNull(FloatRamp.of(levels), "the case is to go through the ramp");
		final float[] hard = hard(window, rescale);
		final Random random = new Random(7);
		// Whole HU alone first, which need no second look in most windows; then everything.
		final float[] stored = new float[2 * GROUP + hard.length + 400_000];
		for (int i = 0; i < stored.length; i++)
			stored[i] = i < 2 * GROUP ? (short) i : i < 2 * GROUP + hard.length ? hard[i - 2 * GROUP] : i % 2 == 0 ? Float
				.intBitsToFloat(random.nextInt()) : (float) rescale.invert(center + width * (random.nextDouble() - 0.5));
		final int offset = 3;
		final float[] shifted = new float[stored.length + offset];
		System.arraycopy(stored, 0, shifted, offset, stored.length);
		final byte[] found = new byte[stored.length];
		levels.run(Plane.of(PlaneType.FLOAT32, shifted), offset, found, found.length, new TableCache());
		final byte[] expected = new byte[stored.length];
		for (int i = 0; i < stored.length; i++) {
			final int level = window.level(rescale.apply(stored[i]));
			expected[i] = (byte) (Float.isNaN(stored[i]) ? 0 : inverted ? 255 - level : level);
		}
		assertArrayEquals(expected, found);
		final WindowOracle oracle = new WindowOracle(center, width, function.name());
		for (int i = 0; i < hard.length; i++)
			if (Float.isFinite(hard[i])) {
				final int level = oracle.level(rescale.apply(hard[i]));
				assertEquals(inverted ? 255 - level : level, found[2 * GROUP + i] & 0xff, "stored value " + hard[i]);
			}
	}

	/** Values at and beside each step from one level to the next, and what is no measurement. */
	private static float[] hard(final Window window, final Rescale rescale) {
		final double inset = window.function() == VoiLutFunction.LINEAR ? 1 : 0;
		final float[] values = new float[255 * 5 + 12];
		int count = 0;
		for (int level = 0; level < 255; level++) {
			final double step = ((level + 0.5) / 255 - 0.5) * (window.width() - inset) + window.center() - 0.5 * inset;
			final float value = (float) rescale.invert(step);
			for (final float near : new float[] { value, Math.nextUp(value), Math.nextDown(value), value * 1.000001f, value *
				0.999999f })
				values[count++] = near;
		}
		for (final float odd : new float[] { Float.NaN, Float.intBitsToFloat(0x7fc000ab), Float.intBitsToFloat(0xff8000ab),
			Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE,
			-Float.MAX_VALUE, Float.MIN_NORMAL })
			values[count++] = odd;
		return values;
	}

	@Test
	void leavesWhatIsNoRampOrTooSteepToTheFormula() {
		final SliceFunction hu = new SliceFunction(Rescale.IDENTITY, Padding.NONE, PaddingMode.NAN);
		final SliceFunction padded = new SliceFunction(Rescale.IDENTITY, Padding.ofValue(-2000), PaddingMode.NAN);
		final Window lung = WindowPreset.LUNG.window();
		for (final ByteKernel.Levels levels : List.of(new ByteKernel.Levels(hu, new Window(0, 1), false),
			new ByteKernel.Levels(hu, new Window(0, 9, VoiLutFunction.SIGMOID), false), new ByteKernel.Levels(hu, new Window(
				30_000, 1.5), false), new ByteKernel.Levels(padded, lung, false), new ByteKernel.Levels(hu, new Window(0, 1e-40,
					VoiLutFunction.LINEAR_EXACT), false)))
			assertNull(FloatRamp.of(levels), levels.toString());
		assertNotNull(FloatRamp.of(new ByteKernel.Levels(new SliceFunction(Rescale.IDENTITY, Padding.ofValue(Double.NaN),
			PaddingMode.NAN), lung, false)));
	}

	/** Every stored value of 16 bits that has HU in 16 bits, with none, one and several values as padding. */
	@ParameterizedTest(name = "{0} to {1}, intercept {2}, padding {3}, {4}")
	@CsvSource({ "INT16, INT16, -1024, -2000, AIR", "INT16, OFFSET16, -1024, -32768, AIR",
		"UINT16, OFFSET16, -1024, 63536 0 65535, ZERO_BEFORE_RESCALE", "UINT16, INT16, -32768, , AIR",
		"OFFSET16, OFFSET16, -1024, -2000 -1999, AIR", "OFFSET16, INT16, 0, 32767 -32768 -1, AIR",
		"INT16, OFFSET16, 32767, -5, KEEP", "INT16, INT16, -1000, 70000 -2000.5, AIR", "UINT16, OFFSET16, -1, 1 -1, AIR" })
	void addsAWholeNumber(final PlaneType in, final PlaneType out, final int intercept, final String paddings,
		final PaddingMode mode)
	{
		final double[] padding = paddings == null ? new double[0] : Arrays.stream(paddings.split(" ")).mapToDouble(
			Double::parseDouble).toArray();
		Padding declared = Padding.NONE;
		for (final double value : padding)
			declared = declared.or(Padding.ofValue(value));
		final SliceTransforms transforms = SliceTransforms.of(new Rescale(1, intercept), declared);
		final ShortKernel kernel = new ShortKernel(SliceFunction.of(transforms, 0, mode), out == PlaneType.INT16
			? ShortKernel.TWOS_COMPLEMENT : ShortKernel.OFFSET_BINARY);
		assertNotNull(ShortShift.of(kernel, in));
		final short[] stored = new short[66_000];
		final short[] expected = new short[stored.length];
		int count = 0;
		for (int bits = 0; bits < stored.length; bits++) {
			final int value = in == PlaneType.INT16 ? (short) bits : in == PlaneType.UINT16 ? bits & 0xffff : (bits & 0xffff) -
				32768;
			final boolean padded = mode != PaddingMode.KEEP && Arrays.stream(padding).anyMatch(one -> one == value);
			final int hu = padded ? mode == PaddingMode.AIR ? -1000 : intercept : value + intercept;
			if (hu != (short) hu) continue;
			stored[count] = (short) bits;
			expected[count++] = (short) (out == PlaneType.INT16 ? hu : hu + 32768);
		}
		final short[] found = new short[count];
		new HounsfieldConverter(transforms, mode).convertPlane(Plane.of(in, Arrays.copyOf(stored, count)), 0, found, out);
		assertArrayEquals(Arrays.copyOf(expected, count), found);
	}

	/** Every number beside every bound that is an end of the range, 0, or near one of these. */
	@Test
	void notesWhatIsBelowAboveOrBeyond() {
		for (final int flip : new int[] { 0, 0x8000 })
			for (final int bound : new int[] { -32768, -32767, -32766, -1101, -2, -1, 0, 1, 2, 7000, 32766, 32767 }) {
				assertHolds(ShortCondition.below((short) flip, (short) bound), flip, x -> x < bound);
				if (bound < 32767) assertHolds(ShortCondition.above((short) flip, (short) bound), flip, x -> x > bound);
				assertHolds(ShortCondition.overflow((short) flip, (short) bound), flip, x -> x + bound != (short) (x + bound));
			}
	}

	private static void assertHolds(final ShortCondition condition, final int flip, final IntPredicate expected) {
		final short[] values = new short[ShortBlocks.BLOCK];
		final short[] signs = new short[ShortBlocks.BLOCK];
		for (int first = -32768; first <= 32767; first += ShortBlocks.BLOCK) {
			final short[] noted = new short[ShortBlocks.BLOCK];
			for (int i = 0; i < values.length; i++) {
				values[i] = (short) (first + i ^ flip);
				signs[i] = (short) (i % 3 == 0 ? 0 : -1);
			}
			condition.note(values, signs, noted);
			for (int i = 0; i < values.length; i++)
				assertEquals(i % 3 != 0 && expected.test((short) (first + i)), noted[i] < 0, condition + " of " + (short) (first +
					i));
		}
	}

	/** The first value that does not fit is refused wherever it stands, and not where it is padding. */
	@Test
	void refusesSumsOfMoreThan16Bits() {
		for (final int length : new int[] { 1, 1535, 1536, 1537, 70_000 })
			for (final int at : new int[] { 0, length / 2, length - 1 })
				for (final int beyond : new int[] { -1, 1 }) {
					final short[] stored = new short[length];
					stored[at] = (short) (beyond < 0 ? -32768 : 32767);
					final SliceTransforms transforms = SliceTransforms.of(new Rescale(1, beyond));
					final Plane plane = Plane.of(PlaneType.INT16, stored);
					final short[] out = new short[length];
					final IntensityException refused = assertThrows(IntensityException.class, () -> new HounsfieldConverter(
						transforms, PaddingMode.AIR).convertPlane(plane, 0, out, PlaneType.INT16));
					assertEquals(IntensityException.Kind.NOT_EXACT_IN_16_BITS, refused.kind());
					new HounsfieldConverter(transforms.withPadding(Padding.ofValue(stored[at])), PaddingMode.AIR).convertPlane(plane,
						0, out, PlaneType.INT16);
					assertEquals(-1000, out[at]);
				}
	}

	/** With this window a level is the HU rounded to nearest, halves up. */
	@Test
	void roundsTiesUp() {
		final Windowing windowing = new Windowing(SliceTransforms.IDENTITY, new Window(128, 256));
		final float[] hu = new float[GROUP];
		Arrays.fill(hu, 7.5f);
		hu[9] = 8.5f;
		hu[10] = Math.nextDown(8.5f);
		final byte[] out = new byte[GROUP];
		windowing.windowPlane(Plane.of(PlaneType.FLOAT32, hu), 0, out);
		assertEquals(8, out[0]);
		assertEquals(9, out[9]);
		assertEquals(8, out[10]);
	}
}
