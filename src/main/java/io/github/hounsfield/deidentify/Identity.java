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
import io.github.hounsfield.dicom.Tag;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The new and the old names of one patient.
 *
 * @param code the new Patient ID
 * @param days that dates are moved back; counts only where dates are shifted
 * @param names parts of the old name, and the old ID, in lower case
 */
record Identity(String code, int days, Set<String> names) {

	/** Shorter parts of names are parts of other words. */
	private static final int SHORTEST = 3;

	/** What the file calls its patient. */
	static Set<String> names(final DataSet dataSet) throws IOException {
		final Set<String> names = new HashSet<>();
		for (final int tag : new int[] { Tag.PatientName, Tag.PatientID })
			for (final String value : Texts.values(dataSet, tag))
				for (final String part : words(value))
					if (part.length() >= SHORTEST) names.add(part);
		return names;
	}

	/** Whether a text has a part of the old name, or the old ID, as a word. */
	boolean isNamed(final String text) {
		for (final String word : words(text))
			if (names.contains(word)) return true;
		return false;
	}

	private static String[] words(final String text) {
		return text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
	}
}
