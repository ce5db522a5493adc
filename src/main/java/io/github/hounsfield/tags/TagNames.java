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
import io.github.hounsfield.dicom.DicomException;
import io.github.hounsfield.dicom.Dictionary;
import io.github.hounsfield.dicom.Tag;

/** Names of elements: by keyword, by tag, and private ones by tag and creator (PS3.5 section 7.8.1). */
final class TagNames {

	private TagNames() {}

	/** For example {@code RescaleSlope}, {@code (0019,100C,SIEMENS MR HEADER)}, {@code (6002,0010)}. */
	static String of(final DataSet dataSet, final int tag) {
		final String keyword = keyword(tag);
		if (!keyword.isEmpty()) return keyword;
		final String creator = creator(dataSet, tag);
		return creator.isEmpty() ? Tag.toString(tag) : withCreator(tag, creator);
	}

	static String withCreator(final int tag, final String creator) {
		final String numbers = Tag.toString(tag);
		return numbers.substring(0, numbers.length() - 1) + "," + creator + ")";
	}

	/** Empty where there is none; of repeating groups (PS3.5 section 7.6) the first alone has one. */
	static String keyword(final int tag) {
		final Dictionary.Entry entry = Dictionary.find(tag);
		if (entry == null || Dictionary.tag(entry.keyword()).orElse(0) != tag) return "";
		return entry.keyword();
	}

	/** The creator of a private element's block; empty if nobody reserved it, or it is no such element. */
	static String creator(final DataSet dataSet, final int tag) {
		final int block = tag >>> 8 & 0xFF;
		return Tag.isPrivate(tag) && block >= 0x10 ? text(dataSet, tag & 0xFFFF0000 | block) : "";
	}

	/**
	 * @param tag whose lowest byte counts
	 * @return the tag in the block that the creator reserved, 0 where it reserved none
	 */
	static int locate(final DataSet dataSet, final int tag, final String creator) {
		for (int block = 0x10; block <= 0xFF; block++)
			if (text(dataSet, tag & 0xFFFF0000 | block).equals(creator)) return tag & 0xFFFF0000 | block << 8 | tag & 0xFF;
		return 0;
	}

	private static String text(final DataSet dataSet, final int tag) {
		if (!dataSet.has(tag)) return "";
		try {
			return dataSet.string(tag).orElse("");
		}
		catch (final DicomException e) {
			return "";
		}
	}
}
