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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that {@link Decimal} gives the float that the JDK's own reader gives, and refuses what that refuses. */
class DecimalTest {

	@ParameterizedTest
	@ValueSource(strings = { "0", "-0", "-0.", "3", "-1.", "+2.5", ".5", "1e5", "4.0141958743333817e-003", "1E-45",
		"7e-46",
		"3.4028235e38", "3.4028236e38", "1e400", "-1e-400", "123456789012345678901234567890", "0x1p3", "NaN", "1f",
		"0.000000000000000000000000001", "16777217", "16777217.000000001", "1.00000017881393432617187499" })
	void readsAsTheJdkDoes(final String word) {
		assertSame(word);
	}

	@Test
	void readsRandomNumbersAsTheJdkDoes() {
		final Random random = new Random(7);
		for (int k = 0; k < 20_000; k++) {
			final float a = Float.intBitsToFloat(random.nextInt());
			assertSame(Float.toString(a));
			assertSame(Double.toString(random.nextGaussian()));
			assertSame(random.nextInt() + "." + random.nextInt(1000) + "e" + (random.nextInt(80) - 40));
			assertSame(Double.toString(((double) a + Math.nextUp(a)) / 2));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-", ".", "e5", "1e", "1e+", "1e--5", "1.2.3", "1,5", "1x", "1e5x", "--1" })
	void refusesWhatTheJdkRefuses(final String word) {
		assertThrows(NumberFormatException.class, () -> Double.parseDouble(word));
		assertThrows(NumberFormatException.class, () -> Decimal.parse(word));
	}

	private static void assertSame(final String word) {
		assertEquals(Float.floatToIntBits((float) Double.parseDouble(word)), Float.floatToIntBits(Decimal.parse(word)), word);
	}
}
