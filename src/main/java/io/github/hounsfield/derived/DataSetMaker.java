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
package io.github.hounsfield.derived;

import io.github.hounsfield.dicom.CharacterSet;
import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Elements;
import io.github.hounsfield.dicom.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Collects a data set. The first value of an element stays. Text beyond ASCII is UTF-8 and declared so. For one thread.
 */
final class DataSetMaker {

	private static final String UTF_8 = "ISO_IR 192";

	private final TreeMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
	private boolean unicode;

	/** Adds an element that is not there yet. */
	void add(final Element element) {
		if (elements.putIfAbsent(element.tag(), element) != null) throw new IllegalStateException(element +
			" was added already");
	}

	void addIfAbsent(final Element element) {
		elements.putIfAbsent(element.tag(), element);
	}

	/** Adds an element, or replaces it. */
	void replace(final Element element) {
		elements.put(element.tag(), element);
	}

	/** Text of any characters. */
	void addText(final int tag, final String text) {
		final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		unicode |= bytes.length != text.length();
		add(Elements.bytes(tag, bytes));
	}

	/** Copies what is not there yet. */
	void copy(final SourceHeader source, final IntPredicate wanted) {
		for (final int tag : source.values().keySet())
			if (wanted.test(tag) && !elements.containsKey(tag)) source.element(tag).ifPresent(element -> {
				unicode |= source.needsUnicode(tag);
				elements.put(tag, element);
			});
	}

	DataSet build() {
		if (unicode) elements.put(Tag.SpecificCharacterSet, Elements.text(Tag.SpecificCharacterSet, UTF_8));
		final DataSet.Builder builder = new DataSet.Builder("", unicode ? CharacterSet.of(List.of(UTF_8))
			: CharacterSet.DEFAULT);
		elements.values().forEach(builder::add);
		return builder.build();
	}
}
