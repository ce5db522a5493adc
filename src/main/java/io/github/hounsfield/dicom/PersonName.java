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

/**
 * The component groups of one person name (VR PN, PS3.5 section 6.2.1.1), each of up to five components between
 * circumflexes: family name, given name, middle name, prefix, suffix.
 *
 * @param alphabetic the first group, empty where there is none
 * @param ideographic the second group, empty where there is none
 * @param phonetic the third group, empty where there is none
 */
public record PersonName(String alphabetic, String ideographic, String phonetic) {

	/** @param value one value, groups between equals signs */
	public static PersonName of(final String value) {
		final String[] groups = value.split("=", 3);
		return new PersonName(Values.trim(groups[0]), groups.length > 1 ? Values.trim(groups[1]) : "", groups.length > 2
			? Values.trim(groups[2]) : "");
	}

	/** The first group that is not empty, in the order of everyday writing: prefix, given, middle, family, suffix. */
	public String display() {
		final String group = !alphabetic.isEmpty() ? alphabetic : !ideographic.isEmpty() ? ideographic : phonetic;
		final String[] parts = group.split("\\^", -1);
		final StringBuilder name = new StringBuilder();
		for (final int i : new int[] { 3, 1, 2, 0, 4 })
			if (i < parts.length && !parts[i].isBlank()) name.append(name.length() == 0 ? "" : " ").append(parts[i].strip());
		return name.toString();
	}
}
