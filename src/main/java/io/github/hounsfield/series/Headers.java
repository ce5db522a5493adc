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
package io.github.hounsfield.series;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Element;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads attributes that a slice can do without. An absent or malformed one comes back empty. */
public final class Headers {

	private Headers() {}

	/** Characters of the longest line: descriptions have up to 64 (PS3.5 section 6.2, LO), and some writers more. */
	private static final int LONGEST_LINE = 128;

	/** @return the first value; "" if none can be read, or the text is too long */
	public static String text(final DataSet dataSet, final int tag) {
		final Element element = dataSet.element(tag);
		if (element != null && element.bulk() != null) return "";
		try {
			return dataSet.string(tag).orElse("");
		}
		catch (final DicomException e) {
			return "";
		}
	}

	/** @return the first value, shortened to what fits into a title or a table's cell */
	static String line(final DataSet dataSet, final int tag) {
		final String text = text(dataSet, tag);
		return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + "...";
	}

	/** @return one value of several, "" where there is none that can be read */
	static String text(final DataSet dataSet, final int tag, final int index) {
		try {
			final List<String> values = dataSet.strings(tag);
			return values.size() > index ? values.get(index) : "";
		}
		catch (final DicomException e) {
			return "";
		}
	}

	static OptionalInt integer(final DataSet dataSet, final int tag) {
		try {
			return dataSet.integer(tag);
		}
		catch (final DicomException e) {
			return OptionalInt.empty();
		}
	}

	static OptionalDouble number(final DataSet dataSet, final int tag) {
		try {
			return dataSet.number(tag);
		}
		catch (final DicomException e) {
			return OptionalDouble.empty();
		}
	}
}
