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
package io.github.hounsfield.derived;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hounsfield.dicom.Elements;
import io.github.hounsfield.dicom.ParameterException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Values as stored values of 16 bits, by hand arithmetic: what comes back exactly, and how far off the rest is. Also
 * tests {@code ValueRange}, {@code RangeSearch} and {@code StoredBlocks}.
 */
class QuantizationTest {

	private static Quantization of(final float... values) {
		return Quantization.of(ValueRange.of(values), false);
	}

	private static int stored(final Quantization quantization, final float value) {
		final byte[] bytes = quantization.store(new float[] { value }).bytes();
		return (short) (bytes[0] & 0xFF | bytes[1] << 8);
	}

	private static double back(final Quantization quantization, final float value) {
		return quantization.slope() * stored(quantization, value) + quantization.intercept();
	}

	@Test
	void wholeHuAreStoredAsTheyAre() {
		final Quantization quantization = of(-32768, 0, 32767);
		assertTrue(quantization.isExact());
		assertEquals(1, quantization.slope());
		assertEquals(0, quantization.intercept());
		assertEquals(OptionalInt.empty(), quantization.padding());
		final StoredPlane plane = quantization.store(new float[] { -1024, 258, -1 });
		assertEquals(-1024, plane.smallest());
		assertEquals(258, plane.largest());
		assertEquals("00fc0201ffff", HexFormat.of().formatHex(plane.bytes()), "two's complement, little endian");
	}

	@Test
	void halvesAndQuartersComeBackExactly() {
		final Quantization quantization = of(-1000, 100.5f, 3000.25f);
		assertTrue(quantization.isExact());
		assertEquals(0.25, quantization.slope());
		for (final float value : new float[] { -1000, 100.5f, 3000.25f })
			assertEquals(value, back(quantization, value));
	}

	@Test
	void wholeNumbersBeyondTheRangeAreMovedIntoIt() {
		final Quantization quantization = of(0, 65534);
		assertTrue(quantization.isExact());
		assertEquals(1, quantization.slope());
		assertEquals(32767, quantization.intercept());
		assertEquals(65534, back(quantization, 65534));
		assertFalse(of(0, 65536).isExact(), "two values more than 16 bits and padding hold");
	}

	@Test
	void otherFractionsAreRoundedToTheFinestStep() {
		final Quantization quantization = of(-1000.1f, 3000.2f);
		assertFalse(quantization.isExact());
		assertEquals(4000.3 / 65534, quantization.slope(), 1e-7);
		final Random random = new Random(5);
		for (int i = 0; i < 10_000; i++) {
			final float value = -1000 + 4000 * random.nextFloat();
			assertEquals(value, back(quantization, value), 0.5 * quantization.slope() + 1e-9);
		}
	}

	@Test
	void paddingLiesBelowEveryValue() {
		assertEquals(OptionalInt.of(-2000), of(-1024, Float.NaN, 3000).padding());
		assertEquals(OptionalInt.of(-3025), of(-3024, Float.NaN, 3000).padding());
		final Quantization fractions = of(-1000.1f, Float.NaN, 3000.2f);
		assertEquals(OptionalInt.of(-32768), fractions.padding());
		assertEquals(-32767, stored(fractions, -1000.1f));
		final Quantization full = of(-32768, Float.NaN, 32766);
		assertTrue(full.isExact());
		assertEquals(-32768, back(full, -32768));
		assertEquals(-32768, full.padding().getAsInt());
		assertEquals(-32767, stored(full, -32768));
		final StoredPlane padded = full.store(new float[] { -32768, Float.NaN });
		assertTrue(padded.smallest() > padded.largest(), "whether padding counts is not said");
	}

	@Test
	void aPetHasNoIntercept() {
		final Quantization quantization = Quantization.of(ValueRange.of(new float[] { 0, 12.3456f, 70000.1f }), true);
		assertEquals(0, quantization.intercept());
		assertEquals(70000.1, back(quantization, 70000.1f), 0.5 * quantization.slope() + 1e-2);
	}

	@Test
	void slopeAndInterceptAreThoseThatTheFileSays() {
		final Quantization quantization = of(-1f / 3, 1e3f / 7);
		assertTrue(Elements.decimal(quantization.slope()).length() <= 16);
		assertEquals(quantization.slope(), Double.parseDouble(Elements.decimal(quantization
			.slope())));
		assertEquals(quantization.intercept(), Double.parseDouble(Elements.decimal(quantization
			.intercept())));
	}

	@Test
	void oneValueAndNone() {
		assertEquals(0.1f, back(of(0.1f, 0.1f), 0.1f), 1e-9);
		assertTrue(ValueRange.of(new float[] { Float.NaN }).isEmpty());
		assertThrows(ParameterException.class, () -> ValueRange.of(new float[] { 1, Float.POSITIVE_INFINITY }));
		assertEquals(0, ValueRange.of(new float[] { 3e9f }).binaryPlaces());
		assertEquals(1, ValueRange.of(new float[] { 3, 0.5f }).binaryPlaces());
	}

