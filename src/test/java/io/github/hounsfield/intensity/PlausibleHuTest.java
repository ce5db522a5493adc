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

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.hounsfield.plane.Plane;
import io.github.hounsfield.plane.PlaneType;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that the quick look at a slice of 16 bits doubts what a look at each value doubts, with the same numbers. */
class PlausibleHuTest {

	/** Noise around water; then one value at each limit, one beyond it, in the first, last and any place. */
	@ParameterizedTest(name = "{0}, slope {1}, intercept {2}, padding {3}")
	@CsvSource({ "INT16, 1, -1024, -2000", "INT16, 1, 0, ", "UINT16, 1, -1024, 63536 0", "UINT16, 0.5, -1100, 65535",
		"OFFSET16, 1, -1024, -2000", "OFFSET16, -1, 0, 1200", "OFFSET16, 2.5, -8192, -2000 -2001", "UINT16, 1e-4, 0, " })
	void doubtsWhatOneOfTheValuesIs(final PlaneType type, final double slope, final double intercept,
		final String paddings)
	{
		final double[] padding = paddings == null ? new double[0] : Arrays.stream(paddings.split(" ")).mapToDouble(
			Double::parseDouble).toArray();
		Padding declared = Padding.NONE;
		for (final double value : padding)
			declared = declared.or(Padding.ofValue(value));
		final Rescale rescale = new Rescale(slope, intercept);
		final Random random = new Random(1100);
		for (final int length : new int[] { 1, 1000, 1024, 5000 })
			for (int round = 0; round < 300; round++) {
				final double[] stored = new double[length];
				for (int i = 0; i < length; i++)
					stored[i] = clamp(type, rescale.invert(30 * random.nextGaussian()));
				final int places = round % 4;
				for (int k = 0; k < places; k++) {
					final int at = k == 0 ? 0 : k == 1 ? length - 1 : random.nextInt(length);
					final double limit = round % 3 == 0 ? PlausibleHu.LEAST : round % 3 == 1 ? PlausibleHu.MOST : rescale.apply(
						padding.length > 0 ? padding[random.nextInt(padding.length)] : 3);
					stored[at] = clamp(type, rescale.invert(limit) + random.nextInt(5) - 2);
				}
				final short[] bits = new short[length];
				for (int i = 0; i < length; i++)
					bits[i] = (short) ((int) stored[i] + (type == PlaneType.OFFSET16 ? 32768 : 0));
				assertEquals(expected(stored, slope, intercept, padding), PlausibleHu.doubt(Plane.of(type, bits), rescale,
					declared), length + " values, round " + round);
			}
	}

	@Test
	void doubtsNothingWhereAllIsPadding() {
		final Plane plane = Plane.of(PlaneType.INT16, new short[2048]);
		assertEquals(Optional.empty(), PlausibleHu.doubt(plane, new Rescale(1, -5000), Padding.ofValue(0)));
		assertEquals(Optional.empty(), PlausibleHu.doubt(plane, Rescale.IDENTITY, Padding.NONE));
	}

	private static double clamp(final PlaneType type, final double value) {
		final double least = type == PlaneType.UINT16 ? 0 : -32768;
		return Math.max(least, Math.min(least + 65535, Math.rint(value)));
	}

	/** One look at each value. */
	private static Optional<String> expected(final double[] stored, final double slope, final double intercept,
		final double[] padding)
	{
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		for (final double value : stored) {
			if (Arrays.stream(padding).anyMatch(one -> one == value)) continue;
			min = Math.min(min, slope * value + intercept);
			max = Math.max(max, slope * value + intercept);
		}
		return PlausibleHu.doubt(min, max);
	}
}
