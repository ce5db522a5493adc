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

/** Proves that a table of two kinds of measurements holds no number that nobody measured. */
class MeasuredRowsTest {

	@Test
	void whatWasNotMeasuredIsNoNumber() {
		final ResultsTable table = new ResultsTable();
		// as ImageJ's own Measure leaves it: arrays full of zeros
		table.incrementCounter();
		table.addValue("Area", 12);
		MeasuredRows.next(table);
		table.addValue("Image", "chest");
		table.addValue("Volume_ml", 3704.8);
		MeasuredRows.next(table);
		table.addValue("Image", "face");
		table.addValue("X", 0);
		assertEquals(12, table.getValue("Area", 0));
		for (int row = 1; row < 3; row++)
			assertEquals(Double.NaN, table.getValue("Area", row));
		assertEquals(Double.NaN, table.getValue("Volume_ml", 0));
		assertEquals(3704.8, table.getValue("Volume_ml", 1));
		assertEquals(Double.NaN, table.getValue("Volume_ml", 2));
		assertEquals(Double.NaN, table.getValue("X", 1));
		assertEquals(0, table.getValue("X", 2));
		assertEquals("chest", table.getStringValue("Image", 1));
		assertEquals("face", table.getStringValue("Image", 2));
	}
}
