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
package io.github.hounsfield.archive.web;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The kept elements of a data set in DICOM's JSON (PS3.18 section F.2). All values are text, also numbers. An element
 * without {@code Value} counts as absent.
 */
final class JsonDataSet {

	/** Values of one element: text, and the items of a sequence. */
	record Values(List<String> texts, List<JsonDataSet> items) {}

	private final Map<Integer, Values> elements = new HashMap<>();

	/** If an element comes twice, the first one counts. */
	void put(final int tag, final Values values) {
		elements.putIfAbsent(tag, values);
	}

	/** All values, empty ones as "". */
	List<String> texts(final int tag) {
		final Values values = elements.get(tag);
		return values == null ? List.of() : values.texts();
	}

	/** The first value, "" where there is none. */
	String text(final int tag) {
		final List<String> texts = texts(tag);
		return texts.isEmpty() ? "" : texts.get(0).trim();
	}

	/** The first value, empty where it is no whole number of 32 bits. */
	OptionalInt integer(final int tag) {
		final String text = text(tag);
		if (text.isEmpty() || text.length() > 32) return OptionalInt.empty();
		try {
			final BigDecimal number = new BigDecimal(text);
			// a huge exponent would cost memory
			if (Math.abs((long) number.scale()) > 32) return OptionalInt.empty();
			return OptionalInt.of(number.intValueExact());
		}
		catch (final ArithmeticException | NumberFormatException e) {
			return OptionalInt.empty();
		}
	}

	/** The items of a sequence. */
	List<JsonDataSet> items(final int tag) {
		final Values values = elements.get(tag);
		return values == null ? List.of() : values.items();
	}
}