	/** What a plane's values become by one division each, in doubles. */
	private static void assertStored(final Quantization quantization, final float[] values) {
		final StoredPlane plane = quantization.store(values);
		final ShortBuffer stored = ByteBuffer.wrap(plane.bytes()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
		int smallest = Integer.MAX_VALUE;
		int largest = Integer.MIN_VALUE;
		for (int i = 0; i < values.length; i++) {
			final boolean padded = Float.isNaN(values[i]);
			final int expected = padded ? quantization.padding().orElseThrow() : (int) Math.rint((values[i] - quantization
				.intercept()) / quantization.slope());
			assertEquals(expected, stored.get(i), "value " + (i + 1) + " of " + values.length + ", " + values[i]);
			if (!padded) smallest = Math.min(smallest, expected);
			if (!padded) largest = Math.max(largest, expected);
		}
		if (quantization.padding().isPresent()) return;
		assertEquals(smallest, plane.smallest());
		assertEquals(largest, plane.largest());
	}

	/** Many values of a range, many of them next to the middle between two stored values. */
	private static float[] values(final float min, final float max, final int count, final Random random) {
		final Quantization quantization = of(min, max);
		final float[] values = new float[count];
		for (int i = 0; i < count; i++) {
			final float value = min + (max - min) * random.nextFloat();
			final double middle = (Math.floor((value - quantization.intercept()) / quantization.slope()) + 0.5) * quantization
				.slope() + quantization.intercept();
			final float near = (float) middle + random.nextInt(5) * Math.ulp((float) middle);
			values[i] = i % 3 == 0 || near < min || near > max ? value : near;
		}
		values[0] = min;
		values[count - 1] = max;
		return values;
	}

	@Test
	void storesWhatOneDivisionForEachValueSays() {
		final Random random = new Random(7);
		final float[][] ranges = { { -1024.5f, 3071.3f }, { -1000.1f, 3000.2f }, { 0.1f, 0.3f }, { 999.9f, 1003.7f },
			{ -1e9f, 1.1e9f }, { -1e38f, 2e38f }, { 1e-30f, 3e-30f }, { -0.1f, 0 }, { -32768.5f, 32767 }, { 1e7f, 1.00004e7f },
			{ -1e-9f, 3e-9f }, { -5.1f, 65000.3f } };
		for (final float[] range : ranges)
			for (final int count : new int[] { 3, 1023, 1024, 30_000 }) {
				final float[] values = values(range[0], range[1], count, random);
				assertStored(of(values), values);
				assertStored(Quantization.of(ValueRange.of(values), true), values);
				for (int i = 1; i < count - 1; i += 1 + random.nextInt(9))
					values[i] = Float.NaN;
				assertStored(of(values), values);
			}
	}

	@Test
	void storesPartsOfTheRangeItWasMadeFor() {
		final Quantization quantization = of(-1024.3f, 3071.7f);
		for (final float value : new float[] { 0, -0f, 1e-30f, 1, -1024.3f, 1000.1f, 3071.7f })
			assertStored(quantization, new float[] { value, value, value });
	}

	@Test
	void storesEachWholeNumber() {
		final float[] values = new float[65536];
		for (int i = 0; i < values.length; i++)
			values[i] = i - 32768;
		assertStored(of(values), values);
		values[32768] = -0f;
		assertStored(of(values), values);
		values[0] = Float.NaN;
		assertStored(of(values), values);
		for (int i = 0; i < values.length; i++)
			values[i] = i * 0.25f;
		assertStored(of(values), values);
		for (int i = 0; i < values.length; i++)
			values[i] = i < 65535 ? i + 1e6f : 1e6f;
		assertStored(of(values), values);
	}

	/** What one look at each value finds. */
	private static ValueRange slow(final float... values) {
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		boolean padding = false;
		int places = 0;
		for (final float value : values) {
			padding |= Float.isNaN(value);
			if (Float.isNaN(value)) continue;
			min = Math.min(min, value) + 0.0;
			max = Math.max(max, value) + 0.0;
			while (places <= ValueRange.MOST_PLACES && Math.rint(Math.scalb((double) value, places)) != Math.scalb(
				(double) value, places))
				places++;
		}
		return new ValueRange(min, max, padding, places);
	}

	@Test
	void rangesAreThoseOfEachValue() {
		final float[] edges = { -32768, 32767, 0, -0f, Float.NaN, 0.5f, 1e9f, -1e9f, 1 << 22, (1 << 22) + 0.5f, -(1 << 22) -
			0.5f, (1 << 23) - 0.5f, 1 << 24, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE, 0.1f, 1f / 4096, 1f / 8192, 7 };
		final Random random = new Random(9);
		for (final int length : new int[] { 1, 2, 1023, 1024, 1025, 3000 })
			for (int turn = 0; turn < 200; turn++) {
				final float[] values = new float[length];
				final int kinds = 1 + random.nextInt(edges.length);
				for (int i = 0; i < length; i++)
					values[i] = turn < edges.length || random.nextInt(500) == 0 ? edges[(turn + random.nextInt(kinds)) %
						edges.length] : random.nextInt(4096) - 1024;
				assertEquals(slow(values), ValueRange.of(values), () -> Arrays.toString(values));
				values[random.nextInt(length)] = random.nextBoolean() ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
				assertThrows(ParameterException.class, () -> ValueRange.of(values));
			}
		assertEquals(ValueRange.EMPTY, ValueRange.of(new float[0]));
	}

	/** 16 characters do not hold every float: 3.4028234663852886E38 has more digits. */
	@Test
	void aHugeValueAloneIsStoredWithinItsStep() {
		for (final float value : new float[] { Float.MAX_VALUE, -Float.MAX_VALUE, 1.2345678e20f }) {
			final Quantization one = Quantization.of(ValueRange.of(new float[] { value }), false);
			final int stored = one.stored(value);
			assertEquals((short) stored, stored);
			assertEquals(value, stored * one.slope() + one.intercept(), one.slope());
		}
	}
}
