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
package io.github.hounsfield.dicom;

import java.util.ArrayList;
import java.util.List;

/** The values of an element that is text (PS3.5 section 6.4), from characters that are decoded or stand for bytes. */
public final class TextValues {

	private TextValues() {}

	/** Values between backslashes, without the spaces and zero bytes around them; at least one, which may be empty. */
	public static List<String> split(final String text) {
		final List<String> values = new ArrayList<>();
		int start = 0;
		for (int end = text.indexOf('\\'); end >= 0; end = text.indexOf('\\', start)) {
			values.add(trim(text.substring(start, end)));
			start = end + 1;
		}
		values.add(trim(text.substring(start)));
		return values;
	}

	/** Without the spaces, zero bytes and other control characters around it. */
	public static String trim(final String text) {
		int start = 0;
		int end = text.length();
		while (end > start && text.charAt(end - 1) <= ' ')
			end--;
		while (start < end && text.charAt(start) <= ' ')
			start++;
		return text.substring(start, end);
	}
}
