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
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Values as stored values of 16 bits, by hand arithmetic: what comes back exactly, and how far off the rest is. Also
 * tests {@code ValueRange}.
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
		assertThrows(IllegalArgumentException.class, () -> ValueRange.of(new float[] { 1, Float.POSITIVE_INFINITY }));
		assertEquals(0, ValueRange.of(new float[] { 3e9f }).binaryPlaces());
		assertEquals(1, ValueRange.of(new float[] { 3, 0.5f }).binaryPlaces());
	}
}
