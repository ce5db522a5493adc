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
package io.github.hounsfield.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain decimal strings become the same numbers as Java's own parser makes of them, to the last bit. */
class PlainDecimalsTest {

	private static double[] of(final String text) {
		return PlainDecimals.of(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	@Test
	void severalValuesAreParsed() {
		assertArrayEquals(new double[] { -100.5, 0, 12, 0.25, 3 }, of("-100.5\\0\\ +12 \\.25\\3.\0"));
		assertEquals(Double.doubleToRawLongBits(-0.0), Double.doubleToRawLongBits(of("-0")[0]));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "1\\", "1e3", "NaN", "1.2.3", "1,5", "-", ".", "0x10", "1f", "--1", "1 2",
		"1234567890.123456", "\u00A01" })
	void otherTextIsLeftToOthers(final String text) {
		assertNull(of(text));
	}

	@Test
	void numbersAreThoseOfJavasParser() {
		final Random random = new Random(11);
		for (int i = 0; i < 200_000; i++) {
			final int places = random.nextInt(14);
			final double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(15 - places));
			final String text = String.format(Locale.ROOT, "%." + places + "f", value);
			assertEquals(Double.doubleToRawLongBits(Double.parseDouble(text)), Double.doubleToRawLongBits(of(text)[0]), text);
		}
	}
}
