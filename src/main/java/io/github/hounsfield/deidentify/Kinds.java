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

import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Element;
import io.github.hounsfield.dicom.Vr;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Whether a kept element has a value of the dictionary's kind for its tag. A name in the place of a number is no
 * number, with any VR of the file.
 */
final class Kinds {

	private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
	private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,12}(\\.0*)?");
	private static final Pattern UID = Pattern.compile("[0-9.]{1,64}");

	/** Longest code string. Some writers go beyond the 16 characters of CS. */
	private static final int LONGEST_CODE = 64;

	private static final int MOST_PLAIN = 12;

	private Kinds() {}

	static boolean fits(final Element element) throws IOException {
		final Vr expected = Dictionary.vr(element.tag());
		final Vr found = element.vr();
		if (expected == Vr.SQ || found == Vr.SQ) return expected == found;
		if (element.isEmpty()) return true;
		return switch (expected) {
			case DS, IS -> isText(found) && (isPlainNumber(element) || all(element, expected == Vr.DS ? DECIMAL : INTEGER));
			case UI -> isText(found) && all(element, UID);
			case CS -> isText(found) && isCode(element);
			default -> isText(expected) == isText(found);
		};
	}

	/** The most common numbers, without a pattern: a minus and up to 12 digits. */
	private static boolean isPlainNumber(final Element element) throws IOException {
		if (element.length() > MOST_PLAIN) return false;
		int digits = 0;
		final byte[] bytes = element.bytes();
		int end = bytes.length;
		while (end > 0 && (bytes[end - 1] == ' ' || bytes[end - 1] == 0))
			end--;
		for (int i = 0; i < end; i++)
			if (bytes[i] >= '0' && bytes[i] <= '9') digits++;
			else if (i > 0 || bytes[i] != '-') return false;
		return digits > 0;
	}

	private static boolean isText(final Vr vr) {
		return switch (vr.kind()) {
			case TEXT, CHARACTERS, PARAGRAPHS -> true;
			default -> false;
		};
	}

	private static boolean all(final Element element, final Pattern pattern) throws IOException {
		for (final String value : Texts.values(element))
			if (!value.isEmpty() && !pattern.matcher(value).matches()) return false;
		return true;
	}

	private static boolean isCode(final Element element) throws IOException {
		for (final String value : Texts.values(element)) {
			if (value.length() > LONGEST_CODE) return false;
			for (int i = 0; i < value.length(); i++)
				if (value.charAt(i) < ' ' || value.charAt(i) > '~') return false;
		}
		return true;
	}
}
