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
package io.github.hounsfield.tags;

import io.github.hounsfield.dicom.DataSet;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.util.Arrays;

/**
 * The text of one column's last value. Most values of a series are equal bytes in all files, so they are decoded once.
 * Not safe for several threads.
 */
final class LastValue {

	private static final byte[] NONE = {};

	private Element last;
	private byte[] lastBytes = NONE;
	private byte[] lastKind = NONE;
	private String text = "";

	/** As {@link ElementText} has it, or {@link TagFilter#HIDDEN}. */
	String of(final DataSet dataSet, final Element element, final TagFilter filter) {
		final byte[] bytes = plain(element);
		final Element sopClass = dataSet.element(Tag.SOPClassUID);
		final byte[] kind = sopClass == null ? NONE : plain(sopClass);
		if (bytes != null && kind != null && last != null && last.tag() == element.tag() && last.vr() == element.vr() && last
			.isBigEndian() == element.isBigEndian() && Arrays.equals(bytes, lastBytes) && Arrays.equals(kind, lastKind))
			return text;
		text = filter.shown().test(dataSet, element) ? ElementText.of(dataSet, element) : TagFilter.HIDDEN;
		last = bytes == null || kind == null ? null : element;
		lastBytes = bytes;
		lastKind = kind;
		return text;
	}

	/** @return the value's bytes where they read alike in every character set; otherwise null */
	private static byte[] plain(final Element element) {
		if (element.bulk() != null || element.length() == 0 || !element.items().isEmpty()) return null;
		try {
			final byte[] bytes = element.bytes();
			final boolean text = switch (element.vr().kind()) {
				case CHARACTERS, PARAGRAPHS -> true;
				default -> false;
			};
			if (text) for (final byte b : bytes)
				if (b < ' ' && b != 0 || b == '~' || b == '\\') return null;
			return bytes;
		}
		catch (final IOException e) {
			return null;
		}
	}
}
