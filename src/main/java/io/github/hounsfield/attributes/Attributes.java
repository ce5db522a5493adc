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
package io.github.hounsfield.attributes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The attributes of one header or sequence item. A data set can hold them, or the text that ImageJ keeps of one. An
 * absent or blank attribute comes back as an empty optional, array or list. An attribute that cannot be read as asked
 * is an {@link AttributeException}. Tags are 0xGGGGEEEE. Immutable, safe for several threads.
 */
public interface Attributes {

	/** Whether the attribute is there and has a value. */
	boolean has(int tag);

	/** All values as numbers. */
	double[] numbers(int tag);

	/** All values as text, without the spaces around them. */
	List<String> texts(int tag);

	/** The items of a sequence, in their order. */
	List<Attributes> items(int sequence);

	/**
	 * The entries of LUT Data (0028,3006) in an item, packed in any way.
	 *
	 * @param count entries that LUT Descriptor (0028,3002) names
	 * @param bits of an entry, likewise
	 * @return as many as that, or fewer where there are fewer; 0 to 65535
	 */
	int[] lutData(int count, int bits);

	/**
	 * An exception that names the header and the attribute.
	 *
	 * @param found in words that name no patient
	 * @param expected without the word "expected"
	 */
	AttributeException problem(int tag, String found, String expected);

	/** The one value as a number; several are an error. */
	default OptionalDouble number(final int tag) {
		final double[] values = numbers(tag);
		if (values.length > 1) throw problem(tag, "has " + values.length + " values", "one");
		return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[0]);
	}

	/** The one value as a whole number; several values, or a fraction, are an error. */
	default Optional<Long> wholeNumber(final int tag) {
		final OptionalDouble value = number(tag);
		if (value.isEmpty()) return Optional.empty();
		final double number = value.getAsDouble();
		if (number != Math.rint(number) || Double.isInfinite(number)) throw problem(tag, "is " + number, "a whole number");
		return Optional.of((long) number);
	}

	/** The first value as text; empty where that is blank. */
	default Optional<String> text(final int tag) {
		return texts(tag).stream().findFirst().filter(text -> !text.isEmpty());
	}
}
