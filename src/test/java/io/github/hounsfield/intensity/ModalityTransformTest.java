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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * PS3.3 C.11.1: slope and intercept, or a table. Also tests {@code LookupTable}.
 */
class ModalityTransformTest {

	/** Products and sums in double precision, printed by another language's interpreter. */
	@ParameterizedTest
	@CsvSource({ "1, -1024, 1088, 64", "1, -1024, -2000, -3024", "2, -1000, 500, 0", "9.12329, 0, 154, 1404.98666",
		"0.0010206557, 33.443825, 254, 33.70307154779999", "-1, 0, 5, -5" })
	void multipliesThenAdds(final double slope, final double intercept, final double stored, final double expected) {
		assertEquals(expected, new Rescale(slope, intercept).apply(stored));
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "-0.0, 0", "NaN, 0", "Infinity, 0", "1, NaN", "1, -Infinity" })
	void rejectsWhatIsNoRescale(final double slope, final double intercept) {
		assertThrows(IntensityException.class, () -> new Rescale(slope, intercept));
	}

	@Test
	void knowsWhereValuesStayAsTheyAre() {
		assertTrue(new Rescale(1, 0).isIdentity());
		assertFalse(new Rescale(1, -1024).isIdentity());
		assertFalse(new Rescale(2, 0).isIdentity());
	}

	@Test
	void invertsToTheStoredValue() {
		assertEquals(24, new Rescale(1, -1024).invert(-1000));
		assertEquals(12, new Rescale(2, -1024).invert(-1000));
	}

	@ParameterizedTest
	@CsvSource({ "-3, 10", "-2, 10", "-1, 20", "0, 30", "1, 40", "2, 40", "32767, 40", "-1.4, 20", "-1.5, 20", "-0.6, 20",
		"-0.5, 30" })
	void looksUpAndHoldsTheEnds(final double stored, final double expected) {
		assertEquals(expected, new ModalityLut(new LookupTable(4, -2, 16, 10, 20, 30, 40)).apply(stored));
	}

	@Test
	void takesZeroEntriesFor65536() {
		final int[] data = new int[65536];
		data[65535] = 7;
		final LookupTable table = new LookupTable(0, 0, 16, data);
		assertEquals(65536, table.entries());
		assertEquals(7, table.entry(65535));
		assertEquals(7, table.entry(1e9));
		assertEquals(0, table.entry(-1e9));
	}

	@Test
	void keepsNotANumber() {
		assertEquals(Double.NaN, new ModalityLut(new LookupTable(1, 0, 8, 1)).apply(Double.NaN));
		assertEquals(Double.NaN, new Rescale(1, 0).apply(Double.NaN));
	}

	@Test
	void rejectsTablesThatContradictTheirDescriptor() {
		assertThrows(IntensityException.class, () -> new LookupTable(3, 0, 8, 1, 2));
		assertThrows(IntensityException.class, () -> new LookupTable(0, 0, 8, 1, 2));
		assertThrows(IntensityException.class, () -> new LookupTable(-1, 0, 8, 1));
		assertThrows(IntensityException.class, () -> new LookupTable(65537, 0, 8, new int[65537]));
		assertThrows(IntensityException.class, () -> new LookupTable(1, 0, 7, 1));
		assertThrows(IntensityException.class, () -> new LookupTable(1, 0, 17, 1));
		assertThrows(IntensityException.class, () -> new LookupTable(1, 0, 16, -1));
		assertThrows(IntensityException.class, () -> new LookupTable(1, 0, 16, 65536));
	}

	@Test
	void doesNotShareItsDataWithTheCaller() {
		final int[] data = { 5 };
		final LookupTable table = new LookupTable(1, 0, 8, data);
		data[0] = 6;
		assertEquals(5, table.entry(0));
	}
}
