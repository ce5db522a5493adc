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

import ij.measure.ResultsTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decimals of a table's columns, as ImageJ shows them. Values stay as exact as they are. */
final class Decimals {

	/** ImageJ writes a number under this as a power of ten, such as 9.851E-4. */
	private static final double LEAST_SHOWN = 1e-3;

	/** Digits of the smallest number, and ImageJ's most decimals. */
	private static final int DIGITS = 3;
	private static final int MOST = 9;

	private Decimals() {}

	/**
	 * Gives columns so many decimals that their smallest number reads as a decimal: 0.000985, for 9.851E-4. Columns whose
	 * names differ in numbers alone, such as shares under several thresholds, have as many. Others stay as ImageJ has
	 * them.
	 */
	static void show(final ResultsTable table) {
		final Map<String, List<Integer>> alike = new LinkedHashMap<>();
		for (final String column : table.getHeadings()) {
			final int index = table.getColumnIndex(column);
			if (index != ResultsTable.COLUMN_NOT_FOUND && table.getColumnAsDoubles(index) != null) alike.computeIfAbsent(column
				.replaceAll("\\d+", "#"), name -> new ArrayList<>()).add(index);
		}
		for (final List<Integer> columns : alike.values()) {
			final double smallest = columns.stream().flatMapToDouble(index -> Arrays.stream(table.getColumnAsDoubles(index)))
				.map(Math::abs).filter(value -> value > 0 && value < LEAST_SHOWN).min().orElse(LEAST_SHOWN);
			if (smallest < LEAST_SHOWN) for (final int index : columns)
				table.setDecimalPlaces(index, Math.min(MOST, DIGITS - 1 - (int) Math.floor(Math.log10(smallest))));
		}
	}
}
