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
package io.github.hounsfield.imagej.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.measure.ResultsTable;
import org.junit.jupiter.api.Test;

/** Small numbers of a table read as decimals, and stay the same numbers. */
class DecimalsTest {

	private static ResultsTable table(final double... values) {
		final ResultsTable table = new ResultsTable();
		for (final double value : values) {
			table.incrementCounter();
			table.addValue("Share", value);
			Decimals.show(table);
		}
		return table;
	}

	@Test
	void aSmallShareIsNoPowerOfTen() {
		final ResultsTable table = table(12.345678, 9.851E-4, 0);
		assertEquals("12.345678", table.getStringValue("Share", 0));
		assertEquals("0.000985", table.getStringValue("Share", 1));
		assertEquals(9.851E-4, table.getValue("Share", 1));
	}

	@Test
	void columnsThatDifferInANumberHaveAsManyDecimals() {
		final ResultsTable table = new ResultsTable();
		table.incrementCounter();
		table.addValue("LAA950_percent", 0.863412);
		table.addValue("LAA910_percent", 9.851E-4);
		table.addValue("Volume_ml", 3704.806);
		Decimals.show(table);
		assertEquals("0.863412 0.000985 3704.806", table.getStringValue("LAA950_percent", 0) + " " + table.getStringValue(
			"LAA910_percent", 0) + " " + table.getStringValue("Volume_ml", 0));
	}

	@Test
	void otherColumnsStayAsImageJHasThem() {
		final ResultsTable table = table(12.345678, 0.02);
		assertEquals("12.346", table.getStringValue("Share", 0));
		assertEquals("0.020", table.getStringValue("Share", 1));
	}
}
