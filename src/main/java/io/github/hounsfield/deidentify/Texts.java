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
package io.github.hounsfield.deidentify;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.TextValues;
import io.github.hounsfield.dicom.Vr;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The values of an element as text, byte for byte a character, whatever its VR in the file. */
final class Texts {

	/** No value that is read here has more bytes. */
	private static final int LONGEST = 1 << 20;

	private Texts() {}

	/** The first value without padding; empty where there is none or it is a sequence. */
	static String first(final DataSet dataSet, final int tag) throws IOException {
		final Element element = dataSet.element(tag);
		if (element == null) return "";
		final List<String> values = values(element);
		return values.isEmpty() ? "" : values.get(0);
	}

	/** All values of an element without padding; none where it is absent. */
	static List<String> values(final DataSet dataSet, final int tag) throws IOException {
		final Element element = dataSet.element(tag);
		return element == null ? List.of() : values(element);
	}

	/** All values without padding; none of an empty element, a sequence, or a value that is too long to be one. */
	static List<String> values(final Element element) throws IOException {
		if (element.isEmpty() || element.vr() == Vr.SQ || element.length() > LONGEST) return List.of();
		final String text = new String(element.bytes(), StandardCharsets.ISO_8859_1);
		return TextValues.split(text);
	}

	/**
	 * The element with other values.
	 *
	 * @param change gives the new value, or null if the old one has the wrong kind
	 * @return the same element where nothing changed; null where one value is not of its kind
	 */
	static Element map(final Element element, final UnaryOperator<String> change) throws IOException {
		if (element.isEmpty()) return element.vr() == Dictionary.vr(element.tag()) ? element : Replacement.empty(element
			.tag());
		final List<String> before = values(element);
		final List<String> after = new ArrayList<>();
		for (final String value : before) {
			final String changed = value.isEmpty() ? value : change.apply(value);
			if (changed == null) return null;
			after.add(changed);
		}
		if (before.isEmpty()) return null;
		if (after.equals(before) && element.vr() == Dictionary.vr(element.tag())) return element;
		return Replacement.text(element.tag(), String.join("\\", after));
	}
}
